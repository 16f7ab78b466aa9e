import { readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { recognise } from '../../../extractors/ocr/recognise.js';
import type { Raster, RecognisedPage } from '../../../extractors/ocr/recognised-page.js';
import { imageOf, rasterOf } from '../../bench/ocr/draw.js';
import { jpeg, noisy, randoms } from '../../bench/ocr/harm.js';
import { compare } from '../../bench/ocr/measure.js';
import { renderPage } from './render.js';

const EXAMPLES = new URL('../../../corpus/examples/', import.meta.url);
const DPI = 200;

/** What the scanned example says, paragraph by paragraph. */
const paragraphs = (): string[] =>
  readFileSync(new URL('../../../scripts/examples/15.txt', import.meta.url), 'utf8')
    .split('\n---\n')[1]!
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/^[#=>] /u, '').replace(/\s/gu, ''));

const textOf = ({ texts }: RecognisedPage): string =>
  texts
    .flatMap(({ characters }) => characters)
    .map(({ char }) => char)
    .join('')
    .replace(/\s/gu, '');

/** Errors among all characters. */
const errorRate = (page: RecognisedPage): number => {
  const expected = paragraphs();
  const { lines, surplus } = compare(expected, textOf(page));
  return lines.reduce((sum, { errors }) => sum + errors, surplus.length) / expected.join('').length;
};

/** A ring with a filled star-like middle over the signature, in ink that lets the print through. */
const sealed = async (raster: Raster): Promise<Raster> => {
  const { width, height, scale } = raster;
  const ring = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g transform="scale(${scale})" fill="none" stroke="#d8242c"><circle cx="470" cy="265" r="58" stroke-width="3"/><circle cx="470" cy="265" r="46" stroke-width="9" stroke-dasharray="6 5"/><path d="M470 248l5 12h13l-10 8 4 13-12-8-12 8 4-13-10-8h13z" fill="#d8242c" stroke="none"/></g></svg>`;
  return rasterOf(imageOf(raster).composite([{ input: Buffer.from(ring), blend: 'multiply' }]), DPI);
};

const turnedBy = (raster: Raster, degrees: number): Promise<Raster> =>
  rasterOf(imageOf(raster).rotate(degrees, { background: '#fff' }), DPI);

describe('the scanned example', () => {
  let scan: Raster;
  beforeAll(async () => {
    const name = readdirSync(EXAMPLES).find((file) => file.startsWith('15 '))!;
    scan = await renderPage(readFileSync(new URL(name, EXAMPLES)), DPI / 72);
  });

  it('is read without an error, each character in its place', async () => {
    const page = await recognise(scan);
    expect(errorRate(page)).toBe(0);
    expect(page.turned).toBe(0);
    const line = page.texts.find(({ characters }) => characters[0]!.char === '第')!;
    const places = line.characters.map(({ x, width }) => x + width / 2);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    // 第一条 begins two characters of 16 points from the left margin.
    expect(Math.abs(places[0]! - 111)).toBeLessThan(6);
    for (const { confidence } of line.characters) expect(confidence).toBeGreaterThan(0.3);
  });

  it.each([
    [90, 270],
    [180, 180],
    [270, 90],
    [2, 0],
    [-7, 0],
    [178, 180],
  ])('turned by %s degrees it is turned back by %s', async (degrees, back) => {
    const page = await recognise(await turnedBy(scan, degrees));
    expect(page.turned).toBe(back);
    expect(errorRate(page)).toBeLessThanOrEqual(0.015);
  });

  it('with grain and artefacts of JPEG it is read nearly as well', async () => {
    const worse = await jpeg(30)(await noisy(20)(scan, 1), 1);
    expect(errorRate(await recognise(worse))).toBeLessThanOrEqual(0.015);
  });

  it('the signature under a seal is read, and the seal is not', async () => {
    const page = await recognise(await jpeg(80)(await sealed(scan), 1));
    expect(errorRate(page)).toBeLessThanOrEqual(0.02);
    expect(textOf(page)).toContain('清水市信访局');
    expect(textOf(page)).toContain('2016年8月12日');
  });

  it('the same page gives the same result', async () => {
    expect(await recognise(scan)).toEqual(await recognise(scan));
  });
});

describe('pages of no use', () => {
  const random = randoms(7);
  it.each<[string, number, number, () => number]>([
    ['all black', 1200, 1600, () => 0],
    ['all white', 1200, 1600, () => 255],
    // Large enough that lines are found and looked at; their number, and the time, grows steeply with the size.
    ['noise', 900, 1250, () => random() * 256],
    ['a strip', 20_000, 40, () => random() * 256],
    ['an upright strip', 40, 20_000, () => random() * 256],
  ])('%s is read quickly and harmlessly', async (_name, width, height, value) => {
    const data = new Uint8Array(width * height * 3).map(value);
    const page = await recognise({ width, height, data, scale: DPI / 72 });
    expect(page.texts.flatMap(({ characters }) => characters).length).toBeLessThan(2000);
  });

  it('a page of 60 million pixels is read smaller, in points of the page as given', async () => {
    const { data, info } = await sharp({
      create: { width: 7000, height: 8600, channels: 3, background: '#fff' },
    })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const page = await recognise({ width: info.width, height: info.height, data, scale: 10 });
    expect(page.texts).toEqual([]);
    expect([Math.round(page.width), Math.round(page.height)]).toEqual([700, 860]);
  }, 120_000);
});
