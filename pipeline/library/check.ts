import { resolveCitation, territoryName, titleKey } from '../../corpus/index.js';
import { inMarks, type LibraryVersion, parseNumeral } from '../../model/index.js';
import type { OpenLibrary } from '../../store/index.js';

/** What is wrong with a library, each a kind of its own in the report. */
export type LibraryIssueKind =
  | 'stale'
  | 'differing'
  | 'duplicate'
  | 'level'
  | 'gaps'
  | 'left-out'
  | 'undated';

export interface LibraryIssue {
  readonly kind: LibraryIssueKind;
  /** Path of the file below the imported folder. */
  readonly source: string;
  /** In Chinese, without full stop. */
  readonly message: string;
}

/** Gaps that are named; a text with more of them was read wrongly as a whole. */
const MOST_GAPS = 5;

/** Everything that a person should know before relying on the library, in a fixed order. */
export const checkLibrary = (library: OpenLibrary): LibraryIssue[] => [
  ...library.all().flatMap((version) => staleOf(version, library)),
  ...library.duplicates().map(
    ({ source, of, differs }): LibraryIssue => ({
      kind: differs ? 'differing' : 'duplicate',
      source,
      message: differs
        ? `与 ${of} 是同一版本而条文不同，只用后者，请核对哪一份正确`
        : `与 ${of} 是同一版本，只用后者`,
    }),
  ),
  ...library.doubts().map(
    ({ source, title, why }): LibraryIssue => ({
      kind: 'level',
      source,
      message: `${inMarks(title)}${why}`,
    }),
  ),
  ...library.all().flatMap((version) => gapsOf(version, library)),
  ...library
    .all()
    .filter(({ date }) => date === '')
    .map(
      ({ source, title }): LibraryIssue => ({
        kind: 'undated',
        source,
        message: `${inMarks(title)}的版本日期不明`,
      }),
    ),
  ...library.leftOut().map(({ source, why }): LibraryIssue => ({ kind: 'left-out', source, message: why })),
];

/** The newest version that the library has ended, or is older than the newest that the catalogue knows. */
const staleOf = (version: LibraryVersion, library: OpenLibrary): LibraryIssue[] => {
  const { title, date, source, territory } = version;
  const here = library
    .versions(titleKey(title))
    .filter((other) => JSON.stringify(other.territory) === JSON.stringify(territory));
  if (here[0]?.id !== version.id || date === '') return [];
  const { statute, standing, successor, reasons } = resolveCitation(
    { title, number: '', articles: [] },
    { territory, date: null, library },
  );
  const place = territory ? `（${territoryName(territory)}）` : '';
  const stale = (message: string): LibraryIssue[] => [
    { kind: 'stale', source, message: `${inMarks(title)}${place}${message}` },
  ];
  if (standing === 'ended') {
    return stale(successor ? `已失效，由${inMarks(successor)}代替` : `已失效：${reasons.at(-1) ?? ''}`);
  }
  if (!statute || statute.date <= date) return [];
  return stale(`是 ${date} 版，目录中已有 ${statute.date} 版，请补充新文本`);
};

/** Numbers that are missing between the first and the last article: the text or its reading has a hole. */
const gapsOf = ({ id, title, source }: LibraryVersion, library: OpenLibrary): LibraryIssue[] => {
  const present = new Set<number>();
  for (const number of library.articleNumbers(id)) {
    const value = parseNumeral(/^第(.{1,9})条$/u.exec(number)?.[1] ?? '');
    if (value !== null) present.add(value);
  }
  if (present.size === 0) return [];
  const [first, last] = [Math.min(...present), Math.max(...present)];
  const missing: number[] = [];
  for (let value = first; value <= last; value++) if (!present.has(value)) missing.push(value);
  if (missing.length === 0) return [];
  const named = missing.slice(0, MOST_GAPS).map((value) => `第${value}条`);
  const rest = missing.length > MOST_GAPS ? `等 ${missing.length} 条` : '';
  return [{ kind: 'gaps', source, message: `${inMarks(title)}缺${named.join('、')}${rest}，可能是文本不全` }];
};
