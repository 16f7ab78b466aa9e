import { type FiledName, findDocumentNumbers } from '../../model/index.js';

/** What may stand between the documents of one cell, beside their 文号: commas, 和, numbers, brackets. */
const BETWEEN = /^(?:[\s、，,；;。和及与（()）[\]〔〕【】]|\d{1,2}[.．、）)]|[①-⑳]|文号|等)*$/u;
const NUMBERED = /^(?:[（(]?\d{1,2}[.．、）)]|[①-⑳])(?=\D)/u;

/**
 * The documents that a cell of the second column names, the first one always there. Several are told apart by their 《》, or
 * without those by their 文号; what stands between two titles must say nothing else.
 */
export const documentsOf = (text: string): [FiledName, ...FiledName[]] => {
  const plain = text.replace(/\s+/gu, '').normalize('NFC');
  const parts = byTitles(plain) ?? byNumbers(text) ?? [plain];
  const [first = plain, ...others] = parts;
  return [documentIn(first), ...others.map(documentIn)];
};

/** Cut before each 《 that stands in no other; null where there are not two, or where they are said of each other. */
const byTitles = (plain: string): string[] | null => {
  const titles = outerTitles(plain);
  if (titles.length < 2) return null;
  const gaps = titles.map(({ end }, at) => plain.slice(end, titles[at + 1]?.start ?? plain.length));
  const lead = plain.slice(0, titles[0]!.start);
  if (!BETWEEN.test(lead) || !gaps.every((gap) => BETWEEN.test(withoutNumbers(gap)))) return null;
  return titles.map(({ start }, at) => plain.slice(start, titles[at + 1]?.start ?? plain.length));
};

/** Lines or items of which each has a 文号 of its own. */
const byNumbers = (text: string): string[] | null => {
  if (text.includes('《') || findDocumentNumbers(text.replace(/\s+/gu, '')).length < 2) return null;
  const parts = text
    .split(/[\n；;]|(?<=号[）)〕\]】]?)、/u)
    .map((part) => part.replace(/\s+/gu, ''))
    .filter((part) => part !== '');
  return parts.every((part) => findDocumentNumbers(part).length === 1 && documentIn(part).title.length > 3)
    ? parts
    : null;
};

const withoutNumbers = (text: string): string =>
  findDocumentNumbers(text).reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    text,
  );

/** The 《…》 that stand in no other; one that is never closed ends with the text. */
const outerTitles = (text: string): { readonly start: number; readonly end: number }[] => {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '《' && depth++ === 0) found.push({ start: at, end: text.length });
    else if (text[at] === '》' && depth > 0 && --depth === 0) found.at(-1)!.end = at + 1;
  }
  return found;
};

/** The title of the document that stands first, and the 文号 behind it. */
const documentIn = (numbered: string): FiledName => {
  const plain = numbered.replace(NUMBERED, '');
  const [titled] = outerTitles(plain);
  const begins = titled?.start === 0;
  const found = findDocumentNumbers(plain).find(({ start }) => !begins || start >= titled.end);
  const documentNumber = found?.number ?? null;
  if (begins) return { title: plain.slice(1, titled.end).replace(/》$/u, ''), documentNumber };
  const outside = found ? plain.slice(0, found.start) + plain.slice(found.end) : plain;
  return {
    title: outside.replace(/[（(〔[【]?(?:文号)?[）)〕\]】]?$/u, '').replace(/[（(]$/u, ''),
    documentNumber,
  };
};
