import type {
  BlacklistKind,
  DisclosureKind,
  Disposal,
  Label,
  PunishmentKind,
  YesNo,
} from '../../model/index.js';
import type { KindCount } from '../summary.js';

/** How often each label was given in one year of issue. */
export interface YearFlags {
  /** null where the documents bear no date. */
  readonly year: number | null;
  readonly counts: Readonly<Record<Label, number>>;
}

/** Labels by year of issue; years may come in any order, and one year in several entries. */
export interface FlagFigures {
  /** What is counted: documents (件) or provisions (处). */
  readonly counted: '件' | '处';
  readonly years: readonly YearFlags[];
}

/** Provisions by kind of measure; a provision of two kinds counts in both. */
export interface KindFigures {
  readonly punishment: readonly KindCount<PunishmentKind>[];
  readonly disclosure: readonly KindCount<DisclosureKind>[];
  readonly blacklist: readonly KindCount<BlacklistKind>[];
}

/** Ledger rows by their answer to the two questions on basis; each question counts every row once. */
export interface BasisFigures {
  readonly national: Readonly<Record<YesNo, number>>;
  readonly local: Readonly<Record<YesNo, number>>;
}

/** Ledger rows by 处置方式; `open`: a person has not said yet. */
export type DisposalFigures = Readonly<Record<Disposal | 'open', number>>;

/** How far people are: documents that belong in the ledger, and files that could not be read. Each counts once. */
export interface ProgressFigures {
  /** 待确认: nobody has said that it is right. */
  readonly pending: number;
  /** 已确认. */
  readonly confirmed: number;
  /** 有冲突: two persons differ, or what was confirmed has changed since. */
  readonly conflict: number;
  /** Files that could not be read, and nobody has looked into. */
  readonly unread: number;
  /** Files that could not be read, and a person has looked into (已人工查阅). */
  readonly looked: number;
}
