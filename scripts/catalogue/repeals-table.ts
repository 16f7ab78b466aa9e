import { titleKey } from '../../corpus/index.js';
import { table } from './statutes-table.js';
import type { Version } from './versions.js';

/** What a repealed text may be called; 《…》 of a clause also quotes other things. */
const STATUTE =
  /(?:法|条例|规定|办法|细则|规则|决定|决议|法典|通则|章程|暂行|试行)(?:[（(][^()（）]{1,20}[）)])?$/u;
const START =
  /自\s{0,2}((?:19|20)\d{2})\s{0,2}年\s{0,2}(\d{1,2})\s{0,2}月\s{0,2}(\d{1,2})\s{0,2}日起(?:施行|实施|生效)/u;
const LAST_ARTICLES = 4;

/**
 * The lines of catalogue/repeals.tsv: title repealed, the act that says so, its province, from when. A later amendment
 * repeats the clause: the day is that of the last article; where it names none, the version's date, as `<=`.
 */
export const repealsTable = (versions: readonly Version[]): string => {
  const found = new Map<string, string>();
  for (const version of versions) {
    const { row, text } = version;
    for (const title of (text?.repeals ?? []).map((name) => name.replace(/\s+/gu, ''))) {
      // An older text of the same title is revised, not repealed.
      if (!STATUTE.test(title) || /^关于修改/u.test(title) || titleKey(title) === titleKey(row.title))
        continue;
      const key = [title, row.title, row.province].join('\t');
      const from = dayOf(version);
      const before = found.get(key);
      if (before === undefined || plain(from) < plain(before)) found.set(key, from);
    }
  }
  return table(
    ['title', 'by', 'region', 'from'],
    [...found].map(([key, from]) => `${key}\t${from}`),
  );
};

const plain = (from: string): string => from.replace('<=', '');

const dayOf = ({ text, date }: Version): string => {
  const articles = (text?.pieces ?? []).filter(({ number }) => number !== '').slice(-LAST_ARTICLES);
  for (const piece of articles.reverse()) {
    const start = START.exec(piece.text);
    if (start) return `${start[1]}-${start[2]!.padStart(2, '0')}-${start[3]!.padStart(2, '0')}`;
  }
  return text?.effectiveOn || (date && `<=${date}`);
};
