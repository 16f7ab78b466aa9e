import type { DataValidation, Worksheet } from 'exceljs';
import type { DraftRow } from '../../model/index.js';
import { cellText } from './cell-text.js';
import { FIELDS, type Field, letterOf } from './columns.js';

const YES_NO = '是,否,待核实';
const DISPOSALS = '保留,修订,立法,废止';

/** A field whose answer stays the same question from row to row has one dropdown for all rows. */
const PLAIN: ReadonlySet<Field> = new Set(['disclosure', 'blacklist', 'punishment']);
/** These have a reason to show, so each cell has its own. */
const REASONED = { nationalBasis: YES_NO, localBasis: YES_NO, disposal: DISPOSALS } as const;

/** The dropdowns of the three 是否涉及 columns, for the sheet rows from `first` to `last`. */
export const offerPlain = (sheet: Worksheet, first: number, last: number): void => {
  for (const [index, field] of FIELDS.entries())
    if (PLAIN.has(field))
      validate(sheet, `${letterOf(index)}${first}:${letterOf(index)}${last}`, choice(YES_NO));
};

/**
 * The dropdown of one cell whose proposal has a reason; the reason is shown when the cell is selected. An input
 * message is drawn by every spreadsheet in the size that its text needs; a comment has a box of fixed size,
 * and three boxes a row would cover the sheet. Fields without a reason are left alone.
 */
export const offerReasoned = (
  sheet: Worksheet,
  { field, row, address }: { field: Field; row: Pick<DraftRow, 'reasons'>; address: string },
): void => {
  if (field !== 'nationalBasis' && field !== 'localBasis' && field !== 'disposal') return;
  const list = choice(REASONED[field]);
  const words = prompt(row.reasons[field]);
  const shown = words === '' ? {} : { showInputMessage: true, promptTitle: '预填理由', prompt: words };
  validate(sheet, `${address}:${address}`, { ...list, ...shown });
};

/** At most 255 units, in one line. */
const prompt = (reason: string): string => {
  const line = cellText(reason).replace(/\s+/g, ' ').trim();
  const more = '……（详见“证据”表）';
  return line.length <= 255 ? line : line.slice(0, 255 - more.length).replace(/[\uD800-\uDBFF]$/, '') + more;
};

const choice = (list: string): DataValidation => ({
  type: 'list',
  allowBlank: true,
  formulae: [`"${list}"`],
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: '请从列表中选择',
  error: `只能填写：${list.replaceAll(',', '、')}`,
});

/** Stays with ranges given here: exceljs's own joining of like cells can give ranges that overlap. */
const validate = (sheet: Worksheet, range: string, validation: DataValidation): void => {
  (
    sheet as Worksheet & { dataValidations: { add(range: string, value: DataValidation): void } }
  ).dataValidations.add(range, validation);
};
