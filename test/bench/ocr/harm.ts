import type { Raster } from '../../../extractors/ocr/recognised-page.js';
import { imageOf, rasterOf } from './draw.js';

/** Numbers that look random and are the same in every run. */
export const randoms = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value ^= value + Math.imul(value ^ (value >>> 7), 61 | value);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
};

export type Harm = (raster: Raster, seed: number) => Promise<Raster>;

const dpiOf = (raster: Raster): number => raster.scale * 72;

export const turned =
  (degrees: number): Harm =>
  (raster) =>
    rasterOf(imageOf(raster).rotate(degrees, { background: '#fff' }), dpiOf(raster));

/** Skewed by so much, one way or the other by the seed. */
export const skewed =
  (degrees: number): Harm =>
  (raster, seed) =>
    turned(seed % 2 === 0 ? degrees : -degrees)(raster, seed);

/** Grain of this deviation. */
export const noisy =
  (deviation: number): Harm =>
  async (raster, seed) => {
    const random = randoms(seed + 1);
    const data = new Uint8Array(raster.data.length);
    for (let at = 0; at < data.length; at += 3) {
      // The sum of four even numbers is near enough to a bell.
      const grain = (random() + random() + random() + random() - 2) * Math.sqrt(3) * deviation;
      for (let channel = 0; channel < 3; channel += 1)
        data[at + channel] = Math.max(0, Math.min(255, raster.data[at + channel]! + grain));
    }
    return { ...raster, data };
  };

/** A share of the pixels black or white. */
export const speckled =
  (share: number): Harm =>
  async (raster, seed) => {
    const random = randoms(seed + 2);
    const data = raster.data.slice();
    for (let at = 0; at < data.length; at += 3)
      if (random() < share) data.fill(random() < 0.5 ? 0 : 255, at, at + 3);
    return { ...raster, data };
  };

export const blurred =
  (sigma: number): Harm =>
  (raster) =>
    rasterOf(imageOf(raster).blur(sigma), dpiOf(raster));

export const jpeg =
  (quality: number): Harm =>
  async (raster) => {
    const { default: sharp } = await import('sharp');
    return rasterOf(
      sharp(await imageOf(raster).jpeg({ quality, chromaSubsampling: '4:2:0' }).toBuffer()),
      dpiOf(raster),
    );
  };

/** Ink and paper at these brightnesses. */
export const faded =
  (ink: number, paper: number): Harm =>
  async (raster) => ({
    ...raster,
    data: raster.data.map((value) => ink + (value * (paper - ink)) / 255),
  });

/** Darker toward one corner, as a page under a lamp. */
export const shaded =
  (darkest: number): Harm =>
  async (raster) => {
    const data = raster.data.slice();
    for (let at = 0; at < data.length; at += 1) {
      const pixel = Math.floor(at / 3);
      const x = (pixel % raster.width) / raster.width;
      const y = Math.floor(pixel / raster.width) / raster.height;
      data[at]! *= 1 - (1 - darkest) * ((x + y) / 2);
    }
    return { ...raster, data };
  };

export const inTurn =
  (...harms: readonly Harm[]): Harm =>
  async (raster, seed) => {
    let result = raster;
    for (const harm of harms) result = await harm(result, seed);
    return result;
  };
