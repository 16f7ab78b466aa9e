import type { FileOutcome, ReadingNote, ReasonCode } from '../model/index.js';

/**
 * Left out by rule, with nothing in them that is not read elsewhere or that a person would file: only these
 * need nobody to look at them. An empty file is not among them, for it may be a document that was lost in saving.
 */
const BY_RULE: ReadonlySet<ReasonCode> = new Set([
  'duplicate',
  'hidden',
  'temporary',
  'own-output',
  'unpacked',
]);

/** True for a file of which nothing can be said until a person has opened it. */
export const needsPerson = (outcome: Pick<FileOutcome, 'status' | 'reason'>): boolean =>
  outcome.status !== 'read' && !(outcome.reason && BY_RULE.has(outcome.reason.code));

/**
 * Notes that tell of text which was not read, or not surely. Pictures and diagrams are not among them: a seal or a
 * letterhead is one too, and a list in which most files are marked marks none.
 */
const PART_UNREAD: ReadonlySet<string> = new Set([
  'pages-need-ocr',
  'pages-garbled',
  'pages-unreadable',
  'pages-wordless',
  'pictures-unreadable',
  'ocr-poor',
  'parts-missing',
  'embedded-file',
  'attachments',
  'hidden-text',
  'encoding-unsure',
  'encoding-replaced',
  'office-repaired',
]);

/** True where a part of a file that was read still has to be looked at by a person. */
export const isPartlyUnread = (notes: readonly ReadingNote[]): boolean =>
  notes.some(({ code }) => PART_UNREAD.has(code));
