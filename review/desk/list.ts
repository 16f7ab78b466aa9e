import { LABELS, type Label, type ReviewState } from '../../model/index.js';
import {
  countBy,
  type DocumentFilter,
  listDocuments,
  orderOf,
  type ReviewDocument,
} from '../../store/index.js';
import type { Count, DocumentList, DocumentView, ListedDocument } from '../api.js';
import type { CheckedListQuery, Who } from '../server/desk.js';
import type { DeskContext } from './context.js';
import { untilListChanges } from './memo.js';
import { labelCounts } from './overview.js';

const PAGE_SIZE = 50;
/** Issuers that a list offers to choose from: the most frequent ones; others are found by search. */
const MOST_ISSUERS = 100;

/** A page of the work list, as this person may see it. */
export const documentList = async (
  context: DeskContext,
  query: CheckedListQuery,
  who: Who,
): Promise<DocumentList> => {
  const { store, collection } = context;
  const blind = who.lane === 'second';
  const [{ documents, total }, facets] = await Promise.all([
    listDocuments(store, filterOf(context, query, who), {
      order: query.sort,
      page: query.page,
      size: PAGE_SIZE,
    }),
    untilListChanges(context, blind ? 'blind facets' : 'facets', () => facetsOf(store, collection, blind)),
  ]);
  return {
    total,
    page: query.page,
    size: PAGE_SIZE,
    documents: documents.map((document) => listed(document, blind)),
    facets,
  };
};

/** What a list can be narrowed by, whatever it is narrowed by already. */
const facetsOf = async (
  store: DeskContext['store'],
  collection: string,
  blind: boolean,
): Promise<DocumentList['facets']> => {
  const [states, labels, issuers, years] = await Promise.all([
    countBy(store, collection, blind ? 'second_state' : 'state'),
    countBy(store, collection, blind ? 'labels' : 'decided'),
    countBy(store, collection, 'issuer'),
    countBy(store, collection, 'year'),
  ]);
  return {
    states: states as readonly Count<ReviewState>[],
    labels: labelCounts(labels),
    issuers: issuers.filter(({ value }) => value !== '').slice(0, MOST_ISSUERS),
    years: years
      .map(({ value, count }) => ({ value: value || '无', count }))
      .sort((a, b) => (a.value < b.value ? 1 : -1)),
  };
};

const filterOf = (
  { collection }: Pick<DeskContext, 'collection'>,
  { state, label, issuer, year, basis, disposal, kind, doubt, q }: CheckedListQuery,
  who: Who,
): DocumentFilter => ({
  collection,
  blind: who.lane === 'second',
  ...(state && { state }),
  ...(label && { label }),
  ...(issuer !== undefined && { issuer }),
  ...(year && { year }),
  ...(basis && { basis }),
  ...(disposal && { disposal }),
  ...(kind && { kind }),
  ...(doubt && { doubt: true }),
  ...(q && { q }),
});

const lettersOf = (labels: string): Label[] => LABELS.filter((label) => labels.includes(label));

/** The second reviewer sees what the tool says, and their own state. */
const listed = (document: ReviewDocument, blind: boolean): ListedDocument => ({
  id: document.id,
  name: document.name,
  source: document.source,
  part: document.part,
  format: document.format as ListedDocument['format'],
  issuer: document.issuer,
  year: document.year,
  labels: lettersOf(blind ? document.labels : document.decided),
  state: (blind ? document.second_state : document.state) as ReviewState,
  remark: blind ? document.unread : document.remark,
  hasRow: blind ? /[DBP]/u.test(document.labels) : document.has_row === 1,
  findings: document.findings,
  errors: document.errors,
  warnings: document.warnings,
  doubt: document.doubt,
  doubtfulWords: document.doubtful_words,
  national: blind ? '' : document.national,
  local: blind ? '' : document.local,
  disposal: blind ? '' : document.disposal,
});

/** What a person has still to do. */
const OPEN: ReadonlySet<string> = new Set<ReviewState>(['pending', 'conflict', 'unread']);

/** Where a document stands in a list, and what comes before and after it. */
export const placeInList = async (
  context: DeskContext,
  id: number,
  query: CheckedListQuery,
  who: Who,
): Promise<DocumentView['place']> => {
  // Confirming takes a document out of a list of the unconfirmed: where it stood is asked of the whole list.
  const { state, ...rest } = query;
  const order = await orderOf(context.store, filterOf(context, rest, who), query.sort);
  const stateOf = (each: (typeof order)[number]): string =>
    who.lane === 'second' ? each.second_state : each.state;
  const shown = order.filter((each) => !state || stateOf(each) === state || each.id === id);
  const at = shown.findIndex((each) => each.id === id);
  if (at < 0) return { number: 0, total: shown.length, previous: null, next: null, nextPending: null };
  const isOpen = (each: (typeof order)[number]): boolean => OPEN.has(stateOf(each)) && each.id !== id;
  const nextPending = shown.slice(at + 1).find(isOpen) ?? shown.slice(0, at).find(isOpen);
  return {
    number: at + 1,
    total: shown.length,
    previous: shown[at - 1]?.id ?? null,
    next: shown[at + 1]?.id ?? null,
    nextPending: nextPending?.id ?? null,
  };
};
