import { endsSentence, opensParagraph } from '../line-joining.js';
import { displayWidth, type SourceLine } from './lines.js';

/** How a file breaks its lines. */
export interface Wrapping {
  /** In half characters, where lines were broken to one width; null where a line is a paragraph. */
  readonly width: number | null;
  /** Whether paragraphs begin with blank space. */
  readonly indents: boolean;
  /** Whether a blank line stands after nearly every line and so means nothing. */
  readonly spaced: boolean;
}

/** A line may end this many half characters early: a character that does not fit, a mark that may not begin a line. */
const RAGGED = 4;
/** Shorter texts show no width. */
const MIN_FULL_LINES = 4;
/** Wider lines are not broken by hand or by a mail program. */
const MAX_WIDTH = 160;

/** Looks at all lines of running text to tell how they were broken. */
export const wrappingOf = (lines: readonly SourceLine[]): Wrapping => {
  const indented = lines.filter((line) => line.indent >= 2 && line.indent <= 8).length;
  const spaced = lines.filter((line, index) => index > 0 && line.gap > 0).length;
  return {
    width: commonWidth(lines),
    indents: indented >= 3 && indented >= 0.1 * lines.length,
    spaced: lines.length > 5 && spaced >= 0.9 * (lines.length - 1),
  };
};

/** The width that a good part of the lines reach and hardly any exceeds, most of these ending in mid-sentence. */
const commonWidth = (lines: readonly SourceLine[]): number | null => {
  const widths = lines.map(widthOf).sort((a, b) => b - a);
  // A line or two may be longer: addresses, lines of a table.
  const width = widths[Math.floor(widths.length * 0.03)] ?? 0;
  if (width > MAX_WIDTH || width < 20) return null;
  const full = lines.filter((line) => Math.abs(widthOf(line) - width) <= RAGGED);
  const open = full.filter((line) => !endsSentence(line.text));
  const enough = full.length >= MIN_FULL_LINES && full.length >= 0.2 * lines.length;
  return enough && open.length >= 0.5 * full.length ? width : null;
};

const widthOf = (line: SourceLine): number => line.indent + displayWidth(line.text);

/** Whether a line goes on in the next one. Only where it is sure: a broken paragraph costs less than a glued one. */
export const goesOn = (before: SourceLine, line: SourceLine, wrapping: Wrapping): boolean => {
  if (startsApart(line, wrapping)) return false;
  if (wrapping.width !== null && (line.gap === 0 || wrapping.spaced))
    return fillsWidth(before, line, wrapping);
  return isCutSentence(before, line.gap > 0) && continuesSentence(line);
};

const startsApart = (line: SourceLine, wrapping: Wrapping): boolean => {
  if (line.indent > 8 || (wrapping.indents && line.indent >= 2)) return true;
  // In a file that indents its paragraphs, 第三条 at the margin goes on with a sentence.
  return opensParagraph(line.text) && !(wrapping.indents && wrapping.width !== null);
};

const fillsWidth = (before: SourceLine, line: SourceLine, { width, indents }: Wrapping): boolean => {
  const word = /^[“（(《〈]?[A-Za-z0-9.,%/:-]*\p{P}?/u.exec(line.text)?.[0] ?? '';
  if (widthOf(before) + RAGGED + Math.min(displayWidth(word), 24) < width!) return false;
  return indents || !endsSentence(before.text);
};

/** Words that no paragraph ends with. */
const UNFINISHED = /(?:[，、的和与及或在对为将由应须按从向于把被]|坚持|包括|根据|依照|比如)$/u;

/**
 * Running text that stops in the middle. Before a blank line that is a page break, mostly, and a missing full stop is
 * enough; a heading has no stops inside, or a number before it.
 */
const isCutSentence = ({ text }: SourceLine, blankFollows: boolean): boolean => {
  if (text.length < 20 || /[A-Za-z]$/u.test(text)) return false;
  if (UNFINISHED.test(text)) return /[，。；、]/u.test(text);
  if (!blankFollows || /[\p{P}\p{S}\d]$/u.test(text)) return false;
  return text.includes('。') || (/[，；]/u.test(text) && !opensParagraph(text) && text.length >= 24);
};

/** The rest of a sentence: begins with a word or a mark, and has its end. */
const continuesSentence = ({ text, indent }: SourceLine): boolean =>
  indent < 2 &&
  /^[\p{Script=Han}“《（，、。；]/u.test(text) &&
  /[。；：]/u.test(text) &&
  !/^.{1,12}[：:]/u.test(text);
