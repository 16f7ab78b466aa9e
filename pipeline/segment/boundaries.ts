import { isAttachmentHead, isClosing } from './attachments.js';
import { dateLine } from './dates.js';
import { headTitle, titleAbove } from './find-title.js';
import { isDecreeLine, isNumberLine, isSalutation } from './head-lines.js';
import type { Line } from './lines.js';
import { type FoundTitle, type KnownNames, namesRegulation, titleEndingAt, titleGoesOn } from './title.js';
import { comparable } from './title-words.js';
import { isIssuerLine, isLetterhead } from './unit-names.js';

/** Where a document of the file begins. */
export interface Start {
  /** Its first line: letterhead, 文号 or title. */
  readonly line: number;
  readonly title: FoundTitle | null;
  /** It stands under the head of an attachment (附件2). */
  readonly attached: boolean;
}

const DECREE = /(?:现予|予以|现将.{0,60}予以|特此)(?:公布|发布|颁布)|现(?:公布|发布|颁布)/u;
/** Longer than any decree. */
const LONGEST_DECREE = 900;

/** The beginnings of all documents of a file, in order; the first is at line 0. */
export const findStarts = (lines: readonly Line[], names: KnownNames): Start[] => {
  const starts: Start[] = [{ line: 0, title: headTitle(lines, names), attached: false }];
  let articles = 0;
  let signed = false;
  let dated = false;
  let attached = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const current = starts.at(-1)!;
    const opened = openingAt(lines, i, current, { articles, signed, dated, attached, names });
    if (opened && opened.from >= (current.title?.to ?? current.line + 1)) {
      if (isDecreeOnly(lines, current, opened) || repeats(current, opened, articles, names)) {
        starts[starts.length - 1] = { ...current, title: withoutSection(opened, names) };
      } else {
        starts.push({ line: firstLineOf(lines, opened, current), title: opened, attached });
      }
      articles = 0;
      signed = false;
      dated = false;
      attached = false;
    }
    if (line.mark?.kind === 'article') articles++;
    if (isAttachmentHead(line)) attached = true;
    else if (dateLine(line.tight) && i > 0) {
      dated = true;
      if (isIssuerLine(lines[i - 1]!.tight)) signed = true;
    }
  }
  return starts;
};

interface Passed {
  readonly articles: number;
  readonly signed: boolean;
  readonly dated: boolean;
  readonly attached: boolean;
  readonly names: KnownNames;
}

/** The title of a document whose body begins at line `at`, when one does. */
const openingAt = (lines: readonly Line[], at: number, current: Start, passed: Passed): FoundTitle | null => {
  const line = lines[at]!;
  if (line.mark?.kind === 'article' && line.mark.value === 1 && !line.block.cell)
    return titleAbove(lines, at, current.line, passed.names);
  if (isSalutation(line)) {
    const title = titleAbove(lines, at, current.line, passed.names, 4);
    return title && (passed.signed || passed.attached || title.from > current.line + 3) ? title : null;
  }
  if (!(passed.signed || passed.dated || passed.attached) || line.block.cell) return null;
  // 关于完善…制度 looks whole, but its title goes on in the next line.
  if (titleGoesOn(lines, at)) return null;
  const title = titleEndingAt(lines, at, current.line, passed.names);
  // A date without names ends a notice only where what follows is a document that the notice names.
  if (title && !passed.signed && !passed.attached && !passed.names.is(comparable(title.text))) return null;
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

/** Only a decree stands between the two titles: 国务院令 … 现予公布 … is the head of the regulation, not a document. */
const isDecreeOnly = (lines: readonly Line[], current: Start, opened: FoundTitle): boolean => {
  let length = 0;
  let decreed = false;
  for (let i = current.line; i < opened.from; i++) {
    const line = lines[i]!;
    length += line.tight.length;
    if (length >= LONGEST_DECREE || isSalutation(line)) return false;
    if (line.mark && line.mark.kind !== 'article' && line.mark.kind !== 'bracketed-decimal') return false;
    decreed ||= isDecreeLine(line.tight) || DECREE.test(line.tight);
  }
  return decreed;
};

/** The headline of a page and the title of the text below it are one, as long as no provision stands between. */
const repeats = (current: Start, opened: FoundTitle, articles: number, names: KnownNames): boolean => {
  const above = current.title?.text ?? names.page;
  if (!above || articles > 0 || (!current.title && current.line > 0)) return false;
  const [a, b] = [comparable(above), comparable(withoutSection(opened, names).text)];
  return a === b;
};

/** On pages that put their title before the name of each section: X办法 + 办法. */
const withoutSection = (title: FoundTitle, { page }: KnownNames): FoundTitle =>
  page && page.length >= 8 && title.text.startsWith(page) && title.text.length - page.length <= 6
    ? { ...title, text: page }
    : title;

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
