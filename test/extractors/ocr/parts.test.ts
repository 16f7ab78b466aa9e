import { describe, expect, it } from 'vitest';
import { decode } from '../../../extractors/ocr/decode.js';
import { tiles } from '../../../extractors/ocr/detect.js';
import { whiten } from '../../../extractors/ocr/paper.js';
import { level, type Plane, resize, turn } from '../../../extractors/ocr/plane.js';
import { asPrinted } from '../../../extractors/ocr/punctuation.js';
import { recognise } from '../../../extractors/ocr/recognise.js';
import { regionsOf, unclip } from '../../../extractors/ocr/regions.js';
import { rulesOf, withoutRules } from '../../../extractors/ocr/ruling.js';
import { greyOf, sealsOn } from '../../../extractors/ocr/seals.js';
import { slantOf } from '../../../extractors/ocr/skew.js';
import { spansOf } from '../../../extractors/ocr/spans.js';

const paper = (width: number, height: number, value = 255): Plane => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(value),
});

const fill = (plane: Plane, left: number, top: number, right: number, bottom: number, value = 0): void => {
  for (let y = top; y < bottom; y += 1)
    plane.data.fill(value, y * plane.width + left, y * plane.width + right);
};

/** Planes as text, for matchers compare large arrays slowly. */
const pixels = ({ width, height, data }: Plane): string =>
  `${width} × ${height}: ${Buffer.from(data).toString('base64')}`;

/** Ten lines of short strokes. */
const lines = (): Plane => {
  const plane = paper(600, 600);
  for (let line = 0; line < 10; line += 1)
    for (let at = 0; at < 25; at += 1)
      if ((line * 7 + at * 3) % 5) fill(plane, 60 + at * 20, 60 + line * 45, 74 + at * 20, 76 + line * 45);
  return plane;
};

describe('characters of a line', () => {
  const alphabet = ['', '第', '一', '条', ' '];
  const scores = (...steps: readonly (readonly [number, number])[]): Float32Array => {
    const all = new Float32Array(steps.length * alphabet.length);
    steps.forEach(([at, score], step) => {
      all[step * alphabet.length + at] = score;
    });
    return all;
  };

  it('repeated classes are one character, at the step that is surest; blanks part equal ones', () => {
    const read = decode(scores([1, 0.5], [1, 0.9], [0, 0.9], [2, 0.8], [0, 0.9], [2, 0.7], [3, 1]), alphabet);
    expect(read.map(({ char, step }) => `${char}${step}`)).toEqual(['第1', '一3', '一5', '条6']);
    expect(read[0]!.confidence).toBeCloseTo(0.9);
  });

  it('brackets around a year are 〔〕 where these had a share of the votes, and stay where they had none', () => {
    const signs = ['', ...'[]〔〕2016()'];
    const read = (open: string, share: number): string => {
      const all = new Float32Array(6 * signs.length);
      [...`${open}2016${open === '[' ? ']' : ')'}`].forEach((char, step) => {
        all[step * signs.length + signs.indexOf(char)] = 0.6;
      });
      all[signs.indexOf('〔')] = share;
      return decode(all, signs)
        .map(({ char }) => char)
        .join('');
    };
    expect(read('[', 0.2)).toBe('〔2016〕');
    expect(read('(', 0)).toBe('(2016)');
  });

  it.each([
    ['第一条,本规定', '第一条，本规定', 'beside a Chinese character'],
    ['10:30', '10:30', 'a time'],
    ['1,000元', '1,000元', 'between digits'],
    ['见附件(1)', '见附件（1）', 'a pair is of one width'],
    ['a(b)', 'a(b)', 'Latin'],
    ['(2019年6月27日通过', '（2019年6月27日通过', 'a bracket at the edge of a Chinese line'],
    ['市丶县', '市、县', 'a stroke that is no character of a text'],
    ['（—）建立', '（一）建立', 'a level stroke where a numeral stands'],
    ['(=)', '（二）', 'two of them'],
    ['—、总则', '一、总则', 'at the start of a heading'],
    ['-1—', '—1—', 'a page number'],
    ['2016-2020', '2016-2020', 'a range'],
  ])('%s is printed %s: %s', (read, printed) => {
    expect(asPrinted([...read]).join('')).toBe(printed);
  });
});

describe('where text is', () => {
  it('a core grows by its area over its outline', () => {
    expect(unclip({ left: 10, top: 10, right: 110, bottom: 20 })).toEqual({
      left: 10 - 80 / 11,
      top: 10 - 80 / 11,
      right: 110 + 80 / 11,
      bottom: 20 + 80 / 11,
    });
  });

  it('touching pixels are one region, faint ones and specks none, and there are no more than asked for', () => {
    const cores = paper(200, 100, 0);
    fill(cores, 20, 20, 120, 28, 250);
    fill(cores, 20, 60, 120, 68, 240);
    fill(cores, 150, 60, 190, 68, 90);
    fill(cores, 150, 20, 151, 21, 250);
    expect(regionsOf(cores, 10).map(({ score }) => Math.round(score * 100))).toEqual([98, 94]);
    expect(regionsOf(cores, 1)).toHaveLength(1);
  });

  it('tiles cover every length once', () => {
    for (const length of [1, 1600, 1601, 5000, 20_000]) {
      const cut = tiles(length);
      expect(cut[0]!.keepFrom).toBe(0);
      expect(cut.at(-1)!.keepTo).toBe(length);
      for (const [at, tile] of cut.entries()) {
        if (at > 0) expect(tile.keepFrom).toBe(cut[at - 1]!.keepTo);
        expect(tile.to - tile.from).toBeLessThanOrEqual(1600);
      }
    }
  });

  it('a line is cut at an upright rule and at a gutter, and drawn out to the stop at its end', () => {
    const plane = paper(400, 60);
    for (let at = 0; at < 18; at += 1) if (at < 6 || at > 10) fill(plane, 20 + at * 20, 20, 36 + at * 20, 40);
    const region = { left: 18, top: 18, right: 358, bottom: 42, score: 1 };
    const rule = { direction: 'vertical', left: 317, right: 319, top: 0, bottom: 60 } as const;
    const spans = spansOf(plane, [region], [rule]);
    expect(spans.map(({ left, right }) => [Math.round(left / 20), Math.round(right / 20)])).toEqual([
      [1, 7],
      [12, 16],
      [16, 19],
    ]);
  });
});

describe('the page', () => {
  it.each([-7, -1.5, 0, 0.4, 3, 9.5])('lines that fall by %s degrees are found and levelled', (degrees) => {
    const fallen = level(lines(), -degrees);
    expect(Math.abs(slantOf(fallen).degrees - degrees)).toBeLessThan(0.15);
    expect(Math.abs(slantOf(level(fallen, slantOf(fallen).degrees)).degrees)).toBeLessThan(0.15);
  });

  it('upright lines are less sharp than level ones', () => {
    expect(slantOf(lines()).sharpness).toBeGreaterThan(1.3 * slantOf(turn(lines(), 90)).sharpness);
  });

  it('four quarter turns give the page again', () => {
    const plane = lines();
    expect(pixels(turn(turn(turn(turn(plane, 90), 90), 90), 90))).toBe(pixels(plane));
    expect(pixels(turn(turn(plane, 90), 270))).toBe(pixels(plane));
    expect(pixels(turn(turn(plane, 90), 90))).toBe(pixels(turn(plane, 180)));
  });

  it('a page made smaller keeps its mean', () => {
    const small = resize(lines(), 150, 150);
    const mean = (plane: Plane): number =>
      plane.data.reduce((sum, value) => sum + value, 0) / plane.data.length;
    expect(Math.abs(mean(small) - mean(lines()))).toBeLessThan(1);
  });

  it('faint print on a shaded page becomes black on white', () => {
    const plane = lines();
    const shaded = {
      ...plane,
      data: plane.data.map((value, at) => (140 + (value / 255) * 80) * (1 - (0.4 * (at % 600)) / 600)),
    };
    const white = whiten(shaded);
    expect(white.data[0]).toBeGreaterThan(240);
    const ink = plane.data.indexOf(0);
    expect(white.data[ink + 600 * 8 + 7]).toBeLessThan(40);
  });

  it('white print on black is turned over', () => {
    const plane = lines();
    const negative = { ...plane, data: plane.data.map((value) => 255 - value) };
    expect(pixels(whiten(negative))).toBe(pixels(whiten(plane)));
  });
});

describe('rules', () => {
  it('those of a table are found and taken out, the print that crosses them stays', () => {
    const plane = lines();
    for (const y of [50, 95]) fill(plane, 40, y, 560, y + 2, 90);
    for (const x of [40, 559]) fill(plane, x, 50, x + 1, 97);
    fill(plane, 300, 90, 303, 105);
    const rules = rulesOf(plane, 1.5);
    expect(rules.map(({ direction, left, top }) => [direction, left, top])).toEqual([
      ['horizontal', 40, 50],
      ['horizontal', 40, 95],
      ['vertical', 40, 50],
      ['vertical', 559, 50],
    ]);
    const clean = withoutRules(plane, rules);
    expect(clean.data[50 * 600 + 200]).toBe(255);
    expect(clean.data[96 * 600 + 301]).toBe(0);
  });

  it('the feet of bold letters and a dash are none', () => {
    const plane = paper(600, 200);
    for (let at = 0; at < 4; at += 1) {
      fill(plane, 100 + at * 44, 100, 140 + at * 44, 104);
      fill(plane, 118 + at * 44, 70, 122 + at * 44, 100);
    }
    fill(plane, 300, 150, 364, 152);
    expect(rulesOf(plane, 2)).toEqual([]);
  });
});

describe('seals', () => {
  const RED = [214, 40, 44];

  /** A ring over a black bar; the ink lets the bar through. */
  const sealed = (ring: boolean) => {
    const [width, height] = [400, 300];
    const data = new Uint8Array(width * height * 3).fill(255);
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) {
        const black = y >= 142 && y < 148 && x > 60 && x < 340;
        const far = Math.hypot(x - 200, y - 150);
        const inked = ring ? far > 92 && far < 100 : y > 100 && y < 190 && x % 90 < 60 && x % 14 < 8;
        for (let channel = 0; channel < 3; channel += 1)
          data[(y * width + x) * 3 + channel] = ((black ? 20 : 255) * (inked ? RED[channel]! : 255)) / 255;
      }
    return { width, height, data, scale: 2 };
  };

  it('the ring of a seal vanishes, the print under it stays', () => {
    const grey = greyOf(sealed(true), 2);
    expect(grey.data[54 * 400 + 200]).toBeGreaterThan(240);
    expect(grey.data[145 * 400 + 104]).toBeLessThan(60);
    expect(grey.data[145 * 400 + 200]).toBeLessThan(60);
  });

  it('red letters are print', () => {
    const grey = greyOf(sealed(false), 2);
    const dark = grey.data.filter((value) => value < 120).length;
    expect(dark).toBeGreaterThan(5000);
  });

  it('a filled square and an open arc are no seals', () => {
    const square = paper(200, 200, 0);
    fill(square, 50, 50, 150, 150, 255);
    expect(sealsOn(square, 1)).toEqual([]);
    const arc = paper(200, 200, 0);
    for (let degrees = 0; degrees < 180; degrees += 1) {
      const x = Math.round(100 + 60 * Math.cos((degrees * Math.PI) / 180));
      const y = Math.round(100 + 60 * Math.sin((degrees * Math.PI) / 180));
      fill(arc, x, y, x + 2, y + 2, 255);
    }
    expect(sealsOn(arc, 1)).toEqual([]);
  });
});

describe('pages that are none', () => {
  it.each([
    [0, 0, 0],
    [1, 1, 3],
    [5000, 2, 30_000],
    [300, 300, 10],
  ])('%s × %s pixels in %s bytes have no texts', async (width, height, bytes) => {
    const page = await recognise({ width, height, data: new Uint8Array(bytes), scale: 0 });
    expect(page).toEqual({ turned: 0, width, height, texts: [], rules: [] });
  });
});
