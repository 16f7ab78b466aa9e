/** What stands on everything that nobody has confirmed. */
export const DRAFT = '草稿';

/** 填报单位（盖章）：… */
export const unitLine = (unit: string): string => `填报单位（盖章）：${unit}`;

/** 2021年1月19日; blanks for the pen where no date is given. Throws RangeError for what is not an ISO date. */
export const dateLine = (date?: string): string => {
  if (date === undefined) return '　　　年　　月　　日';
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!parts) throw new RangeError(`not an ISO date: ${date}`);
  return `${Number(parts[1])}年${Number(parts[2])}月${Number(parts[3])}日`;
};
