/** All of China keeps the time of UTC+8, without summer time since 1992. */
const OFFSET = 8 * 60 * 60 * 1000;

/** A moment as a reader in China writes it: 2026-11-27 14:28. @param at ISO 8601, in UTC. */
export const beijingTime = (at: string): string =>
  new Date(Date.parse(at) + OFFSET).toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length).replace('T', ' ');

/** The day of a moment there: 2026-11-27. */
export const beijingDay = (at: string): string => beijingTime(at).slice(0, 'YYYY-MM-DD'.length);
