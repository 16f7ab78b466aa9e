import { PROVINCES } from '../../corpus/territory-names.js';
import type { LegalLevel } from '../../model/index.js';

/** A row of the index of statute texts. Facts that it does not give are ''. */
export interface IndexRow {
  readonly title: string;
  readonly level: LegalLevel;
  /** 河南省; '' for national ones. */
  readonly province: string;
  /** ISO date, or the year alone. */
  readonly date: string;
  readonly status: string;
  /** Number of articles; 0 where the index is known to be wrong. */
  readonly articles: number;
  /** Path of the text below the collection's folder. */
  readonly file: string;
  /** True for a book of the civil code, which stands as one row for each of its books. */
  readonly book: boolean;
}

const LEVELS: Readonly<Record<string, LegalLevel>> = {
  法律: 'law',
  民法典: 'law',
  行政法规: 'administrative-regulation',
  地方性法规: 'local-regulation',
  司法解释: 'judicial-interpretation',
  部门规章: 'departmental-rule',
};
/** A 条例 of fewer articles was counted wrongly by the index; a wrong count would cast doubt on good citations. */
const FEWEST_OF_A_STATUTE = 8;

/**
 * The rows of an index (CSV with the columns level, region, title, published, status, articles, file); rows that are
 * no statute (an index page, a guide) are left out.
 *
 * @throws Error where a column is missing.
 */
export const readIndex = (csv: string): IndexRow[] => {
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
  const [level, title, date, status, articles, file] = [
    'level',
    'title',
    'published',
    'status',
    'articles',
    'file',
  ].map(column) as [number, number, number, number, number, number];
  return lines.flatMap((line): IndexRow[] => {
    const [kind = '', region = ''] = (line[level] ?? '').split('/');
    const known = LEVELS[kind];
    const name = (line[title] ?? '').trim().replace(/\s+/gu, ' ');
    if (!known || !name || name.startsWith('_')) return [];
    const count = Number(line[articles] || 0);
    return [
      {
        title: name,
        level: known,
        province: PROVINCES.find(({ short }) => short === region)?.name ?? '',
        date: line[date] || (/[（(]((?:19|20)\d{2})[）)]\.md$/u.exec(line[file] ?? '')?.[1] ?? ''),
        status: line[status] ?? '',
        articles: count >= FEWEST_OF_A_STATUTE || !/条例$/u.test(name) ? count : 0,
        file: line[file] ?? '',
        book: kind === '民法典',
      },
    ];
  });
};

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
