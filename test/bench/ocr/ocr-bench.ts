/**
 * Measures the recognition of text on pages made from the project's own documents, side by side with Tesseract, and
 * prints the tables of docs/ocr.md.
 *
 * Run: npm run bench:ocr [-- --quick] [--misses] [--only NAME] [--no-tesseract]
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { recognise } from '../../../extractors/ocr/recognise.js';
import type { Raster, RecognisedPage } from '../../../extractors/ocr/recognised-page.js';
import { greyOf } from '../../../extractors/ocr/seals.js';
import { CONDITIONS, type Condition } from './conditions.js';
import { draw, svgOf } from './draw.js';
import { compare, fold } from './measure.js';
import { type Seal, sealSvg } from './seal.js';
import { sources } from './sources.js';
import { findTesseract, type Read, type Tesseract } from './tesseract.js';
import { throughput } from './throughput.js';
import { FACES, type Face, type SetLine, type SetPage, setProse, setTable } from './typeset.js';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    only: { type: 'string' },
    'no-tesseract': { type: 'boolean', default: false },
  },
});

/** Pages of each clean condition and of each other one; the full run takes all and a third. */
const QUICK = { clean: 5, other: 2 };
const SHARE = 3;

const allPages = (faces: readonly Face[]): SetPage[] =>
  sources().flatMap((source, at) => {
    const face = (shift: number) => faces[(at + shift) % faces.length]!;
    const articles = source.lines.filter((line) => /^第|^[（(一二三]/u.test(line)).length;
    return [
      ...setProse(source, face(0)),
      ...(articles >= 6 ? [setTable(source, face(1), at % 2 ? 9 : 7.5)] : []),
    ];
  });

/** Which pages a condition is tried on: all, or some that differ from condition to condition. */
const pagesFor = (pages: readonly SetPage[], condition: Condition, number: number): SetPage[] => {
  const share = condition.kind === 'clean' ? 1 : SHARE;
  const chosen = pages.filter((_, at) => (at + number) % share === 0);
  if (!options.quick) return chosen;
  const step = Math.max(
    1,
    Math.floor(chosen.length / (condition.kind === 'clean' ? QUICK.clean : QUICK.other)),
  );
  return chosen.filter((_, at) => at % step === 0);
};

/** A seal over the last lines of the page, as signatures are sealed, and one over the middle of its text. */
const sealsOn = (page: SetPage, { colour, cover }: Pick<Seal, 'colour' | 'cover'>, seed: number): Seal[] => {
  const body = page.lines.slice(0, -1);
  const low = body.at(-1)!.sorts;
  const middle = body[Math.floor(body.length / 2)]!.sorts;
  return [low, middle].map((sorts, at) => ({
    x: Math.max(110, Math.min(480, sorts[Math.floor(sorts.length / 2)]!.x + ((seed * 37) % 60))),
    y: Math.max(110, sorts[0]!.y - 10),
    radius: 59,
    colour,
    cover,
    turned: ((seed + at) % 5) * 6 - 12,
  }));
};

const underSeal = (seals: readonly Seal[], x: number, y: number, size: number): boolean =>
  seals.some((seal) => Math.hypot(x + size / 2 - seal.x, y - size * 0.4 - seal.y) <= seal.radius + size / 2);

class Tally {
  characters = 0;
  errors = 0;
  folded = 0;
  sealed = 0;
  sealedErrors = 0;
  marks = 0;
  wrongMarks: string[] = [];
  clock: number[] = [];
  processor = 0;

  add(page: SetPage, seals: readonly Seal[], read: Read, misses: string | null): void {
    const lines = page.lines.map(printed);
    const expected = lines.map((sorts) => sorts.map(({ char }) => char).join(''));
    const text = read.text.replace(/\s/gu, '');
    const exact = compare(expected, text);
    const folded = compare(expected.map(foldAll), foldAll(text));
    this.characters += expected.join('').length;
    const count = (all: typeof exact): number =>
      all.lines.reduce((sum, { errors }) => sum + errors, all.surplus.length);
    this.errors += count(exact);
    this.folded += count(folded);
    this.clock.push(read.clock);
    this.processor += read.processor;
    exact.lines.forEach(({ errorsAt, got }, at) => {
      lines[at]!.forEach(({ x, y, size }, position) => {
        if (!underSeal(seals, x, y, size)) return;
        this.sealed += 1;
        this.sealedErrors += errorsAt[position]!;
      });
      for (const match of expected[at]!.matchAll(
        /^第[一二三四五六七八九十百]+条|[\p{Script=Han}]+〔\d{4}〕\d+号/gu,
      )) {
        this.marks += 1;
        if (errorsAt.slice(match.index, match.index + match[0].length).some((errors) => errors > 0))
          this.wrongMarks.push(`${match[0]} (${got})`);
      }
      if (misses && got !== expected[at])
        console.log(`${misses} ${page.name} ${page.face.name}\n  - ${expected[at]}\n  + ${got}`);
    });
    if (misses && exact.surplus) console.log(`${misses} ${page.name} surplus: ${exact.surplus}`);
  }
}

const printed = (line: SetLine): SetLine['sorts'] =>
  line.sorts.filter(({ char }) => char !== '　' && char !== ' ');
const foldAll = (text: string): string => [...text].map(fold).join('');

const textOf = (page: RecognisedPage): string =>
  page.texts.map(({ characters }) => characters.map(({ char }) => char).join('')).join('\n');

const readByUs = async (raster: Raster): Promise<Read> => {
  const before = process.cpuUsage();
  const begun = performance.now();
  const page = await recognise(raster);
  const { user, system } = process.cpuUsage(before);
  return { text: textOf(page), clock: (performance.now() - begun) / 1000, processor: (user + system) / 1e6 };
};

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;
const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const row = (...cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);

const tallyRow = (name: string, tally: Tally): void =>
  row(
    name,
    String(tally.clock.length),
    String(tally.characters),
    percent(tally.errors, tally.characters),
    percent(tally.folded, tally.characters),
    percent(tally.sealedErrors, tally.sealed),
    `${tally.marks - tally.wrongMarks.length}/${tally.marks}`,
    middle(tally.clock).toFixed(2),
    (tally.processor / Math.max(1, tally.clock.length)).toFixed(2),
  );

/** The page as our own recognition sees it once the seals are taken out. */
const withoutSeals = (raster: Raster): Raster => {
  const grey = greyOf(raster, raster.scale).data;
  const data = new Uint8Array(raster.data.length);
  for (let at = 0; at < data.length; at += 1) data[at] = grey[Math.floor(at / 3)]!;
  return { ...raster, data };
};

/** Tesseract's page mode that errs least, which its user would have to know: sparse text for tables, one block else. */
const pageMode = (page: SetPage, condition: Condition): number => {
  const table = page.name.includes('-t');
  // With the detection of orientation there is no mode for one block.
  if (condition.name.startsWith('turned')) return table ? 12 : 1;
  return table ? 11 : 6;
};

const main = async (): Promise<void> => {
  const pages = allPages(FACES);
  const tesseract: Tesseract | null = options['no-tesseract'] ? null : await findTesseract();
  console.log(`fonts: ${FACES.map(({ name }) => name).join('; ')}; letterheads and seals: Noto Serif`);
  if (tesseract)
    console.log(
      `${tesseract.version}, chi_sim, --psm 6 (tables 11; turned pages 1 and 12) --dpi, OMP_THREAD_LIMIT=1; its start of ${tesseract.start.clock.toFixed(2)} s is not counted`,
    );
  const sums = new Map<string, Tally>();
  const tallyOf = (name: string): Tally => {
    if (!sums.has(name)) sums.set(name, new Tally());
    return sums.get(name)!;
  };
  await recognise(await draw(svgOf(pages[0]!, 72), 72));
  row(
    'condition',
    'pages',
    'characters',
    'errors',
    'widths folded',
    'under seals',
    '第X条, 文号',
    's p50',
    's processor',
  );
  row('---', '--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:');
  for (const [number, condition] of CONDITIONS.entries()) {
    if (options.only && !condition.name.includes(options.only) && condition.kind !== options.only) continue;
    const [ours, theirs, cleaned] = [new Tally(), new Tally(), new Tally()];
    for (const [seed, page] of pagesFor(
      condition.faces ? allPages(condition.faces) : pages,
      condition,
      number,
    ).entries()) {
      const seals = condition.seal ? sealsOn(page, condition.seal, seed) : [];
      const drawn = await draw(svgOf(page, condition.dpi, seals.map(sealSvg).join('')), condition.dpi);
      const raster = condition.harm ? await condition.harm(drawn, seed) : drawn;
      const read = await readByUs(raster);
      const label = options.misses ? condition.name : null;
      for (const tally of [ours, tallyOf(`all ${condition.kind}`)])
        tally.add(page, seals, read, tally === ours ? label : null);
      if (!tesseract) continue;
      const other = await tesseract.read(raster, pageMode(page, condition));
      for (const tally of [theirs, tallyOf(`all ${condition.kind}, tesseract`)])
        tally.add(page, seals, other, null);
      if (!condition.seal) continue;
      const clean = await tesseract.read(withoutSeals(raster), pageMode(page, condition));
      for (const tally of [cleaned, tallyOf(`all ${condition.kind}, tesseract, seals taken out for it`)])
        tally.add(page, seals, clean, null);
    }
    tallyRow(condition.name, ours);
    if (tesseract) tallyRow(`${condition.name}, tesseract`, theirs);
    if (tesseract && condition.seal)
      tallyRow(`${condition.name}, tesseract, seals taken out for it`, cleaned);
    for (const wrong of options.misses ? ours.wrongMarks : []) console.log(wrong);
  }
  for (const [name, tally] of sums) tallyRow(name, tally);
  tesseract?.close();
  if (options.only) return;
  const shown = pages.filter((_, at) => at % (options.quick ? 6 : 2) === 0);
  const rasters: Raster[] = [];
  for (const page of shown) rasters.push(await draw(svgOf(page, 200), 200));
  console.log(
    `two processes: ${(await throughput(rasters, 2)).toFixed(2)} pages/s (${rasters.length} pages of 200 dpi)`,
  );
};

await main();
