import { decodeText } from '../encoding.js';

/** The beginning of a file, decoded, and whether it is text at all. */
export interface TextSample {
  readonly text: string;
  /** damaged-text: some bytes are none of the encoding, but most of it reads. */
  readonly quality: 'text' | 'damaged-text' | 'binary';
}

const SAMPLE_BYTES = 262_144;
/** Above this share of control and replacement characters it is no text. */
const DAMAGE_SHARE = 0.02;
const SUBSTITUTE = 0x1a;

/** Decodes enough of a file to tell what kind of text it is. An empty file is text. */
export const sampleText = (bytes: Uint8Array): TextSample => {
  const head = bytes.subarray(0, cutOf(bytes));
  const { text, encoding, sure } = decodeText(head);
  // Any bytes are some UTF-16; without a mark it must also read as a language.
  if (!sure && encoding.startsWith('utf-16')) return { text, quality: 'binary' };
  let damaged = 0;
  for (let i = 0; i < text.length; i++) if (isDamage(text, i)) damaged++;
  if (damaged === 0) return { text, quality: 'text' };
  return { text, quality: damaged <= text.length * DAMAGE_SHARE ? 'damaged-text' : 'binary' };
};

/** Control and replacement characters. The end-of-file sign of DOS closes many old texts. */
const isDamage = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  // The last character may be the beginning of one that was cut off.
  if (code === SUBSTITUTE || code === 0xfffd) return at < text.length - 1;
  return code === 0x7f || (code < 0x20 && (code < 0x09 || code === 0x0b || code > 0x0d));
};

/** Bytes that no text in an encoding with ASCII inside has. UTF-16 is full of them. */
export const hasControlBytes = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 64).some((byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d));

/** Not in the middle of a character, where a line ends or ASCII stands near the limit. */
const cutOf = (bytes: Uint8Array): number => {
  if (bytes.length <= SAMPLE_BYTES) return bytes.length;
  for (let cut = SAMPLE_BYTES; cut > SAMPLE_BYTES - 4096; cut--)
    if (bytes[cut - 1] === 0x0a && bytes[cut] !== 0) return cut;
  return SAMPLE_BYTES;
};
