export type { DeskContext } from './desk/context.js';
export { syncDocuments } from './desk/sync.js';
