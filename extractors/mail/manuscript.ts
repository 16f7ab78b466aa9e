import { Buffer } from 'node:buffer';
import {
  type Block,
  FileError,
  type Manuscript,
  type MetadataField,
  type ReadingNote,
} from '../../model/index.js';
import { readHtml } from '../html/read.js';
import { readTxt } from '../txt.js';
import type { Mail, MailText } from './mail.js';

/** What programs put before the subject of an answer or of a mail that is passed on. */
const PASSED_ON = /^(?:(?:转发|回复|答复|转|fwd?|re) {0,2}[:：] {0,2}){1,20}/i;
/** How many times more text the plain version must have to be preferred: a page's reader may take text for a menu. */
const MUCH_MORE = 2;
const UTF8_MARK = '\ufeff';

/**
 * A mail as a document: its subject as a heading, then its text. The version as a web page is preferred, for its tables.
 * Throws FileError('no-text') for a mail without subject and text.
 */
export const manuscriptOf = async (mail: Mail): Promise<Manuscript> => {
  const bodies: Manuscript[] = [];
  for (const text of mail.texts) {
    const body = await bodyOf(text);
    if (body) bodies.push(body);
  }
  const subject = mail.subject.replace(PASSED_ON, '').trim();
  const isRepeated = bodies[0]?.text.split('\n', 1)[0]?.trim() === subject;
  const { text, blocks } = joined(isRepeated ? '' : subject, bodies);
  if (blocks.length === 0) throw new FileError('no-text', noText(mail));
  return {
    format: mail.format,
    text,
    blocks,
    metadata: factsOf(mail),
    notes: [...bodies.flatMap(({ notes }) => notes), ...notesOf(mail)],
  };
};

const noText = ({ attachments }: Mail): string =>
  attachments.length > 0 ? `邮件没有正文，附件有 ${attachments.length} 个，另行读取` : '邮件没有正文';

const bodyOf = async ({ html, plain }: MailText): Promise<Manuscript | undefined> => {
  const page = html === undefined ? undefined : await readIfAny(readHtml, html);
  const text = plain === undefined ? undefined : await readIfAny(readTxt, plain);
  return text && (!page || text.text.length > page.text.length * MUCH_MORE) ? text : page;
};

const readIfAny = async (
  read: (bytes: Uint8Array) => Promise<Manuscript>,
  text: string,
): Promise<Manuscript | undefined> => {
  try {
    return await read(Buffer.from(UTF8_MARK + text));
  } catch (error) {
    if (error instanceof FileError && (error.reason.code === 'no-text' || error.reason.code === 'corrupt'))
      return undefined;
    throw error;
  }
};

/** One text of them all; paragraphs and tables are counted on. */
const joined = (subject: string, bodies: readonly Manuscript[]): Pick<Manuscript, 'text' | 'blocks'> => {
  let text = subject;
  const blocks: Block[] = [];
  let paragraphs = 0;
  let tables = 0;
  if (subject) {
    paragraphs = 1;
    blocks.push({
      kind: 'paragraph',
      span: { start: 0, end: subject.length },
      paragraph: 1,
      headingLevel: 1,
    });
  }
  for (const body of bodies) {
    if (text) text += '\n';
    const shift = text.length;
    const [paragraphsBefore, tablesBefore] = [paragraphs, tables];
    for (const { span, paragraph, cell, numbering, ...block } of body.blocks) {
      paragraphs = Math.max(paragraphs, paragraphsBefore + paragraph);
      if (cell) tables = Math.max(tables, tablesBefore + cell.table + 1);
      blocks.push({
        ...block,
        span: shifted(span, shift),
        paragraph: paragraphsBefore + paragraph,
        ...(numbering ? { numbering: shifted(numbering, shift) } : {}),
        ...(cell ? { cell: { ...cell, table: tablesBefore + cell.table } } : {}),
      });
    }
    text += body.text;
  }
  return { text, blocks };
};

const shifted = ({ start, end }: Block['span'], by: number): Block['span'] => ({
  start: start + by,
  end: end + by,
});

/** 发送时间 and not 日期: the day of a mail is not the day when what it says was published. */
const factsOf = ({ subject, from, sentOn }: Mail): MetadataField[] =>
  Object.entries({ 主题: subject, 发件人: from, 发送时间: sentOn })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name, value, from: 'meta' }));

const notesOf = ({ attachments, isWhole }: Mail): ReadingNote[] => [
  ...(attachments.length > 0
    ? [{ code: 'mail-attachments', message: `邮件有 ${attachments.length} 个附件，另行读取` }]
    : []),
  ...(isWhole ? [] : [{ code: 'parts-missing', message: '邮件不完整，可能没有下载完整，后面的内容缺失' }]),
];
