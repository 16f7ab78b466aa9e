import { type Label, LEDGER_LABELS, type ReadUnit, type Span } from '../../model/index.js';
import { tidy } from './excerpt-text.js';

const ELISION = '……';
/** A sentence up to this length is quoted whole; of a longer one the clauses around the evidence. */
const WHOLE = 70;
/** As far as this a quotation reaches back to a clause that can stand at its beginning. */
const WIDEST = 100;
/** How far a sentence is followed on each side: text without marks costs no more. */
const FARTHEST = 400;
/** The most characters of one excerpt, and how many of them may be given up to end at a mark. */
const LONGEST = 110;
const GIVEN_UP = 45;
/** The most characters of a heading: 一、加强信用监管。 */
const LONGEST_HEADING = 30;

const SENTENCE_END = /[。；;！？!?\n]/u;
const CLAUSE_END = /[，,：:。；;！？!?\n]/u;
/** A clause that begins like this leans on the one before it. */
const LEANS =
  /^\s*(?:并|且|或|以及|同时|而|其|该|及|还|也|则|由|将|对其|按|作为|仍|逾期|情节|拒不|经|未|不(?!得|予|良))/u;

interface Piece extends Span {
  readonly labels: Set<Label>;
}

/** How much around the evidence is quoted: as much as stands by itself, one clause before it, or its own clause. */
const REACHES = ['far', 'near', 'clause'] as const;
type Reach = (typeof REACHES)[number];

/**
 * The provision's own words around its ledger evidence, white space dropped, …… where something is left out. What
 * leads up to the evidence is given up before the evidence itself would be cut off.
 */
export const excerptOf = (read: ReadUnit): string => {
  let text = '';
  for (const reach of REACHES) {
    text = quote(read, reach);
    if (text.length <= LONGEST) return text;
  }
  return shorten(text);
};

const quote = (read: ReadUnit, reach: Reach): string => {
  const { unit } = read;
  const pieces = withoutHeading(piecesOf(read, reach), read);
  if (pieces.length === 0) pieces.push({ start: 0, end: LONGEST, labels: new Set() });
  // Automatic numbers may stand right before the words: 第九条将….
  const from = unit.label && unit.text.startsWith(unit.label) ? unit.label.length : 0;
  let text = '';
  let end = 0;
  const said = new Set<string>();
  for (const piece of pieces) {
    const words = tidy(unit.text.slice(Math.max(piece.start, from), piece.end));
    if (!words || said.has(words)) continue;
    said.add(words);
    text += text && `${joint(unit.text.slice(end, piece.start))}${words}`;
    text ||= words;
    end = piece.end;
    if (text.length > 2 * LONGEST) break;
  }
  return text;
};

/** The sentences or clauses that hold the evidence, in order, merged where they touch. */
const piecesOf = ({ unit, classification }: ReadUnit, reach: Reach): Piece[] => {
  const evidence = classification.evidence.filter(({ label }) => LEDGER_LABELS.includes(label));
  const pieces: Piece[] = [];
  for (const each of [...evidence].sort((a, b) => a.start - b.start)) {
    const wide = around(unit.text, each, reach);
    // A clause that begins inside brackets: 以下简称《…》）要求.
    const inside = /^[^（()）]{0,40}[）)]/u.exec(unit.text.slice(wide.start, each.start))?.[0].length ?? 0;
    const start = wide.start + inside;
    const last = pieces.at(-1);
    if (last && start <= last.end) {
      last.labels.add(each.label);
      const { labels } = last;
      pieces[pieces.length - 1] = { start: last.start, end: Math.max(last.end, wide.end), labels };
    } else pieces.push({ start, end: wide.end, labels: new Set([each.label]) });
  }
  return pieces;
};

/**
 * A heading names the matter and orders nothing: it goes where other words carry its labels, and is followed by the
 * sentence after it where it stands alone.
 */
const withoutHeading = (pieces: Piece[], { unit }: ReadUnit): Piece[] => {
  const [first, ...rest] = pieces;
  if (!first || unit.kind === 'article') return pieces;
  const words = tidy(unit.text.slice(first.start, first.end));
  const opens = first.start <= LONGEST_HEADING && tidy(unit.text.slice(0, first.start)) === '';
  if (!opens || words.length > LONGEST_HEADING || CLAUSE_END.test(words)) return pieces;
  const others = new Set(rest.flatMap(({ labels }) => [...labels]));
  if (rest.length > 0 && [...first.labels].every((label) => others.has(label))) return rest;
  const gap = /^[。；;！？!?\s]*/u.exec(unit.text.slice(first.end, first.end + FARTHEST))![0].length;
  const next = first.end + gap;
  if (rest.length > 0 || next >= unit.text.length) return pieces;
  const sentence = grow(unit.text, { start: next, end: next + 1 }, SENTENCE_END);
  return [first, { start: next, end: sentence.end, labels: new Set() }];
};

/**
 * The sentence around a span; where that is long, the clauses that the span touches and the one before. What leans on
 * the clause before it takes that along, also over a semicolon.
 */
const around = (text: string, span: Span, reach: Reach): Span => {
  if (reach === 'clause') return grow(text, span, CLAUSE_END);
  const sentence = grow(text, span, SENTENCE_END);
  const short = sentence.end - sentence.start <= WHOLE;
  let window = short ? sentence : grow(text, span, CLAUSE_END);
  let free = !short && window.start > sentence.start;
  while (window.start > 0) {
    const leans = reach === 'far' && LEANS.test(text.slice(window.start, window.start + 8));
    if ((!leans && !free) || !/[，,：:；;]/u.test(text[window.start - 1]!)) break;
    const wider = grow(text, { start: window.start - 1, end: window.end }, CLAUSE_END);
    if (wider.end - wider.start > (leans ? WIDEST : WHOLE)) break;
    window = wider;
    free = false;
  }
  return window;
};

/** Grows a span to the marks around it; the mark itself stays outside. */
const grow = (text: string, span: Span, mark: RegExp): Span => {
  let { start, end } = span;
  while (start > Math.max(0, span.start - FARTHEST) && !mark.test(text[start - 1]!)) start--;
  while (end < Math.min(text.length, span.end + FARTHEST) && !mark.test(text[end]!)) end++;
  return { start, end };
};

/** What stands between two pieces of one quotation: the mark itself where nothing is left out. */
const joint = (between: string): string => {
  const mark = /^\s*([，,、：:。；;！？!?])?\s*$/u.exec(between);
  return mark ? (mark[1] ?? '；') : ELISION;
};

/** Cut at a mark where one is near, never within a character. */
const shorten = (text: string): string => {
  const characters = [...text];
  if (characters.length <= LONGEST) return text;
  const kept = characters.slice(0, LONGEST - ELISION.length);
  let end = kept.length;
  while (end > kept.length - GIVEN_UP && !/[，；。、]/u.test(kept[end - 1]!)) end--;
  const atMark = end > kept.length - GIVEN_UP ? kept.slice(0, end - 1) : kept;
  return `${atMark.join('').replace(/…+$/u, '')}${ELISION}`;
};
