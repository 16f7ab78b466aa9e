/** Rows between two pauses. */
const EVERY = 500;

/**
 * A pause to take after each row: once in a while it lets the compression take up what was written, which
 * otherwise would wait in memory until the last row.
 */
export const breathe = (): (() => Promise<void>) => {
  let count = 0;
  return async () => {
    count += 1;
    if (count % EVERY === 0) await new Promise<void>((resolve) => setImmediate(resolve));
  };
};
