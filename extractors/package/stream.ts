import { Parser } from 'htmlparser2';
import { FileError } from '../../model/index.js';

/** What a reader wants to know of a large part; names without prefixes. */
export interface XmlEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const MAX_DEPTH = 1000;
const CHUNK = 65_536;

/**
 * Reads a part that is too large for a tree, element by element. Only the built-in entities are decoded, nothing
 * outside is fetched. Throws FileError('corrupt') where elements are left open or nested absurdly.
 */
export const streamXml = (bytes: Uint8Array, name: string, events: XmlEvents): void => {
  /** For each open element whether anything stands in it. */
  const filled: boolean[] = [];
  let broken = false;
  const parser = new Parser(
    {
      onopentag(raw, attributes) {
        if (filled.length > MAX_DEPTH) throw new FileError('corrupt', `${name} 嵌套过深`);
        if (filled.length > 0) filled[filled.length - 1] = true;
        filled.push(false);
        events.open?.(localName(raw), attributes);
      },
      ontext(text) {
        if (filled.length > 0) filled[filled.length - 1] = true;
        events.text?.(text);
      },
      onclosetag(raw, implied) {
        // An element closed by itself is reported as implied too, but is always empty.
        if (filled.pop() && implied) broken = true;
        events.close?.(localName(raw));
      },
    },
    { xmlMode: true },
  );
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += CHUNK)
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
  parser.end(decoder.decode());
  if (broken) throw new FileError('corrupt', `${name} 内容不完整`);
};

const encodingOf = (bytes: Uint8Array): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe
    ? 'utf-16le'
    : bytes[0] === 0xfe && bytes[1] === 0xff
      ? 'utf-16be'
      : 'utf-8';

const localName = (raw: string): string => raw.slice(raw.indexOf(':') + 1);
