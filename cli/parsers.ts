import { InvalidArgumentError } from 'commander';

/** Something that is more than blanks. */
export const notEmpty = (text: string): string => {
  if (text.trim() === '') throw new InvalidArgumentError('不能为空');
  return text;
};

/** Whether a text is a day that there is: 2026-03-31. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  // 2023-02-30 is taken for a day in March.
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
};

/** A day that there is. */
export const date = (text: string): string => {
  if (!isDay(text)) throw new InvalidArgumentError('日期应形如 2026-03-31');
  return text;
};
