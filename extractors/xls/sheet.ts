import type { Buffer } from 'node:buffer';
import { FileError } from '../../model/index.js';
import { formatNumber } from '../sheet/number-format.js';
import type { SheetBuilder } from '../sheet/workbook.js';
import type { Globals } from './globals.js';
import { RECORD, type Record, recordsFrom } from './records.js';
import { StringReader } from './strings.js';

const HIDDEN_ROW = 0x20;
/** Error values as cells show them (MS-XLS 2.5.10). */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

/** Reads the records of one sheet; formulas by the result that was kept with them. */
export class SheetReader {
  readonly #globals: Globals;
  readonly #sheet: SheetBuilder;
  /** The cell whose formula gave a text, which stands in the next record. */
  #awaiting: readonly [row: number, column: number] | undefined;

  constructor(globals: Globals, sheet: SheetBuilder) {
    this.#globals = globals;
    this.#sheet = sheet;
  }

  /** Throws FileError('corrupt') where the sheet does not end; RangeError where a record is too short. */
  read(stream: Buffer, at: number): void {
    // Charts inside of a sheet are streams of their own.
    let depth = 0;
    for (const record of recordsFrom(stream, at)) {
      if (depth === 0 && record.type !== RECORD.bof) break;
      if (record.type === RECORD.bof) depth += 1;
      else if (record.type === RECORD.eof) depth -= 1;
      else if (depth === 1) this.#record(record);
      if (depth === 0) return;
    }
    throw new FileError('corrupt', '工作表不完整');
  }

  #record(record: Record): void {
    const { type, data } = record;
    switch (type) {
      case RECORD.labelSst:
        this.#cell(data, this.#globals.strings[data.readUInt32LE(6)] ?? '');
        break;
      case RECORD.label:
      case RECORD.rString:
        this.#cell(data, new StringReader(record, 6).plain());
        break;
      case RECORD.number:
        this.#cell(data, this.#number(data, 4, data.readDoubleLE(6)));
        break;
      case RECORD.rk:
        this.#cell(data, this.#number(data, 4, rkValue(data.readInt32LE(6))));
        break;
      case RECORD.mulRk:
        this.#multiple(data);
        break;
      case RECORD.boolErr:
        this.#cell(data, data[7] ? errorOf(data[6]!) : booleanOf(data[6]!));
        break;
      case RECORD.formula:
        this.#formula(data);
        break;
      case RECORD.string:
        if (this.#awaiting) this.#sheet.cell(...this.#awaiting, new StringReader(record, 0).plain());
        this.#awaiting = undefined;
        break;
      case RECORD.mergedCells:
        this.#merged(data);
        break;
      case RECORD.row:
        if (data.readUInt8(12) & HIDDEN_ROW) this.#sheet.hideRow(data.readUInt16LE(0));
        break;
      case RECORD.columnInfo:
        if (data.readUInt16LE(8) & 1) this.#sheet.hideColumns(data.readUInt16LE(0), data.readUInt16LE(2));
        break;
      case RECORD.textObject:
        this.#textObject(record);
        break;
      default:
    }
  }

  #cell(data: Buffer, text: string): void {
    this.#sheet.cell(data.readUInt16LE(0), data.readUInt16LE(2), text);
  }

  #number(data: Buffer, styleAt: number, value: number): string {
    const { formats, from1904 } = this.#globals;
    return formatNumber(value, formats[data.readUInt16LE(styleAt)] ?? 'General', from1904);
  }

  /** Row, first column, style and number of each cell, last column. */
  #multiple(data: Buffer): void {
    const row = data.readUInt16LE(0);
    const first = data.readUInt16LE(2);
    for (let at = 4, column = first; at + 6 <= data.length - 2; at += 6, column += 1)
      this.#sheet.cell(row, column, this.#number(data, at, rkValue(data.readInt32LE(at + 2))));
  }

  /** FormulaValue (MS-XLS 2.5.133): a number, unless its last two bytes are FFFF. */
  #formula(data: Buffer): void {
    this.#awaiting = undefined;
    if (data.readUInt16LE(12) !== 0xffff) {
      this.#cell(data, this.#number(data, 4, data.readDoubleLE(6)));
      return;
    }
    const kind = data.readUInt8(6);
    if (kind === 0) this.#awaiting = [data.readUInt16LE(0), data.readUInt16LE(2)];
    else if (kind === 1) this.#cell(data, booleanOf(data.readUInt8(8)));
    else if (kind === 2) this.#cell(data, errorOf(data.readUInt8(8)));
  }

  #merged(data: Buffer): void {
    for (let at = 2; at + 8 <= data.length; at += 8)
      this.#sheet.merge(
        [data.readUInt16LE(at), data.readUInt16LE(at + 4)],
        [data.readUInt16LE(at + 2), data.readUInt16LE(at + 6)],
      );
  }

  /** A shape's text stands in the records that continue it (MS-XLS 2.4.329). */
  #textObject({ type, data, more }: Record): void {
    const length = data.readUInt16LE(10);
    const [first, ...rest] = more;
    if (length > 0 && first)
      this.#sheet.box(new StringReader({ type, data: first, more: rest }, 0).flagged(length));
  }
}

const booleanOf = (value: number): string => (value === 1 ? 'TRUE' : 'FALSE');
const errorOf = (value: number): string => ERRORS.get(value) ?? '#N/A';

/** RkNumber (MS-XLS 2.5.217): 30 bits of a whole number or of a double, perhaps in hundredths. */
const rkValue = (rk: number): number => {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setInt32(4, rk & ~3, true);
  const value = rk & 2 ? rk >> 2 : bytes.getFloat64(0, true);
  return rk & 1 ? value / 100 : value;
};
