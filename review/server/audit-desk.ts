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
import type { ExportedFile } from './exported-file.js';
import type { Who } from './who.js';

/**
 * Filed ledgers that are held against the documents, and what is said of what comes of it. The server lets nobody ask who must
 * stay blind to the first reviewer's decisions, and only those write who may import a ledger.
 *
 * @throws NotFound, Refused, BadRequest (review/errors.ts).
 */
export interface AuditDesk {
  list(): Promise<AuditList>;
  view(number: number, query: AuditQuery): Promise<AuditView>;
  file(number: number, kind: AuditFile, query: AuditFileQuery): Promise<ExportedFile>;
  /**
   * Reads a filed ledger, which waits for its comparison.
   *
   * @param name the file's, without folders.
   * @param bytes of a stranger.
   */
  take(name: string, bytes: Uint8Array, who: Who): Promise<TakenLedger>;
  /** Compares what this person has had taken in. */
  compare(request: CompareRequest, who: Who): Promise<AuditMade>;
  /** Adds to what was said; nothing that somebody else has said is lost or changed. */
  reply(request: ReplyRequest, who: Who): Promise<Replied>;
  /** @param bytes of a filled workbook or letter. */
  answers(name: string, bytes: Uint8Array, who: Who): Promise<AnswersTaken>;
}
