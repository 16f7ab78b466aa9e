export { ROLE_WORDS } from './access-api.js';
export type { DeskContext } from './desk/context.js';
export { syncDocuments } from './desk/sync.js';
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
