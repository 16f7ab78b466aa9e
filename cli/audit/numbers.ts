const LISTED = 20;

/** 1、2、3 等 40 条: numbers of questions, the first few of many. */
export const numbersOf = (numbers: readonly number[]): string =>
  numbers.slice(0, LISTED).join('、') + (numbers.length > LISTED ? ` 等 ${numbers.length} 条` : '');
