import {
  type Block,
  type Correction,
  type Manuscript,
  MappedText,
  type OffsetMap,
  type RecognisedLine,
  type Span,
  type TextLine,
} from '../../model/index.js';
import { checkApart, checkForm, checkPlace } from './check.js';
import { CorrectedPlaces } from './places.js';
import { composed } from './source-map.js';

export interface CorrectedManuscript {
  readonly manuscript: Manuscript;
  /** Those that were not applied, because another text stands at their place now; in the order given. */
  readonly outdated: readonly Correction[];
  /** From places of the manuscript as it was to this one's, and back. */
  readonly places: CorrectedPlaces;
}

/**
 * A manuscript as a person has corrected it: the text, with every span moved along. A doubtful place that a correction
 * covers is doubtful no more, since a person has read it; a repair that one touches is gone. All at once is the same as
 * one after the other.
 *
 * @param corrections in any order, by the manuscript's own offsets.
 * @throws RefusedCorrection where one breaks or joins lines, cuts a character, or overlaps another.
 */
export const correctManuscript = (
  manuscript: Manuscript,
  corrections: readonly Correction[],
): CorrectedManuscript => {
  corrections.forEach(checkForm);
  const isCurrent = ({ span, original }: Correction): boolean =>
    manuscript.text.slice(span.start, span.end) === original;
  const applied = corrections.filter(isCurrent).sort((a, b) => a.span.start - b.span.start);
  for (const correction of applied) checkPlace(manuscript, correction);
  checkApart(applied);
  const places = new CorrectedPlaces(applied);
  return {
    manuscript: applied.length > 0 ? moved(manuscript, applied, places) : manuscript,
    outdated: corrections.filter((correction) => !isCurrent(correction)),
    places,
  };
};

const moved = (
  manuscript: Manuscript,
  applied: readonly Correction[],
  places: CorrectedPlaces,
): Manuscript => {
  const { blocks, sourceMap, lines, recognised, repairs } = manuscript;
  const { text, map } = correctedText(manuscript.text, applied);
  return {
    ...manuscript,
    text,
    blocks: blocks.map((block) => movedBlock(block, places)),
    ...(sourceMap && { sourceMap: composed(map, sourceMap) }),
    ...(lines && { lines: lines.flatMap((line) => movedLine(line, places)) }),
    ...(recognised && {
      recognised: recognised.flatMap((line) => movedLine(withoutRead(line, places), places)),
    }),
    ...(repairs && {
      repairs: repairs
        .filter(({ span }) => !places.isTouched(span))
        .map((repair) => ({ ...repair, span: places.spanToCorrected(repair.span) })),
    }),
  };
};

/**
 * The corrected text, and the way from it to the original. First and last units of a correction lead to the first and
 * last of what it replaces, so that a span with it leads to all of that, however many units each has.
 */
const correctedText = (
  text: string,
  applied: readonly Correction[],
): { readonly text: string; readonly map: OffsetMap } => {
  const corrected = new MappedText();
  let last = 0;
  for (const { span, original, replacement } of applied) {
    corrected.keep(text.slice(last, span.start), last);
    const same = Math.min(original.length, replacement.length);
    if (same <= 1 || original.length === replacement.length)
      corrected.keep(replacement.slice(0, same), span.start).generate(replacement.slice(same));
    else
      corrected
        .keep(replacement.slice(0, same - 1), span.start)
        .generate(replacement.slice(same - 1, -1))
        .keep(replacement.slice(-1), span.end - 1);
    last = span.end;
  }
  return corrected.keep(text.slice(last), last).build();
};

const movedBlock = ({ numbering, ...block }: Block, places: CorrectedPlaces): Block => {
  const number = numbering && places.spanToCorrected(numbering);
  return {
    ...block,
    span: places.spanToCorrected(block.span),
    ...(number && number.end > number.start && { numbering: number }),
  };
};

/** The line as it stands in the corrected text; none where all of it was corrected away. */
const movedLine = <Line extends TextLine>(line: Line, places: CorrectedPlaces): Line[] => {
  const span = places.spanToCorrected(line.span);
  return span.end > span.start ? [{ ...line, span }] : [];
};

/** The line with its doubtful passages in the corrected text. */
const withoutRead = (line: RecognisedLine, places: CorrectedPlaces): RecognisedLine => ({
  ...line,
  doubtful: line.doubtful
    .flatMap((doubt) => unread(doubt, places))
    .map((doubt) => places.spanToCorrected(doubt)),
});

/** What is left of a doubtful passage beside the corrections: a person has read those. */
const unread = (doubt: Span, places: CorrectedPlaces): Span[] => {
  const left: Span[] = [];
  let { start } = doubt;
  for (const read of places.touching(doubt)) {
    if (read.start > start) left.push({ start, end: read.start });
    start = read.end;
  }
  if (start < doubt.end) left.push({ start, end: doubt.end });
  return left;
};
