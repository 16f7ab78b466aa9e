import { escapeXml } from '../word/watermark.js';
import { plain } from './drawing.js';

/** How far below the middle of a line of Chinese text its baseline lies, in ems. */
const MIDDLE_TO_BASELINE = 0.36;

/**
 * ECharts' SVG in the part of the language that Word, LibreOffice and librsvg draw alike, with title and description:
 *
 * - `dominant-baseline` is known to browsers only; elsewhere all text would stand half a line too high;
 * - fonts as attributes, not as style;
 * - no classes and style sheets, which serve the mouse and carry a number that counts the charts of the process;
 * - no `ecmeta_…`, which serve scripts.
 *
 * Text can not be mistaken for any of these: in it `"` and `<` are escaped.
 */
export const portableSvg = (svg: string, { title, words }: { title: string; words: string }): string =>
  svg
    .replace(/<style ?>.*?<\/style>\n?/su, '')
    .replace(/ class="zr[^"]*"/gu, '')
    .replace(/ ecmeta_[a-z_]+="[^"]*"/gu, '')
    .replace(/ pointer-events="[^"]*"/gu, '')
    .replace(/<text dominant-baseline="central"[^>]*>/gu, onBaseline)
    .replace(/ style="([^"]*)"/gu, (_, style: string) => asAttributes(style))
    .replace(
      /^<svg [^>]*>/u,
      (open) =>
        `${open.replace('<svg ', '<svg role="img" ')}\n<title>${escapeXml(plain(title))}</title>\n<desc>${escapeXml(plain(words))}</desc>`,
    );

const onBaseline = (tag: string): string => {
  const size = Number(/font-size:([\d.]+)px/u.exec(tag)?.[1] ?? 12);
  const y = Number(/ y="(-?[\d.]+)"/u.exec(tag)?.[1] ?? 0);
  return tag
    .replace(' dominant-baseline="central"', '')
    .replace(/ y="[^"]*"/u, '')
    .replace('<text', `<text y="${round(y + size * MIDDLE_TO_BASELINE)}"`);
};

/** font-size:12px;font-family:… → font-size="12px" font-family="…" */
const asAttributes = (style: string): string =>
  style
    .split(';')
    .filter((each) => each.includes(':'))
    .map(
      (each) => ` ${each.slice(0, each.indexOf(':')).trim()}="${each.slice(each.indexOf(':') + 1).trim()}"`,
    )
    .join('');

const round = (value: number): number => Math.round(value * 100) / 100;
