import { randomUUID } from 'node:crypto';
import { lastScan, logPage, verifyLog } from '../../store/index.js';
import type { LogQuery } from '../access-api.js';
import type {
  CodebookEntry,
  Differences,
  DocumentList,
  DocumentView,
  ExportKind,
  ExportState,
  ImportPreview,
  LogPage,
  LogProof,
  Overview,
  PageView,
  SamePassages,
  UndoAnswer,
} from '../api.js';
import { BadRequest, Conflicting } from '../errors.js';
import type {
  CheckedDecisions,
  CheckedListQuery,
  Desk,
  ExportedFile,
  PageImage,
  Who,
} from '../server/desk.js';
import { LedgerAudits } from './audits.js';
import { chartOf } from './charts.js';
import { CODEBOOK } from './codebook.js';
import type { DeskContext } from './context.js';
import { decide } from './decide.js';
import { differences, reveal } from './differences.js';
import { documentView } from './document.js';
import { type ExportOptions, exportFile, exportState } from './export.js';
import { previewImport } from './import.js';
import { documentList } from './list.js';
import { untilListChanges } from './memo.js';
import { overview } from './overview.js';
import { pageImage, pageView } from './pages.js';
import { samePassages } from './same.js';
import { AuditSamples } from './samples.js';
import { syncDocuments } from './sync.js';
import { step } from './undo.js';
import { eventWords } from './words.js';

const LOG_PAGE = 100;

/** The clerk's desk: what the page and the commands do with a collection. One method a need; each in a file of its own. */
export class ReviewDesk implements Desk {
  readonly samples: AuditSamples;
  readonly audits: LedgerAudits;
  readonly #context: DeskContext;
  /** The last scan that the list of documents has taken in, or is taking in. */
  #scan = 0;
  #syncing: Promise<unknown> = Promise.resolve();

  constructor(context: DeskContext) {
    this.#context = context;
    this.samples = new AuditSamples(context);
    this.audits = new LedgerAudits(context, () => this.#takeScans());
  }

  async documents(query: CheckedListQuery, who: Who): Promise<DocumentList> {
    await this.#takeScans();
    return documentList(this.#context, query, who);
  }

  async document(id: number, query: CheckedListQuery, who: Who): Promise<DocumentView> {
    await this.#takeScans();
    return documentView(this.#context, id, query, who);
  }

  page(id: number, page: number): Promise<PageView> {
    return pageView(this.#context, id, page);
  }

  pageImage(id: number, page: number, width: number): Promise<PageImage> {
    return pageImage(this.#context, id, page, width);
  }

  async decide(request: CheckedDecisions, who: Who): Promise<{ readonly documents: readonly number[] }> {
    return this.#writing(() => decide(this.#context, request, who));
  }

  async undo(who: Who): Promise<UndoAnswer> {
    return this.#writing(() => step(this.#context, 'undo', who, randomUUID()));
  }

  async redo(who: Who): Promise<UndoAnswer> {
    return this.#writing(() => step(this.#context, 'redo', who, randomUUID()));
  }

  async same(document: number, passage: string, who: Who): Promise<SamePassages> {
    await this.#takeScans();
    return samePassages(this.#context, document, passage, who);
  }

  async differences(who: Who): Promise<Differences> {
    await this.#takeScans();
    return differences(this.#context, who);
  }

  async reveal(document: number, who: Who): Promise<void> {
    await this.#takeScans();
    return reveal(this.#context, document, who, randomUUID());
  }

  async overview(who: Who): Promise<Overview> {
    await this.#takeScans();
    return overview(this.#context, who);
  }

  async chart(name: string, who: Who): Promise<string> {
    const figures = await this.overview(who);
    const kept = `${who.lane === 'second' ? 'blind ' : ''}chart ${name}`;
    return untilListChanges(this.#context, kept, () => chartOf(name, figures));
  }

  async log({ page, document }: LogQuery): Promise<LogPage> {
    const of = { page, size: LOG_PAGE, ...(document !== undefined && { document }) };
    const { events, total } = await logPage(this.#context.store, of);
    return {
      events: events.map((event) => ({ ...event, words: eventWords(event) })),
      total,
      page,
      size: LOG_PAGE,
    };
  }

  async verifyLog(): Promise<LogProof> {
    const verdict = await verifyLog(this.#context.store);
    return {
      whole: verdict.whole,
      events: verdict.events,
      head: verdict.head,
      message: verdictWords(verdict),
    };
  }

  async exportState(drafts: boolean): Promise<ExportState> {
    await this.#takeScans();
    return exportState(this.#context, drafts);
  }

  async exportFile(
    kind: ExportKind,
    drafts: boolean,
    who: Who,
    options: ExportOptions = {},
  ): Promise<ExportedFile> {
    await this.#takeScans();
    return exportFile(this.#context, kind, drafts, who, options);
  }

  async previewImport(bytes: Uint8Array, who: Who): Promise<ImportPreview> {
    await this.#takeScans();
    return previewImport(this.#context, bytes, who);
  }

  codebook(): readonly CodebookEntry[] {
    return CODEBOOK;
  }

  /** Where something fails between the log and the list, whoever asks next brings the list up to the log first. */
  async #writing<T>(work: () => Promise<T>): Promise<T> {
    await this.#takeScans();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof BadRequest || error instanceof Conflicting)) this.#scan = 0;
      throw error;
    }
  }

  /** A scan that ends while the page is open changes what the page shows: whoever asks next waits until it is taken in. */
  async #takeScans(): Promise<void> {
    const { store, collection } = this.#context;
    const last = await lastScan(store, collection);
    if (last && last.scan !== this.#scan) {
      this.#scan = last.scan;
      this.#syncing = syncDocuments(this.#context).catch((error: unknown) => {
        this.#scan = 0;
        throw error;
      });
    }
    await this.#syncing;
  }
}

/** What was found wrong with the log, in Chinese; '' where it is whole. */
export const verdictWords = (verdict: Awaited<ReturnType<typeof verifyLog>>): string => {
  if (verdict.whole) return '';
  const at = `第 ${verdict.seq} 条`;
  switch (verdict.broken) {
    case 'gap':
      return `决定日志缺少${at}记录`;
    case 'changed':
      return `决定日志${at}记录与写入时不一致，可能被改动`;
    case 'end':
      return `决定日志末尾的记录缺失，应有 ${verdict.seq} 条，只有 ${verdict.events} 条`;
  }
};
