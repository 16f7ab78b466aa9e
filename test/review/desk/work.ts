import { createHash, randomUUID } from 'node:crypto';
import { DEFAULT_READING, detectFormat, extract } from '../../../extractors/index.js';
import type { Label } from '../../../model/index.js';
import type { readSingle } from '../../../pipeline/index.js';
import { type Change, type DecisionRequest, decisionRequest, listQuery } from '../../../review/api.js';
import { decide } from '../../../review/desk/decide.js';
import { documentView } from '../../../review/desk/document.js';
import { documentList } from '../../../review/desk/list.js';
import type { Who } from '../../../review/server/desk.js';
import { FIRST, type TestCollection } from '../collection.js';

const QUERY = listQuery.parse({});

/** A person at work on a test's collection. */
export class Work {
  readonly desk: TestCollection;

  constructor(desk: TestCollection) {
    this.desk = desk;
  }

  say(items: DecisionRequest['items'], who: Who = FIRST) {
    return decide(this.desk.context, decisionRequest.parse({ batch: randomUUID(), items }), who);
  }

  view(id: number, who: Who = FIRST) {
    return documentView(this.desk.context, id, QUERY, who);
  }

  async list(who: Who = FIRST) {
    return (await documentList(this.desk.context, QUERY, who)).documents;
  }

  async idOf(source: string): Promise<number> {
    const found = (await this.list()).find((each) => each.source.includes(source));
    if (!found) throw new Error(`${source} is not in the list`);
    return found.id;
  }

  change(document: number, change: Change, who: Who = FIRST) {
    return this.say([{ document, changes: [change] }], who);
  }

  async confirm(id: number, who: Who = FIRST, included = true) {
    const { print, decisions } = await this.view(id, who);
    const seen = decisions.row?.seq ?? 0;
    return this.change(id, { kind: 'row', seen, after: { included, print } }, who);
  }

  async write(
    id: number,
    field: Extract<Change, { kind: 'cell' }>['field'],
    words: string | null,
    who: Who = FIRST,
  ) {
    const { decisions } = await this.view(id, who);
    return this.change(
      id,
      { kind: 'cell', field, seen: decisions[`cell:${field}`]?.seq ?? 0, after: words },
      who,
    );
  }

  async judge(
    id: number,
    passage: string,
    label: Label,
    verdict: 'confirmed' | 'rejected' | null,
    who: Who = FIRST,
  ) {
    const { decisions } = await this.view(id, who);
    return this.change(
      id,
      {
        kind: 'finding',
        passage,
        label,
        seen: decisions[`finding:${passage}:${label}`]?.seq ?? 0,
        after: verdict && { verdict },
      },
      who,
    );
  }

  async look(id: number, note = '') {
    const { decisions } = await this.view(id);
    return this.change(id, { kind: 'file', seen: decisions.file?.seq ?? 0, after: { note } });
  }
}

/** What a reading process does with a workbook, without a process. */
export const readHere: typeof readSingle = async (bytes) => {
  const format = (await detectFormat(bytes)) as 'xlsx' | 'docx';
  const manuscript = await extract(bytes, format, { ...DEFAULT_READING, ocr: false });
  return { format, manuscript, analysis: null, reason: null, members: [] };
};

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
