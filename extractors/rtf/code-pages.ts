import { TextDecoder } from 'node:util';

/** How the bytes of a run are to be understood. */
export interface Coding {
  /** A name that TextDecoder knows. */
  readonly encoding: string;
  /** Only a guess: the file names a single-byte page or none, but Chinese programs write GBK there all the same. */
  readonly guess?: boolean;
  /** Signs of a symbol font. */
  readonly symbols?: boolean;
}

const PAGES: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1361, 'euc-kr'],
  [10000, 'macintosh'],
  [20936, 'gb18030'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
  ...Array.from({ length: 9 }, (_, page): [number, string] => [1250 + page, `windows-${1250 + page}`]),
]);

/** \fcharset → code page (RTF 1.9.1, font table). */
const CHARSETS: ReadonlyMap<number, number> = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [130, 1361],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

const SYMBOL_CHARSET = 2;
const GUESSED: Coding = { encoding: 'gb18030', guess: true };

/** What a code page means; undefined and the Western one are guessed from the bytes. */
const codingOfPage = (page: number | undefined): Coding => {
  const encoding = page === undefined ? undefined : PAGES.get(page);
  return encoding === undefined || encoding === 'windows-1252' ? GUESSED : { encoding };
};

/** The coding of a font: its own page, else its character set, else the file's page. */
export const codingOf = (
  font: { readonly charset?: number | undefined; readonly page?: number | undefined },
  filePage: number | undefined,
): Coding => {
  if (font.page !== undefined && PAGES.has(font.page)) return codingOfPage(font.page);
  if (font.charset === SYMBOL_CHARSET) return { encoding: 'windows-1252', symbols: true };
  const page = CHARSETS.get(font.charset ?? -1);
  if (page !== undefined) return codingOfPage(page);
  const coding = codingOfPage(filePage);
  // 宋体 declared as Western in a Chinese file: Word would show nonsense, the writer meant Chinese.
  return coding.encoding === 'gb18030' ? GUESSED : coding;
};

/** Length of the character that begins with a byte. */
const characterLength = (encoding: string, first: number, second: number): number => {
  if (first < 0x80) return 1;
  if (encoding === 'utf-8') return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  if (encoding === 'gb18030' && second >= 0x30 && second <= 0x39) return 4;
  if (encoding === 'shift_jis' && first >= 0xa0 && first <= 0xdf) return 1;
  if (encoding.startsWith('windows-') || encoding === 'macintosh') return 1;
  return first === 0x80 || first === 0xff ? 1 : 2;
};

/** Bytes at the beginning that are whole characters; the rest waits for the next run. */
export const wholeCharacters = (encoding: string, bytes: Uint8Array): number => {
  let at = 0;
  while (at < bytes.length) {
    const length = characterLength(encoding, bytes[at]!, bytes[at + 1] ?? 0);
    if (at + length > bytes.length) break;
    at += length;
  }
  return at;
};

/** In Western text letters above ASCII stand alone; in GBK text two stand together somewhere. */
const standAlone = (bytes: Uint8Array): boolean =>
  bytes.every((byte, at) => byte < 0x80 || (bytes[at + 1] ?? 0) < 0x80);

/** Bytes as text; what is no text in the coding becomes U+FFFD. */
export const decode = ({ encoding, guess, symbols }: Coding, bytes: Uint8Array): string => {
  if (symbols) return Array.from(bytes, (byte) => String.fromCharCode(0xf000 | byte)).join('');
  if (!guess) return decoderOf(encoding).decode(bytes);
  const text = standAlone(bytes) ? '\ufffd' : decoderOf(encoding).decode(bytes);
  return text.includes('\ufffd') ? decoderOf('windows-1252').decode(bytes) : text;
};

const decoders = new Map<string, TextDecoder>();

const decoderOf = (encoding: string): TextDecoder => {
  const known = decoders.get(encoding) ?? new TextDecoder(encoding, { ignoreBOM: true });
  decoders.set(encoding, known);
  return known;
};
