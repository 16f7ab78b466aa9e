import { vi } from 'vitest';

/**
 * Makes the same at two times, years apart: what is made is alike where no clock has a part in it.
 *
 * Only `Date` is another one; timers run as ever.
 */
export const atTwoTimes = async <T>(make: () => Promise<T>): Promise<readonly [before: T, after: T]> => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    vi.setSystemTime(new Date('2021-01-05T08:00:00Z'));
    const before = await make();
    vi.setSystemTime(new Date('2033-11-30T21:47:12Z'));
    return [before, await make()];
  } finally {
    vi.useRealTimers();
  }
};
