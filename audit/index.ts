export {
  type AllAnswers,
  ANSWER_LANES,
  type Answer,
  type AnswerLane,
  type Answers,
  isHit,
  readAnswer,
  settled,
} from './answers.js';
export { atMost, type Draw, mostPositives, type SamplePlan, sampleSize } from './bound.js';
export type { NameableDocument, NamedDocument } from './candidates.js';
export {
  type Certificate,
  type CertificateBody,
  certificateText,
  readCertificate,
  sealed,
} from './certificate.js';
export { type AuditInput, compareLedgers } from './compare.js';
export { type AuditedDocument, auditedDocuments } from './document.js';
export {
  type Frame,
  type FrameItem,
  type FrameLine,
  frameOf,
  frameText,
  type PendingItem,
  type UnreadItem,
} from './frame.js';
export { type Alternative, type Match, type Matching, matchRows } from './match.js';
export { foundAtMost, type KnownPositives, mostOverlooked, mostWithOversights } from './misses.js';
export { type Chance, chanceFrom, drawn, xoshiro } from './random.js';
export {
  type CarefulBound,
  carefulBound,
  type RecallBound,
  type RecallFacts,
  recallBound,
  type SampledStratum,
} from './recall.js';
export { endOfLook, type Standing, type Statement, standingOf, statementOf, type Tally } from './result.js';
export { type Design, drawSample, type Question, type Sample, strataOf } from './sample.js';
export { type Check, countsOf, verifyCertificate } from './verify.js';
