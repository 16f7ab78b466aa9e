import { FileError } from '../../model/index.js';
import { type DecodedText, decodeText } from '../encoding.js';
import { checkLength } from '../size.js';

/** A file with a larger share of unreadable characters is no text. */
const MAX_DAMAGE = 0.1;

/** The text of a file in its encoding. Throws FileError: corrupt where the bytes are no text, too-large. */
export const decodeSource = (bytes: Uint8Array): DecodedText => {
  const decoded = decodeText(bytes);
  checkLength(decoded.text);
  if (decoded.replaced + controlsIn(decoded.text) > MAX_DAMAGE * decoded.text.length)
    throw new FileError('corrupt', '内容不是文字');
  return decoded;
};

/** Control characters that no text has. */
const controlsIn = (text: string): number => {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 && !(code >= 0x09 && code <= 0x0d)) count++;
  }
  return count;
};
