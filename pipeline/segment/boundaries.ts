import { findDocumentNumbers } from '../../model/index.js';
import { isAttachmentHead, isClosing } from './attachments.js';
import { dateLine } from './dates.js';
import type { Line } from './lines.js';
import {
  comparable,
  type FoundTitle,
  isIssuerLine,
  isLetterhead,
  namesRegulation,
  titleEndingAt,
  titleGoesOn,
} from './title.js';

/** Where a document of the file begins. */
export interface Start {
  /** Its first line: letterhead, 文号 or title. */
  readonly line: number;
  readonly title: FoundTitle | null;
  /** It stands under the head of an attachment (附件2). */
  readonly attached: boolean;
}

const SALUTATION =
  /^(?:各|有关|本|驻|全[省市区县]|[\p{Script=Han}（）]{2,40}(?:人民政府|局|委|厅|办|单位|部门|公司|学校|处|院|行|会|中心|镇|街道)[，、：:]).{0,400}[：:]$/u;
const DECREE = /(?:现予|予以|现将.{0,60}予以|特此)(?:公布|发布|颁布)|现(?:公布|发布|颁布)/u;
const DECREE_LINE =
  /令$|令[（(]?第?[0-9０-９零〇○一二三四五六七八九十百]+号[）)]?$|^[（(]?第[0-9０-９零〇○一二三四五六七八九十百]+号(?:令)?[）)]?$/u;
const CONTENTS = /^(?:目录|目次|总则|附则)$/u;
/** How many lines of other matter may stand between a title and the body it heads. */
const MAX_GAP = 12;

/** The words of address at the head of a notice: 各市、县人民政府，省直各单位： */
export const isSalutation = (line: Line): boolean =>
  !line.mark && !line.block.cell && line.tight.length <= 420 && SALUTATION.test(line.tight);

/** A line that is nothing but a 文号. */
export const isNumberLine = (tight: string): boolean => {
  if (tight.length > 60) return false;
  const [number] = findDocumentNumbers(tight);
  return !!number && tight.length - (number.end - number.start) <= 3;
};

/** 中华人民共和国国务院令 第530号. */
export const isDecreeLine = (tight: string): boolean => tight.length <= 60 && DECREE_LINE.test(tight);

/** The beginnings of all documents of a file, in order; the first is at line 0. */
export const findStarts = (lines: readonly Line[]): Start[] => {
  const starts: Start[] = [{ line: 0, title: headTitle(lines), attached: false }];
  let articles = 0;
  let signed = false;
  let attached = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const current = starts.at(-1)!;
    const opened = openingAt(lines, i, current, { articles, signed, attached });
    if (opened && opened.from >= (current.title?.to ?? current.line + 1)) {
      if (isDecreeOnly(lines, current, opened) || repeats(current, opened, articles)) {
        starts[starts.length - 1] = { ...current, title: opened };
      } else {
        starts.push({ line: firstLineOf(lines, opened, current), title: opened, attached });
      }
      articles = 0;
      signed = false;
      attached = false;
    }
    if (line.mark?.kind === 'article') articles++;
    if (isAttachmentHead(line)) attached = true;
    else if (dateLine(line.tight) && i > 0 && isIssuerLine(lines[i - 1]!.tight)) signed = true;
  }
  return starts;
};

interface Passed {
  readonly articles: number;
  readonly signed: boolean;
  readonly attached: boolean;
}

/** The title of a document whose body begins at line `at`, when one does. */
const openingAt = (lines: readonly Line[], at: number, current: Start, passed: Passed): FoundTitle | null => {
  const line = lines[at]!;
  if (line.mark?.kind === 'article' && line.mark.value === 1 && !line.block.cell)
    return titleAbove(lines, at, current.line);
  if (isSalutation(line)) {
    const title = titleAbove(lines, at, current.line, 4);
    return title && (passed.signed || passed.attached || title.from > current.line + 3) ? title : null;
  }
  if ((!passed.signed && !passed.attached) || line.block.cell) return null;
  // 关于完善…制度 looks whole, but its title goes on in the next line.
  if (titleGoesOn(lines, at)) return null;
  const title = titleEndingAt(lines, at, current.line);
  if (!title || !namesRegulation(title.text.replace(/\s/gu, '')) || isDecreeLine(line.tight)) return null;
  return hasBody(lines, title.to) ? title : null;
};

/** A body follows the title soon: numbered headings, articles, words of address, or an enacting sentence. */
const hasBody = (lines: readonly Line[], from: number): boolean => {
  let headings = 0;
  for (const line of lines.slice(from, from + 40)) {
    if (isAttachmentHead(line)) return false;
    if (line.block.cell) continue;
    if (line.mark?.kind === 'article' || isSalutation(line)) return true;
    if (line.mark?.kind === 'ideograph' && ++headings >= 2) return true;
  }
  return false;
};

/** The nearest title above a body, past contents, dates, numbers, issuers and an enacting sentence in brackets. */
const titleAbove = (lines: readonly Line[], at: number, floor: number, most = MAX_GAP): FoundTitle | null => {
  let gap = 0;
  for (let i = at - 1; i >= floor && gap < most; i--) {
    const line = lines[i]!;
    const { tight, mark } = line;
    const structure = mark && ['part', 'subpart', 'chapter', 'section'].includes(mark.kind);
    if (structure || CONTENTS.test(tight)) continue;
    if (isDecreeLine(tight) || isNumberLine(tight) || dateLine(tight)) {
      gap++;
      continue;
    }
    const title = titleEndingAt(lines, i, floor);
    if (title) return title;
    if (/[。；]$/u.test(tight) && !/[）)]$/u.test(tight)) return null;
    gap++;
  }
  return null;
};

/** The title of the file's first document: the last one above the first line of a body. */
const headTitle = (lines: readonly Line[]): FoundTitle | null => {
  let found: FoundTitle | null = null;
  for (let i = 0; i < Math.min(lines.length, 60); i++) {
    const line = lines[i]!;
    if (isBody(line)) break;
    if (isDecreeLine(line.tight) || isNumberLine(line.tight) || isLetterhead(line.tight)) continue;
    const title = titleEndingAt(lines, i, found?.to ?? 0);
    const better =
      !found || namesRegulation(comparable(title?.text ?? '')) || !namesRegulation(comparable(found.text));
    if (title && better) found = title;
  }
  return found;
};

const isBody = (line: Line): boolean =>
  isSalutation(line) ||
  (line.mark !== null && ['article', 'ideograph', 'bracketed'].includes(line.mark.kind)) ||
  (line.tight.length > 45 && /[。；：]/u.test(line.tight) && !/^[（(].*[）)]$/u.test(line.tight));

/** Only a decree stands between the two titles: 国务院令 … 现予公布 … is the head of the regulation, not a document. */
const isDecreeOnly = (lines: readonly Line[], current: Start, opened: FoundTitle): boolean => {
  const between = lines.slice(current.line, opened.from);
  const length = between.reduce((sum, line) => sum + line.tight.length, 0);
  return (
    length < 900 &&
    !between.some(isSalutation) &&
    between.some((l) => isDecreeLine(l.tight) || DECREE.test(l.tight)) &&
    !between.some((l) => l.mark && l.mark.kind !== 'article' && l.mark.kind !== 'bracketed-decimal')
  );
};

/** The headline of a page and the title of the text below it are one, as long as no provision stands between. */
const repeats = (current: Start, opened: FoundTitle, articles: number): boolean => {
  if (!current.title || articles > 0) return false;
  const [a, b] = [comparable(current.title.text), comparable(opened.text)];
  return a === b;
};

/** Up from the title over letterhead, 文号 and the attachment's head. */
const firstLineOf = (lines: readonly Line[], title: FoundTitle, current: Start): number => {
  let first = title.from;
  const floor = Math.max(current.title?.to ?? 0, current.line + 1);
  while (first > floor) {
    const above = lines[first - 1]!;
    const { tight } = above;
    const belongs =
      isLetterhead(tight) || isNumberLine(tight) || isDecreeLine(tight) || isAttachmentHead(above);
    if (!belongs || isClosing(above)) break;
    first--;
  }
  return first;
};
