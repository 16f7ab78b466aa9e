export {
  type AllAnswers,
  ANSWER_LANES,
  type Answer,
  type AnswerLane,
  readAnswer,
  settled,
} from './answers.js';
export {
  type AskedQuestion,
  type AuditPlan,
  type AuditSample,
  answeredOf,
  drawnSample,
  type ItemWords,
  taskMark,
} from './asked.js';
export { askedItems, hashOfWords, judgedWords } from './asked-items.js';
export { atMost, mostMissing, mostPositives, type SamplePlan, sampleSize } from './bound.js';
export type { NameableDocument, NamedDocument } from './candidates.js';
export {
  auditCertificate,
  type Certificate,
  type CertificateBody,
  certificateText,
  readCertificate,
  sealed,
} from './certificate.js';
export { type AuditInput, compareLedgers } from './compare.js';
export {
  type AuditedDocument,
  auditedDocument,
  type DecidedRow,
  enteredDocument,
} from './document.js';
export { filledRows } from './filled-table.js';
export { followedItems } from './follow-up.js';
export {
  auditFrameLine,
  type Frame,
  type FrameItem,
  type FrameLine,
  FrameReader,
  frameOf,
  frameText,
} from './frame.js';
export { matchRows } from './match.js';
export { foundAtMost, mostOverlooked, mostWithOversights } from './misses.js';
export { ofIssuer } from './missing.js';
export { type Chance, chanceFrom, drawn, xoshiro } from './random.js';
export { carefulBound, recallBound } from './recall.js';
export { readUnitAnswer } from './reply.js';
export { claimOf, lookEnds, type Standing, standingOf, statementOf } from './result.js';
export { type Design, drawSample, type Question, type Sample, strataOf } from './sample.js';
export { type Check, countsOf, verifyCertificate } from './verify.js';
