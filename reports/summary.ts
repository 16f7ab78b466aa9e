import {
  type FileAnalysis,
  type FileOutcome,
  LABELS,
  PUNISHMENT_KINDS,
  type PunishmentKind,
  type ReadDocument,
  type Reason,
  reason,
  SUBJECT_KINDS,
  type SubjectKind,
} from '../model/index.js';
import { labelsOf } from './documents.js';
import { isPartlyUnread, needsPerson } from './outcomes.js';

/** Files left out for one reason. */
export interface ReasonCount {
  readonly reason: Reason;
  readonly count: number;
}

/** Provisions of one kind. */
export interface KindCount<Kind extends string> {
  readonly kind: Kind;
  readonly count: number;
}

/** A file that could not be read. */
export interface FailedFile {
  readonly source: string;
  readonly reason: Reason;
}

/** What a scan found; found = read + skipped + failed. */
export interface ScanSummary {
  readonly found: number;
  readonly read: number;
  /** Of the read ones, those taken over from an earlier scan. */
  readonly reused: number;
  readonly skipped: readonly ReasonCount[];
  readonly failed: readonly FailedFile[];
  /** Skipped and failed files of which nothing can be said until a person has opened them. */
  readonly unread: number;
  /** Read files of which a person must look at a part: pages without text, unsure encodings. */
  readonly partly: number;
  readonly documents: number;
  /** Provisions with P by kind of measure, in the order of the kinds; those that do not occur are left out. */
  readonly measures: readonly KindCount<PunishmentKind>[];
  /** Provisions with P by whom they hit. */
  readonly subjects: readonly KindCount<SubjectKind>[];
  /** Documents that touch each of the three columns. */
  readonly columns: Readonly<Record<'D' | 'B' | 'P', number>>;
  readonly rows: number;
  /** Rows with neither a national nor a local basis. */
  readonly withoutBasis: number;
  /** Rows in which one of the two answers is 待核实. */
  readonly basisUnknown: number;
  /** Rows by proposed 处置方式; `open` where a person must say. */
  readonly disposals: Readonly<Record<'保留' | '修订' | '废止' | 'open', number>>;
  /** Documents with restriction (Q) and repair (R) findings; `only`: those that have no row beside them. */
  readonly hints: Readonly<Record<'Q' | 'R' | 'only', number>>;
  /** Provisions in which a cue saw something that the learned score withheld. */
  readonly overruled: number;
}

/** Counts a scan's files one by one, so that the scan need keep none of them. */
export class ScanTally {
  #found = 0;
  #read = 0;
  #reused = 0;
  #unread = 0;
  #partly = 0;
  #documents = 0;
  #rows = 0;
  #withoutBasis = 0;
  #basisUnknown = 0;
  readonly #skipped = new Map<string, { reason: Reason; count: number }>();
  readonly #failed: FailedFile[] = [];
  readonly #labels = { D: 0, B: 0, P: 0, Q: 0, R: 0 };
  readonly #disposals = { 保留: 0, 修订: 0, 废止: 0, open: 0 };
  readonly #measures = new Map<PunishmentKind, number>();
  readonly #subjects = new Map<SubjectKind, number>();
  #hintsOnly = 0;
  #overruled = 0;

  /** One file; `reused` when its result was taken over from an earlier scan. */
  add(outcome: FileOutcome, analysis: FileAnalysis | null, reused = false): void {
    this.#found += 1;
    if (needsPerson(outcome)) this.#unread += 1;
    const why = outcome.reason ?? reason('internal');
    if (outcome.status === 'failed') this.#failed.push({ source: outcome.source, reason: why });
    else if (outcome.status === 'skipped') {
      const before = this.#skipped.get(why.code);
      this.#skipped.set(why.code, { reason: reason(why.code), count: (before?.count ?? 0) + 1 });
    } else {
      this.#read += 1;
      if (reused) this.#reused += 1;
      if (analysis && isPartlyUnread(analysis.notes)) this.#partly += 1;
      for (const document of analysis?.documents ?? []) this.#addDocument(document);
    }
  }

  #addDocument(document: ReadDocument): void {
    this.#documents += 1;
    const labels = labelsOf(document);
    for (const label of LABELS) if (labels.includes(label)) this.#labels[label] += 1;
    for (const { kinds } of document.units) {
      if (!kinds || kinds.punishment.length === 0) continue;
      for (const { kind } of kinds.punishment) count(this.#measures, kind);
      count(this.#subjects, kinds.subject.kind);
    }
    for (const { classification } of document.units) {
      if (classification.overruled.length > 0) this.#overruled += 1;
    }
    const { row } = document;
    if (!row) {
      if (labels.length > 0) this.#hintsOnly += 1;
      return;
    }
    this.#rows += 1;
    if (row.nationalBasis === '待核实' || row.localBasis === '待核实') this.#basisUnknown += 1;
    else if (row.nationalBasis === '否' && row.localBasis === '否') this.#withoutBasis += 1;
    this.#disposals[row.disposal || 'open'] += 1;
  }

  /** The counts so far; reasons in the order of their codes, failed files in the order of their paths. */
  summary(): ScanSummary {
    const { D, B, P, Q, R } = this.#labels;
    return {
      found: this.#found,
      read: this.#read,
      reused: this.#reused,
      skipped: [...this.#skipped.values()].sort((a, b) => compare(a.reason.code, b.reason.code)),
      failed: [...this.#failed].sort((a, b) => compare(a.source, b.source)),
      unread: this.#unread,
      partly: this.#partly,
      documents: this.#documents,
      measures: counted(this.#measures, PUNISHMENT_KINDS),
      subjects: counted(this.#subjects, SUBJECT_KINDS),
      columns: { D, B, P },
      rows: this.#rows,
      withoutBasis: this.#withoutBasis,
      basisUnknown: this.#basisUnknown,
      disposals: { ...this.#disposals },
      hints: { Q, R, only: this.#hintsOnly },
      overruled: this.#overruled,
    };
  }
}

const count = <Kind>(counts: Map<Kind, number>, kind: Kind): void => {
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
};

const counted = <Kind extends string>(
  counts: ReadonlyMap<Kind, number>,
  order: readonly Kind[],
): KindCount<Kind>[] =>
  order.flatMap((kind) => {
    const number = counts.get(kind);
    return number ? [{ kind, count: number }] : [];
  });

/** By code unit, the same in every locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
