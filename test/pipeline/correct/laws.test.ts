import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Correction, type Manuscript, overlaps, type Span, sourceSpan } from '../../../model/index.js';
import { analyse } from '../../../pipeline/analyse.js';
import { CorrectedPlaces, correctManuscript } from '../../../pipeline/index.js';
import { anyCorrected, anyManuscript } from './manuscripts.js';

const cut = ({ text }: Manuscript, { start, end }: Span): string => text.slice(start, end);

/** The words of a span after corrections, put together by hand. */
const expected = (manuscript: Manuscript, span: Span, corrections: readonly Correction[]): string => {
  let words = cut(manuscript, span);
  const inside = corrections.filter((correction) => overlaps(correction.span, span));
  for (const { span: place, replacement } of inside.sort((a, b) => b.span.start - a.span.start))
    words = words.slice(0, place.start - span.start) + replacement + words.slice(place.end - span.start);
  return words;
};

describe('a corrected manuscript', () => {
  it('is the manuscript itself without corrections', () => {
    fc.assert(
      fc.property(anyManuscript, (manuscript) => {
        const corrected = correctManuscript(manuscript, []);
        expect(corrected.manuscript).toEqual(manuscript);
        expect(corrected.outdated).toEqual([]);
        for (let at = 0; at <= manuscript.text.length; at++) {
          expect(corrected.places.toCorrected(at)).toBe(at);
          expect(corrected.places.toOriginal(at)).toBe(at);
        }
      }),
    );
  });

  it('is the same with all corrections at once and with one after the other, in any order', () => {
    fc.assert(
      fc.property(anyCorrected, ({ manuscript, corrections }) => {
        const atOnce = correctManuscript(manuscript, corrections);
        expect(atOnce.outdated).toEqual([]);
        let step = manuscript;
        for (const [index, correction] of corrections.entries()) {
          const before = new CorrectedPlaces(corrections.slice(0, index));
          const span = before.spanToCorrected(correction.span);
          const next = correctManuscript(step, [{ ...correction, span }]);
          expect(next.outdated).toEqual([]);
          step = next.manuscript;
        }
        // Pieces that stand together in both texts are joined by the first correction.
        if (corrections.length > 0) expect(step).toEqual(atOnce.manuscript);
      }),
      { numRuns: 500 },
    );
  });

  it('has blocks that cut the corrected words, with exactly one line break between', () => {
    fc.assert(
      fc.property(anyCorrected, ({ manuscript, corrections }) => {
        const { manuscript: after } = correctManuscript(manuscript, corrections);
        expect(after.blocks.map(({ span }) => cut(after, span)).join('\n')).toBe(after.text);
        expect(after.blocks.map(({ span }) => cut(after, span))).toEqual(
          manuscript.blocks.map(({ span }) => expected(manuscript, span, corrections)),
        );
        for (const { span, numbering } of after.blocks)
          if (numbering) {
            expect(numbering.start).toBe(span.start);
            expect(numbering.end).toBeGreaterThan(numbering.start);
            expect(numbering.end).toBeLessThanOrEqual(span.end);
          }
      }),
    );
  });

  it('has recognised lines in order that do not overlap, with doubtful places inside that nobody has read', () => {
    fc.assert(
      fc.property(anyCorrected, ({ manuscript, corrections }) => {
        const { manuscript: after, places } = correctManuscript(manuscript, corrections);
        let end = 0;
        for (const line of after.recognised!) {
          expect(line.span.start).toBeGreaterThanOrEqual(end);
          expect(line.span.end).toBeGreaterThan(line.span.start);
          end = line.span.end;
          for (const doubt of line.doubtful) {
            expect(doubt.start).toBeGreaterThanOrEqual(line.span.start);
            expect(doubt.end).toBeLessThanOrEqual(line.span.end);
          }
        }
        expect(after.lines!.map(({ span }) => span)).toEqual(after.recognised!.map(({ span }) => span));
        // Each unit that is doubtful still is one that was, and that no correction holds.
        const units = ({ recognised }: Manuscript): number[] =>
          recognised!
            .flatMap((line) => line.doubtful)
            .flatMap(({ start, end: last }) => Array.from({ length: last - start }, (_, at) => start + at));
        expect(units(after)).toEqual(
          units(manuscript)
            .filter((at) => !corrections.some(({ span }) => overlaps(span, { start: at, end: at + 1 })))
            .map((at) => places.toCorrected(at)),
        );
      }),
    );
  });

  it('keeps the repairs that no correction touches, at their words', () => {
    fc.assert(
      fc.property(anyCorrected, ({ manuscript, corrections }) => {
        const { manuscript: after } = correctManuscript(manuscript, corrections);
        const kept = manuscript.repairs!.filter(
          (repair) => !corrections.some(({ span }) => overlaps(span, repair.span)),
        );
        expect(after.repairs!.map(({ span }) => cut(after, span))).toEqual(
          kept.map(({ span }) => cut(manuscript, span)),
        );
      }),
    );
  });

  it('leads into the source: untouched words where they led, never backwards', () => {
    fc.assert(
      fc.property(anyCorrected, ({ manuscript, corrections }) => {
        const { manuscript: after, places } = correctManuscript(manuscript, corrections);
        const isMapped = (at: number, { sourceMap }: Manuscript): boolean =>
          sourceMap!.some((piece) => piece.at <= at && at < piece.at + piece.length);
        for (let at = 0; at < manuscript.text.length; at++) {
          const unit = { start: at, end: at + 1 };
          if (places.isTouched(unit)) continue;
          const moved = places.spanToCorrected(unit);
          expect(isMapped(moved.start, after)).toBe(isMapped(at, manuscript));
          if (isMapped(at, manuscript))
            expect(sourceSpan(after.sourceMap!, moved)).toEqual(sourceSpan(manuscript.sourceMap!, unit));
        }
        let [end, source] = [0, 0];
        for (const piece of after.sourceMap!) {
          expect(piece.at).toBeGreaterThanOrEqual(end);
          expect(piece.source).toBeGreaterThanOrEqual(source);
          expect(piece.length).toBeGreaterThan(0);
          [end, source] = [piece.at + piece.length, piece.source];
        }
        expect(end).toBeLessThanOrEqual(after.text.length);
      }),
    );
  });
});

describe('the stages that follow', () => {
  it('take any corrected manuscript, with blocks that were corrected away', () => {
    fc.assert(
      fc.property(anyCorrected, fc.func(fc.boolean()), ({ manuscript, corrections }, isEmptied) => {
        const emptied = manuscript.blocks
          .filter(({ span }) => isEmptied(span.start))
          .filter(({ span }) => !corrections.some((correction) => overlaps(correction.span, span)))
          .map(({ span }): Correction => ({ span, original: cut(manuscript, span), replacement: '' }));
        const { manuscript: after } = correctManuscript(manuscript, [...corrections, ...emptied]);
        for (const { regulation } of analyse(after).documents) {
          expect(regulation.span.start).toBeGreaterThanOrEqual(0);
          expect(regulation.span.end).toBeLessThanOrEqual(after.text.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('places', () => {
  it('outside corrections come back, and hold the same words', () => {
    fc.assert(
      fc.property(anyCorrected, ({ manuscript, corrections }) => {
        const { manuscript: after, places } = correctManuscript(manuscript, corrections);
        for (let start = 0; start < manuscript.text.length; start++)
          for (const end of [start + 1, start + 3]) {
            const span = { start, end };
            if (end > manuscript.text.length || places.isTouched(span)) continue;
            const moved = places.spanToCorrected(span);
            expect(cut(after, moved)).toBe(cut(manuscript, span));
            expect(places.spanToOriginal(moved)).toEqual(span);
            expect(places.toOriginal(places.toCorrected(start))).toBe(start);
          }
      }),
    );
  });

  it('of a correction are its replacement, and back its original', () => {
    fc.assert(
      fc.property(anyCorrected, ({ manuscript, corrections }) => {
        const { manuscript: after, places } = correctManuscript(manuscript, corrections);
        for (const { span, replacement } of corrections) {
          const moved = places.spanToCorrected(span);
          expect(cut(after, moved)).toBe(replacement);
          if (replacement !== '') expect(places.spanToOriginal(moved)).toEqual(span);
        }
      }),
    );
  });

  it('never go backwards, either way', () => {
    fc.assert(
      fc.property(anyCorrected, ({ manuscript, corrections }) => {
        const { manuscript: after, places } = correctManuscript(manuscript, corrections);
        const ways: [number, (at: number) => number, number][] = [
          [manuscript.text.length, (at) => places.toCorrected(at), after.text.length],
          [after.text.length, (at) => places.toOriginal(at), manuscript.text.length],
        ];
        for (const [length, way, end] of ways) {
          for (let at = 0; at < length; at++) expect(way(at)).toBeLessThanOrEqual(way(at + 1));
          expect(way(length)).toBe(end);
        }
      }),
    );
  });
});
