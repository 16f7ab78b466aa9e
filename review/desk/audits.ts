import { readSingle } from '../../pipeline/index.js';
import { addReplies, addRound } from '../../store/index.js';
import type {
  AnswersTaken,
  AuditFile,
  AuditFileQuery,
  AuditList,
  AuditMade,
  AuditQuery,
  AuditView,
  CompareRequest,
  Replied,
  ReplyRequest,
  TakenLedger,
} from '../audit-api.js';
import { BadRequest } from '../errors.js';
import type { AuditDesk } from '../server/audit-desk.js';
import type { ExportedFile, Who } from '../server/desk.js';
import { ANSWER_COLUMNS, answerCounts, givenAnswers } from './audit-answers.js';
import { auditFile } from './audit-files.js';
import { LedgerInbox, plainName } from './audit-inbox.js';
import { keptAudits } from './audit-kept.js';
import { auditView } from './audit-view.js';
import { auditReport } from './audited.js';
import type { DeskContext } from './context.js';
import { Turns } from './turns.js';
import { TABLE_LIMITS, TABLE_WORK } from './workbook.js';

/** What the page does with filed ledgers; `qinggui audit` does the same with the same store. */
export class LedgerAudits implements AuditDesk {
  readonly #context: DeskContext;
  readonly #ready: () => Promise<void>;
  readonly #inbox: LedgerInbox;
  /** A comparison goes through the whole collection. */
  readonly #turns = new Turns(1);

  /** @param ready brings the list of documents up to the last scan. */
  constructor(context: DeskContext, ready: () => Promise<void>) {
    this.#context = context;
    this.#ready = ready;
    this.#inbox = new LedgerInbox(context);
  }

  async list(): Promise<AuditList> {
    const { rounds } = await keptAudits(this.#context);
    return {
      rounds: rounds
        .map(({ number, at, facts, items }) => ({ number, at, ledgers: facts.ledgers.length, items }))
        .reverse(),
    };
  }

  async view(number: number, query: AuditQuery): Promise<AuditView> {
    await this.#ready();
    return auditView(this.#context, number, query);
  }

  file(number: number, kind: AuditFile, query: AuditFileQuery): Promise<ExportedFile> {
    return auditFile(this.#context, number, kind, query);
  }

  take(name: string, bytes: Uint8Array, who: Who): Promise<TakenLedger> {
    return this.#inbox.take(name, bytes, who);
  }

  async compare({ ledgers: tokens, units, since, issuer }: CompareRequest, who: Who): Promise<AuditMade> {
    const ledgers = this.#inbox.claim([...new Set(tokens)], who);
    const named = [...new Set(units.map((unit) => unit.trim()).filter(Boolean))];
    // Without any ledger nothing was compared: a report would read as if all were well.
    if (ledgers.length === 0 && named.length === 0)
      throw new BadRequest('没有选择台账', '请选择台账文件，或填写应报送台账的单位名单');
    await this.#ready();
    const { store, collection, clock } = this.#context;
    return this.#turns.wait(async () => {
      const report = await auditReport(this.#context, {
        ledgers,
        units: named,
        ...(issuer.trim() && { issuer: issuer.trim() }),
        ...(since !== undefined && { since }),
      });
      const now = clock();
      const { number, at } = await addRound(store, collection, report, now);
      this.#inbox.drop(tokens);
      return { number, items: report.items.length, same: at !== now };
    });
  }

  async reply({ items: asked, kind, words }: ReplyRequest, who: Who): Promise<Replied> {
    const before = new Set((await keptAudits(this.#context)).items.map(({ item }) => item.id));
    if (asked.some(({ id }) => !before.has(id)))
      throw new BadRequest('有的事项不在核对结果中', '请刷新页面后重试');
    const { store, collection, clock } = this.#context;
    const at = clock();
    const replies = asked.map(({ id }) => ({ item: id, kind, words: words.trim(), at, who: who.name }));
    const added = await addReplies(store, collection, replies);
    const { items } = await keptAudits(this.#context);
    const own = new Set(added.map(({ item }) => item));
    const now = new Map(items.map((each) => [each.item.id, each.replies.length]));
    const others = asked.filter(({ id, seen }) => now.get(id)! - (own.has(id) ? 1 : 0) > seen);
    return { added: added.length, others: others.map(({ id }) => id) };
  }

  async answers(name: string, bytes: Uint8Array, who: Who): Promise<AnswersTaken> {
    const { readFile = readSingle, store, collection, clock } = this.#context;
    const { manuscript, reason } = await readFile(
      bytes,
      plainName(name),
      { limits: TABLE_LIMITS, ocr: false },
      TABLE_WORK,
      'manuscript',
    );
    if (!manuscript)
      throw new BadRequest(`不能读取这个文件：${reason?.message ?? '未知的原因'}`, reason?.advice || CHOOSE);
    const given = givenAnswers(manuscript, (await keptAudits(this.#context)).items);
    if (!given) throw new BadRequest(`文件中没有“${ANSWER_COLUMNS.join('”“')}”三栏`, CHOOSE);
    const at = clock();
    const replies = given.replies.map((reply) => ({ ...reply, at, who: who.name }));
    const added = await addReplies(store, collection, replies);
    const { unread, strange } = given;
    return { added: added.length, counts: answerCounts(added), unread, strange };
  }
}

const CHOOSE = '请选择由清规写出、单位填写后保存的反馈事项表（.xlsx）或者反馈意见（.docx）';
