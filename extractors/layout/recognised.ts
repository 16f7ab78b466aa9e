import {
  pageConfidences,
  type ReadingNote,
  type RecognisedLine,
  type Span,
  type TextLine,
} from '../../model/index.js';
import type { Glyph, PageContent } from './page.js';
import { isHiddenText, ranges, verdictOf } from './verdict.js';

/**
 * Below this confidence a character is one that a person should look at: one in a hundred on a fair scan, most of them
 * punctuation, and most of the misread ones.
 */
const DOUBTFUL = 0.9;
/** A page whose characters are surer than this on average has been read, whatever single ones may be. */
const LEGIBLE = 0.85;
/** A page of which more than this share could not be read at all has not. */
const LOST_SHARE = 0.1;

/** Where a character of a line that was recognised from pixels stands in the text. */
export interface Placed {
  readonly glyph: Glyph;
  readonly span: Span;
}

/** A line of which some characters were recognised from pixels, with what is to be said of them. */
export const recognisedLine = (line: TextLine, placed: readonly Placed[]): RecognisedLine => ({
  ...line,
  confidence: placed.reduce((sum, { glyph }) => sum + glyph.confidence!, 0) / placed.length,
  doubtful: merged(placed.filter(({ glyph }) => glyph.confidence! < DOUBTFUL).map(({ span }) => span)),
});

/** Spans that touch as one. */
const merged = (spans: readonly Span[]): Span[] => {
  const found: Span[] = [];
  for (const span of spans) {
    const last = found.at(-1);
    if (last && last.end === span.start) found[found.length - 1] = { start: last.start, end: span.end };
    else found.push(span);
  }
  return found;
};

/** What the user should know of pages that were recognised, here or by the program that scanned them. */
export const recognitionNotes = (
  lines: readonly RecognisedLine[],
  pages: readonly PageContent[],
): ReadingNote[] => {
  const notes: ReadingNote[] = [];
  const hidden = pages
    .filter((page) => !page.recognised && isHiddenText(page) && verdictOf(page) === 'text')
    .map((page) => page.number);
  if (hidden.length > 0)
    notes.push({
      code: 'ocr-layer',
      message: `第${ranges(hidden)}页的文字是扫描时由其他软件识别的，未另行识别，请对照原件核对`,
    });
  const confidences = pageConfidences(lines);
  if (confidences.size === 0) return notes;
  const doubtful = lines
    .flatMap((line) => line.doubtful)
    .reduce((count, { start, end }) => count + end - start, 0);
  const doubt = doubtful > 0 ? `，其中${doubtful}字存疑` : '';
  notes.push({
    code: 'ocr',
    message: `第${ranges([...confidences.keys()])}页有文字由图像识别（OCR）得来${doubt}，请对照原件核对`,
  });
  const lost = new Set(
    pages
      .filter((page) => page.recognised && page.damaged > LOST_SHARE * (page.damaged + page.glyphs.length))
      .map((page) => page.number),
  );
  const poor = [...confidences]
    .filter(([page, confidence]) => confidence < LEGIBLE || lost.has(page))
    .map(([page]) => page);
  if (poor.length > 0)
    notes.push({
      code: 'ocr-poor',
      message: `第${ranges(poor)}页图像不清，识别结果不全或多有存疑，请人工查阅`,
    });
  return notes;
};
