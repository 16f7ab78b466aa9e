import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Real documents to judge by, beside the checkout; tests that need them skip, with the reason, where they are absent. */
export const SHARED = resolve(process.env.QINGGUI_SHARED ?? '../shared');

/** The path of something in the folder of real documents, or null where that folder is absent. */
export const shared = (path: string): string | null => {
  const full = resolve(SHARED, path);
  if (existsSync(full)) return full;
  console.warn(`skipped: ${path} is not here (set QINGGUI_SHARED to the folder of real documents)`);
  return null;
};
