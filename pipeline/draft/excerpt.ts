import { LEDGER_LABELS, type ReadUnit, type Span } from '../../model/index.js';

const ELISION = '……';
/** A sentence up to this length is quoted whole; of a longer one the clauses around the evidence. */
const WHOLE = 70;
/** How far a sentence is followed on each side: text without marks costs no more. */
const FARTHEST = 400;
/** The most characters of one excerpt. */
const LONGEST = 110;

/** The provision's own words around its ledger evidence, white space dropped, …… where something is left out. */
export const excerptOf = ({ unit, classification }: ReadUnit): string => {
  const evidence = classification.evidence.filter(({ label }) => LEDGER_LABELS.includes(label));
  const spans: Span[] = [];
  for (const each of [...evidence].sort((a, b) => a.start - b.start)) {
    const wide = around(unit.text, each);
    // A clause that begins inside brackets: 以下简称《…》）要求.
    const inside = /^[^（()）]{0,40}[）)]/u.exec(unit.text.slice(wide.start, each.start))?.[0].length ?? 0;
    const span = { start: wide.start + inside, end: wide.end };
    const last = spans.at(-1);
    if (last && span.start <= last.end)
      spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else spans.push(span);
  }
  if (spans.length === 0) spans.push({ start: 0, end: LONGEST });
  // Automatic numbers may stand right before the words: 第九条将….
  const from = unit.label && unit.text.startsWith(unit.label) ? unit.label.length : 0;
  const pieces = spans
    .map(({ start, end }) => clean(unit.text.slice(Math.max(start, from), end).replace(NUMBER, '')))
    .filter(Boolean);
  return shorten(pieces.join(ELISION));
};

/** The sentence around a span; where that is long, only the clauses that the span touches and the one before. */
const around = (text: string, span: Span): Span => {
  const sentence = grow(text, span, /[。；;！？!?\n]/u);
  if (sentence.end - sentence.start <= WHOLE) return sentence;
  const clause = grow(text, span, /[，,：:。；;！？!?\n]/u);
  const before =
    clause.start > sentence.start
      ? grow(text, { start: clause.start - 1, end: clause.end }, /[，,：:。；;！？!?\n]/u)
      : clause;
  return before.end - before.start <= WHOLE ? before : clause;
};

/** Grows a span to the marks around it; the mark itself stays outside. */
const grow = (text: string, span: Span, mark: RegExp): Span => {
  let { start, end } = span;
  while (start > Math.max(0, span.start - FARTHEST) && !mark.test(text[start - 1]!)) start--;
  while (end < Math.min(text.length, span.end + FARTHEST) && !mark.test(text[end]!)) end++;
  return { start, end };
};

/** 第十二条, 一、, （三）, 4. where a quoted piece begins: the place says them already. */
const NUMBER =
  /^\s*(?:第[零〇一二三四五六七八九十百千\d]{1,8}条(?:之[一二三四五六七八九十])?(?=\s)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、](?!\d))\s*/u;

/** White space of typesetting goes; between Latin words one space stays. */
const clean = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/(?<![A-Za-z0-9]) | (?![A-Za-z0-9])/gu, '')
    .replace(/^[，,、：:；;。]+|[，,、：:]+$/gu, '');

const shorten = (text: string): string => {
  const characters = [...text];
  return characters.length <= LONGEST
    ? text
    : `${characters.slice(0, LONGEST - ELISION.length).join('')}${ELISION}`;
};
