/**
 * Makes the tables of corpus/catalogue from an index of statute texts (CSV with the columns level, region, title,
 * published, status, articles, file) and the texts below a folder, as far as they are there. Only facts go over:
 * titles, levels, numbers, dates, article numbers and what kind of thing an article is; no sentence of a statute.
 *
 * Usage: node dist/scripts/build-catalogue.js laws-index.csv laws/ corpus/catalogue
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseStatuteText, type StatuteText } from '../corpus/index.js';
import { creditTable } from './catalogue/credit-table.js';
import { readIndex } from './catalogue/index-rows.js';
import { renumberingTable } from './catalogue/renumbering-table.js';
import { repealsTable } from './catalogue/repeals-table.js';
import { statutesTable } from './catalogue/statutes-table.js';
import { joinVersions } from './catalogue/versions.js';

/** The tables by file name. `read` gives a file's text, or null where it is not at hand. */
export const buildCatalogue = (
  csv: string,
  read: (file: string) => string | null = () => null,
): Readonly<Record<string, string>> => {
  const rows = readIndex(csv);
  const textOf = (file: string): StatuteText | null => {
    const text = file ? read(file) : null;
    return text === null ? null : parseStatuteText({ path: file, text });
  };
  const versions = joinVersions(rows, textOf);
  return {
    'statutes.tsv': statutesTable(rows, versions),
    'repeals.tsv': repealsTable(versions),
    'renumbering.tsv': renumberingTable(versions),
    'credit-articles.tsv': creditTable(versions),
  };
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [index, texts, to] = process.argv.slice(2);
  if (!index || !texts || !to) {
    console.error('usage: build-catalogue.js INDEX.csv TEXTS/ OUT/');
    process.exitCode = 2;
  } else {
    const read = (file: string): string | null => {
      const path = join(texts, file);
      return existsSync(path) ? readFileSync(path, 'utf8') : null;
    };
    for (const [name, text] of Object.entries(buildCatalogue(readFileSync(index, 'utf8'), read))) {
      writeFileSync(join(to, name), text);
    }
  }
}
