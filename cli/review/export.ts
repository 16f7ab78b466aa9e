import { createHash } from 'node:crypto';
import { realpath, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UsageError } from '../../model/index.js';
import { EXPORTS_FOLDER } from '../../pipeline/index.js';
import {
  type DeskContext,
  EXPORT_KINDS,
  type ExportedFile,
  type ExportKind,
  Refused,
  ReviewDesk,
} from '../../review/index.js';
import { addView } from '../../store/index.js';
import { outputFolder } from '../collection.js';
import { makeFolder } from '../folder.js';
import { dropPartials, writeOutput } from '../outputs.js';
import { withDesk } from './desk-context.js';
import type { DeskOptions } from './options.js';
import { localPerson } from './reviewer.js';

/** As commander parses them. */
export interface ExportCommandOptions extends DeskOptions {
  readonly drafts?: boolean;
  readonly date?: string;
  readonly to?: string;
}

const REFUSED = 1;

/** `qinggui export`: writes the files; prints their paths, and what is not in them. Returns the exit status, 1 where one was refused. */
export const runExport = async (
  given: readonly string[],
  options: ExportCommandOptions,
  { say = (words: string) => void process.stdout.write(words) } = {},
): Promise<number> => {
  const kinds = kindsOf(given);
  return withDesk(options, async (context) => {
    const place = resolve(options.to ?? join(await outputFolder(options.output), EXPORTS_FOLDER));
    await makeFolder(place);
    const folder = await realpath(place);
    await dropPartials(folder);
    const notes = new Set<string>();
    const refusals = new Map<string, string[]>();
    for (const kind of kinds) {
      const file = await taken(context, kind, options).catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        const why = `${error.message}。\n建议：${error.advice}\n`;
        refusals.set(why, [...(refusals.get(why) ?? []), kind]);
        return null;
      });
      if (!file) continue;
      say(await saved(context, folder, file));
      for (const note of file.notes) notes.add(note);
    }
    for (const note of notes) say(`注意：${note}。\n`);
    for (const [why, of] of refusals) process.stderr.write(`未导出 ${of.join('、')}：${why}`);
    return refusals.size > 0 ? REFUSED : 0;
  });
};

const kindsOf = (given: readonly string[]): ExportKind[] => {
  const unknown = given.filter((each) => !EXPORT_KINDS.some((kind) => kind === each));
  if (unknown.length > 0)
    throw new UsageError(`没有这个种类：${unknown.join('、')}`, `可写的种类：${EXPORT_KINDS.join('、')}`);
  return EXPORT_KINDS.filter((kind) => (given.length > 0 ? given.includes(kind) : kind !== 'log-jsonl'));
};

const taken = async (
  context: DeskContext,
  kind: ExportKind,
  { drafts = false, date }: ExportCommandOptions,
): Promise<ExportedFile> => {
  const who = localPerson();
  const file = await new ReviewDesk(context).exportFile(kind, drafts, who, {
    ...(date !== undefined && { date }),
  });
  // Who took what out stands beside who saw what, as it does on the page.
  await addView(context.store, {
    at: context.clock(),
    who: who.name,
    action: 'export',
    document: null,
    detail: file.name,
  });
  return file;
};

/** Writes the file into its place; one that a person has edited there is kept under another name. */
const saved = async (
  { store, collection }: DeskContext,
  folder: string,
  { name, bytes }: ExportedFile,
): Promise<string> => {
  const { path, keptAs } = await writeOutput({
    store,
    collection: `${collection} > ${folder}`,
    folder,
    name,
    fingerprint: createHash('sha256').update(bytes).digest('hex'),
    editable: true,
    render: (partial) => writeFile(partial, bytes),
  });
  return keptAs === undefined
    ? `${path}\n`
    : `${path}\n注意：原文件被修改过，已原样保留为 ${keptAs}；其中的修改可用 qinggui import 导入。\n`;
};
