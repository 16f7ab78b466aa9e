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
 * The tables, the same on SQLite and PostgreSQL. Models, installs and judgements are a person's work; all else is derived
 * data: it can be dropped and made again.
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
}

export type Dialect = 'sqlite' | 'postgres';

/** An open database. */
export interface Store {
  readonly db: Kysely<Schema>;
  readonly dialect: Dialect;
  /** Closes the connections; the store can not be used afterwards. */
  close(): Promise<void>;
}
