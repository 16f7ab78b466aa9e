import type { ReviewState } from '../../model/index.js';
import type { Store } from '../schema.js';

/** A passage with a label, or with one that a person has taken away. */
export interface JudgedPassage {
  readonly source: string;
  /** The document's place in the file, from 0. */
  readonly part: number;
  readonly passage: string;
  /** Letters, as the first reviewer has left them. */
  readonly labels: string;
  readonly state: ReviewState;
  /** Whether its document has a row in the ledger, decisions taken in. */
  readonly inLedger: boolean;
}

/** What persons have left of the labels of a collection's passages. */
export const judgedPassages = async (store: Store, collection: string): Promise<JudgedPassage[]> =>
  (
    await store.db
      .selectFrom('review_passages')
      .innerJoin('review_documents', 'review_documents.id', 'review_passages.document_id')
      .select(['source', 'part', 'passage', 'review_passages.labels', 'state', 'has_row'])
      .where('collection', '=', collection)
      .where('present', '=', 1)
      .execute()
  ).map(({ has_row, state, ...row }) => ({
    ...row,
    state: state as ReviewState,
    inLedger: has_row === 1,
  }));
