import type { z } from 'zod';
import type { LogQuery } from '../access-api.js';
import type {
  CodebookEntry,
  Differences,
  DocumentList,
  DocumentView,
  decisionRequest,
  ExportKind,
  ExportState,
  ImportPreview,
  LogPage,
  LogProof,
  listQuery,
  Overview,
  PageView,
  SamePassages,
  UndoAnswer,
} from '../api.js';
import type { AuditDesk } from './audit-desk.js';
import type { ExportedFile } from './exported-file.js';
import type { SampleDesk } from './sample-desk.js';
import type { Who } from './who.js';

export type { ExportedFile } from './exported-file.js';
export { laneOf, type Who } from './who.js';

/** Requests as they are once checked, with what is there by default. */
export type CheckedListQuery = z.output<typeof listQuery>;
export type CheckedDecisions = z.output<typeof decisionRequest>;

export interface PageImage {
  /** image/png and the like. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Address of a page's picture, for `PageView.image`. */
export const pageImageAddress = (document: number, page: number): string =>
  `/api/documents/${document}/pages/${page}/image`;

/**
 * The clerk's work without the network: what the server asks on behalf of a person. The server has checked who asks, their
 * role and the request's form. What a second reviewer must not see of the first's is left out here.
 *
 * What can not be done is thrown: NotFound, Conflicting, Refused, TooLarge (review/errors.ts), UsageError.
 */
export interface Desk {
  documents(query: CheckedListQuery, who: Who): Promise<DocumentList>;
  /** @param query the list in which the document stands, for the documents before and after it. */
  document(id: number, query: CheckedListQuery, who: Who): Promise<DocumentView>;
  page(id: number, page: number): Promise<PageView>;
  /** @param width in pixels, at most; the desk may give less. */
  pageImage(id: number, page: number, width: number): Promise<PageImage>;
  /**
   * Writes all or nothing; the same batch of the same person twice is written once. The view that the page wants back is
   * asked for by `document` afterwards.
   *
   * @returns the documents that were written to.
   */
  decide(request: CheckedDecisions, who: Who): Promise<{ readonly documents: readonly number[] }>;
  undo(who: Who): Promise<UndoAnswer>;
  redo(who: Who): Promise<UndoAnswer>;
  same(document: number, passage: string, who: Who): Promise<SamePassages>;
  differences(who: Who): Promise<Differences>;
  /** Writes down that the second reviewer has seen the first's decisions. The view is asked for afterwards. */
  reveal(document: number, who: Who): Promise<unknown>;
  /** The second reviewer's says nothing that follows the first's decisions. */
  overview(who: Who): Promise<Overview>;
  /** SVG, of the figures of that person's overview. */
  chart(name: string, who: Who): Promise<string>;
  log(query: LogQuery): Promise<LogPage>;
  verifyLog(): Promise<LogProof>;
  /** What `exportFile` would leave out, or why it would refuse. */
  exportState(drafts: boolean): Promise<ExportState>;
  /** @param drafts true: rows that nobody has confirmed yet are in it as well, and it says 草稿. */
  exportFile(kind: ExportKind, drafts: boolean, who: Who): Promise<ExportedFile>;
  /** @param bytes of a workbook from a stranger. */
  previewImport(bytes: Uint8Array, who: Who): Promise<ImportPreview>;
  readonly samples: SampleDesk;
  readonly audits: AuditDesk;
  codebook(): readonly CodebookEntry[] | Promise<readonly CodebookEntry[]>;
}
