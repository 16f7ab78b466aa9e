import { boxesOf, type Manuscript, type Regulation, type Span } from '../../model/index.js';
import { type CorrectedManuscript, doubtfulWords } from '../../pipeline/index.js';
import type { DocumentView, PageBox, ViewBlock } from '../api.js';
import type { OpenFile } from './file.js';

/** Formats whose pages can be shown as pictures. */
const PAGED: ReadonlySet<Manuscript['format']> = new Set(['pdf', 'ofd', 'image']);

/** The part of a file that is shown with a document. */
export interface Window {
  readonly manuscript: Manuscript;
  readonly span: Span;
}

/**
 * What of a file belongs to one of its documents: the document, what stands between it and the next one, and before the
 * first one. All views together show the whole file.
 */
export const windowOf = (
  manuscript: Manuscript,
  documents: readonly { readonly regulation: Pick<Regulation, 'span'> }[],
  part: number,
): Window => {
  const starts = documents.map(({ regulation }) => regulation.span.start);
  const own = starts[part] ?? 0;
  const next = starts.filter((start) => start > own).sort((a, b) => a - b)[0];
  const isFirst = starts.every((start) => start >= own);
  return { manuscript, span: { start: isFirst ? 0 : own, end: next ?? manuscript.text.length } };
};

/** A place of the manuscript in the window's text; null where it lies outside. */
export const inWindow = ({ span: window }: Window, { start, end }: Span): Span | null => {
  const [from, to] = [Math.max(start, window.start), Math.min(end, window.end)];
  return from < to ? { start: from - window.start, end: to - window.start } : null;
};

/** Where a place of the manuscript stands on its pages. */
export const pageBoxes = (manuscript: Manuscript, span: Span): PageBox[] =>
  isPaged(manuscript) ? boxesOf(manuscript, span).map(({ page, box }) => ({ page, ...box })) : [];

const isPaged = ({ format, pages }: Manuscript): boolean => PAGED.has(format) && pages !== undefined;

/** The pages on which a window's text stands, those between them included. */
export const pagesOf = ({ manuscript, span }: Window): number[] => {
  if (!isPaged(manuscript)) return [];
  const { start, end } = span;
  // A file whose text begins and ends here is shown whole: a page without text is a page of it as well.
  const isWhole = start === 0 && end >= manuscript.text.length;
  const found = manuscript.blocks
    .filter((block) => block.page !== undefined && block.span.start < end && block.span.end > start)
    .map(({ page }) => page!);
  const [first, last] = isWhole ? [1, manuscript.pages!] : [min(found), max(found)];
  return Number.isFinite(first) ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : [];
};

const min = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), Infinity);
const max = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), -Infinity);

/** The blocks of a window, by its text. */
export const blocksOf = (window: Window): ViewBlock[] =>
  window.manuscript.blocks.flatMap((block) => {
    const span = inWindow(window, block.span);
    if (!span) return [];
    const numbering = block.numbering && inWindow(window, block.numbering);
    return [
      {
        ...span,
        kind: block.kind,
        ...(block.page !== undefined && { page: block.page }),
        ...(block.align && { align: block.align }),
        ...(block.headingLevel !== undefined && { headingLevel: block.headingLevel }),
        ...(block.bold && { bold: true }),
        ...(numbering && { numberingEnd: numbering.end }),
        ...(block.cell && { cell: block.cell }),
      },
    ];
  });

/** Recognised words that are doubtful, with where they stood before any correction. */
export const doubtfulOf = (window: Window, { corrected }: OpenFile): DocumentView['doubtful'] =>
  doubtfulWords(window.manuscript, window.span).flatMap((words) => {
    const span = inWindow(window, words.span);
    const at = corrected.places.spanToOriginal(words.span);
    return span
      ? [
          {
            at,
            ...span,
            text: words.text,
            boxes: pageBoxes(window.manuscript, words.span),
            confidence: words.confidence,
          },
        ]
      : [];
  });

/** Corrections that a person has made, and whether they still hold. */
export const correctionsOf = (window: Window, { said, corrected }: OpenFile): DocumentView['corrections'] => {
  const outdated = new Set(corrected.outdated);
  return said.corrections.flatMap((correction) => {
    const now = outdated.has(correction)
      ? { start: window.span.start, end: window.span.start }
      : corrected.places.spanToCorrected(correction.span);
    const inside = now.start >= window.span.start && now.end <= window.span.end;
    const { start } = window.span;
    return inside
      ? [
          {
            at: correction.span,
            start: now.start - start,
            end: now.end - start,
            original: correction.original,
            outdated: outdated.has(correction),
          },
        ]
      : [];
  });
};

/** Runs of the window's text with where they stood before any correction: between two corrections places run alike. */
export const originalsOf = (window: Window, { said, corrected }: OpenFile): DocumentView['originals'] => {
  const runs: { start: number; end: number; at: number }[] = [];
  const { start: from, end: to } = window.span;
  let at = from;
  const outdated = new Set(corrected.outdated);
  const edits = said.corrections
    .filter((each) => !outdated.has(each))
    .map(({ span }) => corrected.places.spanToCorrected(span));
  for (const edit of [...edits, { start: to, end: to }]) {
    const end = Math.min(edit.start, to);
    if (end > at) runs.push({ start: at - from, end: end - from, at: originalAt(corrected, at) });
    at = Math.max(at, edit.end);
  }
  return runs;
};

const originalAt = ({ places }: CorrectedManuscript, offset: number): number => places.toOriginal(offset);

/** Whether any of a window's text was recognised from pictures. */
export const isRecognisedIn = ({ manuscript, span }: Window): boolean =>
  (manuscript.recognised ?? []).some((line) => line.span.start < span.end && line.span.end > span.start);
