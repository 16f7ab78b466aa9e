export { type SampleHead, sampleHeads, sampleQuestions } from './audit/heads.js';
export { type JudgedPassage, judgedPassages } from './audit/labels.js';
export { addReplies, addRound, auditRevision, repliesOf, roundsOf } from './audit/rounds.js';
export {
  addAnswers,
  addSample,
  answersOf,
  frameTextOf,
  type NewSample,
  type SampleAnswer,
  type StoredSample,
  samplesOf,
} from './audit/samples.js';
export {
  addJudgements,
  type JudgedText,
  type Judgement,
  judgedTexts,
  lastJudgement,
  settledTexts,
} from './judgements.js';
export type { LibraryFile, StatuteEntry } from './library/entry.js';
export type { OpenLibrary } from './library/open-library.js';
export { openLibrary } from './library/read.js';
export { LibraryWriter } from './library/write.js';
export { LOCK_NAME, lockFolder } from './lock.js';
export {
  bytesOfModel,
  currentModel,
  installModel,
  type NewModel,
  type StoredModel,
  stepBack,
  storedModels,
  useModel,
} from './models.js';
export { keepEveryCommit, openStore } from './open.js';
export {
  announceOutput,
  confirmOutput,
  findOutput,
  findSummary,
  saveSummary,
  type WrittenOutput,
} from './outputs.js';
export { pack, packText, unpack } from './packed.js';
export { workingRefusal } from './refusals.js';
export {
  behindTheLog,
  chartFacts,
  confirmedInLane,
  countBy,
  countGoneRows,
  countMarks,
  type DocumentEntry,
  type DocumentFilter,
  type DocumentOrder,
  documentsOf,
  findDocument,
  findGonePart,
  knownDocuments,
  listDocuments,
  listRevision,
  markGone,
  type PlaceInList,
  passagesWith,
  placeInOrder,
  type ReviewDocument,
  saveDocuments,
  saveSync,
  syncedScan,
  unreadFiles,
} from './review/documents.js';
export {
  allEvents,
  appendDecisions,
  batchesOf,
  DecisionConflict,
  eventsOf,
  eventsOfBatch,
  type LogVerdict,
  logHead,
  logPage,
  type NewBatch,
  type NewDecision,
  verifyLog,
} from './review/log.js';
export {
  addPerson,
  changePassword,
  changeRole,
  findPerson,
  listPersons,
  type Person,
  personBy,
  personName,
  shutOut,
} from './review/people.js';
export { findRevised, saveRevised } from './review/revised.js';
export {
  beginSession,
  endSession,
  findSession,
  newToken,
  SESSION_HOURS,
  type StoredSession,
  sameToken,
} from './review/sessions.js';
export { addView, listViews, type View, type ViewAction } from './review/views.js';
export { wordsOf } from './review/words.js';
export {
  type AnalysedFile,
  analysedFiles,
  beginScan,
  countFiles,
  filesOf,
  finishScan,
  lastScan,
  placeOf,
  recordFiles,
  rootsOf,
  type ScannedFile,
  scannedCollections,
} from './scans.js';
export type { Store } from './schema.js';
export {
  findAnalysis,
  findKept,
  findManuscript,
  findMembers,
  type KeptStages,
  keptManuscript,
  keptOfCollection,
  type PackedAnalysis,
  type StageResults,
  type StoredManuscript,
} from './stage-results.js';
