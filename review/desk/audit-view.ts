import {
  AUDIT_KINDS,
  type AuditKind,
  type FollowedItem,
  type ItemState,
  STATE_WORDS,
} from '../../model/index.js';
import { columnWords, rowWords, subjectWords } from '../../reports/index.js';
import { documentsOf } from '../../store/index.js';
import { type AuditQuery, type AuditView, ITEMS_AT_ONCE, type ListedItem, NO_UNIT } from '../audit-api.js';
import { type KeptAudits, type KeptRound, keptAudits, mustHave } from './audit-kept.js';
import type { DeskContext } from './context.js';
import { untilListChanges } from './memo.js';

/** A comparison with what has become of its items, or of all that are still to be followed. */
export const auditView = async (
  context: DeskContext,
  number: number,
  query: AuditQuery,
): Promise<AuditView> => {
  const kept = await keptAudits(context);
  const round = mustHave(kept.rounds, number);
  const known = await knownDocuments(context);
  const [own, corrected] = inScope(kept, number, query.scope);
  const standing = [...own].sort((a, b) => orderOf(a) - orderOf(b));
  const asked = standing.filter(chosenBy(query));
  const gone = corrected.filter(chosenBy({ ...query, state: undefined }));
  const from = (query.page - 1) * ITEMS_AT_ONCE;
  return {
    ...factsOf(round, kept),
    earlier: inScope(kept, number, 'all')[0].length - inScope(kept, number, 'round')[0].length,
    total: asked.length,
    page: query.page,
    size: ITEMS_AT_ONCE,
    items: asked.slice(from, from + ITEMS_AT_ONCE).map((each) => listedItem(each, known)),
    corrected: {
      total: gone.length,
      items: gone.slice(0, ITEMS_AT_ONCE).map((each) => listedItem(each, known)),
    },
    facets: facetsOf(standing),
  };
};

const factsOf = ({ number, at, facts, words }: KeptRound, { rounds }: KeptAudits) => ({
  round: { number, at },
  rounds: rounds
    .map((each) => ({
      number: each.number,
      at: each.at,
      ledgers: each.facts.ledgers.length,
      items: each.items,
    }))
    .reverse(),
  ledgers: facts.ledgers.map((ledger) => ({ ...ledger, empty: ledger.empty.map(columnWords) })),
  since: facts.since,
  units: facts.units.length,
  issuer: facts.issuer,
  words,
});

/** The items of a comparison, or of all: those that stand, and those that are corrected. */
const inScope = (
  { items, foundIn }: KeptAudits,
  number: number,
  scope: AuditQuery['scope'],
): readonly [FollowedItem[], FollowedItem[]] => {
  const isIn = ({ item, corrected }: FollowedItem): boolean =>
    scope === 'all' || foundIn.get(item.id)!.includes(number) || corrected?.number === number;
  const own = items.filter(isIn);
  return [own.filter(({ corrected }) => !corrected), own.filter(({ corrected }) => corrected)];
};

/** Kind by kind, as they are reported; those that are sure before those that are to be checked. */
const orderOf = ({ item: { kind, certain } }: FollowedItem): number =>
  AUDIT_KINDS.indexOf(kind) * 2 + (certain ? 0 : 1);

type Choice = { readonly [Key in 'unit' | 'kind' | 'state' | 'certain' | 'q']?: AuditQuery[Key] | undefined };

const chosenBy = ({ unit, kind, state, certain, q }: Choice) => {
  const words = (q ?? '').normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean);
  return (followed: FollowedItem): boolean => {
    const { item } = followed;
    if (unit !== undefined && (item.unit || NO_UNIT) !== unit) return false;
    if (kind !== undefined && item.kind !== kind) return false;
    if (state !== undefined && followed.state !== state) return false;
    if (certain !== undefined && item.certain !== (certain === '1')) return false;
    if (words.length === 0) return true;
    const text = searched(followed).normalize('NFKC').toLowerCase();
    return words.every((word) => text.includes(word));
  };
};

/** The words by which an item is found. */
const searched = ({ item, replies }: FollowedItem): string =>
  [
    item.id,
    item.unit,
    subjectWords(item),
    item.document?.source,
    item.row?.ledger,
    item.row?.document,
    columnWords(item.column),
    item.said,
    item.found,
    item.reason,
    ...item.evidence.flatMap(({ provision, text }) => [provision, text]),
    ...replies.flatMap(({ words, who }) => [words, who]),
  ].join('\n');

const facetsOf = (items: readonly FollowedItem[]): AuditView['facets'] => {
  const kinds = AUDIT_KINDS.map((value: AuditKind) => {
    const of = items.filter(({ item }) => item.kind === value);
    return { value, count: of.length, toCheck: of.filter(({ item }) => !item.certain).length };
  });
  const states = (Object.keys(STATE_WORDS) as ItemState[]).map((value) => ({
    value,
    count: items.filter(({ state }) => state === value).length,
  }));
  const units = new Map<string, number>();
  for (const { item } of items) units.set(item.unit || NO_UNIT, (units.get(item.unit || NO_UNIT) ?? 0) + 1);
  const certain = items.filter(({ item }) => item.certain).length;
  return {
    kinds: kinds.filter(({ count }) => count > 0),
    states: states.filter(({ count }) => count > 0),
    units: [...units].map(([value, count]) => ({ value, count })),
    certain,
    toCheck: items.length - certain,
  };
};

/** The documents of the list, by their file. */
type Known = ReadonlyMap<string, readonly { readonly id: number; readonly name: string }[]>;

const knownDocuments = (context: DeskContext): Promise<Known> =>
  untilListChanges(context, 'documents by file', async () => {
    const known = new Map<string, { id: number; name: string }[]>();
    for (const { id, name, source } of await documentsOf(context.store, context.collection))
      known.set(source, [...(known.get(source) ?? []), { id, name }]);
    return known;
  });

/** A file that holds one document alone is that document's, however its name has been corrected since. */
const idOf = ({ name, source }: { name: string; source: string }, known: Known): number | null => {
  const there = known.get(source) ?? [];
  return (there.find((each) => each.name === name) ?? (there.length === 1 ? there[0] : null))?.id ?? null;
};

const listedItem = ({ item, state, raised, corrected, replies }: FollowedItem, known: Known): ListedItem => {
  const { id, kind, certain, unit, row, document, said, found, reason, evidence } = item;
  return {
    ...{ id, kind, certain, unit, said, found, reason, evidence },
    subject: subjectWords(item),
    document: document && { id: idOf(document, known), source: document.source },
    ledger: row?.ledger ?? '',
    row: rowWords(item),
    column: columnWords(item.column),
    ...{ state, raised, corrected, replies },
  };
};
