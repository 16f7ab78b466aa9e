import { computed, signal } from '@preact/signals';
import type { CellField } from '../../../model/index.js';
import type { Change, DocumentView } from '../../api.js';
import { route } from './app.js';
import { type Item, itemsOf } from './changes.js';
import { ApiError, get } from './client.js';
import { keptDraft } from './drafts.js';
import { filtersOf } from './route.js';
import { onOtherWindow, onSaved, outbox, outboxTick } from './saving.js';

/** The document in front: what the server says of it, what is chosen in it. */

export const view = signal<DocumentView | null>(null);
export const viewProblem = signal<ApiError | null>(null);

export type Tab = 'original' | 'findings' | 'row' | 'breaches' | 'info';
export const tab = signal<Tab>('findings');

/** How the original is shown. */
export const showing = signal<'text' | 'picture'>('text');
export const zoom = signal(1);

/** The chosen finding's id, or `breach:<number>`; '' for none. */
export const chosen = signal('');
/** The row's first cell shall be written in next. */
export const rowAsked = signal(false);
/** Raised when the chosen one shall be scrolled to in the original. */
export const scrollTick = signal(0);
/** Which doubtful word the correction is about: its number, or the person's own selection. */
export const word = signal<{ readonly start: number; readonly end: number } | null>(null);

/** Changes of this document that the server has not written. */
export const pending = computed((): readonly Change[] => {
  outboxTick.value;
  return view.value ? (outbox.value?.pendingOf(view.value.id) ?? []) : [];
});
export const items = computed((): readonly Item[] => (view.value ? itemsOf(view.value, pending.value) : []));
export const chosenItem = computed(() => items.value.find(({ id }) => id === chosen.value) ?? null);
export const open = computed(() => items.value.filter(({ stand }) => stand === 'open').length);

/** Cells that a person has begun to write: field → words. */
export const drafts = signal<ReadonlyMap<CellField, string>>(new Map());

/** A cell as it would read now: begun, else waiting to be sent, else as the server says. */
export const cellValue = (field: CellField): string => {
  const begun = drafts.value.get(field);
  if (begun !== undefined) return begun;
  return cellSaved(field);
};
export const cellSaved = (field: CellField): string => {
  const cell = view.value?.row?.[field];
  const last = pending.value.findLast((change) => change.kind === 'cell' && change.field === field);
  if (last?.kind === 'cell') return last.after ?? cell?.draft ?? '';
  return cell?.value ?? '';
};

const keptDrafts = (next: DocumentView): Map<CellField, string> => {
  const kept = new Map<CellField, string>();
  for (const field of Object.keys(next.row ?? {}) as CellField[]) {
    const words = keptDraft(next.id, field);
    if (words !== null) kept.set(field, words);
  }
  return kept;
};

/** The place in words, such as 第三条, that the address leads to; '' once it was gone to. */
let placeAsked = '';

/** Chooses what was found at a place: a label before a broken rule. */
const goToPlace = (next: DocumentView, place: string): void => {
  const found = items.peek().find(({ passage }) => passage.place === place);
  const breach = next.breaches.findIndex((each) => each.place === place);
  if (found) chosen.value = found.id;
  else if (breach >= 0) {
    tab.value = 'breaches';
    chosen.value = `breach:${breach}`;
  }
  scrollTick.value++;
};

/** Takes a view over; what was chosen stays chosen if it still exists. */
const take = (next: DocumentView): void => {
  const fresh = view.peek()?.id !== next.id;
  view.value = next;
  viewProblem.value = null;
  if (fresh) {
    drafts.value = keptDrafts(next);
    showing.value = next.pages.length > 0 ? 'picture' : 'text';
    tab.value = 'findings';
    word.value = null;
    chosen.value = '';
  }
  const all = items.peek();
  if (!chosen.peek().startsWith('breach:') && !all.some(({ id }) => id === chosen.peek()))
    chosen.value = (all.find(({ stand }) => stand === 'open') ?? all[0])?.id ?? '';
  if (fresh) scrollTick.value++;
  if (placeAsked) goToPlace(next, placeAsked);
  placeAsked = '';
};

let asked = 0;
/** Asks the server for a document. @param quietly leaves what is shown until the answer is there. */
export const loadDocument = async (id: number, quietly = false): Promise<void> => {
  const number = ++asked;
  if (!quietly && view.peek()?.id !== id) view.value = null;
  if (!quietly) placeAsked = route.peek().query.place ?? '';
  try {
    const next = await get<DocumentView>(`documents/${id}`, filtersOf(route.peek().query));
    if (number === asked) take(next);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // What was shown is still worth reading; the bar says that the server is away.
    if (number === asked && !(quietly && error.status === 0)) viewProblem.value = error;
  }
};

const reload = (): Promise<void> | undefined => {
  const { place, document } = route.peek();
  return place === 'document' && document !== null ? loadDocument(document, true) : undefined;
};

onSaved(({ view: next, documents }) => {
  const { place, document } = route.peek();
  if (place !== 'document') return;
  if (next && next.id === document) {
    asked++;
    take(next);
  } else if (document !== null && documents.includes(document)) void reload();
});
onOtherWindow((documents) => {
  if (documents.includes(route.peek().document ?? 0)) void reload();
});
addEventListener('focus', () => void reload());
