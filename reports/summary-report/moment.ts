const HOURS_AHEAD = 8;

/**
 * 2026年1月5日17时30分, Beijing time, whatever the machine's zone: all of China has one. Throws RangeError for what is no
 * moment of ISO 8601 with a zone.
 */
export const beijingTime = (iso: string): string => {
  const time = /(?:Z|[+-]\d{2}:?\d{2})$/.test(iso) ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(time)) throw new RangeError(`not a moment of ISO 8601 with a zone: ${iso}`);
  const there = new Date(time + HOURS_AHEAD * 3_600_000);
  const minutes = String(there.getUTCMinutes()).padStart(2, '0');
  return `${there.getUTCFullYear()}年${there.getUTCMonth() + 1}月${there.getUTCDate()}日${there.getUTCHours()}时${minutes}分`;
};
