import type { Store } from '../schema.js';

export const VIEW_ACTIONS = ['view', 'page', 'search', 'export', 'log', 'sign-in', 'refused'] as const;
export type ViewAction = (typeof VIEW_ACTIONS)[number];

/** That somebody saw a document, searched, took something out, came in or was refused (国办发〔2020〕49号（十三）). */
export interface View {
  /** ISO 8601. */
  readonly at: string;
  /** '' where nobody was signed in. */
  readonly who: string;
  readonly action: ViewAction;
  /** null for what is about no document. */
  readonly document: number | null;
  /** In Chinese: the document's name, the words searched for, the file exported. */
  readonly detail: string;
}

/** Longest detail that is kept: what comes from outside may be long. */
const LONGEST_DETAIL = 500;
/** A NUL ends a text for PostgreSQL, and half a surrogate pair is none: it then takes nothing of the row. */
const keepable = (text: string): string =>
  text
    .slice(0, LONGEST_DETAIL)
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '\u{fffd}');

/** Writes one down. */
export const addView = async (store: Store, view: View): Promise<void> => {
  await store.db
    .insertInto('views')
    .values({
      at: view.at,
      who: keepable(view.who),
      action: view.action,
      document_id: view.document,
      detail: keepable(view.detail),
    })
    .execute();
};

/**
 * One page of them, the newest first.
 *
 * @param page from 1.
 */
export const listViews = async (
  store: Store,
  page: number,
  size: number,
): Promise<{ readonly total: number; readonly views: readonly View[] }> => {
  const { total } = await store.db
    .selectFrom('views')
    .select((of) => of.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await store.db
    .selectFrom('views')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return {
    total: Number(total),
    views: rows.map((row) => ({
      at: row.at,
      who: row.who,
      action: VIEW_ACTIONS.find((action) => action === row.action) ?? 'view',
      document: row.document_id,
      detail: row.detail,
    })),
  };
};
