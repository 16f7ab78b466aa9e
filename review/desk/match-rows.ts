import { cellSubject, type Lane } from '../../model/index.js';
import type { ReviewDocument } from '../../store/index.js';
import type { PartOfFile } from './file.js';
import { isIdentityOf } from './identity.js';
import { eyesOf } from './open-document.js';
import { decidedOn } from './values.js';
import type { WorkbookRow } from './workbook.js';

export interface Matched {
  readonly row: WorkbookRow;
  readonly document: ReviewDocument;
  /** What the workbook knows of the log; null where it does not say, so that nobody knows what came later. */
  readonly seen: number | null;
}

export interface Matching {
  readonly pairs: readonly Matched[];
  readonly unmatched: readonly { readonly row: string; readonly reason: string }[];
}

/**
 * Which row is of which document, one to one: by the identity that the workbook carries, else by the document's name to the
 * letter, else by its 文号. What is not sure is matched to nothing: a wrong match would write one document's words into another.
 *
 * @param lane whose words for names count: the second reviewer is not told the first's.
 * @param head the last event of the log: a workbook that knows more was not written here.
 */
export const matchRows = (
  rows: readonly WorkbookRow[],
  candidates: readonly PartOfFile[],
  head: number,
  lane: Exclude<Lane, 'agreed'>,
): Matching => {
  const pairs = new Map<WorkbookRow, Matched>();
  const reasons = new Map<WorkbookRow, string>();
  const names = new Map(candidates.map((each) => [each.document.id, namesOf(each, lane)]));
  const byId = new Map(candidates.map(({ document }) => [document.id, document]));
  const taken = new Set<number>();
  const take = (row: WorkbookRow, document: ReviewDocument, seen: number | null): void => {
    taken.add(document.id);
    pairs.set(row, { row, document, seen });
  };

  // A row that was copied carries its identity twice: the one that still has the name is the document's own.
  const isNamed = ({ filed }: WorkbookRow, id: number): boolean =>
    names.get(id)?.has(plain(filed.cells.document.text)) ?? false;
  const identified = rows.flatMap((row) => {
    const document = row.identity && byId.get(row.identity.document);
    return row.identity && document && isIdentityOf(row.identity, document) ? [{ row, document }] : [];
  });
  const own = ({ row, document }: (typeof identified)[number]): number => (isNamed(row, document.id) ? 0 : 1);
  for (const { row, document } of [...identified].sort((a, b) => own(a) - own(b))) {
    const { seen } = row.identity!;
    if (taken.has(document.id)) reasons.set(row, '行标识与另一行相同，可能是复制的行');
    else if (!isNamed(row, document.id) && [...names.keys()].some((id) => isNamed(row, id))) {
      reasons.set(row, '行标识和文件名称指向两份不同的文件，无法确定是哪一份');
    } else take(row, document, seen <= head ? seen : null);
  }

  const byText = (
    find: (row: WorkbookRow, candidate: PartOfFile) => boolean,
    ambiguous: (count: number) => string,
  ): void => {
    for (const row of rows) {
      if (pairs.has(row) || reasons.has(row)) continue;
      const found = candidates.filter((each) => !taken.has(each.document.id) && find(row, each));
      if (found.length === 1) take(row, found[0]!.document, null);
      else if (found.length > 1) reasons.set(row, ambiguous(found.length));
    }
  };
  byText(
    (row, { document }) => isNamed(row, document.id),
    (count) => `有 ${count} 份文件都是这个名称，无法确定是哪一份`,
  );
  byText(
    ({ filed }, { document }) => filed.documentNumber !== null && filed.documentNumber === document.number,
    (count) => `有 ${count} 份文件都是这个文号，无法确定是哪一份`,
  );

  return {
    pairs: rows.flatMap((row) => pairs.get(row) ?? []),
    unmatched: rows
      .filter((row) => !pairs.has(row))
      .map((row) => ({ row: row.words, reason: reasons.get(row) ?? '没有找到这份文件' })),
  };
};

/** The names that a document is known by: the tool's, and what a person has written in its place. */
const namesOf = ({ document, values }: PartOfFile, lane: Exclude<Lane, 'agreed'>): ReadonlySet<string> => {
  const { blind } = eyesOf(lane, values);
  const written = decidedOn<string>(values.of(lane, blind), cellSubject('document'));
  return new Set([document.name, ...(written === null ? [] : [written])].map(plain).filter(Boolean));
};

const plain = (name: string): string => name.replace(/\s+/gu, '');
