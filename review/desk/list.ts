import { LABELS, type Label, type ReviewState } from '../../model/index.js';
import {
  countBy,
  type DocumentFilter,
  listDocuments,
  placeInOrder,
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
  // These counts follow what the first has rejected, added and corrected.
  findings: blind ? 0 : document.findings,
  errors: blind ? 0 : document.errors,
  warnings: blind ? 0 : document.warnings,
  doubt: document.doubt,
  doubtfulWords: blind ? 0 : document.doubtful_words,
  national: blind ? '' : document.national,
  local: blind ? '' : document.local,
  disposal: blind ? '' : document.disposal,
});

/** What a person has still to do. */
const OPEN: readonly ReviewState[] = ['pending', 'conflict', 'unread'];

/** Where a document stands in a list, and what comes before and after it. */
export const placeInList = async (
  context: DeskContext,
  id: number,
  query: CheckedListQuery,
  who: Who,
): Promise<DocumentView['place']> => {
  const filter = filterOf(context, query, who);
  const { nextOpen, ...place } = await placeInOrder(context.store, filter, query.sort, id, OPEN);
  return { ...place, nextPending: nextOpen };
};
