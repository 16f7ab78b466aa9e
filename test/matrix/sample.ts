import type { ReasonCode } from '../../model/index.js';

/** What every format says in its own way. Lines for a document without anything special. */
export const PLAIN = [
  '清水市信用信息管理办法',
  '第一条　为了规范信用信息管理，制定本办法。',
  '第二条　市发展改革部门负责信用信息的归集。',
  '第三条　有严重失信行为的，列入严重失信主体名单，向社会公布。',
  '清水市人民政府',
  '2020年3月5日',
] as const;

/** Rows of a table. */
export const TABLE = [
  ['序号', '事项', '措施'],
  ['1', '食品安全', '列入黑名单'],
  ['2', '工程建设', '限制参加招标投标'],
] as const;

/** What stands in automatically numbered paragraphs; the numbers 第一条, 第二条 are made by the program. */
export const NUMBERED = ['为了规范信用信息管理，制定本办法。', '市发展改革部门负责信用信息的归集。'] as const;

/** A notice and the document that it issues, in one file. */
export const SEVERAL = [
  '清水市人民政府关于印发《清水市信用信息管理办法》的通知',
  '清政发〔2020〕3号',
  '各区人民政府：',
  '现将《清水市信用信息管理办法》印发给你们，请遵照执行。',
  '清水市人民政府',
  '2020年3月5日',
  ...PLAIN.slice(0, 4),
] as const;

/** Titles of the documents in SEVERAL. */
export const SEVERAL_TITLES = [
  '清水市人民政府关于印发《清水市信用信息管理办法》的通知',
  '清水市信用信息管理办法',
];

/** A file, made anew each time. */
export type Builder = () => Uint8Array | Promise<Uint8Array>;

/** A file that is read, or that is refused with a code; or why a format has no such file. */
export type Cell =
  | Builder
  | { readonly make: Builder; readonly refused: ReasonCode }
  | { readonly none: string };

/** One format's row of the matrix. */
export interface FormatSamples {
  readonly name: string;
  /** Of the file's name; also what people would call it. */
  readonly extension: string;
  readonly plain: Cell;
  /** What the plain file says; PLAIN by default. */
  readonly says?: readonly string[];
  readonly table: Cell;
  readonly numbered: Cell;
  /** How the numbers of NUMBERED are shown; 第一条, 第二条 by default. */
  readonly numbers?: readonly string[];
  readonly several: Cell;
  /** Whole, but without any text. */
  readonly empty: Cell;
  readonly encrypted: Cell;
  /**
   * What may come of a file that says PLAIN and was cut off: codes, 'beginning' where what is left is read,
   * 'whole' where the end of a file holds nothing of its text.
   */
  readonly truncated: readonly (ReasonCode | 'beginning' | 'whole')[];
  /** The share of the file before which nobody can say what it is, where that is large. */
  readonly head?: number;
}

/** The bytes of a cell, or null where the format has no such file. */
export const bytesOf = async (cell: Cell): Promise<Uint8Array | null> =>
  typeof cell === 'function' ? cell() : 'make' in cell ? cell.make() : null;
