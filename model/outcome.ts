import type { DisposalProposal, ProvisionAssessment } from './assessment.js';
import type { Breach } from './breach.js';
import type { Citation } from './citation.js';
import type { FiledLedger } from './filed-ledger.js';
import type { Classification } from './finding.js';
import type { Kinds } from './kinds.js';
import type { DraftRow } from './ledger.js';
import type { FileFormat, ReadingNote } from './manuscript.js';
import type { Regulation, Unit } from './regulation.js';
import type { Span } from './span.js';

/** Why a file was not read: stable codes for machines, each with Chinese words. */
export type ReasonCode =
  // skipped on purpose
  | 'duplicate'
  | 'hidden'
  | 'temporary'
  | 'empty'
  | 'link'
  | 'own-output'
  | 'unpacked'
  // not to be read (yet)
  | 'unsupported'
  | 'needs-ocr'
  | 'needs-tool'
  | 'no-text'
  // tried and failed
  | 'encrypted'
  | 'corrupt'
  | 'too-large'
  | 'too-many'
  | 'too-deep'
  | 'ratio'
  | 'timeout'
  | 'out-of-memory'
  | 'access'
  | 'internal';

/** What happened and what to do, in the user's language. */
export interface Reason {
  readonly code: ReasonCode;
  readonly message: string;
  readonly advice: string;
}

/** A unit with what the later stages say of it. Offsets of evidence and citations are in `unit.text`. */
export interface ReadUnit {
  readonly unit: Unit;
  readonly classification: Classification;
  /** Present when a label was given. */
  readonly kinds?: Kinds;
  readonly citations: readonly Citation[];
  /** Present when a ledger label was given. */
  readonly assessment?: ProvisionAssessment;
  /** The narrowest path that holds the evidence: 第十二条第二款. */
  readonly place: string;
  /** Where the unit stands in the source, in Chinese words for a person: "第3页", "第12段". */
  readonly sourcePlace: string;
  /** The unit in the decoded source text, where the format has one (txt, html): through Manuscript.sourceMap. */
  readonly sourceSpan?: Span;
}

/** One document, read to the end of the way. */
export interface ReadDocument {
  readonly regulation: Regulation;
  /** Every unit, flagged or not, in reading order. */
  readonly units: readonly ReadUnit[];
  readonly proposal: DisposalProposal | null;
  /** null when the document touches none of the three columns. */
  readonly row: DraftRow | null;
  /**
   * What goes against the rules or has to be checked against them, by place; null where the rules do not speak to a
   * document of this level (laws, central policy, judicial interpretations).
   */
  readonly breaches: readonly Breach[] | null;
}

/** What the pure part of the way makes of one file's bytes. */
export interface FileAnalysis {
  readonly notes: readonly ReadingNote[];
  readonly documents: readonly ReadDocument[];
  /** Ledgers that a unit has filled in; their text is no document's. */
  readonly ledgers: readonly FiledLedger[];
}

/** A file that was packed in another one, as found when that one was unpacked. */
export interface PackedFile {
  /** Inside the outermost one, with '/'; those between are folders in it: 附件.zip/通知.docx. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of the content in hex; '' where it could not be unpacked. */
  readonly hash: string;
  readonly format: FileFormat;
  /** Why it is not read by itself. */
  readonly reason?: Reason;
}

/** A file's place in the result; every file found has exactly one. */
export interface FileOutcome {
  /** Path below the scanned folder, with '/'. */
  readonly source: string;
  readonly bytes: number;
  /** SHA-256 of the content in hex; '' where it could not be read. */
  readonly hash: string;
  readonly format: FileFormat;
  readonly status: 'read' | 'skipped' | 'failed';
  readonly reason?: Reason;
}
