import { readFileSync } from 'node:fs';
import { dataFile } from '../data-file.js';

const fileOf = (name: string): URL => dataFile(import.meta.url, 'corpus/catalogue/', name);

/** The lines of a table of the catalogue without its head. */
export const readLines = (name: string): string[] =>
  readFileSync(fileOf(name), 'utf8').split('\n').slice(1).filter(Boolean);

/** As `readLines`, each line cut into its fields. */
export const readTable = (name: string): string[][] => readLines(name).map((line) => line.split('\t'));
