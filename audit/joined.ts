import {
  type Answer,
  type FiledCell,
  type FiledRow,
  LEDGER_FIELDS,
  type LedgerField,
} from '../model/index.js';
import { titleForm } from './titles.js';

/** A row of a ledger, or several that answer for provisions of one document, with the place of the first, from 1. */
export interface JoinedRow {
  readonly row: FiledRow;
  readonly index: number;
}

/**
 * Some units write a row for each provision: rows one below the other that name the same document and sum up other
 * contents are one. The same row twice stays two.
 */
export const joinedRows = (rows: readonly FiledRow[]): JoinedRow[] => {
  const groups: { readonly first: number; readonly members: FiledRow[] }[] = [];
  rows.forEach((row, at) => {
    const group = groups.at(-1);
    if (group && isFurtherProvision(group.members, row)) group.members.push(row);
    else groups.push({ first: at, members: [row] });
  });
  return groups.map(({ first, members }) => ({ row: members.reduce(joined), index: first + 1 }));
};

const isFurtherProvision = (before: readonly FiledRow[], row: FiledRow): boolean =>
  isSameName(before[0]!, row) &&
  (row.cells.document.spans[0]?.start === before[0]!.cells.document.spans[0]?.start ||
    before.every((other) => differs(other, row, 'summary')));

const isSameName = (a: FiledRow, b: FiledRow): boolean =>
  titleForm(a.cells.document.text) !== '' &&
  titleForm(a.cells.document.text) === titleForm(b.cells.document.text);

const differs = (a: FiledRow, b: FiledRow, field: LedgerField): boolean => {
  const [before, after] = [plain(a, field), plain(b, field)];
  return before !== '' && after !== '' && before !== after;
};

const plain = ({ cells }: FiledRow, field: LedgerField): string => cells[field].text.replace(/\s+/gu, '');

const joined = (a: FiledRow, b: FiledRow): FiledRow => {
  const cells = Object.fromEntries(
    LEDGER_FIELDS.map((field): [LedgerField, FiledCell] => {
      const [first, second] = [a.cells[field], b.cells[field]];
      const isNew = plain(b, field) !== '' && !plain(a, field).includes(plain(b, field));
      return [
        field,
        {
          text: isNew ? [first.text, second.text].filter(Boolean).join('\n') : first.text,
          spans: [...first.spans, ...second.spans],
          doubtful: first.doubtful || second.doubtful,
        },
      ];
    }),
  ) as Record<LedgerField, FiledCell>;
  return {
    ...a,
    cells,
    disclosure: anyOf(a.disclosure, b.disclosure),
    blacklist: anyOf(a.blacklist, b.blacklist),
    punishment: anyOf(a.punishment, b.punishment),
    nationalBasis: bothOf(a, b, 'nationalBasis'),
    localBasis: bothOf(a, b, 'localBasis'),
    disposal: plain(b, 'disposal') === '' || a.disposal === b.disposal ? a.disposal : null,
    span: { start: a.span.start, end: Math.max(a.span.end, b.span.end) },
  };
};

/** A document does what one of its provisions does. */
const anyOf = (a: Answer, b: Answer): Answer =>
  a === 'yes' || b === 'yes' ? 'yes' : a === 'no' && b === 'no' ? 'no' : 'unknown';

/** What is said of some provisions only is not said of the document. */
const bothOf = (a: FiledRow, b: FiledRow, field: 'nationalBasis' | 'localBasis'): Answer => {
  if (plain(b, field) === '') return a[field];
  return a[field] === b[field] ? a[field] : 'unknown';
};
