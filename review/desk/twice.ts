import { confirmedInLane, eventsOf, type ReviewDocument } from '../../store/index.js';
import { bothDone } from './agreement.js';
import type { DeskContext } from './context.js';
import { Values } from './values.js';

/** A document with everything that was said of it. */
export interface Reviewed {
  readonly document: ReviewDocument;
  readonly values: Values;
}

/** Documents that two reviewers are done with, in the order of the folder. */
export const reviewedTwice = async ({ store, collection }: DeskContext): Promise<Reviewed[]> => {
  const documents = await confirmedInLane(store, collection, 'second');
  const byDocument = new Map<number, Awaited<ReturnType<typeof eventsOf>>>();
  for (const event of await eventsOf(
    store,
    documents.map(({ id }) => id),
  )) {
    const events = byDocument.get(event.document);
    if (events) events.push(event);
    else byDocument.set(event.document, [event]);
  }
  return documents
    .map((document) => ({ document, values: new Values(byDocument.get(document.id) ?? []) }))
    .filter(({ values }) => bothDone(values));
};
