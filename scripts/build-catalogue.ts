/**
 * Makes corpus/catalogue/statutes.tsv from an index of statute texts (CSV with the columns level, region, title,
 * published, status, articles, file). Only facts go over: title, level, province, date, status, number of articles.
 *
 * Usage: node dist/scripts/build-catalogue.js laws-index.csv corpus/catalogue/statutes.tsv
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { PROVINCES } from '../corpus/territory-names.js';
import type { LegalLevel } from '../model/index.js';

const LEVELS: Readonly<Record<string, LegalLevel>> = {
  法律: 'law',
  民法典: 'law',
  行政法规: 'administrative-regulation',
  地方性法规: 'local-regulation',
  司法解释: 'judicial-interpretation',
  部门规章: 'departmental-rule',
};
const COLUMNS = ['title', 'level', 'region', 'date', 'status', 'articles'];

/** The catalogue's text for an index's text; rows that are no statute (an index page, a guide) are left out. */
export const buildCatalogue = (csv: string): string => {
  const [head, ...lines] = csv
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .filter(Boolean)
    .map(fields);
  const column = (name: string): number => {
    const at = head?.indexOf(name) ?? -1;
    if (at < 0) throw new Error(`the index has no column "${name}"`);
    return at;
  };
  const [level, title, date, status, articles] = ['level', 'title', 'published', 'status', 'articles'].map(
    column,
  ) as [number, number, number, number, number];
  const rows = lines.flatMap((line) => {
    const [kind = '', region = ''] = (line[level] ?? '').split('/');
    const known = LEVELS[kind];
    const name = (line[title] ?? '').trim().replace(/\s+/gu, ' ');
    if (!known || !name || name.startsWith('_')) return [];
    const province = PROVINCES.find(({ short }) => short === region)?.name ?? '';
    const count = line[articles] || '0';
    const row = [
      name,
      known,
      province,
      line[date] ?? '',
      line[status] ?? '',
      plausible(name, count) ? count : '0',
    ];
    return [{ row, part: kind === '民法典' }];
  });
  // The civil code stands in the index as one row for each of its books.
  const parts = rows.filter(({ part }) => part);
  const whole = parts.slice(0, 1).map(({ row }) => {
    const sum = parts.reduce((total, part) => total + Number(part.row[5]), 0);
    return [row[0]!, 'law', '', row[3]!, '现行有效', String(sum)];
  });
  const entries = [...rows.filter(({ part }) => !part).map(({ row }) => row), ...whole].map((row) =>
    row.join('\t'),
  );
  const sorted = [...new Set(entries)].sort((a, b) => (a < b ? -1 : 1));
  return `${[COLUMNS.join('\t'), ...sorted].join('\n')}\n`;
};

/** A 条例 of fewer articles was counted wrongly by the index; a wrong count would cast doubt on good citations. */
const FEWEST_OF_A_STATUTE = 8;
const plausible = (title: string, articles: string): boolean =>
  Number(articles) >= FEWEST_OF_A_STATUTE || !/条例$/u.test(title);

/** The fields of a CSV line; quoted fields may hold commas and doubled quotes. */
const fields = (line: string): string[] => {
  const found: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const char = line[at]!;
    if (quoted) {
      if (char !== '"') field += char;
      else if (line[at + 1] === '"') field += line[++at];
      else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',') {
      found.push(field);
      field = '';
    } else field += char;
  }
  return [...found, field];
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [from, to] = process.argv.slice(2);
  if (!from || !to) {
    console.error('usage: build-catalogue.js INDEX.csv OUT.tsv');
    process.exitCode = 2;
  } else writeFileSync(to, buildCatalogue(readFileSync(from, 'utf8')));
}
