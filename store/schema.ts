import type { Generated, Kysely } from 'kysely';

/** The verdict on one content and, where it could be read, its manuscript. Made again when `version` is behind. */
export interface ManuscriptTable {
  /** SHA-256 of the content, hex. */
  hash: string;
  version: string;
  format: string;
  /** Packed Manuscript; null where the content can not be read. */
  data: Uint8Array | null;
  /** Packed PackedFile[]: what is packed inside; null for anything but archives and mails. */
  members: Uint8Array | null;
  reason_code: string | null;
  reason_message: string | null;
  reason_advice: string | null;
}

/** What the stages after extraction made of one content, once a version: another model is another version. */
export interface AnalysisTable {
  hash: string;
  version: string;
  /** Packed FileAnalysis with every unit. */
  data: Uint8Array;
  /** Packed FileAnalysis with the flagged units alone: all that most reports need, and a fraction of `data`. */
  flagged: Uint8Array;
}

/** One run over a collection. A collection is what one output folder reports on. */
export interface ScanTable {
  id: Generated<number>;
  collection: string;
  /** 1 once every file found has its row. */
  finished: number;
  /** Version of the analyses that it reports on: those that no kept scan reports on are dropped. */
  analysis_version: string;
  /** JSON: the folders and files that it was given, absolute; [] where that is not known. */
  roots: Generated<string>;
}

/** One file found by a scan, and what became of it. */
export interface FileTable {
  scan_id: number;
  /** The file's place in walk order, from 0, in nine digits; behind '/' its place in the archive that held it. */
  position: string;
  source: string;
  hash: string;
  bytes: number;
  format: string;
  status: string;
  reason_code: string | null;
  reason_message: string | null;
  reason_advice: string | null;
  duplicate_of: string | null;
  /** 1 where everything was taken over from an earlier scan. */
  reused: number;
}

/** What the tool last wrote under a name, so that a person's edits are seen and nothing is rendered twice. */
export interface OutputTable {
  collection: string;
  name: string;
  /** Stands for everything the file was made from. */
  fingerprint: string;
  /** SHA-256 of the file as written, hex. */
  hash: string;
  /** Hash of the file that is about to take its place; '' once it has. */
  pending_hash: string;
}

/** What the user was told of a collection's last results, to be said again when nothing has changed. */
export interface SummaryTable {
  collection: string;
  /** Stands for everything the text was made from. */
  fingerprint: string;
  text: string;
}

/** A model that was trained here. Never changed and never dropped. */
export interface ModelTable {
  id: Generated<number>;
  /** Of what decides, as the classifier makes it. */
  fingerprint: string;
  /** ISO 8601. */
  made_at: string;
  note: string;
  bytes: Uint8Array;
  /** JSON: what the model says about itself. */
  card: string;
  /** JSON: what it was measured at beside the model in use. */
  figures: string;
  /** Fingerprint of the model that was in use when it was made. */
  based_on: string;
  /** The last judgement that it was learned from; 0 for none. */
  judgements: number;
}

/** Which model was put into use, one row after the other; the last that was not taken back says which is current. */
export interface InstallTable {
  id: Generated<number>;
  /** null for the model that comes with the program. */
  model_id: number | null;
  /** ISO 8601. */
  installed_at: string;
  /** 1 once a step back was taken from it. */
  taken_back: number;
}

/** What a person said of the labels of a text. Rows are added, never changed. */
export interface JudgementTable {
  id: Generated<number>;
  /** Of the words, the same for the same text wherever it stands. */
  mark: string;
  text: string;
  /** JSON: titles and headings above, outermost first; null where they are not known. */
  path: string | null;
  kind: string | null;
  /** 0 … 1: how far down in its document. */
  place: number | null;
  /** Letters of the labels. */
  confirmed: string;
  rejected: string;
  who: string;
  /** ISO 8601. */
  judged_at: string;
  /** The file that it stands in; null where it is not known. */
  source: string | null;
}

/**
 * A document for review, or a file that could not be read. Derived from a scan and the log of decisions, but for its
 * number: decisions name it, so that no row is ever dropped.
 */
export interface ReviewDocumentTable {
  id: Generated<number>;
  collection: string;
  /** Of the scan in which it was last seen. */
  scan_id: number;
  /** 0 once a scan does not find it any more. */
  present: number;
  source: string;
  hash: string;
  /** Its place among the file's documents, from 0; -1 for a file without documents. */
  part: number;
  /** The scan's place, with the part: the order of the folder. */
  position: string;
  format: string;
  /** 《…》（文号）, or the file's path. */
  name: string;
  title: string;
  number: string;
  /** Who issued it; '' where not known. */
  issuer: string;
  /** Four digits; '' where not known. */
  year: string;
  /** Letters of the tool's labels: DBPQR. */
  labels: string;
  /** Letters of the labels that count once decisions are in. */
  decided: string;
  /** 1 where it has a row in the ledger, decisions taken in. */
  has_row: number;
  /** Findings with a ledger label or a hint; breaches by severity. */
  findings: number;
  errors: number;
  warnings: number;
  /** 0 … 1: the greatest usefulness of a passage. */
  doubt: number;
  /** Recognised words that are doubtful. */
  doubtful_words: number;
  /** 是 否 待核实, '' without a row. */
  national: string;
  local: string;
  disposal: string;
  /** JSON: kinds of measure by name, how many findings have each. */
  kinds: string;
  /** Why nothing of it, or not all of it, was read, in Chinese; ''. */
  unread: string;
  /** 1 for a file that was read and holds no document. */
  empty: number;
  state: string;
  /** Why it is in conflict or unread, in Chinese; ''. */
  remark: string;
  /** The state as the second reviewer alone has made it. */
  second_state: string;
  /** Print of what a person sees of it, decisions taken in. */
  print: string;
  /** The last decision that is taken in. */
  log_seq: number;
}

/** The passages with a label, so that those with the same words are found. Derived. */
export interface ReviewPassageTable {
  document_id: number;
  /** The mark, and which of the document's passages with these words it is. */
  passage: string;
  mark: string;
  place: string;
  /** As the first reviewer has left them, and as the tool alone gives them; not both ''. */
  labels: string;
  tool_labels: string;
}

/** The log of decisions: rows are added, never changed; each hash holds the one before. */
export interface DecisionTable {
  seq: number;
  /** ISO 8601. */
  at: string;
  who: string;
  lane: string;
  document_id: number;
  /** JSON: DecidedDocument. */
  about: string;
  subject: string;
  /** JSON. */
  before: string;
  /** JSON. */
  after: string;
  reason: string;
  batch: string;
  act: string;
  of: string | null;
  prev: string;
  hash: string;
}

/** The end of the log: one row. Who changes it first has the log for the rest of the transaction. */
export interface DecisionHeadTable {
  id: number;
  seq: number;
  hash: string;
}

/** Results of a file with what persons have said of it: recognised words corrected, labels given and taken. */
export interface RevisedTable {
  hash: string;
  /** Stands for the corrections and labels. */
  print: string;
  /** Of the analysis. */
  version: string;
  /** Packed FileAnalysis with every unit. */
  data: Uint8Array;
}

/** Who may sign in where the page is open to a network. */
export interface PersonTable {
  name: string;
  role: string;
  /** scrypt, with its salt and costs in the text. */
  password: string;
  /** 0 once shut out; the row stays, for the log names it. */
  active: number;
  /** ISO 8601. */
  created_at: string;
}

export interface SessionTable {
  /** SHA-256 of the cookie's value, hex: the table lets nobody in. */
  token_hash: string;
  name: string;
  role: string;
  /** ISO 8601. */
  created_at: string;
  expires_at: string;
}

/** Who saw which document, and who took what out (49号文（十三）). Rows are added, never changed. */
export interface ViewTable {
  id: Generated<number>;
  /** ISO 8601. */
  at: string;
  who: string;
  /** view, page, search, export, log, sign-in, refused. */
  action: string;
  /** null for what is about no document. */
  document_id: number | null;
  /** In Chinese: the document's name, the words searched for, the file exported. */
  detail: string;
}

/** Which scan and analyses the table of documents was made from. */
export interface ReviewSyncTable {
  collection: string;
  scan_id: number;
  version: string;
}

/** A sample that was drawn to audit a collection. Never changed and never dropped. */
export interface AuditSampleTable {
  id: Generated<number>;
  collection: string;
  /** Which sample of the collection, from 1. */
  number: number;
  /** ISO 8601. */
  at: string;
  who: string;
  /** Why another one was drawn; '' for the first. */
  reason: string;
  /** SHA-256 of the frame's text, hex. */
  frame_hash: string;
  /** Packed text of the frame. */
  frame: Uint8Array;
  /** JSON: target and design. */
  plan: string;
  /** Packed questions with their words, in their order. */
  questions: Uint8Array;
}

/** What a reviewer answered to a question of a sample. Rows are added, never changed. */
export interface AuditAnswerTable {
  id: Generated<number>;
  sample_id: number;
  lane: string;
  /** From 1. */
  question: number;
  /** Letters of labels; '' for none. */
  answer: string;
  who: string;
  /** ISO 8601. */
  at: string;
}

/** A comparison of filed ledgers with a collection. Never changed and never dropped. */
export interface AuditRoundTable {
  id: Generated<number>;
  collection: string;
  /** Which comparison of the collection, from 1. */
  number: number;
  /** ISO 8601. */
  at: string;
  /** SHA-256 of the report as JSON, hex. */
  hash: string;
  /** Packed AuditReport. */
  report: Uint8Array;
}

/** What a unit or the office has said of an item of a comparison. Rows are added, never changed. */
export interface AuditReplyTable {
  id: Generated<number>;
  collection: string;
  item: string;
  kind: string;
  words: string;
  /** ISO 8601. */
  at: string;
  who: string;
}

/**
 * The tables, the same on SQLite and PostgreSQL. Models, installs, judgements, decisions, persons, views and
 * audits are kept for ever; all else is derived data: it can be dropped and made again (the numbers of review_documents cannot).
 */
export interface Schema {
  manuscripts: ManuscriptTable;
  analyses: AnalysisTable;
  scans: ScanTable;
  files: FileTable;
  outputs: OutputTable;
  summaries: SummaryTable;
  models: ModelTable;
  installs: InstallTable;
  judgements: JudgementTable;
  review_documents: ReviewDocumentTable;
  review_passages: ReviewPassageTable;
  review_syncs: ReviewSyncTable;
  revised: RevisedTable;
  decisions: DecisionTable;
  decision_head: DecisionHeadTable;
  persons: PersonTable;
  sessions: SessionTable;
  views: ViewTable;
  audit_samples: AuditSampleTable;
  audit_answers: AuditAnswerTable;
  audit_rounds: AuditRoundTable;
  audit_replies: AuditReplyTable;
}

export type Dialect = 'sqlite' | 'postgres';

/** An open database. */
export interface Store {
  readonly db: Kysely<Schema>;
  readonly dialect: Dialect;
  /** Closes the connections; the store can not be used afterwards. */
  close(): Promise<void>;
}
