import type { IndexRow } from './index-rows.js';
import { articlesForm, historyForm, type Version } from './versions.js';

const COLUMNS = ['title', 'level', 'region', 'date', 'effective', 'history', 'articles', 'status'];

/** The lines of catalogue/statutes.tsv: one a version, sorted. */
export const statutesTable = (rows: readonly IndexRow[], versions: readonly Version[]): string => {
  const lines = versions.map((version) =>
    [
      version.row.title,
      version.row.level,
      version.row.province,
      version.date,
      version.text?.effectiveOn ?? '',
      version.text ? historyForm(version.text.history) : '',
      articlesForm(version),
      version.row.status,
    ].join('\t'),
  );
  return table(COLUMNS, [...lines, ...civilCode(rows)]);
};

/** The civil code stands in the index as one row for each of its books, numbered through. */
const civilCode = (rows: readonly IndexRow[]): string[] => {
  const books = rows.filter(({ book }) => book);
  if (books.length === 0) return [];
  const articles = books.reduce((total, book) => total + book.articles, 0);
  // 主席令第四十五号 of 2020-05-28; 民法典 第一千二百六十条: from 2021-01-01.
  return [
    [
      books[0]!.title,
      'law',
      '',
      '2020-05-28',
      '2021-01-01',
      '2020-05-28a',
      String(articles),
      '现行有效',
    ].join('\t'),
  ];
};

/** A table's text: the head, then the lines, each once, in the order of code units. */
export const table = (columns: readonly string[], lines: readonly string[]): string => {
  const sorted = [...new Set(lines)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return `${[columns.join('\t'), ...sorted].join('\n')}\n`;
};
