import { dateLine } from './dates.js';
import { isDecreeLine, isNumberLine, isSalutation } from './head-lines.js';
import type { Line } from './lines.js';
import { type FoundTitle, type KnownNames, namesRegulation, titleEndingAt } from './title.js';
import { comparable } from './title-words.js';
import { isLetterhead } from './unit-names.js';

const CONTENTS = /^(?:目录|目次|总则|附则)$/u;
/** How many lines of other matter may stand between a title and the body it heads. */
const MAX_GAP = 12;

/** The nearest title above a body, past contents, dates, numbers, issuers and an enacting sentence in brackets. */
export const titleAbove = (
  lines: readonly Line[],
  at: number,
  floor: number,
  names: KnownNames,
  most = MAX_GAP,
): FoundTitle | null => {
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
    const title = titleEndingAt(lines, i, floor, names);
    if (title) return title;
    if (/[。；]$/u.test(tight) && !/[）)]$/u.test(tight)) return null;
    gap++;
  }
  return null;
};

/** The title of the file's first document: the last one above the first line of a body. */
export const headTitle = (lines: readonly Line[], names: KnownNames): FoundTitle | null => {
  let found: FoundTitle | null = null;
  for (let i = 0; i < Math.min(lines.length, 60); i++) {
    const line = lines[i]!;
    if (isBody(line)) break;
    if (isDecreeLine(line.tight) || isNumberLine(line.tight) || isLetterhead(line.tight)) continue;
    // The cells of a form below its title name no document.
    if (found && line.block.cell) continue;
    const title = titleEndingAt(lines, i, found?.to ?? 0, names);
    if (title && isBetter(title.text, found?.text ?? '')) found = title;
  }
  return found;
};

/** A later headline is the document's own title, unless it only names a part: 说明 below X评分表. */
const isBetter = (title: string, found: string): boolean =>
  !found ||
  namesRegulation(comparable(title)) ||
  (!namesRegulation(comparable(found)) && title.length >= found.length);

const isBody = (line: Line): boolean =>
  isSalutation(line) ||
  (line.mark !== null && ['article', 'ideograph', 'bracketed'].includes(line.mark.kind)) ||
  (line.tight.length > 45 && /[。；：]/u.test(line.tight) && !/^[（(].*[）)]$/u.test(line.tight));
