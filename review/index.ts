export { ROLE_WORDS } from './access-api.js';
export { decisionRequest, EXPORT_KINDS, type ExportKind, type ImportPreview } from './api.js';
export type { DeskContext } from './desk/context.js';
export { ReviewDesk, verdictWords } from './desk/desk.js';
export { importChanges } from './desk/import.js';
export { confirmedJudgements } from './desk/judgements.js';
export { logLines } from './desk/log-file.js';
export { syncDocuments } from './desk/sync.js';
export { FIELD_WORDS } from './desk/words.js';
export { BadRequest, Conflicting, NotFound, Refused, ReviewError, TooLarge, TooMany } from './errors.js';
export type {
  CheckedDecisions,
  CheckedListQuery,
  Desk,
  ExportedFile,
  PageImage,
  Who,
} from './server/desk.js';
export { type RunningServer, type ServerOptions, startServer } from './server/listen.js';
export type { About, LocalUser } from './server/tools.js';
