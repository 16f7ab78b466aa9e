import { LEDGER_FIELDS, type LedgerField } from '../../model/index.js';
import { columnPoints } from './layout.js';

/** The fourteen columns of the official form, in order. */
export const FIELDS = LEDGER_FIELDS;
export type Field = LedgerField;

/**
 * Column widths in units of a digit; together about what landscape A4 holds at full size. None is exactly 9,
 * which exceljs takes for its default and leaves out, whereupon each spreadsheet puts its own.
 */
export const WIDTHS = [4.5, 17, 7, 7, 7, 29, 7, 7, 19, 8, 8.5, 9.2, 9.2, 13] as const;

/** Columns that are read from the left; all others stand in the middle. */
export const FROM_LEFT: ReadonlySet<Field> = new Set(['document', 'summary', 'basisContent']);

/** The columns' inner widths in points. */
export const POINTS = WIDTHS.map(columnPoints);

/** The whole table's width in points. */
export const TABLE_POINTS = POINTS.reduce((sum, each) => sum + each, 0);

/** 0 → A. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);

export const LAST_COLUMN = letterOf(FIELDS.length - 1);

/** Behind the form's columns, hidden and not printed. */
export const IDENTITY = { column: FIELDS.length + 1, heading: '行标识', width: 24 } as const;
