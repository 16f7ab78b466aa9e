/**
 * Reads a folder of texts as citing documents and prints the table of docs/citations.md, which says what each row means.
 *
 * Run: npm run bench:cite -- FOLDER [INDEX.csv] [--misses]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type CitingContext, findTerritory, resolveCitation } from '../../corpus/index.js';
import { findCitations } from '../../extractors/citations/index.js';
import { type Citation, EMPTY_LIBRARY, findDocumentNumbers, type Span } from '../../model/index.js';
import { numbersByScan, plainTitle, titlesByScan } from './cite-scans.js';

/** The least disturbed of so many rounds counts. */
const ROUNDS = 5;
const HEAD = /^---\n[\s\S]*?\n---\n/u;

const listMisses = process.argv.includes('--misses');
const [folder, index] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (!folder) {
  console.error('usage: npm run bench:cite -- FOLDER [INDEX.csv] [--misses]');
  process.exit(2);
}

/** The texts of a folder in the order of their names, without the heads that a collection puts before them. */
const textsIn = (path: string): { readonly name: string; readonly text: string }[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|txt)$/u.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(path, name), 'utf8').replace(HEAD, '') }));

/** The titles of an index: the column `title` of a CSV, fields in quotation marks or not. */
const titlesOf = (path: string): Set<string> => {
  const [head, ...rows] = readFileSync(path, 'utf8').trim().split('\n').map(fieldsOf);
  const column = head!.indexOf('title');
  return new Set(rows.map((fields) => plainTitle(fields[column] ?? '')).filter(Boolean));
};

const fieldsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

/** Processor time of this process, so that what else the machine does is not counted; garbage collection is. */
const timed = <T>(work: () => T): { readonly value: T; readonly milliseconds: number } => {
  const begun = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(begun);
  return { value, milliseconds: (user + system) / 1000 };
};

/** The least disturbed of several runs. */
const quickest = (work: () => unknown, runs: number): number =>
  Math.min(...Array.from({ length: runs }, () => timed(work).milliseconds));

const row = (...cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);
const share = (part: number, whole: number): string =>
  `${part} of ${whole}${whole ? ` (${((100 * part) / whole).toFixed(2)} %)` : ''}`;
const ms = (value: number): string => `${value.toFixed(1)} ms`;
const covers = (spans: readonly Span[], { start, end }: Span): boolean =>
  spans.some((span) => span.start <= start && end <= span.end);

/** 第X项 of 第三项、第四项; 前款 of 前款第（二）项. */
const formOf = (words: string): string =>
  words
    .replace(/\s+/gu, '')
    .replace(/第[（(]?[0-9０-９零〇○一二三四五六七八九十百千]+[）)]?/gu, '第X')
    .replace(/(?<=^(?:本条|该条|同条)?[^第]{0,8}?第?X?[条款项]).*$/u, '');

/** What was not found, grouped by its words. */
class Misses {
  readonly #counts = new Map<string, number>();
  constructor(readonly what: string) {}

  add(words: string): void {
    this.#counts.set(words, (this.#counts.get(words) ?? 0) + 1);
  }

  print(): void {
    if (this.#counts.size === 0) return;
    console.log(`\n${this.what}:`);
    for (const [words, count] of [...this.#counts].sort((a, b) => b[1] - a[1]))
      console.log(`- ${count} × ${words.replace(/\s+/gu, ' ')}`);
  }
}

const texts = textsIn(folder);
const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);

let citations: Citation[][] = [];
let total = Number.POSITIVE_INFINITY;
/** Of each document, in the round in which it went best. */
const times = texts.map(() => Number.POSITIVE_INFINITY);
for (let round = 0; round < ROUNDS; round += 1) {
  const read = texts.map(({ text }) => timed(() => findCitations(text)));
  citations = read.map(({ value }) => value);
  read.forEach(({ milliseconds }, i) => {
    times[i] = Math.min(times[i]!, milliseconds);
  });
  total = Math.min(
    total,
    read.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
  );
}
const longest = Math.max(...times);
const perCitation = Math.max(
  ...times.map((time, i) => (citations[i]!.length ? time / citations[i]!.length : 0)),
);
let passage = 0;
for (const { text } of texts)
  for (const line of text.split('\n')) {
    // A line that seems slow is asked again: once may be the collector's turn.
    const once = line ? timed(() => findCitations(line)).milliseconds : 0;
    if (once > passage)
      passage = Math.max(
        passage,
        Math.min(
          once,
          quickest(() => findCitations(line), ROUNDS),
        ),
      );
  }

/** A citing document holds where its name or folder says; its date is not known. */
const contextOf = (name: string): CitingContext => ({
  territory: findTerritory(name.split('/').at(-1) ?? name) ?? findTerritory(name),
  date: null,
  library: EMPTY_LIBRARY,
});

const numbers = { seen: 0, parsed: 0 };
const unparsed = new Misses('文号 that the plain scan sees and the grammar does not read');
const titles = { seen: 0, known: 0, found: 0, resolved: 0 };
const unfound = new Misses('titles of the index that no citation has');
const unresolved = new Misses('titles of the index that were found and that the catalogue does not give');
const known = index ? titlesOf(index) : null;
texts.forEach(({ text }, i) => {
  const parsed = findDocumentNumbers(text);
  for (const seen of numbersByScan(text)) {
    numbers.seen += 1;
    if (covers(parsed, seen) || covers(citations[i]!, seen)) numbers.parsed += 1;
    else unparsed.add(seen.text);
  }
  for (const seen of titlesByScan(text)) {
    titles.seen += 1;
    const key = plainTitle(seen.text);
    if (!known?.has(key)) continue;
    titles.known += 1;
    const citation = citations[i]!.find(
      (each) => each.start < seen.end && seen.start < each.end && plainTitle(each.title) === key,
    );
    if (!citation) unfound.add(seen.text);
    else {
      titles.found += 1;
      const { statute, matched } = resolveCitation(citation, contextOf(texts[i]!.name));
      if (statute && plainTitle(statute.title) === key) titles.resolved += 1;
      else unresolved.add(`${seen.text} (${statute?.title ?? matched})`);
    }
  }
});

const left = new Misses('relative citations that are left open, by their first words');
citations.forEach((found, i) => {
  for (const { kind, start, end, refersTo } of found)
    if (kind === 'relative' && !refersTo) left.add(formOf(texts[i]!.text.slice(start, end)));
});

const all = citations.flat();
const relative = all.filter(({ kind }) => kind === 'relative');
console.log(`Node ${process.version}, ${cpus()[0]?.model.trim()}, one core\n`);
row('what', 'figure');
row('---', '--:');
row('citing documents', String(texts.length));
row('MB of text (UTF-8)', (bytes / 1e6).toFixed(2));
row('citations', String(all.length));
row(
  'of them relative, and resolved',
  share(relative.filter(({ refersTo }) => refersTo).length, relative.length),
);
row('MB/s a core', (bytes / 1e3 / total).toFixed(1));
row('longest document', `${ms(longest)} (${texts[times.indexOf(longest)]!.name})`);
row('longest time per citation, document time / citations', ms(perCitation));
row('longest passage (a line by itself)', ms(passage));
row('文号 of the plain scan that are read', share(numbers.parsed, numbers.seen));
row('《…》 in all', String(titles.seen));
if (known) {
  row('《…》 of the index that are found with that title', share(titles.found, titles.known));
  row('《…》 of the index that the catalogue resolves to that title', share(titles.resolved, titles.known));
}
if (listMisses) for (const misses of [unparsed, unfound, unresolved, left]) misses.print();
