import type { LedgerDocument, Pass } from './input.js';
import type { ListColumn } from './list-sheet.js';

/** What a list beside the ledger says first of each of its lines: which document, and where in it. */
export const PLACE_COLUMNS: readonly ListColumn[] = [
  { heading: '台账序号', width: 6, centred: true },
  { heading: '文件名称（含文号）', width: 24 },
  { heading: '源文件', width: 22 },
  { heading: '条款', width: 15 },
  { heading: '原文位置', width: 11 },
];

/** Stands for the row number of a document without a row. */
const NO_ROW = '—';

/** The documents in the order of the ledger with their row numbers, then those without a row. */
export async function* inLedgerOrder(
  documents: Pass<LedgerDocument>,
): AsyncGenerator<{ readonly number: number | string; readonly document: LedgerDocument }> {
  let number = 0;
  for (const inLedger of [true, false])
    for await (const document of documents())
      if ((document.row !== null) === inLedger) yield { number: inLedger ? ++number : NO_ROW, document };
}
