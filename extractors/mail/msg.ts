import { Buffer } from 'node:buffer';
import { createRequire } from 'node:module';
import type { FieldsData } from '@kenjiuno/msgreader';
import { FileError } from '../../model/index.js';
import { decodeText } from '../encoding.js';
import { checkCompoundStreams } from '../package/compound-check.js';
import { type Attachment, type Mail, SMALL_PICTURE } from './mail.js';

/** A CommonJS module, whose default not every loader finds in the same place. */
const { default: MsgReader }: typeof import('@kenjiuno/msgreader') = createRequire(import.meta.url)(
  '@kenjiuno/msgreader',
);
type MsgReader = InstanceType<typeof MsgReader>;

/** Code pages of old mails whose texts are not in Unicode; all others are read as GBK. */
const ENCODINGS: Readonly<Record<number, string>> = { 950: 'big5', 65001: 'utf8' };
const DEFAULT_ENCODING = 'gbk';
const BEIJING_HOURS = 8;
const PICTURE = /\.(?:png|gif|jpe?g|bmp|emz|wmz)$/i;

/** Takes a mail that Outlook has saved ([MS-OXMSG]) apart. Throws FileError('corrupt'). */
export const parseMsg = (bytes: Uint8Array): Mail => {
  checkCompoundStreams(bytes);
  const { reader, fields } = fieldsOf(bytes);
  const { html } = fields;
  const page = html instanceof Uint8Array ? decodeText(html).text : textOf(fields.bodyHtml);
  const body = textOf(fields.body);
  return {
    format: 'msg',
    subject: textOf(fields.subject),
    from: [textOf(fields.senderName), textOf(fields.senderEmail)].filter(Boolean).join(' '),
    sentOn: dayOf(textOf(fields.clientSubmitTime) || textOf(fields.messageDeliveryTime)),
    texts: page || body ? [{ ...(page ? { html: page } : {}), ...(body ? { plain: body } : {}) }] : [],
    attachments: (fields.attachments ?? [])
      .filter((attachment) => !isOrnament(attachment))
      .map((attachment, index) => attachmentOf(reader, attachment, index)),
    isWhole: true,
  };
};

/** A property may have another type than its name says: the file gives both. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const fieldsOf = (bytes: Uint8Array): { reader: MsgReader; fields: FieldsData } => {
  const first = read(bytes, DEFAULT_ENCODING);
  const encoding = ENCODINGS[first.fields.messageCodepage ?? 0];
  return encoding ? read(bytes, encoding) : first;
};

const read = (bytes: Uint8Array, ansiEncoding: string): { reader: MsgReader; fields: FieldsData } => {
  try {
    const reader = new MsgReader(exactBuffer(bytes));
    reader.parserConfig = { ansiEncoding };
    return { reader, fields: reader.getFileData() };
  } catch (error) {
    throw new FileError('corrupt', '', { cause: error });
  }
};

/** The reader takes the whole of a buffer. */
const exactBuffer = (bytes: Uint8Array): ArrayBuffer =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;

/** A small picture that the text refers to. */
const isOrnament = ({ pidContentId, contentLength, fileName, fileNameShort }: FieldsData): boolean =>
  pidContentId !== undefined &&
  (contentLength ?? 0) < SMALL_PICTURE &&
  PICTURE.test(textOf(fileName) || textOf(fileNameShort));

const attachmentOf = (reader: MsgReader, attachment: FieldsData, index: number): Attachment => {
  const { fileName, fileNameShort, name, innerMsgContent, innerMsgContentFields } = attachment;
  const names = [fileName, fileNameShort, name, innerMsgContentFields?.subject];
  const given = names.map(textOf).find((text) => text !== '') ?? '';
  const isMail = innerMsgContent === true;
  return {
    name: `${given || `附件${index + 1}`}${isMail && !given.toLowerCase().endsWith('.msg') ? '.msg' : ''}`,
    content() {
      if (!isMail && attachment.dataId === undefined)
        throw new FileError('unsupported', '附件只是一个链接，没有随邮件保存');
      try {
        return Buffer.from(reader.getAttachment(attachment).content);
      } catch (error) {
        throw new FileError('corrupt', '', { cause: error });
      }
    },
  };
};

/** The day in China: the time is kept in UTC. */
const dayOf = (time: string): string => {
  const milliseconds = Date.parse(time);
  const inBeijing = new Date(milliseconds + BEIJING_HOURS * 3_600_000);
  return Number.isNaN(inBeijing.getTime()) ? '' : inBeijing.toISOString().slice(0, 10);
};
