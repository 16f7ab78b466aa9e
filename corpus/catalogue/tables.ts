import { existsSync, readFileSync } from 'node:fs';

/** The tables stand beside the sources; the compiled program in dist/ looks there, too. */
const fileOf = (name: string): URL =>
  [`./${name}`, `../../../corpus/catalogue/${name}`]
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url)) ?? new URL(`./${name}`, import.meta.url);

/** The lines of a table of the catalogue without its head. */
export const readLines = (name: string): string[] =>
  readFileSync(fileOf(name), 'utf8').split('\n').slice(1).filter(Boolean);

/** As `readLines`, each line cut into its fields. */
export const readTable = (name: string): string[][] => readLines(name).map((line) => line.split('\t'));
