import type { AuditMatch, AuditReport, FiledLedger } from '../model/index.js';
import type { WeighClaim } from './claims.js';
import type { AuditedDocument } from './document.js';
import { endedBy } from './ended.js';
import { emptyColumns, hasLostRows, ledgerNames, mayBe, type RowOfLedger, rowsOf } from './filed-rows.js';
import { grouped } from './grouped.js';
import { numbered, type PlainItem } from './item.js';
import { type Match, matchRows } from './match.js';
import { meantByRows } from './meant.js';
import { newItems, ofIssuer, omittedItems } from './missing.js';
import { endedItem, matchedItems, repeatedItems, unmatchedItems } from './row-items.js';
import { titleForm } from './titles.js';

/** What is compared. */
export interface AuditInput {
  readonly ledgers: readonly { readonly source: string; readonly ledger: FiledLedger }[];
  readonly documents: readonly AuditedDocument[];
  /** Files that were found and not read: a document that a row names may be among them. */
  readonly unread: number;
  /** ISO; documents issued from then on have to conform. Absent: none is asked about as new. */
  readonly since?: string;
  /** Units that had to file a ledger; [] where that was not asked. */
  readonly units: readonly string[];
  /** The unit whose documents have to be in the ledgers; absent: all have to. */
  readonly issuer?: string;
  /** What the ledgers name as basis, weighed; absent: nothing is known of it. */
  readonly weigh?: WeighClaim;
}

/**
 * Holds filed ledgers against the documents behind them. Pure: the same ledgers and documents give the same items, in the order
 * of the ledgers and then of the documents.
 */
export const compareLedgers = ({
  ledgers,
  documents,
  unread,
  since,
  units,
  issuer,
  weigh = () => [],
}: AuditInput): AuditReport => {
  const sources = ledgerNames(ledgers.map(({ source }) => source));
  const rows = ledgers.flatMap(({ ledger }, at) => rowsOf(ledger, sources[at]!));
  const { matches, unmatched } = matchRows(
    rows.map(({ row, unit }) => ({
      title: row.title,
      documentNumber: row.documentNumber,
      units: [unit, row.cells.responsibleUnit.text],
    })),
    documents,
  );
  const ended = endedBy(documents);
  const covered = coverage(matches, documents);
  const named = new Set([...matches.flatMap((match) => match.documents), ...[...covered.values()].flat()]);
  const filed = [...new Set(ledgers.map(({ ledger }) => ledger.unit))];
  const unitOf = responsible(filed, units);
  const isOwn = ofIssuer(issuer);
  const byRow = new Map<number, PlainItem[]>();
  const meant = meantByRows(rows, matches, covered);
  for (const match of matches) {
    for (const at of match.rows)
      byRow.set(at, [
        ...matchedItems(rows[at]!, meant.get(at), documents, weigh),
        ...endedItem(rows[at]!, match.documents, documents, ended),
      ]);
    for (const [at, item] of repeatedItems(match, rows, documents)) byRow.get(at)!.push(item);
  }
  for (const each of unmatched)
    for (const at of each.rows)
      byRow.set(at, unmatchedItems(rows[at]!, each.alternatives, documents, unread));
  const offered = new Map<number, RowOfLedger>();
  for (const each of unmatched)
    for (const { document } of each.alternatives) offered.set(document, rows[each.rows[0]!]!);
  for (const each of unmatched)
    documents.forEach(({ title }, at) => {
      const row = rows[each.rows[0]!]!;
      if (!offered.has(at) && mayBe(row, title)) offered.set(at, row);
    });
  const lost = ledgers.some(({ ledger }) => hasLostRows(ledger));
  const items = [
    ...rows.flatMap((_, at) => byRow.get(at) ?? []),
    ...(ledgers.length > 0
      ? omittedItems({ documents, named, offered, ended, lost, unitOf, issuer: issuer ?? '' })
      : []),
    ...(since === undefined ? [] : newItems(documents.filter(isOwn), since, unitOf)),
    ...withoutLedger(units, filed),
  ];
  return {
    ledgers: ledgers.map(({ ledger }, at) => ({
      source: sources[at]!,
      unit: ledger.unit,
      date: ledger.date,
      rows: ledger.rows.length,
      empty: emptyColumns(ledger),
    })),
    documents: documents.length,
    flagged: documents.filter(({ row }) => row !== null).length,
    unread,
    since: since ?? null,
    units: [...units],
    issuer: issuer ?? '',
    matches: matches.map((match) => wordsOf(match, rows, documents)),
    items: numbered(items),
  };
};

/** Whose a document is: the only unit that has filed, else the one of those that are known which has issued it; ''. */
const responsible = (
  filed: readonly string[],
  units: readonly string[],
): ((document: AuditedDocument) => string) => {
  const [only, ...others] = filed;
  if (only !== undefined && others.length === 0) return () => only;
  const known = new Map([...units, ...filed].map((unit) => [titleForm(unit), unit]));
  return ({ issuers }) => issuers.flatMap((issuer) => known.get(titleForm(issuer)) ?? [])[0] ?? '';
};

/**
 * A row that names a notice which itself touches nothing stands for what the notice issues or forwards, and the other way
 * round. Of a notice that touches something itself nobody can tell.
 */
const coverage = (
  matches: readonly Match[],
  documents: readonly AuditedDocument[],
): ReadonlyMap<Match, readonly number[]> => {
  const taken = new Set(matches.flatMap((match) => match.documents));
  const bySource = grouped(documents, ({ source }) => source);
  const covered = new Map<Match, readonly number[]>();
  for (const match of matches) {
    if (match.documents.some((at) => documents[at]!.row !== null)) continue;
    const family = match.documents.flatMap((at) =>
      bySource
        .get(documents[at]!.source)!
        .filter(
          (other) =>
            !taken.has(other) &&
            documents[other]!.row !== null &&
            (documents[other]!.parent === documents[at]!.index ||
              documents[at]!.parent === documents[other]!.index),
        ),
    );
    if (family.length > 0) covered.set(match, family);
  }
  return covered;
};

const withoutLedger = (units: readonly string[], filed: readonly string[]): PlainItem[] => {
  const known = new Set(filed.map(titleForm));
  return units
    .filter((unit) => !known.has(titleForm(unit)))
    .map((unit) => ({
      kind: 'no-ledger',
      // A ledger that does not say whose it is may be this unit's.
      certain: !filed.includes(''),
      unit,
      row: null,
      column: null,
      document: null,
      said: '',
      found: '',
      evidence: [],
      reason: '没有收到该单位的台账；经梳理不涉及的，也应当报送',
    }));
};

const wordsOf = (
  { rows: at, documents: meant, by, differs }: Match,
  rows: readonly RowOfLedger[],
  documents: readonly AuditedDocument[],
): AuditMatch => {
  const { name, source } = documents[meant[0]!]!;
  return { rows: at.map((each) => rows[each]!.named), document: { name, source }, by, differs };
};
