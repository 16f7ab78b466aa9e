import { printable } from '../../model/index.js';

/** UTF-16 units of one step of a path and of the path of one file within its container; what is longer loses its middle. */
const MAX_STEP = 255;
const MAX_PATH = 1000;
const ELLIPSIS = '…';

/**
 * A path out of an archive, fit for being shown and joined: '/' between the steps, never absolute, no '..' and no drive
 * letter (each stands as _), nothing that steers a terminal or turns the direction of writing (each stands as ·).
 */
export const safePath = (path: string): string => {
  const plain = printable(path.replaceAll('\\', '/'));
  const steps = plain
    .replace(/^\/+/, '_/')
    .replace(/^([a-z]):/i, '$1_')
    .split('/')
    .filter((step) => step !== '' && step !== '.')
    .map((step) => (/^\.{2,}$/.test(step) ? '_' : shortened(step, MAX_STEP)));
  return shortened(steps.join('/'), MAX_PATH) || '_';
};

/** Beginning and end of a text that is too long; no character is cut in half. */
const shortened = (text: string, max: number): string => {
  if (text.length <= max) return text;
  const half = Math.floor((max - ELLIPSIS.length) / 2);
  const start = text.slice(0, half).replace(/[\ud800-\udbff]$/, '');
  const end = text.slice(-half).replace(/^[\udc00-\udfff]/, '');
  return `${start}${ELLIPSIS}${end}`;
};

/** Gives each path once: a second 通知.docx becomes 通知.docx（2）, as for two files of a scan that read the same. */
export class UniquePaths {
  readonly #given = new Set<string>();
  /** The last number given to a path, so that many of one path do not count from 2 each time. */
  readonly #last = new Map<string, number>();

  unique(path: string): string {
    let number = this.#last.get(path) ?? 0;
    let candidate = path;
    do {
      number++;
      candidate = number === 1 ? path : `${path}（${number}）`;
    } while (this.#given.has(candidate));
    this.#last.set(path, number);
    this.#given.add(candidate);
    return candidate;
  }
}
