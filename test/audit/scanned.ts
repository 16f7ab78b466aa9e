import { execFileSync } from 'node:child_process';
import { PDFDocument } from 'pdf-lib';
import { draw, imageOf } from '../bench/ocr/draw.js';
import { type Harm, inTurn, noisy, turned } from '../bench/ocr/harm.js';
import { type Seal, sealSvg } from '../bench/ocr/seal.js';
import type { Mark } from '../fixtures/pdf.js';

/** How the printed ledger came onto the scanner. */
export interface Scanning {
  readonly dpi: number;
  /** Degrees clockwise, by page. */
  readonly skew: (page: number) => number;
  readonly grain: number;
  readonly seal: Omit<Seal, 'turned'>;
  readonly quality: number;
}

const FONT = 'Noto Serif CJK SC';

/** Whether the font that the pages are drawn with is installed; says so where it is not. */
export const hasFont = (): boolean => {
  try {
    if (execFileSync('fc-list', [FONT], { encoding: 'utf8' }).trim() !== '') return true;
  } catch {
    // No fontconfig on this machine.
  }
  console.warn(`skipped: the font ${FONT} is not installed`);
  return false;
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const svgOf = (
  marks: readonly Mark[],
  { width, height }: { readonly width: number; readonly height: number },
  dpi: number,
  over: string,
): string => {
  const drawn = marks.map((mark) => {
    if ('text' in mark) {
      let at = mark.x;
      const xs = [...mark.text].map((char) => {
        const x = at.toFixed(2);
        at += (/[\x20-\x7e]/u.test(char) ? 0.5 : 1) * mark.size;
        return x;
      });
      return `<text xml:space="preserve" x="${xs.join(' ')}" y="${mark.y.toFixed(2)}" font-size="${mark.size}" font-family="${FONT}" fill="#161616">${escaped(mark.text)}</text>`;
    }
    if (!('line' in mark)) return '';
    const [x1, y1, x2, y2] = mark.line;
    return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#202020" stroke-width="0.6"/>`;
  });
  const [w, h] = [Math.round((width * dpi) / 72), Math.round((height * dpi) / 72)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#fff"/>${drawn.join('')}${over}</svg>`;
};

/** The pages as a scanner's program gives them out: pictures alone, the seal on the first one and over the last line of the last. */
export const scannedPdf = async (
  pages: readonly (readonly Mark[])[],
  size: { readonly width: number; readonly height: number },
  { dpi, skew, grain, seal, quality }: Scanning,
): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create();
  for (const [at, marks] of pages.entries()) {
    const over = at === 0 ? sealSvg({ ...seal, turned: 8 }) : '';
    const harm: Harm = inTurn(turned(skew(at)), noisy(grain));
    const raster = await harm(await draw(svgOf(marks, size, dpi, over), dpi), at);
    const picture = await pdf.embedJpg(await imageOf(raster).jpeg({ quality }).toBuffer());
    const [width, height] = [(raster.width * 72) / dpi, (raster.height * 72) / dpi];
    pdf.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height });
  }
  return pdf.save();
};

const alternating =
  (degrees: number) =>
  (page: number): number =>
    page % 2 === 0 ? degrees : -degrees;

/** Ways in which stamped ledgers are scanned. */
export const SCANNINGS: Readonly<Record<string, Scanning>> = {
  '200 dpi，印章盖在填报单位上': {
    dpi: 200,
    skew: alternating(0.5),
    grain: 8,
    quality: 75,
    seal: { x: 190, y: 80, radius: 57, colour: '#d92b2b', cover: 0 },
  },
  '150 dpi，印章盖在表格上': {
    dpi: 150,
    skew: alternating(-0.8),
    grain: 10,
    quality: 70,
    seal: { x: 420, y: 190, radius: 57, colour: '#e0303a', cover: 0.2 },
  },
};
