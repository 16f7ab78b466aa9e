import type { Buffer } from 'node:buffer';
import { FileError } from '../../model/index.js';
import { builtInFormat } from '../sheet/number-format.js';
import { RECORD, recordsFrom } from './records.js';
import { readSharedStrings, StringReader } from './strings.js';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Where its records begin in the stream. */
  readonly at: number;
}

/** What stands before the sheets. */
export interface Globals {
  readonly sheets: readonly ListedSheet[];
  readonly strings: readonly string[];
  /** Format codes by the number of the cell format (XF). */
  readonly formats: readonly string[];
  readonly from1904: boolean;
}

const BIFF8 = 0x0600;
const WORKSHEET = 0;
/** More sheets than anyone looks through. */
const MAX_SHEETS = 1000;

/** Reads the workbook's own records. Throws FileError: encrypted, unsupported (Excel 95 and older), too-large, corrupt. */
export const readGlobals = (stream: Buffer): Globals => {
  const sheets: ListedSheet[] = [];
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let strings: readonly string[] = [];
  let from1904 = false;
  let ended = false;
  for (const record of recordsFrom(stream, 0)) {
    const { type, data } = record;
    if (sheets.length === 0 && type === RECORD.bof && data.readUInt16LE(0) !== BIFF8)
      throw new FileError('unsupported', 'Excel 95 及更早版本的表格');
    if (type === RECORD.filePass) throw new FileError('encrypted');
    if (type === RECORD.boundSheet && data[5] === WORKSHEET) sheets.push(sheetOf(data));
    else if (type === RECORD.sst) strings = readSharedStrings(record);
    else if (type === RECORD.date1904) from1904 = data.readUInt16LE(0) === 1;
    else if (type === RECORD.format) codes.set(data.readUInt16LE(0), new StringReader(record, 2).plain());
    else if (type === RECORD.xf) styles.push(data.readUInt16LE(2));
    if (sheets.length > MAX_SHEETS) throw new FileError('too-large', `工作表超过${MAX_SHEETS}个`);
    if (type === RECORD.eof) {
      ended = true;
      break;
    }
  }
  if (!ended) throw new FileError('corrupt', '文件内部结构不完整');
  const formats = styles.map((id) => codes.get(id) ?? builtInFormat(id));
  return { sheets, strings, formats, from1904 };
};

const sheetOf = (data: Buffer): ListedSheet => {
  const wide = (data.readUInt8(7) & 1) !== 0;
  const end = 8 + data.readUInt8(6) * (wide ? 2 : 1);
  return {
    at: data.readUInt32LE(0),
    hidden: (data[4]! & 3) !== 0,
    name: data.toString(wide ? 'utf16le' : 'latin1', 8, end),
  };
};
