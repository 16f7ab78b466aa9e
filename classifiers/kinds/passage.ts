import { type CompactText, compactForm, originalSpan, withOffsets } from '../compact.js';
import { CREDIT, NEGATIVE_LIST } from '../cues/vocabulary.js';
import { markBreaks } from '../lines.js';

/** A sentence, a part of one up to a semicolon, or an item of a list. */
export interface Piece {
  /** In compact form, without its stop. */
  readonly text: string;
  readonly source: 'text' | 'lead';
  /** Of the compact text's range, in the original of `source`. */
  readonly place: (start: number, end: number) => { readonly start: number; readonly end: number };
  /** It speaks of credit, a list or a record. */
  readonly credit: boolean;
  /** Pieces of one paragraph, a list with the words that introduce it being one. */
  readonly block: number;
  /** It introduces a list: 有下列情形之一的，列入黑名单. */
  readonly introduces: boolean;
  readonly item: boolean;
}

const STOP = '。；;！!？?';
const LEADING_BREAK = /^[^\S\n]*\n/u;
const ITEM = /^\s*(?:[（(]?[一二三四五六七八九十百\d]{1,4}[）)]|\d{1,3}[.．、]|[①-⑳])/u;
/** Longer stretches without a stop are cut, so that no pattern meets more than this. */
export const LONGEST = 600;
const SPEAKS = new RegExp(`${CREDIT}|${NEGATIVE_LIST}|惩戒|积分|扣分|劣迹|不良记载`, 'u');

/** The pieces of a text, in order, those of the words that introduce it first. */
export const piecesOf = (text: string, lead: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  cut(lead, 'lead', pieces);
  cut(text, 'text', pieces);
  return pieces;
};

const cut = (original: string, source: Piece['source'], pieces: Piece[]): void => {
  const marked = markBreaks(original);
  // An entry belongs to the words that introduce it, whether it bears a number or not.
  let joins = source === 'text' && pieces.length > 0;
  let start = 0;
  for (let at = 0; at <= marked.length; at++) {
    const sign = marked[at] ?? '。';
    const introduces = (sign === '：' || sign === ':') && ITEM.test(marked.slice(at + 1, at + 8));
    const stops = STOP.includes(sign) || introduces;
    if (!stops && at - start < LONGEST) continue;
    const words = marked.slice(start, at);
    const form = compactForm(words);
    if (form !== '') {
      const last = pieces.at(-1);
      const item = ITEM.test(words);
      const newLine = original[start - 1] === '\n' || LEADING_BREAK.test(words);
      pieces.push({
        text: form,
        source,
        place: placer(withOffsets(words, form), start),
        credit: SPEAKS.test(form),
        block: (last?.block ?? 0) + (last && newLine && !joins && !item ? 1 : 0),
        introduces: introduces || form.endsWith('：'),
        item,
      });
      joins = false;
    }
    start = stops ? at + 1 : at;
  }
};

const placer =
  (compact: CompactText, shift: number) =>
  (start: number, end: number): { readonly start: number; readonly end: number } => {
    const found = originalSpan(compact, start, end);
    return { start: shift + found.start, end: shift + found.end };
  };

/**
 * The pieces in which the matter of a label stands: the paragraphs that speak of credit. Everything where nothing speaks
 * of it.
 *
 * - `strict`: of these only what follows the first mention, and the words that introduce a list;
 * - `onwards`: with the paragraphs behind the first, which often say what follows from it.
 */
export const scopeOf = (
  pieces: readonly Piece[],
  reach: 'paragraphs' | 'strict' | 'onwards' = 'paragraphs',
): readonly Piece[] => {
  const first = new Map<number, number>();
  pieces.forEach(({ credit, block }, at) => {
    if (credit && !first.has(block)) first.set(block, at);
  });
  if (first.size === 0) return pieces;
  const [begin] = first.keys();
  return pieces.filter(({ block, introduces }, at) => {
    if (reach === 'onwards') return block >= begin!;
    const from = first.get(block);
    return from !== undefined && (reach === 'paragraphs' || introduces || at >= from);
  });
};
