import { type FiledLedger, type FiledRow, LEDGER_FIELDS, type LedgerForm } from '../../model/index.js';
import { FORMS } from '../ledger/forms.js';
import { type Line, table } from './table.js';

const FORM_WORDS: Readonly<Record<LedgerForm, string>> = {
  national: '国家样式',
  district: '区县样式',
};

/** Rows shown; the machine's form has all. */
const SHOWN = 3;

/** A ledger that a unit has filled in: whose, in which form, and its first rows under the form's headings. */
export const filedLedgerLines = ({ form, unit, date, rows }: FiledLedger): string[] => [
  '已填报的台账',
  ...table('  ', [
    ['样式', FORM_WORDS[form]],
    ['填报单位', unit || '未找到'],
    ['填报日期', date ?? '未找到'],
    ['行数', rows.length > 0 ? `${rows.length}` : '0（经梳理，不涉及）'],
  ]),
  ...rows.slice(0, SHOWN).flatMap((row, index) => [`  第${index + 1}行`, ...rowLines(row, form)]),
  ...(rows.length > SHOWN ? [`  另有${rows.length - SHOWN}行，见 --json`] : []),
];

const rowLines = ({ cells }: FiledRow, form: LedgerForm): string[] =>
  table(
    '    ',
    LEDGER_FIELDS.map((field, at): Line => [FORMS[form].headings[at]!, cells[field].text || '（空）']),
  );
