import { readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_READING, extract } from '../../../extractors/index.js';
import {
  type Box,
  boxesOf,
  type Correction,
  DEFAULT_WORK,
  type FileAnalysis,
  type Manuscript,
  type ReadUnit,
  RefusedCorrection,
} from '../../../model/index.js';
import { analyse } from '../../../pipeline/analyse.js';
import { type Reanalysed, Reanalysis } from '../../../pipeline/index.js';
import { pack, unpack } from '../../../store/index.js';
import { renderPage } from '../../extractors/ocr/render.js';
import { WITHOUT_OCR } from '../../reading.js';

const EXAMPLES = new URL('../../../corpus/examples/', import.meta.url);
/** The compiled worker: a process of its own does not read TypeScript. */
const PROGRAM = new URL('../../../dist/pipeline/worker.js', import.meta.url);
const DPI = 200;
/** The only words of 第六条 that order a punishment. */
const WORDS = '失信惩戒';

/** An example page as a picture, on which the lower half of 惩 did not come through: it looks like 征. */
const faded = async (): Promise<Uint8Array> => {
  const bytes = readFileSync(
    new URL(readdirSync(EXAMPLES).find((name) => name.startsWith('03 '))!, EXAMPLES),
  );
  const printed = await extract(bytes, 'pdf', WITHOUT_OCR);
  const at = printed.text.indexOf(WORDS) + 2;
  const { box } = boxesOf(printed, { start: at, end: at + 1 })[0]!;
  const { data, width, height } = await renderPage(bytes, DPI / 72);
  const page = sharp(Buffer.from(data), { raw: { width, height, channels: 3 } });
  const picture = await page
    .composite([{ input: Buffer.from(paper(lowerHalf(box))), left: 0, top: 0 }])
    .withMetadata({ density: DPI })
    .png()
    .toBuffer();
  return new Uint8Array(picture);

  function paper({ x, y, width: w, height: h }: Box): string {
    const scale = DPI / 72;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect x="${x * scale}" y="${y * scale}" width="${w * scale}" height="${h * scale}" fill="#fff"/></svg>`;
  }
};

/** With a little of the paper below, into which strokes may reach. */
const lowerHalf = ({ y, height, ...box }: Box): Box => ({ ...box, y: y + height / 2, height: 0.7 * height });

const article = (analysis: FileAnalysis, label: string): ReadUnit =>
  analysis.documents.flatMap(({ units }) => units).find(({ unit }) => unit.label === label)!;

describe('a picture of which a word was read wrongly', () => {
  let read: Manuscript;
  let correction: Correction;
  const again = new Reanalysis({ ...DEFAULT_WORK, workers: 1 }, PROGRAM);
  beforeAll(async () => {
    read = await extract(await faded(), 'image', DEFAULT_READING);
    const start = read.text.indexOf('激励和失信') + '激励和'.length;
    const end = read.text.indexOf('。', start);
    correction = { span: { start, end }, original: read.text.slice(start, end), replacement: WORDS };
  });
  afterAll(() => again.close());

  const run = (corrections: readonly Correction[], manuscript = pack(read)): Promise<Reanalysed> =>
    again.analyseAgain({ manuscript, corrections, reading: {} });
  const analysisOf = ({ analysis }: Reanalysed): FileAnalysis => unpack<FileAnalysis>(analysis!.data);

  it('hides a finding, and has it once a person has corrected the word', async () => {
    expect(read.text).not.toContain(WORDS);
    const before = article(analysisOf(await run([])), '第六条');
    expect(before.classification.labels).not.toContain('P');

    const done = await run([correction]);
    expect(done).toMatchObject({ outdated: [] });
    const after = article(analysisOf(done), '第六条');
    expect(after.classification.labels).toContain('P');
    const { text } = unpack<Manuscript>(done.manuscript);
    expect(text).toBe(read.text.replace(correction.original, WORDS));
    const flagged = article(unpack<FileAnalysis>(done.analysis!.flagged), '第六条');
    expect(text.slice(flagged.unit.span.start, flagged.unit.span.end)).toBe(flagged.unit.text);
    expect(flagged.unit.text).toContain(WORDS);
  });

  it('is analysed as a picture that was read rightly, with what stands behind the word at its new place', async () => {
    const done = await run([{ ...correction, replacement: `“${WORDS}”措施` }]);
    const manuscript = unpack<Manuscript>(done.manuscript);
    expect(analysisOf(done)).toEqual(JSON.parse(JSON.stringify(analyse(manuscript))));
    const moved = '“”措施'.length + WORDS.length - correction.original.length;
    const last = article(analysisOf(done), '第八条').unit;
    expect(last).toEqual({
      ...article(analyse(read), '第八条').unit,
      span: {
        start: read.text.indexOf('第八条') + moved,
        end: read.text.indexOf('第八条') + moved + last.text.length,
      },
    });
  });

  it('keeps its text where a correction is outdated, and hands that back', async () => {
    const outdated = { ...correction, original: '失信征伐' };
    const done = await run([outdated]);
    expect(done.outdated).toEqual([outdated]);
    expect(unpack(done.manuscript)).toEqual(JSON.parse(JSON.stringify(read)));
  });

  it('refuses a correction over two paragraphs before any process works', async () => {
    const { end } = read.blocks[0]!.span;
    const span = { start: end - 1, end: end + 2 };
    const original = read.text.slice(span.start, span.end);
    await expect(run([{ span, original, replacement: '法' }])).rejects.toThrow(RefusedCorrection);
  });

  it('comes back with the reason where the statute texts can not be opened', async () => {
    const done = await again.analyseAgain({
      manuscript: pack(read),
      corrections: [correction],
      reading: { library: { path: '/nowhere/library.sqlite', fingerprint: 'none' } },
    });
    expect(done.analysis).toBeUndefined();
    expect(done.reason).toMatchObject({ code: 'internal' });
    expect(unpack<Manuscript>(done.manuscript).text).toContain(WORDS);
  });

  it('comes back with the reason where it takes too long', async () => {
    // No process has even started after a millisecond.
    const hasty = new Reanalysis({ ...DEFAULT_WORK, workers: 1, timeout: 1 }, PROGRAM);
    const request = { manuscript: pack(read), corrections: [correction], reading: {} };
    expect((await hasty.analyseAgain(request)).reason).toMatchObject({ code: 'timeout' });
    hasty.close();
  });
});
