import { Buffer } from 'node:buffer';
import { FileError } from '../../model/index.js';

/** A part of a MIME message that holds something, still in its transfer encoding. */
export interface MimePart {
  /** Small letters: text/html. */
  readonly type: string;
  readonly id: string;
  readonly encoding: string;
  readonly body: Buffer;
  /** False where the file ends before the part does. */
  readonly isWhole: boolean;
}

/** Parts inside parts: a saved page has one or two levels. */
const MAX_DEPTH = 5;
/** A saved page has some hundred pictures. */
const MAX_PARTS = 5000;
/** Bytes in which the fields of a part must end. */
const MAX_HEAD = 65_536;

const tooMany = (): FileError => new FileError('too-large', `网页存档内文件超过${MAX_PARTS}个`);

type Fields = ReadonlyMap<string, string>;

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

/** A parameter of a field: boundary="…". */
const parameterOf = (field: string, name: string): string => {
  for (const part of field.split(';').slice(1)) {
    const equals = part.indexOf('=');
    if (part.slice(0, Math.max(equals, 0)).trim().toLowerCase() !== name) continue;
    return part
      .slice(equals + 1)
      .trim()
      .replace(/^"|"$/g, '');
  }
  return '';
};

/** The bodies between the lines of a boundary; the last flag tells whether its end was found. */
const between = (body: Buffer, boundary: string): { part: Buffer; isWhole: boolean }[] => {
  const line = Buffer.from(`--${boundary}`, 'latin1');
  const found: { part: Buffer; isWhole: boolean }[] = [];
  let start = -1;
  for (let at = body.indexOf(line); at >= 0; at = body.indexOf(line, at + line.length)) {
    if (at > 0 && body[at - 1] !== 0x0a) continue;
    if (start >= 0) found.push({ part: body.subarray(start, at), isWhole: true });
    if (found.length > MAX_PARTS) throw tooMany();
    const end = body.indexOf(0x0a, at);
    start = end < 0 ? body.length : end + 1;
    if (body.toString('latin1', at + line.length, at + line.length + 2) === '--') return found;
  }
  if (start >= 0) found.push({ part: body.subarray(start), isWhole: false });
  return found;
};

/** The parts of a message and of the parts inside it, in order, and the id of the one it begins with ('' if not said). */
export const readParts = (bytes: Buffer): { parts: readonly MimePart[]; start: string } => {
  const parts: MimePart[] = [];
  const visit = (part: Buffer, isWhole: boolean, depth: number): string => {
    const { fields, bodyAt } = readHead(part);
    const type = (fields.get('content-type') ?? 'text/plain').split(';', 1)[0]!.trim().toLowerCase();
    const body = part.subarray(bodyAt);
    const boundary = parameterOf(fields.get('content-type') ?? '', 'boundary');
    if (type.startsWith('multipart/') && boundary !== '') {
      if (depth >= MAX_DEPTH) throw new FileError('corrupt', '内容嵌套过深');
      for (const inner of between(body, boundary)) visit(inner.part, inner.isWhole, depth + 1);
    } else {
      if (parts.length >= MAX_PARTS) throw tooMany();
      const encoding = (fields.get('content-transfer-encoding') ?? '').toLowerCase();
      parts.push({ type, id: fields.get('content-id') ?? '', encoding, body, isWhole });
    }
    return parameterOf(fields.get('content-type') ?? '', 'start');
  };
  const start = visit(bytes, true, 0);
  return { parts, start };
};

const hexDigit = (byte: number | undefined): number => {
  const value = Number.parseInt(String.fromCharCode(byte ?? 0x20), 16);
  return Number.isNaN(value) ? -1 : value;
};

/** A part's content without its transfer encoding (RFC 2045, 6.7 and 6.8). */
export const decodeBody = ({ encoding, body }: MimePart): Buffer => {
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
