import { compactForm, originalSpan, withOffsets } from '../../../classifiers/index.js';
import type { Label, ReadUnit, Span } from '../../../model/index.js';

/** A sentence, or an item of a list, in the compact form of the classifiers: without blanks and quotation marks. */
export interface Sentence {
  readonly text: string;
  /** The words that introduce the list of which this is an item, compact: 有下列情形之一的，列入失信名单：; '' where none. */
  readonly lead: string;
  /** In Manuscript.text. */
  readonly span: Span;
  /** The labels whose evidence touches it. */
  readonly labels: ReadonlySet<Label>;
  /** Where in Manuscript.text a pattern holds first; null where it does not. */
  readonly find: (pattern: RegExp) => Span | null;
}

/** Longer stretches without a stop are cut, so that no pattern meets more than this. */
const LONGEST = 400;
const ITEM = /^\s*(?:[（(]?[一二三四五六七八九十百\d]{1,4}[）)]|\d{1,3}[.．、]|[①-⑳])/u;
const ENDS = new Set('。；;！!？?\n');

/** The sentences and items of a unit, in order. */
export const sentencesOf = ({ unit, classification }: ReadUnit): Sentence[] => {
  const sentences: Sentence[] = [];
  const { text, span } = unit;
  const inherited = text.includes(unit.lead) ? '' : compactForm(unit.lead);
  let lead = inherited;
  let evidence = 0;
  for (const piece of piecesOf(text)) {
    const words = text.slice(piece.start, piece.end);
    const isItem = ITEM.test(words);
    const newParagraph = piece.start > 0 && text[piece.start - 1] === '\n';
    if (!isItem && newParagraph) lead = '';
    const form = compactForm(words);
    if (form !== '') {
      while (
        evidence < classification.evidence.length &&
        classification.evidence[evidence]!.end <= piece.start
      )
        evidence += 1;
      const labels = new Set<Label>();
      for (let at = evidence; at < classification.evidence.length; at += 1) {
        const { start, end, label } = classification.evidence[at]!;
        if (start >= piece.end) break;
        if (end > piece.start) labels.add(label);
      }
      const start = span.start + piece.start;
      sentences.push({
        text: form,
        lead,
        span: { start, end: span.start + piece.end },
        labels,
        find: finder(words, form, start),
      });
    }
    if (form.endsWith('：')) lead = form;
  }
  return sentences;
};

const finder =
  (words: string, form: string, start: number) =>
  (pattern: RegExp): Span | null => {
    const match = pattern.exec(form);
    if (!match || match[0] === '') return null;
    const found = originalSpan(withOffsets(words, form), match.index, match.index + match[0].length);
    return { start: start + found.start, end: start + found.end };
  };

/** Cuts at stops, at line breaks, and behind a colon that introduces a list. */
function* piecesOf(text: string): Generator<Span> {
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    const introduces = (sign === '：' || sign === ':') && ITEM.test(text.slice(at + 1, at + 8));
    if (!ENDS.has(sign) && !introduces && at - start < LONGEST) continue;
    if (at > start || sign !== '\n') yield { start, end: sign === '\n' ? at : at + 1 };
    start = at + 1;
  }
  if (start < text.length) yield { start, end: text.length };
}
