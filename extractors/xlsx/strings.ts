import { FileError } from '../../model/index.js';
import { streamXml } from '../package/stream.js';

/** Characters of all shared strings; what a hostile file has more of is never shown. */
const MAX_TEXT = 32 * 1024 * 1024;
const MAX_STRINGS = 2_000_000;

/** The shared strings of a workbook, runs joined, phonetic guides left out. Throws FileError: corrupt, too-large. */
export const readStrings = (bytes: Uint8Array | undefined, name: string): readonly string[] => {
  const strings: string[] = [];
  if (!bytes) return strings;
  let current = '';
  let inText = false;
  let phonetic = 0;
  let total = 0;
  streamXml(bytes, name, {
    open(element) {
      if (element === 'si') current = '';
      else if (element === 'rPh') phonetic += 1;
      else if (element === 't') inText = phonetic === 0;
    },
    text(text) {
      if (!inText) return;
      current += text;
      total += text.length;
      if (total > MAX_TEXT) throw new FileError('too-large', '表格文字过多');
    },
    close(element) {
      if (element === 't') inText = false;
      else if (element === 'rPh') phonetic -= 1;
      else if (element === 'si') {
        strings.push(unescaped(current));
        if (strings.length > MAX_STRINGS) throw new FileError('too-large', '表格文字过多');
      }
    },
  });
  return strings;
};

/** Characters that XML can not hold are written as _x000D_ (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
