import { Buffer } from 'node:buffer';
import { FileError } from '../../model/index.js';
import { parsedField } from './fields.js';

/** Fields by their names in small letters; each byte of a value stands as one character (latin1), for fieldText to decode. */
export type Fields = ReadonlyMap<string, string>;

/** A part of a MIME message that holds something, still in its transfer encoding. */
export interface MimePart {
  readonly fields: Fields;
  /** Small letters: text/html. */
  readonly type: string;
  readonly body: Buffer;
  /** False where the file ends before the part does. */
  readonly isWhole: boolean;
  /** The part, by its number among all, whose versions it is one of; null where it is no version of anything. */
  readonly alternativeOf: number | null;
  /** Whether it belongs to a page beside it, as its pictures do. */
  readonly isRelated: boolean;
}

/** Parts inside parts: a saved page has one or two levels, a mail three or four. */
const MAX_DEPTH = 10;
/** A saved page has some hundred pictures. */
const MAX_PARTS = 5000;
/** Bytes in which the fields of a part must end. */
const MAX_HEAD = 65_536;

const tooMany = (): FileError => new FileError('too-many', `最多 ${MAX_PARTS} 个`);

/** Fields up to an empty line (RFC 5322), and where the body begins. */
const readHead = (bytes: Buffer): { fields: Fields; bodyAt: number } => {
  const fields = new Map<string, string>();
  const head = bytes.toString('latin1', 0, MAX_HEAD);
  let at = head.length - head.trimStart().length;
  let last = '';
  while (at < head.length) {
    const end = head.indexOf('\n', at);
    const line = head.slice(at, end < 0 ? undefined : end).replace(/\r$/, '');
    at = end < 0 ? head.length : end + 1;
    if (line === '') break;
    if (/^[ \t]/.test(line)) fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
    else {
      const colon = line.indexOf(':');
      last = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
      if (!fields.has(last)) fields.set(last, line.slice(colon + 1).trim());
    }
  }
  return { fields, bodyAt: at };
};

/** The fields of a message alone. */
export const readFields = (bytes: Buffer): Fields => readHead(bytes).fields;

/** The bodies between the lines of a boundary; the last flag tells whether its end was found. */
const between = (body: Buffer, boundary: string): { part: Buffer; isWhole: boolean }[] => {
  const line = Buffer.from(`--${boundary}`, 'latin1');
  const found: { part: Buffer; isWhole: boolean }[] = [];
  let start = -1;
  for (let at = body.indexOf(line); at >= 0; at = body.indexOf(line, at + line.length)) {
    if (at > 0 && body[at - 1] !== 0x0a) continue;
    // The line break before the line belongs to it (RFC 2046, 5.1.1).
    const partEnd = at - (body[at - 2] === 0x0d ? 2 : 1);
    if (start >= 0) found.push({ part: body.subarray(start, Math.max(partEnd, start)), isWhole: true });
    if (found.length > MAX_PARTS) throw tooMany();
    const end = body.indexOf(0x0a, at);
    start = end < 0 ? body.length : end + 1;
    if (body.toString('latin1', at + line.length, at + line.length + 2) === '--') return found;
  }
  if (start >= 0) found.push({ part: body.subarray(start), isWhole: false });
  return found;
};

/** A message: its own fields, its parts and those inside them, in order. */
export interface MimeMessage {
  readonly fields: Fields;
  readonly parts: readonly MimePart[];
}

/** What a part is part of. */
interface Surroundings {
  readonly depth: number;
  readonly isWhole: boolean;
  readonly alternativeOf: number | null;
  readonly isRelated: boolean;
}

/** Takes a message apart. Throws FileError: corrupt where parts lie too deep inside one another, too-many. */
export const readMessage = (bytes: Buffer): MimeMessage => {
  const parts: MimePart[] = [];
  let visited = 0;
  const visit = (part: Buffer, { depth, ...around }: Surroundings): Fields => {
    const number = visited++;
    const { fields, bodyAt } = readHead(part);
    const { value, parameters } = parsedField(fields.get('content-type') ?? 'text/plain');
    const type = value.toLowerCase();
    const body = part.subarray(bodyAt);
    const boundary = parameters.get('boundary') ?? '';
    if (type.startsWith('multipart/') && boundary !== '') {
      if (depth >= MAX_DEPTH) throw new FileError('corrupt', '内容嵌套过深');
      const inside = {
        depth: depth + 1,
        alternativeOf: type === 'multipart/alternative' ? number : around.alternativeOf,
        isRelated: around.isRelated || type === 'multipart/related',
      };
      for (const inner of between(body, boundary)) visit(inner.part, { ...inside, isWhole: inner.isWhole });
    } else {
      if (parts.length >= MAX_PARTS) throw tooMany();
      parts.push({ fields, type, body, ...around });
    }
    return fields;
  };
  const start = bytes.subarray(bytes.toString('latin1', 0, 3) === '\xef\xbb\xbf' ? 3 : 0);
  return { fields: visit(start, { depth: 0, isWhole: true, alternativeOf: null, isRelated: false }), parts };
};

const hexDigit = (byte: number | undefined): number => {
  const value = Number.parseInt(String.fromCharCode(byte ?? 0x20), 16);
  return Number.isNaN(value) ? -1 : value;
};

/** A part's content without its transfer encoding (RFC 2045, 6.7 and 6.8). */
export const decodeBody = ({ fields, body }: MimePart): Buffer => {
  const encoding = parsedField(fields.get('content-transfer-encoding') ?? '').value.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  if (encoding !== 'quoted-printable') return body;
  const decoded = Buffer.alloc(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at]!;
    const high = byte === 0x3d ? hexDigit(body[at + 1]) : -1;
    const low = high < 0 ? -1 : hexDigit(body[at + 2]);
    if (low >= 0) {
      decoded[length++] = high * 16 + low;
      at += 2;
    } else if (byte === 0x3d && body[at + 1] === 0x0d && body[at + 2] === 0x0a) at += 2;
    else if (byte === 0x3d && body[at + 1] === 0x0a) at += 1;
    else decoded[length++] = byte;
  }
  return decoded.subarray(0, length);
};
