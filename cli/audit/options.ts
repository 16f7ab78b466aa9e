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

const ALL = '全部';
const MOST_STRATA = 20;

/**
 * Sizes of strata with commas between, 全部 for all of one: 500,300,全部.
 *
 * @returns null for all of a stratum.
 * @throws InvalidArgumentError in Chinese.
 */
export const sizes = (text: string): (number | null)[] =>
  text.split(/[,，]/u).map((part) => {
    if (part.trim() === ALL) return null;
    const value = /^\d{1,9}$/u.test(part.trim()) ? Number(part) : Number.NaN;
    if (!(value <= MOST_ITEMS))
      throw new InvalidArgumentError(
        '--size 应为条数，分层的用逗号隔开，全部抽取的写“全部”，如 500,300,全部',
      );
    return value;
  });

/**
 * Scores at which strata part, ascending, with commas between.
 *
 * @throws InvalidArgumentError in Chinese.
 */
export const cuts = (text: string): number[] => {
  const values = text.split(/[,，]/u).map(share('--strata'));
  if (values.length >= MOST_STRATA || values.some((value, at) => at > 0 && value <= values[at - 1]!))
    throw new InvalidArgumentError(`--strata 应为由低到高的得分，至多 ${MOST_STRATA - 1} 个，如 0.05,0.2`);
  return values;
};
