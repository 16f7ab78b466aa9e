import jschardet from 'jschardet';
import type { ReadingNote } from '../model/index.js';

/** A text and how its bytes were understood. */
export interface DecodedText {
  /** Without byte order mark. */
  readonly text: string;
  /** A name that TextDecoder knows: utf-8, utf-16le, utf-16be, gb18030, big5 … */
  readonly encoding: string;
  /** Places that are no text in that encoding; each stands as U+FFFD in `text`. */
  readonly replaced: number;
  /** False where the encoding is a guess that a person should look at. */
  readonly sure: boolean;
}

/** More than enough to tell an encoding by; longer files are judged by their beginning. */
const SAMPLE_BYTES = 65_536;
/** Below this share of everyday characters a reading is a guess. */
const SURE_SHARE = 0.6;
/** What a declared charset is worth beside the share of everyday characters. */
const DECLARED_BONUS = 0.15;

/**
 * Bytes to text, never throwing: byte order mark, then strict UTF-8, then whichever of GB18030, Big5, UTF-16
 * and broken UTF-8 reads as everyday Chinese; jschardet is asked only where none of them does.
 * `hint` is a declared charset (from HTTP or <meta>); it helps to choose but never outweighs the bytes.
 */
export const decodeText = (bytes: Uint8Array, hint?: string): DecodedText => {
  const marked = byteOrderMark(bytes);
  if (marked) return finish(bytes, marked, true);
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 !== null && isSurelyUtf8(utf8, bytes))
    return { text: utf8, encoding: 'utf-8', replaced: 0, sure: true };
  const declared = encodingName(hint);
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const best = bestOf(candidates(sample, declared), sample, declared);
  if (best.share >= SURE_SHARE) return finish(bytes, best.encoding, true);
  const opinion = encodingName(jschardet.detect(Buffer.from(sample)).encoding ?? undefined);
  const second = opinion && bestOf([opinion, best.encoding], sample, undefined);
  return finish(bytes, second && second.share > best.share ? second.encoding : best.encoding, false);
};

/**
 * A name or a field of a few characters, whose encoding nothing says: strict UTF-8 unless that is an accident, else the
 * encoding of `hint` (of the names beside it, say), else whichever of GB18030 and Big5 reads as everyday Chinese.
 */
export const decodeName = (bytes: Uint8Array, hint?: string): string => {
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 !== null && (isSurelyUtf8(utf8, bytes) || strict(bytes, 'gb18030') === null)) return utf8;
  const names = ['gb18030', 'big5', ...(utf8 === null ? [] : ['utf-8'])];
  const whole = names.filter((name) => strict(bytes, name) !== null);
  const { encoding } = bestOf(whole.length > 0 ? whole : names, bytes, encodingName(hint));
  return new TextDecoder(encoding).decode(bytes);
};

/** What the user should know about how the bytes were understood; nothing where all is well. */
export const decodingNotes = ({ encoding, replaced, sure }: DecodedText): ReadingNote[] => {
  const notes: ReadingNote[] = [];
  if (!sure)
    notes.push({
      code: 'encoding-unsure',
      message: `文字编码不能确定，按 ${encoding} 读取，请核对是否有乱码`,
    });
  if (replaced > 0)
    notes.push({
      code: 'encoding-replaced',
      message: `按 ${encoding} 读取，有 ${replaced} 处字节无法识别，以“�”代替`,
    });
  return notes;
};

const byteOrderMark = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
};

/** The text where every byte is valid in the encoding. */
const strict = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** So many characters beyond ASCII that are valid UTF-8 are no accident. */
const NO_ACCIDENT = 24;

/**
 * NUL means UTF-16. Two-byte sequences alone (Latin, Greek, Cyrillic letters), and a few rare characters, are in a
 * Chinese folder more often a short GBK text whose bytes happen to be valid UTF-8.
 */
const isSurelyUtf8 = (text: string, bytes: Uint8Array): boolean => {
  if (text.includes('\0')) return false;
  const beyond = text.match(/[\u0080-\uffff]/g)?.length ?? 0;
  if (beyond === 0 || (beyond >= NO_ACCIDENT && /[\u0800-\uffff]/.test(text))) return true;
  if (!/[\u0800-\uffff]/.test(text)) return false;
  if (everydayShare(bytes, 'utf-8') >= SURE_SHARE || strict(bytes, 'gb18030') === null) return true;
  return everydayShare(bytes, 'gb18030') < SURE_SHARE;
};

/** The name for TextDecoder; every GB label is read as GB18030, which holds them all. Undefined when unknown. */
const encodingName = (label: string | undefined): string | undefined => {
  if (!label) return undefined;
  try {
    const name = new TextDecoder(label.trim()).encoding;
    return name === 'gbk' ? 'gb18030' : name;
  } catch {
    return undefined;
  }
};

const candidates = (sample: Uint8Array, declared: string | undefined): string[] => {
  const names = ['utf-8', 'gb18030', 'big5'];
  if (sample.length >= 4) names.push('utf-16le', 'utf-16be');
  if (declared && !names.includes(declared)) names.push(declared);
  return names;
};

/** The first of the candidates with the greatest share of everyday characters. */
const bestOf = (
  names: readonly string[],
  sample: Uint8Array,
  declared: string | undefined,
): { encoding: string; share: number } => {
  let best = { encoding: 'utf-8', share: Number.NEGATIVE_INFINITY };
  for (const encoding of names) {
    const share = everydayShare(sample, encoding) + (encoding === declared ? DECLARED_BONUS : 0);
    if (share > best.share) best = { encoding, share };
  }
  return best;
};

/** −1 … 1: everyday characters less damaged ones, over all that could tell encodings apart. */
const everydayShare = (sample: Uint8Array, encoding: string): number => {
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  // In UTF-16 plain ASCII is a sign as well; in the others it is the same in all of them.
  const asciiTells = encoding.startsWith('utf-16');
  const everyday = encoding === 'big5' ? traditional() : encoding === 'gb18030' ? simplified() : both();
  let counted = 0;
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x20 && code < 0x7f) {
      if (asciiTells) {
        counted++;
        sum++;
      }
      continue;
    }
    if (code === 0x09 || code === 0x0a || code === 0x0d || code === 0x0c) continue;
    counted++;
    if (isDamage(code)) sum--;
    else if (everyday[code] || isChinesePunctuation(code)) sum++;
    else if (code >= 0x4e00 && code <= 0x9fff) sum += 0.25;
  }
  return counted === 0 ? 1 : sum / counted;
};

/** Replacement character, controls, surrogates and private use. */
const isDamage = (code: number): boolean =>
  code === 0xfffd || code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code <= 0xf8ff);

const isChinesePunctuation = (code: number): boolean =>
  (code >= 0x3000 && code <= 0x301f) ||
  (code >= 0xff01 && code <= 0xff5e) ||
  (code >= 0x2010 && code <= 0x2026) ||
  code === 0xb7 ||
  code === 0xa0;

/**
 * 1 at each UTF-16 unit of a rectangle of lead and trail bytes: the standards put the frequent characters in rows of
 * their own.
 */
const rows = (encoding: string, leads: [number, number], trails: readonly [number, number][]): Uint8Array => {
  const found = new Uint8Array(0x10000);
  const decoder = new TextDecoder(encoding);
  for (let lead = leads[0]; lead <= leads[1]; lead++)
    for (const [first, last] of trails)
      for (let trail = first; trail <= last; trail++)
        found[decoder.decode(new Uint8Array([lead, trail])).charCodeAt(0)] = 1;
  return found;
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** GB 2312 level 1: 3,755 characters, rows 16 … 55. */
const simplified = once(() => rows('gb18030', [0xb0, 0xd7], [[0xa1, 0xfe]]));
/** Big5 level 1: 5,401 characters. */
const traditional = once(() =>
  rows(
    'big5',
    [0xa4, 0xc6],
    [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  ),
);
const both = once(() => simplified().map((yes, code) => yes | (traditional()[code] ?? 0)));

const finish = (bytes: Uint8Array, encoding: string, sure: boolean): DecodedText => {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, replaced: text.split('\ufffd').length - 1, sure };
};
