import sharp, { type Sharp } from 'sharp';
import type { Raster } from '../../../extractors/ocr/recognised-page.js';
import { PAPER, type SetPage } from './typeset.js';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The page as an SVG picture; `over` is drawn on top. */
export const svgOf = (page: SetPage, dpi: number, over = ''): string => {
  const texts = page.lines.map(({ sorts, font, colour, bold }) => {
    const { y, size } = sorts[0]!;
    const x = sorts.map((sort) => sort.x.toFixed(2)).join(' ');
    const text = escaped(sorts.map(({ char }) => (char === '　' ? ' ' : char)).join(''));
    return `<text xml:space="preserve" x="${x}" y="${y.toFixed(2)}" font-size="${size}" font-family="${font}" font-weight="${bold ? 700 : 400}" fill="${colour}">${text}</text>`;
  });
  const strokes = page.strokes.map(
    ([x, y, width, height, colour]) =>
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}"/>`,
  );
  const [width, height] = [Math.round((PAPER.width * dpi) / 72), Math.round((PAPER.height * dpi) / 72)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${PAPER.width} ${PAPER.height}"><rect width="100%" height="100%" fill="#fff"/>${strokes.join('')}${texts.join('')}${over}</svg>`;
};

export const draw = async (svg: string, dpi: number): Promise<Raster> =>
  rasterOf(sharp(Buffer.from(svg), { limitInputPixels: false }), dpi);

export const rasterOf = async (image: Sharp, dpi: number): Promise<Raster> => {
  const { data, info } = await image
    .flatten({ background: '#fff' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data, scale: dpi / 72 };
};

export const imageOf = ({ width, height, data }: Raster): Sharp =>
  sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 3 } });
