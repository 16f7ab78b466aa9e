import { Buffer } from 'node:buffer';
import { decodeWords } from 'postal-mime';
import { decodeName } from '../encoding.js';

/** A field like text/plain; charset=gb2312: its value, and its parameters by their names in small letters. */
export interface ParsedField {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * A field as it is read: encoded words (RFC 2047) decoded, and bytes beyond ASCII, which many programs write as they are,
 * as UTF-8 or GBK. `raw` has one character a byte.
 */
export const fieldText = (raw: string): string => decodeWords(decodeBytes(raw)).trim();

const decodeBytes = (raw: string): string =>
  /[\x80-\xff]/.test(raw) ? decodeName(Buffer.from(raw, 'latin1')) : raw;

/** Takes a field apart. Parameters that were cut into pieces or carry their charset (RFC 2231) come out whole. */
export const parsedField = (raw: string): ParsedField => {
  const [value = '', ...rest] = splitOutsideQuotes(raw);
  const pieces = rest.flatMap((text): Piece[] => {
    const equals = text.indexOf('=');
    if (equals < 0) return [];
    const [, name, number, star] = PARAMETER.exec(text.slice(0, equals).trim().toLowerCase()) ?? [];
    if (!name) return [];
    return [
      { name, number: Number(number ?? 0), isEncoded: star === '*', value: unquoted(text.slice(equals + 1)) },
    ];
  });
  return { value: value.trim(), parameters: joined(pieces) };
};

/** One piece of a parameter: filename*0*=gb2312''%CD%A8. */
interface Piece {
  readonly name: string;
  readonly number: number;
  readonly isEncoded: boolean;
  readonly value: string;
}

const PARAMETER = /^([^*\s]{1,60})(?:\*(\d{1,4}))?(\*)?$/;

const splitOutsideQuotes = (raw: string): string[] => {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < raw.length; at++) {
    if (raw[at] === '"') quoted = !quoted;
    else if (raw[at] === '\\' && quoted) at++;
    else if (raw[at] === ';' && !quoted) {
      parts.push(raw.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, raw.slice(start)];
};

const unquoted = (text: string): string => {
  const value = text.trim();
  if (!value.startsWith('"')) return value;
  const end = value.endsWith('"') && value.length > 1 ? value.length - 1 : value.length;
  return value.slice(1, end).replace(/\\(["\\])/g, '$1');
};

/** Of a parameter that is given twice, plain and with its charset, the one with its charset. */
const joined = (pieces: readonly Piece[]): Map<string, string> => {
  const byName = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const all = byName.get(piece.name);
    if (all) all.push(piece);
    else byName.set(piece.name, [piece]);
  }
  const parameters = new Map<string, string>();
  for (const [name, all] of byName) {
    const isContinued = all.some(({ number }) => number > 0);
    const encoded = all.filter(({ isEncoded }) => isEncoded);
    const chosen = isContinued ? all : (encoded.length > 0 ? encoded : all).slice(0, 1);
    parameters.set(name, textOf([...chosen].sort((a, b) => a.number - b.number)));
  }
  return parameters;
};

const textOf = (pieces: readonly Piece[]): string => {
  if (!pieces.some(({ isEncoded }) => isEncoded)) return fieldText(pieces.map(({ value }) => value).join(''));
  const [, charset = '', first = ''] = /^([^']{0,40})'[^']{0,40}'(.*)$/s.exec(pieces[0]!.value) ?? [];
  const bytes = pieces.map(({ isEncoded, value }, i) => {
    const text = i === 0 && first !== '' ? first : value;
    return Buffer.from(isEncoded ? fromPercents(text) : text, 'latin1');
  });
  return decodeAs(Buffer.concat(bytes), charset);
};

const fromPercents = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const decodeAs = (bytes: Buffer, charset: string): string => {
  try {
    return new TextDecoder(charset || 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeName(bytes);
  }
};
