import type { Change, DocumentView, ListedDocument, Overview } from '../../../review/api.js';
import type { AuditQuery } from '../../../review/audit-api.js';
import { Conflicting, NotFound, Refused } from '../../../review/errors.js';
import type { AuditDesk } from '../../../review/server/audit-desk.js';
import type { CheckedDecisions, CheckedListQuery, Desk, Who } from '../../../review/server/desk.js';
import type { SampleDesk } from '../../../review/server/sample-desk.js';

/** A title as a stranger may write it. */
export const HOSTILE_TITLE = '</script><script>alert(1)</script><img src=x onerror=alert(1)>办法';

export interface Written {
  readonly who: Who;
  readonly lane: string;
  readonly document: number;
  readonly change: Change;
  readonly seq: number;
}

const NAMES = ['清水市信用管理办法', HOSTILE_TITLE, '清水市节约用水办法'];

const subjectOf = (change: Change): string =>
  change.kind === 'finding'
    ? `finding:${change.passage}:${change.label}`
    : change.kind === 'cell'
      ? `cell:${change.field}`
      : change.kind;

const listed = (id: number): ListedDocument => ({
  id,
  name: NAMES[id - 1]!,
  source: `${id}.docx`,
  part: 0,
  format: 'docx',
  issuer: '清水市人民政府',
  year: '2020',
  labels: [],
  state: 'pending',
  remark: '',
  hasRow: true,
  findings: 1,
  errors: 0,
  warnings: 0,
  doubt: 0,
  doubtfulWords: 0,
  national: '否',
  local: '否',
  disposal: '',
});

/** A desk of three documents that keeps what is written to it in the order in which it came, and knows conflicts. */
export class FakeDesk implements Desk {
  readonly samples = new FakeSamples();
  readonly audits = new FakeAudits();
  readonly written: Written[] = [];
  readonly queries: CheckedListQuery[] = [];
  /** What the next call throws. */
  broken: Error | null = null;

  async documents(query: CheckedListQuery) {
    if (this.broken) throw this.broken;
    this.queries.push(query);
    const documents = NAMES.map((_, index) => listed(index + 1)).filter(({ name }) =>
      name.includes(query.q ?? ''),
    );
    return {
      total: documents.length,
      page: query.page,
      size: 50,
      documents,
      facets: { states: [], labels: [], issuers: [], years: [] },
    };
  }

  async document(id: number, query: CheckedListQuery, who: Who): Promise<DocumentView> {
    this.queries.push(query);
    const { name, source, part, format, state, remark } = this.#known(id);
    const seen = this.written.filter((each) => each.document === id && each.lane === who.lane);
    return {
      ...{ id, name, source, part, format, state, remark },
      ...{ facts: [], notes: [], unread: null, text: `${name}全文`, blocks: [], pages: [1, 2], units: [] },
      ...{ passages: [], breaches: [], doubtful: [], corrections: [], recognised: false, originals: [] },
      ...{ row: null, print: 'p', changed: [], closed: '' },
      decisions: Object.fromEntries(
        seen.map(({ change, seq, who: by }) => [
          subjectOf(change),
          { value: null, seq, who: by.name, at: '2026-03-01T00:00:00.000Z', lane: 'first' as const },
        ]),
      ),
      place: { number: id, total: 3, previous: null, next: null, nextPending: null },
    };
  }

  async page(id: number, page: number) {
    this.#known(id);
    return { page, width: 595, height: 842, image: null, words: [], reason: '' };
  }

  async pageImage(id: number, page: number, width: number) {
    this.#known(id);
    if (page > 2) throw new NotFound('没有这一页');
    return { type: 'image/png', bytes: new Uint8Array([0x89, 0x50, width & 255]) };
  }

  async decide({ items, lane }: CheckedDecisions, who: Who) {
    if (!who.lane) throw new Refused('不能写', '');
    const news: Written[] = [];
    for (const { document, changes } of items)
      for (const change of changes) {
        this.#known(document);
        const before = this.written.findLast(
          (each) =>
            each.document === document &&
            each.lane === who.lane &&
            subjectOf(each.change) === subjectOf(change),
        );
        if ((before?.seq ?? 0) !== change.seen)
          throw new Conflicting([
            {
              document,
              name: NAMES[document - 1]!,
              subject: subjectOf(change),
              now: null,
              who: before?.who.name ?? '',
              at: '2026-03-01T00:00:00.000Z',
              seq: before?.seq ?? 0,
              message: '该处已由他人修改',
            },
          ]);
        news.push({
          who,
          lane: lane === 'agreed' ? 'agreed' : who.lane,
          document,
          change,
          seq: this.written.length + news.length + 1,
        });
      }
    this.written.push(...news);
    return { documents: items.map(({ document }) => document) };
  }

  async undo(who: Who) {
    const last = this.written.findLastIndex((each) => each.who.name === who.name);
    if (last < 0) return { words: null, document: null };
    const [taken] = this.written.splice(last, 1);
    return { words: '已撤销', document: taken!.document };
  }

  async redo() {
    return { words: null, document: null };
  }

  async same() {
    return { text: '', passages: [] };
  }

  async differences() {
    return { agreement: null, items: [] };
  }

  async reveal(id: number) {
    this.#known(id);
  }

  async overview(): Promise<Overview> {
    return {
      files: { found: 3, read: 3, skipped: 0, unread: 0 },
      ...{ documents: 3, rows: 3, toConfirm: 3, confirmed: 0 },
      ...{
        states: [],
        labels: [],
        years: [],
        kinds: [],
        national: [],
        localBasis: [],
        disposals: [],
        unread: [],
      },
      agreement: { documents: 1, findings: 2, observed: 0.5, kappa: 0 },
    };
  }

  async chart(name: string) {
    if (name !== 'years') throw new NotFound('没有这张图');
    return '<svg xmlns="http://www.w3.org/2000/svg"/>';
  }

  async log({ page }: { readonly page: number }) {
    return { events: [], total: this.written.length, page, size: 50 };
  }

  async verifyLog() {
    return { whole: true, events: 0, head: '', message: '' };
  }

  async exportState(drafts: boolean) {
    return { notes: drafts ? [] : ['3 件待确认的文件不在其中'], refusal: null };
  }

  async exportFile(kind: string, drafts: boolean) {
    return {
      name: `台账 "${drafts ? '草稿' : ''}"'.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: Buffer.from(kind),
      notes: [],
    };
  }

  async previewImport(bytes: Uint8Array) {
    return { changes: [], unmatched: [], unchanged: bytes.length };
  }

  codebook() {
    return [];
  }

  #known(id: number): ListedDocument {
    if (!NAMES[id - 1]) throw new NotFound('没有这份文件');
    return listed(id);
  }
}

/** One sample of three questions, which keeps what is handed in. */
class FakeSamples implements SampleDesk {
  readonly handed: { readonly who: string; readonly agreed: boolean; readonly answers: unknown }[] = [];

  async list() {
    return { samples: [FAKE_SAMPLE] };
  }

  async task(number: number) {
    if (number !== 1) throw new NotFound('没有这次抽查');
    return { ...FAKE_SAMPLE, handed: [] };
  }

  async questions(number: number, from: number) {
    await this.task(number);
    const questions = [1, 2, 3].filter((at) => at >= from);
    return { questions: questions.map((at) => ({ number: at, document: '', place: '', text: `第${at}条` })) };
  }

  async context() {
    return { before: null, after: null, missing: '' };
  }

  async handIn(number: number, answers: readonly unknown[], who: Who, agreed = false) {
    this.handed.push({ who: who.name, agreed, answers });
    return { added: answers.length, refused: [], task: await this.task(number) };
  }

  async differences() {
    return { items: [] };
  }

  agree(number: number, answers: readonly unknown[], who: Who) {
    return this.handIn(number, answers, who, true);
  }
}

const FAKE_SAMPLE = {
  ...{ number: 1, mark: '0123456789ab', drawnAt: '2026-02-01T00:00:00.000Z', questions: 3, handedIn: 0 },
  ...{ looks: [3], open: 1, differences: null, closed: '' },
};

/** One comparison without items, which keeps what is said. */
class FakeAudits implements AuditDesk {
  readonly said: string[] = [];

  async list() {
    return { rounds: [{ ...FAKE_ROUND, ledgers: 1, items: 0 }] };
  }

  async view(number: number, { page }: AuditQuery) {
    if (number !== 1) throw new NotFound('没有这次核对');
    return {
      ...{ round: FAKE_ROUND, rounds: [], ledgers: [], since: null, units: 0, issuer: '', words: [] },
      ...{ earlier: 0, total: 0, page, size: 50, items: [], corrected: { total: 0, items: [] } },
      facets: { kinds: [], states: [], units: [], certain: 0, toCheck: 0 },
    };
  }

  async file(_number: number, kind: string) {
    return { name: `反馈.${kind}`, type: 'application/octet-stream', bytes: Buffer.from(kind), notes: [] };
  }

  async take(name: string, bytes: Uint8Array, who: Who) {
    this.said.push(`${who.name} take ${name} ${bytes.length}`);
    return { token: '', ledgers: [], problem: '' };
  }

  async compare(_: unknown, who: Who) {
    this.said.push(`${who.name} compare`);
    return { number: 1, items: 0, same: false };
  }

  async reply({ kind }: { readonly kind: string }, who: Who) {
    this.said.push(`${who.name} ${kind}`);
    return { added: 1, others: [] };
  }

  async answers(name: string, _: Uint8Array, who: Who) {
    this.said.push(`${who.name} answers ${name}`);
    return { added: 0, counts: '', unread: [], strange: [] };
  }
}

const FAKE_ROUND = { number: 1, at: '2026-02-01T00:00:00.000Z' };
