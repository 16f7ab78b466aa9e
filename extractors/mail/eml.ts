import { Buffer } from 'node:buffer';
import { FileError } from '../../model/index.js';
import { decodeText } from '../encoding.js';
import { fieldText, parsedField } from '../mime/fields.js';
import { decodeBody, type MimePart, readFields, readMessage } from '../mime/parts.js';
import { type Attachment, type Mail, type MailText, SMALL_PICTURE, WINMAIL } from './mail.js';

/** They prove who sent a mail and hold nothing to read. */
const SIGNATURES = /^application\/(?:(?:x-)?pkcs7-signature|pgp-signature)$/;
const SEALED = /^application\/(?:x-)?pkcs7-mime$/;

/** What base64 leaves of its characters. */
const BASE64_SHARE = 0.75;

/**
 * Takes a mail (RFC 5322) apart. Throws FileError: corrupt where its parts lie too deep inside one another, too-many.
 */
export const parseEml = (bytes: Uint8Array): Mail => {
  const { fields, parts } = readMessage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const field = (name: string): string => fieldText(fields.get(name) ?? '');
  return {
    format: 'eml',
    subject: field('subject'),
    from: field('from'),
    sentOn: dayOf(field('date')),
    texts: textsOf(parts.filter(isText)),
    attachments: parts.filter((part) => !isText(part)).flatMap(attachmentOf),
    isWhole: parts.every(({ isWhole }) => isWhole),
  };
};

const disposition = (part: MimePart) => parsedField(part.fields.get('content-disposition') ?? '');
const contentType = (part: MimePart) => parsedField(part.fields.get('content-type') ?? '');

const fileName = (part: MimePart): string =>
  disposition(part).parameters.get('filename') ?? contentType(part).parameters.get('name') ?? '';

const isText = (part: MimePart): boolean =>
  (part.type === 'text/plain' || part.type === 'text/html') &&
  disposition(part).value.toLowerCase() !== 'attachment' &&
  fileName(part) === '';

/** Versions of one passage stand together, where the first of them stands. */
const textsOf = (parts: readonly MimePart[]): MailText[] => {
  const texts: { html?: string; plain?: string }[] = [];
  const byAlternative = new Map<number, { html?: string; plain?: string }>();
  for (const part of parts) {
    const known = part.alternativeOf === null ? undefined : byAlternative.get(part.alternativeOf);
    const text = known ?? {};
    const kind = part.type === 'text/html' ? 'html' : 'plain';
    text[kind] = text[kind] === undefined ? decodedText(part) : `${text[kind]}\n${decodedText(part)}`;
    if (!known) texts.push(text);
    if (part.alternativeOf !== null) byAlternative.set(part.alternativeOf, text);
  }
  return texts;
};

const decodedText = (part: MimePart): string => {
  const { parameters } = contentType(part);
  const { text } = decodeText(decodeBody(part), parameters.get('charset'));
  if (parameters.get('format')?.toLowerCase() !== 'flowed') return text;
  return unflowed(text, parameters.get('delsp')?.toLowerCase() === 'yes');
};

/** Lines that end in a space go on in the next one, but for the line above a signature (RFC 3676). */
const unflowed = (text: string, deletesSpace: boolean): string =>
  text
    .split(/\r?\n/)
    .map((line) => {
      const goesOn = line.endsWith(' ') && line !== '-- ';
      const kept = goesOn && deletesSpace ? line.slice(0, -1) : line;
      return goesOn ? kept : `${kept}\n`;
    })
    .join('');

const attachmentOf = (part: MimePart, index: number): Attachment[] => {
  if (SIGNATURES.test(part.type)) return [];
  const belongsToText = part.isRelated || disposition(part).value.toLowerCase() === 'inline';
  const isPicture = part.type.startsWith('image/');
  if (isPicture && belongsToText && part.body.length * BASE64_SHARE < SMALL_PICTURE) return [];
  const name = fileName(part) || nameless(part, index);
  return [{ name, content: () => contentOf(part, name) }];
};

const nameless = (part: MimePart, index: number): string => {
  if (part.type === 'message/rfc822') {
    const subject = fieldText(readFields(decodeBody(part)).get('subject') ?? '');
    return `${subject || `邮件${index + 1}`}.eml`;
  }
  const [kind, ending = ''] = part.type.split('/');
  return kind === 'image' ? `图片${index + 1}.${ending}` : `附件${index + 1}`;
};

const contentOf = (part: MimePart, name: string): Uint8Array => {
  if (part.type === 'application/ms-tnef' || name.toLowerCase() === 'winmail.dat')
    throw new FileError('unsupported', WINMAIL);
  if (SEALED.test(part.type)) {
    const kind = contentType(part).parameters.get('smime-type') ?? '';
    throw kind.startsWith('signed')
      ? new FileError('unsupported', '签名邮件（S/MIME），请用邮件软件打开后另存')
      : new FileError('encrypted', 'S/MIME 加密邮件');
  }
  if (!part.isWhole) throw new FileError('corrupt', '邮件在这里中断');
  return decodeBody(part);
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day where the mail was sent: Tue, 5 Mar 2024 10:00:00 +0800. */
const dayOf = (date: string): string => {
  const [, day = '', month = '', year] = /\b(\d{1,2}) {1,3}([A-Za-z]{3}) {1,3}(\d{4})\b/.exec(date) ?? [];
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  if (number === 0) return date;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
};
