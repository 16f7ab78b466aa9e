import { isFooterLabel, isFurniture, isMenu, isOrnament, isProse } from './boilerplate.js';
import { type Document, type Element, elementsOf, hintsOf, parentOf } from './dom.js';
import { labelledValues } from './labels.js';
import type { Line } from './lines.js';

/** An element must hold this share of a page's running text to be its main content. */
const MAIN_SHARE = 0.9;
/** A parent that adds no more than this share and these characters is taken instead: signatures stand there. */
const GROWTH_SHARE = 0.1;
const GROWTH_CHARS = 60;
/** How templates call the element that holds the text as it was typed in. */
const CONTENT_HINT =
  /trs_editor|ucapcontent|zoom|article|content|zhengwen|main-?text|maintext|detail|textfield|news_?text|wenzhang|xxgk|view|\bnr|\bcon\b/iu;
/** How many short lines behind the main content may be its signature, date and list of attachments. */
const TAIL_LINES = 12;

/** The lines of a page from the first to the last of its document, and what is left out. */
export interface MainContent {
  /** Indices into the page's lines, ascending. */
  readonly kept: readonly number[];
  /** Index of the first line of running text; the number of lines where there is none. */
  readonly bodyStart: number;
  /** Index of the last one; -1 where there is none. */
  readonly bodyEnd: number;
}

/**
 * Tells a page's document from what stands around it. The smallest element with nearly all running text is
 * looked for; running text elsewhere is kept as well, because a menu too many does less harm than a missing
 * article. Inside, menus and tools are dropped only before the first and behind the last sentence.
 */
export const findMainContent = (document: Document, lines: readonly Line[]): MainContent => {
  const navigation = navigationLines(document, lines);
  const prose = lines.map((line, i) => !navigation[i] && isProse(line) && !isInfo(line));
  const main = mainElement(document, lines, prose);
  const inMain = membership(lines, main);
  const kept = new Set<number>();
  lines.forEach((line, i) => {
    if ((inMain[i] && !navigation[i]) || (prose[i] && line.chars >= 20)) kept.add(i);
  });
  const [first, last] = edges(lines, prose, inMain);
  if (first < 0) {
    // A page without sentences: a list, a table, a cover. Everything but its tools is kept.
    return { kept: indices(lines, (line) => !isFurniture(line)), bodyStart: lines.length, bodyEnd: -1 };
  }
  for (const i of [...kept]) if (isOutside(lines[i]!, i, first, last)) kept.delete(i);
  const inOrder = [...kept].sort((a, b) => a - b);
  const lead = leadOf(lines, inOrder[0] ?? lines.length);
  const tail = tailOf(lines, inOrder.at(-1) ?? -1);
  return { kept: [...lead.toReversed(), ...inOrder, ...tail], bodyStart: first, bodyEnd: last };
};

const indices = (lines: readonly Line[], test: (line: Line) => boolean): number[] =>
  lines.flatMap((line, i) => (test(line) ? [i] : []));

const isInfo = (line: Line): boolean => labelledValues(line.text).length > 0;

/** Menus and tools before and behind the running text; a page's tools anywhere. */
const isOutside = (line: Line, index: number, first: number, last: number): boolean => {
  if (index > first && index < last) return isFurniture(line) && line.chars <= 30;
  return isFurniture(line) || isMenu(line) || isOrnament(line) || (index > last && isFooterLabel(line));
};

const NAVIGATION_HINT =
  /(?:^|[\s_-]|main|top|sub|left|site)nav|menu|breadcrumb|footer|friend-?link|copyright|sidebar|side-bar/iu;
/** Navigation has links for at least this share of its text, and holds less than this share of the page. */
const NAVIGATION_LINKS = 0.1;
const NAVIGATION_SHARE = 0.5;

/** Lines inside of elements that are menus by name and by their links, with the words that explain the links. */
const navigationLines = (document: Document, lines: readonly Line[]): boolean[] => {
  const elements = elementsOf(document);
  const chars = sumUp(elements, lines, (line) => line.chars);
  const links = sumUp(elements, lines, (line) => line.linkChars);
  const total = lines.reduce((sum, line) => sum + line.chars, 0);
  const inside = new Set<Element>();
  for (const element of elements) {
    const parent = parentOf(element);
    const size = chars.get(element) ?? 0;
    const named = element.name === 'nav' || NAVIGATION_HINT.test(hintsOf(element));
    const linked = (links.get(element) ?? 0) >= size * NAVIGATION_LINKS;
    if ((parent && inside.has(parent)) || (named && size > 0 && linked && size < total * NAVIGATION_SHARE))
      inside.add(element);
  }
  return lines.map((line) => line.block !== null && inside.has(line.block));
};

/** For every element, the sum of a measure over the lines in it. */
const sumUp = (
  elements: readonly Element[],
  lines: readonly Line[],
  measure: (line: Line, index: number) => number,
): Map<Element, number> => {
  const sums = new Map<Element, number>();
  lines.forEach((line, i) => {
    if (line.block) sums.set(line.block, (sums.get(line.block) ?? 0) + measure(line, i));
  });
  for (let i = elements.length - 1; i >= 0; i--) {
    const parent = parentOf(elements[i]!);
    const sum = sums.get(elements[i]!);
    if (parent && sum) sums.set(parent, (sums.get(parent) ?? 0) + sum);
  }
  return sums;
};

const edges = (
  lines: readonly Line[],
  prose: readonly boolean[],
  inMain: readonly boolean[],
): readonly [number, number] => {
  const within = (i: number): boolean => prose[i]! && inMain[i]!;
  const first = lines.findIndex((_, i) => within(i));
  return [first, lines.findLastIndex((_, i) => within(i))];
};

const weightOf = (line: Line, prose: boolean): number => {
  const own = line.chars - line.linkChars;
  if (isFurniture(line)) return 0;
  if (prose) return own;
  return line.cell || own >= 20 ? own * 0.5 : own * 0.1;
};

const mainElement = (
  document: Document,
  lines: readonly Line[],
  prose: readonly boolean[],
): Element | null => {
  const elements = elementsOf(document);
  const weigh = (line: Line, i: number): number => weightOf(line, prose[i]!);
  const weights = sumUp(elements, lines, weigh);
  const sizes = sumUp(elements, lines, (line) => line.chars);
  const total = lines.reduce((sum, line, i) => sum + weigh(line, i), 0);
  const counts = sumUp(elements, lines, () => 1);
  let main: Element | null = null;
  // A single paragraph is no container: what stands beside it may belong to it.
  for (const element of elements)
    if ((counts.get(element) ?? 0) > 1 && (weights.get(element) ?? 0) >= total * MAIN_SHARE && total > 0)
      main = element;
  return main && grown(main, (element) => sizes.get(element) ?? 0);
};

/** Takes the surrounding element while little text comes with it, or where its name says that it is the content. */
const grown = (main: Element, size: (element: Element) => number): Element => {
  const start = size(main);
  let best = main;
  let steps = 0;
  for (let next = parentOf(main); next && next.name !== 'html'; next = parentOf(next)) {
    const added = size(next) - start;
    const little = added <= start * GROWTH_SHARE && added <= Math.max(GROWTH_CHARS, start * 0.05);
    const named = steps < 4 && next.name !== 'body' && CONTENT_HINT.test(hintsOf(next)) && added <= start;
    if (!little && !named) break;
    best = next;
    steps++;
  }
  return best;
};

/** For each line, whether its block is the main element or lies inside of it. */
const membership = (lines: readonly Line[], main: Element | null): boolean[] => {
  if (!main) return lines.map(() => true);
  const inside = new Set<Element>([main, ...elementsOf(main)]);
  return lines.map((line) => line.block !== null && inside.has(line.block));
};

const SIGNATURE =
  /^(?:附件|附表|附[：:])|(?:19|20|二[○〇零0])\S{2,6}年\S{1,3}月\S{1,3}日$|^[^，。；：]{2,40}(?:政府|委员会|办公厅|办公室|局|厅|部|院|署|中心|处)$/u;

/** Lines right behind the content that read like a signature, a date or a list of attachments. */
const tailOf = (lines: readonly Line[], last: number): number[] => {
  const tail: number[] = [];
  for (let i = last + 1; i < lines.length && tail.length < TAIL_LINES; i++) {
    const line = lines[i]!;
    const belongs = line.attachment || (SIGNATURE.test(line.text) && !isMenu(line));
    if (!belongs || isFurniture(line)) break;
    tail.push(i);
  }
  return tail;
};

/** A 文号 or a "经……通过" that stands between headline and content. */
const LEAD =
  /[〔[［【（(]\s?(?:19|20)\d{2}\s?[〕\]］】）)]\s?第?\d{1,5}\s?号|第\s?\d{1,4}\s?号令?$|^[（(](?:19|20)\d{2}年.{1,200}[）)]$/u;

const leadOf = (lines: readonly Line[], first: number): number[] => {
  const lead: number[] = [];
  for (let i = first - 1; i >= 0 && i >= first - 4; i--) {
    const line = lines[i]!;
    if (LEAD.test(line.text) && line.chars <= 120 && !isMenu(line) && !isInfo(line)) lead.push(i);
  }
  return lead;
};
