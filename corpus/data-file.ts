import { existsSync } from 'node:fs';

/**
 * A file of data that stands beside its sources; the compiled program in dist/ looks there, too.
 *
 * @param from import.meta.url of a module in `folder`.
 * @param folder below the project, with / at its end.
 */
export const dataFile = (from: string, folder: string, name: string): URL => {
  const beside = new URL(name, from);
  return [beside, new URL(`../../../${folder}${name}`, from)].find((url) => existsSync(url)) ?? beside;
};
