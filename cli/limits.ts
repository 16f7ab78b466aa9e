import { type Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_FILE_LIMITS, DEFAULT_WORK } from '../model/index.js';
import type { Reading } from '../pipeline/index.js';

/** What one file may take, as commander parses it. */
export interface LimitOptions {
  /** False with --no-ocr. */
  readonly ocr: boolean;
  /** Seconds. */
  readonly timeout: number;
  /** Megabytes. */
  readonly memory: number;
  /** Megabytes. */
  readonly maxSize: number;
  /** Megabytes. */
  readonly maxUnpacked: number;
  readonly maxRatio: number;
  readonly maxEntries: number;
  readonly maxDepth: number;
  readonly maxPages: number;
  /** Millions. */
  readonly maxPixels: number;
}

const MEGABYTE = 1024 * 1024;
const MILLION = 1_000_000;

/** A parser of whole numbers for an option. */
export const wholeNumber =
  (what: string, least: number, most: number) =>
  (text: string): number => {
    const value = /^\d{1,9}$/u.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most))
      throw new InvalidArgumentError(`${what} 应为 ${least} 到 ${most} 之间的整数`);
    return value;
  };

/** Name, argument, what it limits, least and most value, default. */
const LIMITS: readonly (readonly [string, string, string, number, number, number])[] = [
  [
    '--timeout',
    '秒',
    '每个文件的时间上限；每识别一页、每拆出一个文件重新计时',
    1,
    86_400,
    DEFAULT_WORK.timeout / 1000,
  ],
  ['--memory', 'MB', '每个读取进程的内存上限', 256, 65_536, DEFAULT_WORK.memory],
  ['--max-size', 'MB', '单个文件的大小上限', 1, 2_000, DEFAULT_FILE_LIMITS.bytes / MEGABYTE],
  [
    '--max-unpacked',
    'MB',
    '一个压缩包或邮件全部解开后的大小上限',
    1,
    100_000,
    DEFAULT_FILE_LIMITS.unpackedBytes / MEGABYTE,
  ],
  ['--max-ratio', '倍', '压缩比上限', 1, 1_000_000, DEFAULT_FILE_LIMITS.ratio],
  ['--max-entries', '个', '一个压缩包或邮件内的文件数上限', 1, 1_000_000, DEFAULT_FILE_LIMITS.entries],
  ['--max-depth', '层', '压缩包层层嵌套的上限', 1, 20, DEFAULT_FILE_LIMITS.depth],
  ['--max-pages', '页', '单个文件的页数上限', 1, 100_000, DEFAULT_FILE_LIMITS.pages],
  ['--max-pixels', '百万像素', '单幅图片的像素上限', 1, 2_000, DEFAULT_FILE_LIMITS.pixels / MILLION],
];

/** Adds the options that say what one file may take. */
export const withLimits = (command: Command): Command => {
  command.option('--no-ocr', '不识别扫描件和图片（更快；这些文件列为未能读取）');
  for (const [name, unit, what, least, most, standard] of LIMITS)
    command.addOption(
      new Option(`${name} <${unit}>`, what).argParser(wholeNumber(name, least, most)).default(standard),
    );
  return command;
};

/** How files are to be read. */
export const readingOf = (options: LimitOptions): Reading => ({
  ocr: options.ocr,
  limits: {
    bytes: options.maxSize * MEGABYTE,
    unpackedBytes: options.maxUnpacked * MEGABYTE,
    ratio: options.maxRatio,
    entries: options.maxEntries,
    depth: options.maxDepth,
    pages: options.maxPages,
    pixels: options.maxPixels * MILLION,
  },
});
