import type { Buffer } from 'node:buffer';
import { FileError } from '../../model/index.js';

/** Records of BIFF8 that hold what a reader sees (MS-XLS 2.3.2). */
export const RECORD = {
  formula: 0x0006,
  eof: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  continue: 0x003c,
  columnInfo: 0x007d,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  rString: 0x00d6,
  xf: 0x00e0,
  mergedCells: 0x00e5,
  sst: 0x00fc,
  labelSst: 0x00fd,
  textObject: 0x01b6,
  number: 0x0203,
  label: 0x0204,
  boolErr: 0x0205,
  string: 0x0207,
  row: 0x0208,
  rk: 0x027e,
  format: 0x041e,
  bof: 0x0809,
} as const;

/** A record and those that continue it, in pieces as they stand. */
export interface Record {
  readonly type: number;
  readonly data: Buffer;
  readonly more: readonly Buffer[];
}

/** The records of a stream from an offset on. Throws FileError('corrupt') where one leads outside of the stream. */
export function* recordsFrom(stream: Buffer, start: number): Generator<Record> {
  let at = start;
  while (at + 4 <= stream.length) {
    const type = stream.readUInt16LE(at);
    const data = take(stream, at);
    at += 4 + data.length;
    const more: Buffer[] = [];
    while (at + 4 <= stream.length && stream.readUInt16LE(at) === RECORD.continue) {
      const piece = take(stream, at);
      more.push(piece);
      at += 4 + piece.length;
    }
    yield { type, data, more };
  }
}

const take = (stream: Buffer, at: number): Buffer => {
  const end = at + 4 + stream.readUInt16LE(at + 2);
  if (end > stream.length) throw new FileError('corrupt', '文件内部结构不完整');
  return stream.subarray(at + 4, end);
};
