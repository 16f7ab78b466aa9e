import type { KindWords, SaidKind, Span } from '../../model/index.js';
import { scanning } from '../scanning.js';
import { LONGEST, type Piece } from './passage.js';

/** A way to say a kind; it holds within a piece. */
export interface Saying<Kind extends string> {
  readonly kind: Kind;
  readonly pattern: RegExp;
  /** Must stand in the same piece. */
  readonly needs?: RegExp;
  /** Must not stand in the same piece. */
  readonly unless?: RegExp;
  /** Must not end directly before the words. */
  readonly notAfter?: RegExp;
}

/** Further places add nothing to what a person has to see. */
const MOST_WORDS = 3;
/** So many places of a kind hold as many that do not overlap, whatever the order in which they were found. */
const ENOUGH = 12;
/** How far back `notAfter` looks. */
const LOOK_BEHIND = 24;

/** One after the other; what else must or must not stand in the piece is looked at when the pattern holds. */
function* placesOf<Kind extends string>(
  { pattern, needs, unless, notAfter }: Saying<Kind>,
  text: string,
): Generator<Span> {
  const scanner = scanning(pattern);
  let from = 0;
  for (;;) {
    scanner.lastIndex = from;
    const match = scanner.exec(text);
    if (!match) return;
    if (from === 0 && ((needs && !needs.test(text)) || unless?.test(text))) return;
    const { index: start, 0: words } = match;
    from = start + Math.max(words.length, 1);
    if (words === '' || notAfter?.test(text.slice(Math.max(0, start - LOOK_BEHIND), start))) continue;
    yield { start, end: start + words.length };
  }
}

/** Collects the words of kinds, and gives them back in the order of a table. */
export class Said<Kind extends string> {
  readonly #words = new Map<Kind, KindWords[]>();

  constructor(
    readonly text: string,
    readonly lead: string,
  ) {}

  /** Takes every place of a piece where one of the sayings holds; the kinds found there, with the first place. */
  read(piece: Piece, sayings: readonly Saying<Kind>[]): ReadonlyMap<Kind, number> {
    const kinds = new Map<Kind, number>();
    for (const saying of sayings) {
      const { kind } = saying;
      // Of a kind that has its words nothing more than its presence is asked.
      const enough = (this.#words.get(kind)?.length ?? 0) >= ENOUGH;
      if (enough && kinds.has(kind)) continue;
      for (const { start, end } of placesOf(saying, piece.text)) {
        kinds.set(kind, Math.min(start, kinds.get(kind) ?? start));
        if (enough) break;
        this.add(kind, piece, start, end);
      }
    }
    return kinds;
  }

  /** Takes a range of a piece's compact text. */
  add(kind: Kind, piece: Piece, start: number, end: number): void {
    const span = piece.place(start, end);
    const original = piece.source === 'lead' ? this.lead : this.text;
    const words = this.#words.get(kind) ?? [];
    words.push({ ...span, text: original.slice(span.start, span.end), in: piece.source });
    this.#words.set(kind, words);
  }

  has(kind: Kind): boolean {
    return this.#words.has(kind);
  }

  drop(kind: Kind): void {
    this.#words.delete(kind);
  }

  in(order: readonly Kind[]): readonly SaidKind<Kind>[] {
    return order.flatMap((kind) => {
      const words = this.#words.get(kind);
      return words ? [{ kind, words: apart(words).slice(0, MOST_WORDS) }] : [];
    });
  }
}

/** In the order of reading; of those that overlap the longest, first of those within one phrase. */
const apart = (words: readonly KindWords[]): readonly KindWords[] => {
  const rank = ({ text }: KindWords): number => (/[，,]/u.test(text) ? LONGEST : 0) - text.length;
  const kept: KindWords[] = [];
  for (const each of [...words].sort((a, b) => rank(a) - rank(b) || inReading(a, b)))
    if (!kept.some((other) => other.in === each.in && other.end > each.start && other.start < each.end))
      kept.push(each);
  return kept.sort(inReading);
};

const inReading = (a: KindWords, b: KindWords): number =>
  (a.in === b.in ? 0 : a.in === 'lead' ? -1 : 1) || a.start - b.start || a.end - b.end;
