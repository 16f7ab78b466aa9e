import type { Box } from '../../model/index.js';
import type { Rule } from '../layout/page.js';
import { textCores } from './detect.js';
import { type PlacedCharacter, readLines, sureness, upsideDown } from './lines.js';
import { loadModels, type Models } from './models.js';
import { whiten, withoutNoise } from './paper.js';
import { cut, inkOf, level, type PixelBox, type Plane, resize, turn, within } from './plane.js';
import { asPrinted } from './punctuation.js';
import type {
  Raster,
  RecognisedCharacter,
  RecognisedPage,
  RecognisedText,
  Recogniser,
} from './recognised-page.js';
import { type Region, regionsOf } from './regions.js';
import { type PixelRule, rulesOf, withoutRules } from './ruling.js';
import { greyOf } from './seals.js';
import { slantOf, smallOf } from './skew.js';
import { spansOf } from './spans.js';

/** Larger pages are made smaller before anything else. */
const MOST_PIXELS = 40_000_000;
/** Boxes of text that are read at most; a page of a dense table has some hundreds. */
const MOST_BOXES = 5_000;
/** Pixels a point at which text is looked for: print of 7 points is 10 pixels high. */
const LOOK = 1.45;
const A4 = { long: 842, short: 595 };

/** Recognises the text of a page by PP-OCRv4 (see docs/ocr.md). */
export const recognise: Recogniser = async (raster) => {
  const page = grey(raster);
  if (!page) return blank(raster);
  const models = await loadModels();
  const upright = await setUpright(page.plane, page.unit, models);
  const texts: RecognisedText[] = [];
  const lines = await readLines(upright.plane, upright.regions, models);
  for (const [at, region] of upright.regions.entries()) {
    const text = textOf(lines[at]!, region, page.scale);
    if (text) texts.push(text);
  }
  return {
    turned: upright.turned,
    slant: upright.slant,
    width: upright.plane.width / page.scale,
    height: upright.plane.height / page.scale,
    texts,
    rules: upright.rules.map((rule) => inPoints(rule, page.scale)),
  };
};

interface GreyPage {
  readonly plane: Plane;
  /** Pixels a point as the caller counts them. */
  readonly scale: number;
  /** Pixels a point, as far as the size of the page makes sense; else by what an A4 page would have. */
  readonly unit: number;
}

const grey = (raster: Raster): GreyPage | null => {
  const { width, height } = raster;
  if (width < 8 || height < 8 || raster.data.length < width * height * 3) return null;
  let scale = raster.scale > 0 && Number.isFinite(raster.scale) ? raster.scale : 1;
  let plane = greyOf(raster, unitOf(width, height, scale));
  if (width * height > MOST_PIXELS) {
    const smaller = Math.sqrt(MOST_PIXELS / (width * height));
    plane = resize(
      plane,
      Math.max(8, Math.floor(width * smaller)),
      Math.max(8, Math.floor(height * smaller)),
    );
    scale *= smaller;
  }
  plane = withoutNoise(whiten(plane));
  return { plane, scale, unit: unitOf(plane.width, plane.height, scale) };
};

const unitOf = (width: number, height: number, scale: number): number => {
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  const sensible = long / scale > 200 && long / scale < 3600 && scale > 0.8 && scale < 15;
  return sensible ? scale : Math.max(1.5, Math.min(8, long / A4.long, short / A4.short));
};

const blank = ({ width, height, scale }: Raster): RecognisedPage => {
  const unit = scale > 0 && Number.isFinite(scale) ? scale : 1;
  return { turned: 0, width: width / unit, height: height / unit, texts: [], rules: [] };
};

interface Upright {
  readonly plane: Plane;
  readonly turned: RecognisedPage['turned'];
  readonly slant: number;
  readonly rules: readonly PixelRule[];
  readonly regions: readonly Region[];
}

/** Turns and levels the page, and finds its rules and lines of text. */
const setUpright = async (plane: Plane, unit: number, models: Models): Promise<Upright> => {
  const small = smallOf(plane);
  const [lying, standing] = [slantOf(small), slantOf(turn(small, 90))];
  const lookAt = (turned: 0 | 90) =>
    look(turn(plane, turned), (turned === 90 ? standing : lying).degrees, unit, models);
  let turned: 0 | 90 = standing.sharpness > 1.3 * lying.sharpness ? 90 : 0;
  let found = await lookAt(turned);
  if (found.tall) {
    const other = turned === 90 ? 0 : 90;
    const again = await lookAt(other);
    if (!again.tall) [turned, found] = [other, again];
  }
  if (await onItsHead(found.plane, found.regions, models)) {
    const { width, height } = found.plane;
    const over = ({ left, top, right, bottom }: PixelBox): PixelBox => ({
      left: width - right,
      top: height - bottom,
      right: width - left,
      bottom: height - top,
    });
    return {
      turned: turned === 90 ? 270 : 180,
      slant: found.slant,
      plane: turn(found.plane, 180),
      rules: found.rules.map((rule) => ({ ...rule, ...over(rule) })),
      regions: found.regions.map((region) => ({ ...region, ...over(region) })).reverse(),
    };
  }
  const { plane: levelled, slant, rules, regions } = found;
  return { plane: levelled, slant, rules, regions, turned };
};

const look = async (plane: Plane, slant: number, unit: number, models: Models) => {
  const slanted = Math.abs(slant) >= 0.1;
  const straight = slanted ? level(plane, slant) : plane;
  const rules = rulesOf(straight, unit);
  const clean = withoutRules(straight, rules);
  const scale = Math.min(LOOK / unit, 2);
  const ink = inkOf(clean, Math.round(6 * unit));
  const inked = cut(clean, ink);
  const cores = await textCores(
    resize(
      inked,
      Math.max(1, Math.round(inked.width * scale)),
      Math.max(1, Math.round(inked.height * scale)),
    ),
    models.detector,
  );
  const regions = regionsOf(cores, MOST_BOXES).map((region) => ({
    score: region.score,
    ...within(
      {
        left: ink.left + region.left / scale,
        top: ink.top + region.top / scale,
        right: ink.left + region.right / scale,
        bottom: ink.top + region.bottom / scale,
      },
      clean,
    ),
  }));
  return {
    plane: clean,
    slant: slanted ? slant : 0,
    rules,
    regions: spansOf(clean, regions, rules),
    tall: mostlyTall(regions),
  };
};

const mostlyTall = (regions: readonly Region[]): boolean => {
  let [tall, wide] = [0, 0];
  for (const { left, top, right, bottom } of regions) {
    const [width, height] = [right - left, bottom - top];
    if (height > 1.5 * width) tall += width * height;
    else if (width > 1.5 * height) wide += width * height;
  }
  return tall > wide;
};

/** Lines that are asked whether the page stands on its head, and those that are read both ways in doubt. */
const ASKED = 12;
const READ = 4;

const onItsHead = async (plane: Plane, regions: readonly Region[], models: Models): Promise<boolean> => {
  const longest = [...regions].sort((a, b) => b.right - b.left - (a.right - a.left)).slice(0, ASKED);
  let votes = 0;
  for (const region of longest) if ((await upsideDown(plane, region, models)) > 0.5) votes += 1;
  if (votes === 0 || votes * 4 < longest.length) return false;
  let [upright, over] = [0, 0];
  for (const region of longest.slice(0, READ)) {
    const line = cut(plane, region);
    const whole = { left: 0, top: 0, right: line.width, bottom: line.height };
    upright += sureness((await readLines(line, [whole], models))[0]!);
    over += sureness((await readLines(turn(line, 180), [whole], models))[0]!);
  }
  return over > upright;
};

const inPoints = ({ direction, left, top, right, bottom }: PixelRule, scale: number): Rule =>
  direction === 'horizontal'
    ? { direction, at: (top + bottom) / 2 / scale, from: left / scale, to: right / scale }
    : { direction, at: (left + right) / 2 / scale, from: top / scale, to: bottom / scale };

/** Readings less sure than this are of grain, ornaments and pictures. */
const NOTHING = 0.6;
const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

const textOf = (placed: readonly PlacedCharacter[], region: Region, scale: number): RecognisedText | null => {
  const chars = asPrinted(placed.map(({ char }) => char));
  const kept = placed.map((character, at) => ({ ...character, char: chars[at]! }));
  if (kept.every(({ char }) => char.trim() === '') || sureness(kept) < NOTHING) return null;
  const box: Box = {
    x: region.left / scale,
    y: region.top / scale,
    width: (region.right - region.left) / scale,
    height: (region.bottom - region.top) / scale,
  };
  return { box, characters: boxesOf(kept, region, scale) };
};

/** Gives each character the stretch of its line that it may take: half way to its neighbours, at most its own width. */
const boxesOf = (
  characters: readonly PlacedCharacter[],
  line: PixelBox,
  scale: number,
): RecognisedCharacter[] => {
  const height = line.bottom - line.top;
  return characters.map(({ char, confidence, middle }, at) => {
    const half = (HAN.test(char) ? 0.45 : 0.25) * height;
    const before = characters[at - 1];
    const after = characters[at + 1];
    const left = Math.max(middle - half, before ? (before.middle + middle) / 2 : line.left);
    const right = Math.min(middle + half, after ? (middle + after.middle) / 2 : line.right);
    return {
      char,
      confidence,
      x: left / scale,
      y: line.top / scale,
      width: Math.max(0, right - left) / scale,
      height: height / scale,
    };
  });
};
