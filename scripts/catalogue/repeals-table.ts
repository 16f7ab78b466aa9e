import { titleKey } from '../../corpus/index.js';
import { table } from './statutes-table.js';
import type { Version } from './versions.js';

/** What a repealed text may be called; 《…》 of a clause also quotes other things. */
const STATUTE =
  /(?:法|条例|规定|办法|细则|规则|决定|决议|法典|通则|章程|暂行|试行)(?:[（(][^()（）]{1,20}[）)])?$/u;

/** The lines of catalogue/repeals.tsv: title repealed, the act that says so, its province, from when. */
export const repealsTable = (versions: readonly Version[]): string =>
  table(
    ['title', 'by', 'region', 'from'],
    versions.flatMap(({ row, text, date }) =>
      (text?.repeals ?? [])
        .map((title) => title.replace(/\s+/gu, ''))
        // An older text of the same title is revised, not repealed.
        .filter((title) => STATUTE.test(title) && titleKey(title) !== titleKey(row.title))
        .map((title) => [title, row.title, row.province, text!.effectiveOn || date].join('\t')),
    ),
  );
