import { streamXml } from '../package/stream.js';
import { formatNumber } from '../sheet/number-format.js';
import { MAX_COLUMN, MAX_ROW, type SheetBuilder } from '../sheet/workbook.js';
import { unescaped } from './strings.js';

/** What cells refer to. */
export interface Surroundings {
  readonly strings: readonly string[];
  /** Format codes by style number. */
  readonly formats: readonly string[];
  readonly from1904: boolean;
}

/** A1 → row 0, column 0; undefined where it is no reference. */
const placeOf = (reference: string): [row: number, column: number] | undefined => {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row >= 1 && row <= MAX_ROW && column <= MAX_COLUMN ? [row - 1, column - 1] : undefined;
};

/** Reads the cells of a worksheet part; formulas by the value that was kept with them. */
export const readSheetXml = (
  bytes: Uint8Array,
  name: string,
  around: Surroundings,
  sheet: SheetBuilder,
): void => {
  let row = -1;
  let column = -1;
  let type = 'n';
  let style = 0;
  let value = '';
  let inline = '';
  let collecting: 'value' | 'inline' | undefined;
  let phonetic = 0;
  streamXml(bytes, name, {
    open(element, attributes) {
      switch (element) {
        case 'row':
          row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
          column = -1;
          if (isOn(attributes.hidden)) sheet.hideRow(row);
          break;
        case 'c': {
          const place = attributes.r === undefined ? undefined : placeOf(attributes.r);
          [row, column] = place ?? [row, column + 1];
          type = attributes.t ?? 'n';
          style = Number(attributes.s ?? 0);
          value = '';
          inline = '';
          break;
        }
        case 'v':
          collecting = 'value';
          break;
        case 'rPh':
          phonetic += 1;
          break;
        case 't':
          if (type === 'inlineStr' && phonetic === 0) collecting = 'inline';
          break;
        case 'col':
          if (isOn(attributes.hidden))
            sheet.hideColumns(Number(attributes.min) - 1, Number(attributes.max) - 1);
          break;
        case 'mergeCell': {
          const [first, last] = (attributes.ref ?? '').split(':').map(placeOf);
          if (first && last) sheet.merge(first, last);
          break;
        }
        default:
      }
    },
    text(text) {
      if (collecting === 'value') value += text;
      else if (collecting === 'inline') inline += text;
    },
    close(element) {
      if (element === 'v' || element === 't') collecting = undefined;
      else if (element === 'rPh') phonetic -= 1;
      else if (element === 'c') sheet.cell(row, column, shown(type, value, inline, around, style));
    },
  });
};

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

const shown = (type: string, value: string, inline: string, around: Surroundings, style: number): string => {
  switch (type) {
    case 's':
      return around.strings[Number(value)] ?? '';
    case 'inlineStr':
      return unescaped(inline);
    case 'str':
      return unescaped(value);
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'e':
    case 'd':
      return value;
    default:
      return value === ''
        ? ''
        : formatNumber(Number(value), around.formats[style] ?? 'General', around.from1904) || value;
  }
};
