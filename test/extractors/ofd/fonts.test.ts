import { describe, expect, it } from 'vitest';
import { DEFAULT_READING } from '../../../extractors/index.js';
import type { Raster } from '../../../extractors/ocr/recognised-page.js';
import { characterMap } from '../../../extractors/ofd/fonts/cmap.js';
import { glyphShapes } from '../../../extractors/ofd/fonts/glyf.js';
import { tablesOf } from '../../../extractors/ofd/fonts/sfnt.js';
import { readOfd } from '../../../extractors/ofd/read-ofd.js';
import { fontBytes } from '../../fixtures/font.js';
import { ofdZip, packed, textXml } from '../../fixtures/ofd.js';
import { fakeRecogniser, recognisedPage } from '../../fixtures/recognised.js';

const SENTENCE = '为了规范全市粮食储备管理，根据有关规定，制定本办法。';
/** Glyph 1 shows the first of the characters, and so on. */
const CHARACTERS = [...new Set(SENTENCE)];
const glyphOf = (char: string): number => CHARACTERS.indexOf(char) + 1;

const glyphs = (numbers: readonly number[]): string =>
  `<ofd:CGTransform CodePosition="0" CodeCount="${numbers.length}" GlyphCount="${numbers.length}"><ofd:Glyphs>${numbers.join(' ')}</ofd:Glyphs></ofd:CGTransform>`;

/** A page whose one line shows the sentence by glyph numbers with the given codes. */
const build = (codes: string, font: Uint8Array): Promise<Uint8Array> => {
  const transform = glyphs([...SENTENCE].map(glyphOf));
  const zip = ofdZip([{ pages: [{ objects: textXml(codes, { boundary: '20 60 150 10', transform }) }] }]);
  zip.file(
    'Doc_0/PublicRes.xml',
    '<ofd:Res BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="某体"><ofd:FontFile>f.ttf</ofd:FontFile></ofd:Font></ofd:Fonts></ofd:Res>',
  );
  zip.file('Doc_0/Res/f.ttf', font);
  return packed(zip);
};
const mapOf = (chars: readonly string[]): [string, number][] => chars.map((char) => [char, glyphOf(char)]);
const PRIVATE = [...SENTENCE].map((char) => String.fromCharCode(0xe000 + glyphOf(char))).join('');

describe('text without codes, by the fonts in the file', () => {
  it.each([
    ['private codes', PRIVATE],
    ['one mark for all', '?'.repeat(SENTENCE.length)],
    ['one blank for all', ' '.repeat(SENTENCE.length)],
    ['no codes', ''],
  ])('is read where the font shows one character by a glyph: %s', async (_name, codes) => {
    const font = fontBytes({ map: mapOf(CHARACTERS), glyphs: CHARACTERS.length + 1 });
    const found = await readOfd(await build(codes, font), DEFAULT_READING, fakeRecogniser([]).recognise);
    expect(found.text).toBe(SENTENCE);
    expect(found.notes).toEqual([
      { code: 'characters-from-font', message: expect.stringContaining(`第1页有${SENTENCE.length}个字符`) },
    ]);
    expect(found.recognised).toBeUndefined();
  });

  it('codes that can be read are believed before the font', async () => {
    const font = fontBytes({ map: mapOf([...CHARACTERS].reverse()), glyphs: CHARACTERS.length + 1 });
    const found = await readOfd(await build(SENTENCE, font), DEFAULT_READING, fakeRecogniser([]).recognise);
    expect(found).toMatchObject({ text: SENTENCE, notes: [] });
  });

  it('is drawn and recognised where the font shows several characters by each glyph', async () => {
    const double = [
      ...mapOf(CHARACTERS),
      ...CHARACTERS.map((_, i): [string, number] => [String.fromCharCode(0x3400 + i), i + 1]),
    ];
    const font = fontBytes({ map: double, glyphs: CHARACTERS.length + 1 });
    const { recognise, rasters } = fakeRecogniser([
      recognisedPage([{ text: SENTENCE, x: 57, y: 184, size: 14 }]),
    ]);
    const found = await readOfd(await build(PRIVATE, font), DEFAULT_READING, recognise);
    expect(found.text).toBe(SENTENCE);
    expect(found.notes.map(({ code }) => code)).toEqual(['ocr']);
    expect(inkIn(rasters[0]!)).toEqual({ left: 20, top: 60, right: 20 + 5 * SENTENCE.length, bottom: 65 });
  });

  it('stays unread where a letter can not be drawn', async () => {
    const font = fontBytes({ map: [], glyphs: 5 });
    await expect(
      readOfd(await build(PRIVATE, font), DEFAULT_READING, fakeRecogniser([]).recognise),
    ).rejects.toMatchObject({ reason: { code: 'needs-ocr' } });
  });
});

describe('fonts of strangers', () => {
  const whole = fontBytes({ map: mapOf(CHARACTERS), glyphs: CHARACTERS.length + 1 });

  it('are read or left, with any byte changed and cut off at any place', () => {
    for (let at = 0; at < whole.length; at += 3) {
      const broken = whole.slice(0, at % 2 === 0 ? whole.length : at);
      if (at < broken.length) broken[at] = broken[at]! ^ 0xff;
      const tables = tablesOf(broken);
      const map = characterMap(tables.get('cmap'));
      const shapes = glyphShapes(tables);
      for (let glyph = 0; glyph < 20; glyph++) {
        const char = map.characterOf(glyph);
        expect(char === undefined || char.length <= 2).toBe(true);
        const shape = shapes?.(glyph);
        expect(shape === undefined || /^[MLQZ\d\s-]*$/.test(shape)).toBe(true);
      }
    }
  });

  it('never give a private character, nor one of several', () => {
    const map = characterMap(
      tablesOf(
        fontBytes({
          map: [
            ['\ue001', 1],
            ['甲', 2],
            ['乙', 2],
            ['丙', 3],
          ],
          glyphs: 4,
        }),
      ).get('cmap'),
    );
    expect([1, 2, 3, 4].map(map.characterOf)).toEqual([undefined, undefined, '丙', undefined]);
    expect(map.glyphOf('\ue001')).toBe(1);
  });
});

/** The box around all ink in millimetres, rounded. */
const inkIn = ({ width, height, data, scale }: Raster) => {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (data[3 * (y * width + x)]! > 128) continue;
      [left, top] = [Math.min(left, x), Math.min(top, y)];
      [right, bottom] = [Math.max(right, x + 1), Math.max(bottom, y + 1)];
    }
  const mm = (pixels: number): number => Math.round((pixels / scale) * (25.4 / 72));
  return { left: mm(left), top: mm(top), right: mm(right), bottom: mm(bottom) };
};
