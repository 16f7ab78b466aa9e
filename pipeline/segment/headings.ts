import type { Span } from '../../model/index.js';
import { isAttachmentHead, isClosing } from './attachments.js';
import { dateLine } from './dates.js';
import type { Line } from './lines.js';
import { endsAsTitle } from './title.js';
import { isIssuerLine } from './unit-names.js';

/** A line without a number that names what follows it: 申请条件, 失信信息, the title of a form. */
export interface Heading {
  /** 1 is the widest; headings of the same level end each other. */
  readonly level: number;
  /** Set apart by style, by its place below 附件1, or by being a title; a plain one is only short. */
  readonly strong: boolean;
  /** Of the words that name, without a key or the page's name before them. */
  readonly span: Span;
}

const LEVEL_OF_TITLE = 6;
const LEVEL_OF_STYLE = 7;
const LEVEL_OF_PLAIN = 8;
const LONGEST = 40;
const LONGEST_PLAIN = 20;

/** A style says something only where most lines do not have it. */
const RARE = 0.35;

const WORDS = /^[\p{Script=Han}\p{L}\p{N}（）()《》〈〉“”、·—\-+/ 　．.]+[：:]?$/u;
const CLOSED = /[。；;！？!?|”）)：:>]$/u;
const KEY = /^(?:[A-Za-z_][A-Za-z0-9_]{0,30}\s{0,3}:\s{0,3}|#{1,6}\s{0,3})/u;

/** The headings without numbers among the lines behind the first `inHead`, by index. */
export const findHeadings = (lines: readonly Line[], inHead: number): ReadonlyMap<number, Heading> => {
  const share = (has: (line: Line) => boolean) =>
    lines.reduce((count, line) => count + (has(line) ? 1 : 0), 0) / Math.max(lines.length, 1);
  const centred = (line: Line) => line.block.align === 'center';
  const bold = (line: Line) => line.block.bold === true;
  const styles = [centred, bold].filter((has) => share(has) <= RARE);
  const named = lines.map(isNamed);
  const apart = apartOf(lines, named);
  const found = new Map<number, Heading>();
  // From the end, so that a heading directly above another one is known as such; of plain ones two at most.
  for (let i = lines.length - 1; i >= inHead; i--) {
    const below = found.get(i + 1);
    const leads = below !== undefined && !(found.has(i + 2) && !below.strong);
    const heading = named[i] ? headingOf(lines, i, { styles, apart: apart[i]!, leads }) : null;
    if (heading) found.set(i, heading);
  }
  return found;
};

/** Which lines begin something new: the one above is at its end, a cell, or itself such a short line. */
const apartOf = (lines: readonly Line[], named: readonly boolean[]): readonly boolean[] => {
  const apart: boolean[] = [];
  for (let i = 0; i < lines.length; i++) {
    const above = lines[i - 1];
    apart.push(
      !above || CLOSED.test(above.tight) || !!above.block.cell || (named[i - 1] === true && apart[i - 1]!),
    );
  }
  return apart;
};

/** By its form alone: short, words only, no date, no names under a document. */
const isNamed = (line: Line): boolean =>
  !line.mark &&
  !line.block.cell &&
  line.tight.length >= 2 &&
  line.tight.length <= LONGEST &&
  WORDS.test(line.tight.replace(KEY, '')) &&
  /\p{Script=Han}{2}/u.test(line.tight) &&
  !isAttachmentHead(line) &&
  !isClosing(line) &&
  !dateLine(line.tight);

const headingOf = (
  lines: readonly Line[],
  at: number,
  about: {
    readonly styles: readonly ((line: Line) => boolean)[];
    readonly apart: boolean;
    /** Another heading follows it. */
    readonly leads: boolean;
  },
): Heading | null => {
  const line = lines[at]!;
  const next = lines[at + 1];
  const previous = lines[at - 1];
  if (!next || signs(line, next)) return null;
  const key = KEY.exec(line.text)?.[0] ?? '';
  const span = { start: line.span.start + key.length, end: line.span.end };
  const { headingLevel } = line.block;
  if (headingLevel !== undefined) return { level: Math.min(headingLevel, 9), strong: true, span };
  if (previous && isAttachmentHead(previous)) return { level: LEVEL_OF_TITLE, strong: true, span };
  if (about.styles.some((has) => has(line))) return { level: LEVEL_OF_STYLE, strong: true, span };
  if (!about.apart || /[：:]$/u.test(line.tight)) return null;
  if (endsAsTitle(line.tight) && introduces(next)) return { level: LEVEL_OF_TITLE, strong: true, span };
  // Keys of data nest by their names: title_c2, title_c2_c.
  if (key) return { level: LEVEL_OF_PLAIN + Math.min(key.split('_').length, 9) / 10, strong: false, span };
  const plain =
    line.tight.length <= LONGEST_PLAIN && !/、|^[（(].*[）)]$/u.test(line.tight) && !isIssuerLine(line.tight);
  return plain && (about.leads || introduces(next)) ? { level: LEVEL_OF_PLAIN, strong: false, span } : null;
};

/** What a plain heading can stand above: a number, a sentence, a row of a table. */
const introduces = (next: Line): boolean =>
  next.mark !== null ||
  next.block.cell !== undefined ||
  next.tight.endsWith('|') ||
  (next.tight.length >= 20 && /[。；：，]/u.test(next.tight));

/** Names and posts under a document, above its date. */
const signs = (line: Line, next: Line): boolean =>
  !!dateLine(next.tight) || (isIssuerLine(line.tight) && isIssuerLine(next.tight));
