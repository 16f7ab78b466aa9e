import fc from 'fast-check';
import type {
  Block,
  Correction,
  Manuscript,
  Piece,
  RecognisedLine,
  Span,
  TextLine,
} from '../../../model/index.js';

const WORD = fc
  .array(fc.constantFrom(...'失信联合惩戒黑名单第一条，。 a1', '𠮷'), { minLength: 1, maxLength: 9 })
  .map((chars) => chars.join(''));

/** Spans of whole characters in a text, one behind the other, some touching; at least one unit each. */
const spansIn = (text: string, offset: number): fc.Arbitrary<Span[]> => {
  const edges = [0];
  for (const char of text) edges.push(edges.at(-1)! + char.length);
  return fc
    .array(fc.tuple(fc.nat(text.length), fc.integer({ min: 1, max: 4 })), { maxLength: 4 })
    .map((wanted) => {
      const spans: Span[] = [];
      for (const [from, length] of wanted.sort((a, b) => a[0] - b[0])) {
        const first = Math.min(from, edges.length - 2);
        const last = Math.min(first + length, edges.length - 1);
        if (first < 0 || edges[first]! + offset < (spans.at(-1)?.end ?? 0)) continue;
        spans.push({ start: edges[first]! + offset, end: edges[last]! + offset });
      }
      return spans;
    });
};

const BOX = { x: 80, y: 100, width: 160, height: 20 };

const recognisedLine = (text: string, start: number): fc.Arbitrary<RecognisedLine> =>
  spansIn(text, start).map((doubtful) => ({
    span: { start, end: start + text.length },
    page: 1,
    box: BOX,
    confidence: 0.9,
    doubtful,
  }));

/** Units that stand in the source, and what lies between them. */
const pieces = (text: string): fc.Arbitrary<Piece[]> =>
  fc
    .array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 5 }), fc.nat(3)), { maxLength: text.length })
    .map((parts) => {
      const found: Piece[] = [];
      let [at, source] = [0, 0];
      for (const [kept, wanted, skipped] of parts) {
        const length = Math.min(wanted, text.length - at);
        source += skipped;
        if (kept && length > 0) found.push({ at, source, length });
        if (kept) source += length;
        at += length;
      }
      return found;
    });

/** A manuscript whose blocks were each joined of some recognised lines. */
export const anyManuscript: fc.Arbitrary<Manuscript> = fc
  .array(fc.array(WORD, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .chain((paragraphs) => {
    const text = paragraphs.map((lines) => lines.join('')).join('\n');
    const blocks: Block[] = [];
    const lines: fc.Arbitrary<RecognisedLine>[] = [];
    const printed: TextLine[] = [];
    let at = 0;
    for (const [index, words] of paragraphs.entries()) {
      const start = at;
      for (const word of words) {
        lines.push(recognisedLine(word, at));
        printed.push({ span: { start: at, end: at + word.length }, page: 1, box: BOX });
        at += word.length;
      }
      const numbering = { start, end: start + words[0]!.length };
      const span = { start, end: at };
      blocks.push({ kind: 'paragraph', span, paragraph: index + 1, ...(index % 2 ? { numbering } : {}) });
      at++;
    }
    return fc.record({
      format: fc.constant('image' as const),
      text: fc.constant(text),
      blocks: fc.constant(blocks),
      metadata: fc.constant([]),
      notes: fc.constant([]),
      // No real text is both; either moves in the same way.
      lines: fc.constant(printed),
      recognised: fc.tuple(...lines),
      repairs: fc
        .tuple(...blocks.map(({ span }) => spansIn(text.slice(span.start, span.end), span.start)))
        .map((spans) => spans.flat().map((span) => ({ span, original: '〇', rule: 'date-digits' }))),
      sourceMap: pieces(text),
    });
  });

/** A manuscript and corrections of it that do not overlap, in any order. */
export const anyCorrected: fc.Arbitrary<{
  readonly manuscript: Manuscript;
  readonly corrections: readonly Correction[];
}> = anyManuscript.chain((manuscript) =>
  fc
    .tuple(
      ...manuscript.blocks.map(({ span }) =>
        spansIn(manuscript.text.slice(span.start, span.end), span.start).chain((spans) =>
          fc.tuple(
            ...spans.map((place) =>
              fc.oneof(fc.constant(''), WORD).map(
                (replacement): Correction => ({
                  span: place,
                  original: manuscript.text.slice(place.start, place.end),
                  replacement,
                }),
              ),
            ),
          ),
        ),
      ),
    )
    .chain((found) => {
      const all = found.flat();
      return fc
        .shuffledSubarray(all, { minLength: all.length })
        .map((corrections) => ({ manuscript, corrections }));
    }),
);
