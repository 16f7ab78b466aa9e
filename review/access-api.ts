import { z } from 'zod';
import type { Role } from '../model/index.js';
import { ROLES } from '../model/index.js';
import { documentNumber } from './api.js';

/**
 * The rest of what the page and its server say to each other: who may come in, who saw what. The addresses, all below /api:
 *
 *     GET  session                                   Session
 *     POST sign-in                                   Session          only where open to a network
 *     POST sign-out                                  {}               only where open to a network
 *     GET  documents?state=&q=&page=…                DocumentList
 *     GET  documents/:id?state=&q=…                  DocumentView
 *     POST documents/:id/reveal?state=&q=…           DocumentView     the second reviewer looks at the first's decisions
 *     GET  documents/:id/pages/:page                 PageView
 *     GET  documents/:id/pages/:page/image?width=    a picture
 *     POST decisions?document=&state=&q=…            DecisionAnswer   `document`: whose view is wanted; without it that of
 *                                                                     the only item, of several none
 *     POST undo, redo                                UndoAnswer
 *     GET  same?document=&passage=                   SamePassages
 *     GET  differences                               Differences
 *     GET  overview                                  Overview
 *     GET  charts/:name                              a picture (SVG)
 *     GET  log?page=&document=                       LogPage
 *     GET  log/verify                                LogProof
 *     GET  exports?drafts=1                          ExportState      what a file would leave out
 *     GET  exports/:kind?drafts=1                    a file
 *     POST import                                    ImportPreview    the body is the workbook
 *          samples…                                  see review/sample-api.ts
 *          audits…                                   see review/audit-api.ts
 *     GET  codebook                                  CodebookEntry[]
 *     GET  persons                                   Person[]         administrator, where open to a network
 *     POST persons                                   Person[]         the same; a PersonRequest
 *     GET  views?page=                               ViewsPage        administrator
 *
 * A POST needs `content-type: application/json`, the import that of a workbook or application/octet-stream, files of audits
 * the latter. Every answer that is no success is an ErrorAnswer: 401 where nobody is signed in.
 */
export const logQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  /** Only what was decided on this document. */
  document: documentNumber.optional(),
});
export type LogQuery = z.output<typeof logQuery>;

const name = z.string().min(1).max(50);
const password = z.string().max(200);
const role = z.enum(ROLES);

/** POST /api/persons. A person who was shut out comes back by `add`. */
export const personRequest = z.discriminatedUnion('action', [
  z.object({ action: z.literal('add'), name, role, password }),
  z.object({ action: z.literal('role'), name, role }),
  z.object({ action: z.literal('password'), name, password }),
  z.object({ action: z.literal('remove'), name }),
]);
export type PersonRequest = z.infer<typeof personRequest>;

/** Who may sign in, or could once. */
export interface Person {
  readonly name: string;
  readonly role: Role;
  /** false once shut out: the name stays, for the log names it. */
  readonly active: boolean;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** GET /api/views: who saw which document, who took what out; the newest first. */
export interface ViewsPage {
  readonly views: readonly {
    readonly at: string;
    readonly who: string;
    readonly action: 'view' | 'page' | 'search' | 'export' | 'log' | 'sign-in' | 'refused';
    readonly document: number | null;
    readonly detail: string;
  }[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}
