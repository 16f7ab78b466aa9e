import type { FileFormat } from '../../model/index.js';

/** Tags that only whole pages have. */
const PAGE_TAG = /^<(?:html|head|body|title|meta|link|base|script|style|frameset)(?=[\s>/])/i;
const KNOWN_TAG =
  /<(\/?)(?:a|address|article|b|big|blockquote|body|br|center|code|dd|div|dl|dt|em|fieldset|font|form|frame|frameset|h[1-6]|head|hr|html|i|iframe|img|input|label|li|link|main|meta|nav|ol|p|pre|script|section|select|small|span|strong|style|sub|sup|table|tbody|td|textarea|tfoot|th|thead|title|tr|tt|u|ul)(?=[\s>/])[^<>]{0,2000}>/gi;
/** A fragment inside of other text needs this many tags, and a tag for this many characters at least. */
const FRAGMENT_TAGS = 8;
const CHARS_PER_TAG = 150;
/** Words before <html>: an HTTP head, a line of a mail. */
const BEFORE_HTML = 500;

/** Tells rtf, mht, eml, html, xml and Markdown by their markup; everything else is txt. */
export const textFormat = (text: string): FileFormat => {
  const start = text.trimStart();
  if (start.startsWith('{\\rtf')) return 'rtf';
  return mailFormat(start) ?? markupFormat(start) ?? (isMarkdown(start) ? 'md' : 'txt');
};

const markupFormat = (text: string): FileFormat | null => {
  const { rest, declared } = withoutProlog(text);
  if (/^<!doctype\s+html/i.test(rest) || PAGE_TAG.test(rest)) return 'html';
  if (declared || /^<!doctype\s/i.test(rest)) return 'xml';
  if (isHtmlByTags(rest)) return 'html';
  const root = /^<([A-Za-z_][\w:.-]{0,60})(?=[\s>/])/.exec(rest)?.[1];
  return root && rest.trimEnd().endsWith('>') && rest.includes(`</${root}>`) ? 'xml' : null;
};

/** Without comments, server directives and the XML declaration at the beginning. */
const withoutProlog = (text: string): { rest: string; declared: boolean } => {
  let rest = text;
  let declared = false;
  for (;;) {
    const [open, close] = rest.startsWith('<!--')
      ? ['<!--', '-->']
      : rest.startsWith('<?')
        ? ['<?', '>']
        : rest.startsWith('<%')
          ? ['<%', '%>']
          : ['', ''];
    const end = open ? rest.indexOf(close, open.length) : -1;
    if (end < 0) return { rest, declared };
    declared ||= /^<\?xml\b/i.test(rest);
    rest = rest.slice(end + close.length).trimStart();
  }
};

const isHtmlByTags = (text: string): boolean => {
  let tags = 0;
  let closing = 0;
  let first = -1;
  let marked = 0;
  for (const match of text.matchAll(KNOWN_TAG)) {
    if (first < 0) first = match.index;
    tags++;
    if (match[1]) closing++;
    marked += match[0].length;
  }
  if (first === 0 && tags >= 2) return true;
  const page = text.slice(0, BEFORE_HTML + 100).search(/<(?:html|body)[\s>]/i);
  if (page >= 0 && page <= BEFORE_HTML && tags >= 6) return true;
  return tags >= FRAGMENT_TAGS && closing >= 2 && text.length - marked <= tags * CHARS_PER_TAG;
};

const MAIL_FIELD =
  /^(from|to|cc|subject|date|received|message-id|mime-version|content-type|return-path|sender|reply-to|x-[\w-]+|[a-z][\w-]{1,40}):/i;
const SURE_FIELDS = ['received', 'message-id', 'mime-version', 'return-path'];
/** Drafts and some exports have none of the sure ones. */
const COMMON_FIELDS = ['from', 'subject', 'content-type'];
/** What a message has that was sent, and a saved page has not. */
const SENT_FIELDS = ['to', 'received', 'return-path', 'delivered-to'];
/** Characters in which the head is looked for: a mail that came through many hands has some thousands. */
const HEAD_WITHIN = 60_000;

/**
 * A head of mail fields up to an empty line (RFC 5322). A page saved with its pictures (RFC 2557) has one too; a mail
 * with pictures in its text is built alike, but was sent to someone.
 */
const mailFormat = (text: string): FileFormat | null => {
  const fields = new Map<string, string>();
  let last = '';
  // A line that the limit cuts says nothing.
  const head = text.slice(0, HEAD_WITHIN).replace(/^From [^\n]{1,200}\n/, '');
  const lines = head.split(/\r?\n/).slice(0, text.length > HEAD_WITHIN ? -1 : undefined);
  for (const line of lines) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && last) {
      fields.set(last, fields.get(last)! + line);
      continue;
    }
    const name = MAIL_FIELD.exec(line)?.[1]?.toLowerCase();
    if (!name) return null;
    last = name;
    fields.set(name, line.slice(name.length + 1));
  }
  const has = (name: string): boolean => fields.has(name);
  if (fields.size < 2 || !(SURE_FIELDS.some(has) || COMMON_FIELDS.every(has))) return null;
  const isPage = has('mime-version') && /multipart\/related/i.test(fields.get('content-type') ?? '');
  return isPage && !SENT_FIELDS.some(has) ? 'mht' : 'eml';
};

/** So many headings are no accident; with front matter or a table one is enough. */
const MARKDOWN_HEADINGS = 3;

/**
 * Only what is surely Markdown: front matter and a heading, a table with its row of dashes, or several headings. A line
 * with # or - alone stands in plain texts too; remarks of a program are all of one level and outnumber its other lines.
 */
const isMarkdown = (text: string): boolean => {
  const lines = text.split(/\r?\n/);
  const filled = lines.filter((line) => line.trim() !== '');
  const marks = filled.flatMap((line) => /^(#{1,6})\s+[^\s#]/u.exec(line)?.[1] ?? []);
  const headings = marks.length;
  if (headings > 0 && hasFrontMatter(lines)) return true;
  const table = lines.some(
    (line, at) => at > 0 && /^\|?\s*:?-{2,}:?\s*\|[-:|\s]*$/u.test(line) && lines[at - 1]!.includes('|'),
  );
  const outlined = headings * 2 <= filled.length || new Set(marks).size > 1;
  return table || (headings >= MARKDOWN_HEADINGS && outlined && /\p{Script=Han}/u.test(text));
};

const hasFrontMatter = (lines: readonly string[]): boolean => {
  if (lines[0]?.trimEnd() !== '---') return false;
  const end = lines.slice(1, 80).findIndex((line) => line.trimEnd() === '---');
  return end > 0 && /^[\w-]{1,40}:/u.test(lines[1]!);
};
