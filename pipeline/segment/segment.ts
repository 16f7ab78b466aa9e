import type { Manuscript, Regulation } from '../../model/index.js';
import { type AttachmentList, attachmentListAt, isAttachmentHead, isClosing } from './attachments.js';
import { findStarts, type Start } from './boundaries.js';
import { dateLine, findDates } from './dates.js';
import { isDecreeLine, isNumberLine, isSalutation } from './head-lines.js';
import { readHeader } from './header.js';
import { imprintDate } from './header-dates.js';
import { type Line, linesOf } from './lines.js';
import { takeHeadTable } from './metadata-table.js';
import { knownNames } from './names.js';
import { inherit, linkAttachments, relation } from './relations.js';
import { withoutCopies } from './repeats.js';
import { isHistoryNote, type KnownNames } from './title.js';
import { buildTree } from './tree.js';
import { isIssuerLine, isLetterhead } from './unit-names.js';

/** Raise when the documents, headers, trees or units of the same manuscript may come out differently. */
export const SEGMENT_VERSION = '9';

/**
 * The documents of one file, in order: at least one for any text. In the tables of the given numbers no document and
 * no running text is looked for, as in spreadsheets.
 */
export const segment = (
  manuscript: Manuscript,
  dataTables: ReadonlySet<number> = new Set(),
): Regulation[] => {
  const { fields, rest: lines } = takeHeadTable(withoutCopies(linesOf(manuscript, dataTables)));
  if (!lines.length) return [];
  const metadata = [...fields, ...manuscript.metadata];
  const names = knownNames(lines, metadata);
  const starts = findStarts(lines, names);
  const regulations: Regulation[] = [];
  starts.forEach((start, index) => {
    const end = starts[index + 1]?.line ?? lines.length;
    regulations.push(regulationOf({ ...manuscript, metadata }, names, lines, start, end, index, regulations));
  });
  return linkAttachments(regulations);
};

const regulationOf = (
  manuscript: Manuscript,
  names: KnownNames,
  lines: readonly Line[],
  start: Start,
  end: number,
  index: number,
  before: readonly Regulation[],
): Regulation => {
  const bodyAt = bodyStart(lines, start, end);
  const list = findList(lines, bodyAt, end);
  const attachmentsAt = firstAttachment(lines, bodyAt, end);
  const own = readHeader({
    manuscript,
    head: lines.slice(start.line, bodyAt),
    body: lines.slice(bodyAt, attachmentsAt),
    title: start.title,
    names,
    metadata: index === 0 ? manuscript.metadata : [],
  });
  const { role, parent } = relation(own, start, before, manuscript);
  const header = parent && role !== 'attached' ? inherit(own, parent.header) : own;
  const text = textLines(lines, start, bodyAt, end, attachmentsAt, list);
  const bodyFrom = lines[bodyAt]!.span.start;
  const inHead = text.findIndex((line) => line.span.start >= bodyFrom);
  const provisions = buildTree(text, inHead < 0 ? text.length : inHead);
  return {
    index,
    role,
    ...(parent && { parent: parent.index }),
    span: { start: lines[start.line]!.span.start, end: lines[end - 1]!.span.end },
    header: {
      ...header,
      issuedOn: header.issuedOn ?? imprintDate(lines.slice(start.line, end)) ?? header.publishedOn,
    },
    provisions,
    attachments: list?.entries ?? [],
  };
};

const WIDE: ReadonlySet<string> = new Set(['part', 'subpart', 'chapter', 'section', 'article', 'ideograph']);

/** The first line behind the title, its 文号 and what else stands in the head. */
const bodyStart = (lines: readonly Line[], start: Start, end: number): number => {
  const from = start.title?.to ?? start.line;
  const near = lines.slice(from, Math.min(end, from + 40));
  // Contents and tables of facts are numbered 1. 2. 3. too: where articles or 一、 follow, the text begins with them.
  const wide = near.some((line) => line.mark && WIDE.has(line.mark.kind));
  for (let i = from; i < from + near.length; i++) {
    const line = lines[i]!;
    const opens = line.mark && (!wide || WIDE.has(line.mark.kind));
    if (isSalutation(line) || opens || isAttachmentHead(line)) return i;
    if (line.tight.length > 45 && /[。；：]/u.test(line.tight) && !isEnacting(line)) return i;
  }
  return Math.min(from, end - 1);
};

/** （2004年5月27日 … 通过）and decrees belong to the head. */
const isEnacting = (line: Line): boolean =>
  /^[（(].*(?:通过|公布|发布|批准|修订|修正|施行).*[）)]$/u.test(line.tight) ||
  (/(?:通过|批准)/u.test(line.tight) &&
    /(?:公布|发布|颁布|施行)/u.test(line.tight) &&
    line.tight.length < 300);

/** Where the attachments' own pages begin: behind the signature, or at the end. */
const firstAttachment = (lines: readonly Line[], from: number, end: number): number => {
  for (let i = from; i < end; i++) {
    if (isAttachmentHead(lines[i]!) && !attachmentListAt(lines, i, end)) return i;
  }
  return end;
};

const findList = (lines: readonly Line[], from: number, end: number): AttachmentList | null => {
  for (let i = from; i < end; i++) {
    const list = attachmentListAt(lines, i, end);
    if (list) return list;
  }
  return null;
};

/**
 * The lines that are provisions: what stands between head and signature, sentences of the head, and all of the
 * attachments. Only what can be no provision by its form is left out.
 */
const textLines = (
  lines: readonly Line[],
  start: Start,
  from: number,
  end: number,
  attachmentsAt: number,
  list: AttachmentList | null,
): Line[] =>
  lines.slice(start.line, end).filter((line, k) => {
    const i = start.line + k;
    if (start.title && i >= start.title.from && i < start.title.to) return false;
    if (i < from) return saysSomething(line, start.title !== null && i >= start.title.to);
    if ((list && i >= list.from && i < list.to) || isClosing(line)) return false;
    if (i >= attachmentsAt) return true;
    if (i === from && isSalutation(line)) return /将|应当|不得|予以/u.test(line.tight);
    const next = lines[i + 1];
    const signs =
      isIssuerLine(line.tight) && !line.mark && next && (dateLine(next.tight) || isIssuerLine(next.tight));
    return !(signs || dateLine(line.tight));
  });

/**
 * A line of the head that may be a provision. Above the title stand the menus of sites, where only sentences, numbers
 * and cells count; below it everything that is not a name, number or date of the head.
 */
const saysSomething = (line: Line, belowTitle: boolean): boolean => {
  const { tight } = line;
  if (line.mark || line.block.cell || tight.endsWith('|') || isSentence(line)) return true;
  return (
    belowTitle &&
    !isHistoryNote(tight) &&
    !isDecreeLine(tight) &&
    !isNumberLine(tight) &&
    !isLetterhead(tight) &&
    !isIssuerLine(tight) &&
    !HEAD_LABEL.test(tight) &&
    !findDates(tight).length
  );
};

/** What stands around a title: contents, sources, buttons of the page. */
const HEAD_LABEL =
  /^(?:目录|目次|编辑|来源|作者|发布|浏览|点击|字号|字体|打印|关闭|分享|大中小|保护视力色|文章来源|信息来源|发文字号|文号|索引号|【|\[|代?市长|代?省长|区长|县长|局长|部长|主任|主席|院长)/u;

const isSentence = (line: Line): boolean =>
  /[。；]/u.test(line.tight) ||
  (/[，、]/u.test(line.tight) && line.tight.length > 30 && !isIssuerLine(line.tight));
