/** 是, 否, or 待核实 where the tool can not say; a person confirms each. */
export type YesNo = '是' | '否' | '待核实';

/** One row of the 台账 as drafted: columns 2 … 10. Column 1 is its place, columns 11 … 14 come from the unit's profile. */
export interface DraftRow {
  /** 《…》（文号）. */
  readonly document: string;
  readonly disclosure: '是' | '否';
  readonly blacklist: '是' | '否';
  readonly punishment: '是' | '否';
  readonly summary: string;
  readonly nationalBasis: YesNo;
  readonly localBasis: YesNo;
  readonly basisContent: string;
  /** '' where only a person can say. */
  readonly disposal: '保留' | '修订' | '废止' | '';
  /** Why each proposed cell says what it says, in Chinese, for the evidence sheet. */
  readonly reasons: Readonly<Record<'nationalBasis' | 'localBasis' | 'disposal', string>>;
}

/** The unit's own data, from its profile file and --unit. Empty strings where not given. */
export interface UnitProfile {
  /** 填报单位. */
  readonly unit: string;
  /** 完成时间. */
  readonly completion: string;
  /** 责任单位; the unit itself where not given. */
  readonly responsibleUnit: string;
  /** 责任人姓名及职务. */
  readonly responsiblePerson: string;
  readonly phone: string;
}

/** A full row of the official form, all fourteen columns, by field name. */
export interface LedgerRow extends DraftRow {
  readonly number: number;
  readonly completion: string;
  readonly responsibleUnit: string;
  readonly responsiblePerson: string;
  readonly phone: string;
}

/** The two official forms: 附件1 of 发改办财金〔2021〕15号, and the district's with its own headings and notes. */
export type LedgerForm = 'national' | 'district';

/** The fourteen columns of the official form, in order. */
export const LEDGER_FIELDS = [
  'number',
  'document',
  'disclosure',
  'blacklist',
  'punishment',
  'summary',
  'nationalBasis',
  'localBasis',
  'basisContent',
  'disposal',
  'completion',
  'responsibleUnit',
  'responsiblePerson',
  'phone',
] as const satisfies readonly (keyof LedgerRow)[];
export type LedgerField = (typeof LEDGER_FIELDS)[number];
