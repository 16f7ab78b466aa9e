import { InvalidArgumentError } from 'commander';

/**
 * A share between 0 and 1, neither of them: 0.95, or 95%.
 *
 * @throws InvalidArgumentError in Chinese.
 */
export const share =
  (what: string) =>
  (text: string): number => {
    const [, digits, percent] = /^(\d{1,3}(?:\.\d{1,6})?)(%|％)?$/u.exec(text.trim()) ?? [];
    const value = digits === undefined ? Number.NaN : Number(digits) / (percent ? 100 : 1);
    if (!(value > 0 && value < 1))
      throw new InvalidArgumentError(`${what} 应大于 0、小于 1，如 0.95，也可写 95%`);
    return value;
  };

/** The most that a collection may hold: the arithmetic is exact far beyond it, and a mistyped number is seen. */
export const MOST_ITEMS = 100_000_000;
