import type { Attachment, Header, Manuscript, Regulation, RegulationRole } from '../../model/index.js';
import { type AttachmentList, attachmentListAt, isAttachmentHead, isClosing } from './attachments.js';
import { findStarts, type Start } from './boundaries.js';
import { dateLine } from './dates.js';
import { isSalutation } from './head-lines.js';
import { readHeader } from './header.js';
import { imprintDate } from './header-dates.js';
import { type Line, linesOf } from './lines.js';
import { takeHeadTable } from './metadata-table.js';
import { knownNames } from './names.js';
import type { KnownNames } from './title.js';
import { comparable } from './title-words.js';
import { buildTree } from './tree.js';
import { isIssuerLine } from './unit-names.js';

/** Raise when the documents, headers, trees or units of the same manuscript may come out differently. */
export const SEGMENT_VERSION = '3';

/** The documents of one file, in order: at least one for any text. */
export const segment = (manuscript: Manuscript): Regulation[] => {
  const { fields, rest: lines } = takeHeadTable(linesOf(manuscript));
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
  const provisions = buildTree(textLines(lines, start, bodyAt, end, attachmentsAt, list));
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
    if (i < from) return line.mark !== null || isSentence(line);
    if ((list && i >= list.from && i < list.to) || isClosing(line)) return false;
    if (i >= attachmentsAt) return true;
    if (i === from && isSalutation(line)) return /将|应当|不得|予以/u.test(line.tight);
    const next = lines[i + 1];
    const signs =
      isIssuerLine(line.tight) && !line.mark && next && (dateLine(next.tight) || isIssuerLine(next.tight));
    return !(signs || dateLine(line.tight));
  });

/** A line of the head that says something, not a name, number, date or label. */
const isSentence = (line: Line): boolean =>
  /[。；]/u.test(line.tight) ||
  (/[，、]/u.test(line.tight) && line.tight.length > 30 && !isIssuerLine(line.tight));

/** Which earlier document this one belongs to, and how. */
const relation = (
  header: Header,
  start: Start,
  before: readonly Regulation[],
  manuscript: Manuscript,
): { role: RegulationRole; parent?: Regulation } => {
  const last = before.at(-1);
  if (!last) return { role: 'main' };
  const title = comparable(header.title?.value ?? '');
  for (const parent of [...before].reverse()) {
    const above = comparable(parent.header.title?.value ?? '');
    if (parent.attachments.some((entry) => sameTitle(entry.title, title)) && !/印发|转发|批转/u.test(above)) {
      return { role: 'attached', parent };
    }
    // The page's headline may be the regulation's title, so that the notice below it seems to bear it too.
    if (title.length >= 4 && above.includes(title)) return { role: handedOn(above), parent };
  }
  const words = comparable(last.header.title?.value ?? '');
  const text = comparable(
    manuscript.text.slice(last.span.start, Math.min(last.span.end, last.span.start + 1500)),
  );
  const hands = /转发|批转|印发|公布|发布|下发/u;
  if (hands.test(words) || (title.length >= 4 && hands.test(text) && text.includes(title))) {
    return { role: handedOn(hands.test(words) ? words : text), parent: last };
  }
  if (start.attached)
    return { role: 'attached', parent: last.role === 'attached' ? (before[last.parent ?? 0] ?? last) : last };
  return { role: 'main' };
};

const handedOn = (words: string): RegulationRole => (/转发|批转/u.test(words) ? 'forwarded' : 'issued');

const sameTitle = (entry: string, title: string): boolean => {
  const listed = comparable(entry);
  return title.length >= 4 && (listed.includes(title) || (listed.length >= 6 && title.includes(listed)));
};

/** A regulation issued by a notice has the notice's 文号, issuer and dates where it gives none of its own. */
const inherit = (own: Header, parent: Header): Header => {
  const fact = <T extends { readonly from: string }>(mine: T | null, theirs: T | null): T | null =>
    mine ?? (theirs && { ...theirs, from: 'inherited' });
  const issuer = fact(own.issuer, parent.issuer);
  return {
    ...own,
    documentNumber: fact(own.documentNumber, parent.documentNumber),
    issuer,
    issuers: own.issuer ? own.issuers : parent.issuers,
    issuedOn: fact(own.issuedOn, parent.issuedOn),
    publishedOn: fact(own.publishedOn, parent.publishedOn),
    level: own.level.value === 'other' ? parent.level : own.level,
    territory: own.territory ?? parent.territory,
  };
};

/** Each entry of an attachment list learns which of the file's documents it is. */
const linkAttachments = (regulations: readonly Regulation[]): Regulation[] =>
  regulations.map((regulation) => ({
    ...regulation,
    attachments: regulation.attachments.map((entry): Attachment => {
      const target = regulations.find(
        (other) =>
          other.parent === regulation.index &&
          sameTitle(entry.title, comparable(other.header.title?.value ?? '')),
      );
      return target ? { ...entry, regulation: target.index } : entry;
    }),
  }));
