import type { Store } from './schema.js';

/** What is known of an output file that the tool wrote. */
export interface WrittenOutput {
  readonly fingerprint: string;
  /** SHA-256 of the file as the tool wrote it, hex; one of two while a replacement may or may not have happened. */
  readonly hashes: readonly string[];
}

/** What was last written under a name, or null. */
export const findOutput = async (
  store: Store,
  collection: string,
  name: string,
): Promise<WrittenOutput | null> => {
  const row = await store.db
    .selectFrom('outputs')
    .selectAll()
    .where('collection', '=', collection)
    .where('name', '=', name)
    .executeTakeFirst();
  if (!row) return null;
  return { fingerprint: row.fingerprint, hashes: [row.hash, row.pending_hash].filter((hash) => hash !== '') };
};

/**
 * Announces that a file is about to take the name. Said before the rename, so that a process that ends in
 * between still knows its own file from one that a person has edited.
 *
 * @param hashes `current`: of the tool's own file that stands under the name now, '' where none does;
 *   `pending`: of the file that replaces it.
 */
export const announceOutput = async (
  store: Store,
  collection: string,
  name: string,
  hashes: { readonly current: string; readonly pending: string },
): Promise<void> => {
  const row = { fingerprint: '', hash: hashes.current, pending_hash: hashes.pending };
  await store.db
    .insertInto('outputs')
    .values({ collection, name, ...row })
    .onConflict((conflict) => conflict.columns(['collection', 'name']).doUpdateSet(row))
    .execute();
};

/** Records that the announced file now stands under the name, made from what `fingerprint` stands for. */
export const confirmOutput = async (
  store: Store,
  collection: string,
  name: string,
  written: { readonly fingerprint: string; readonly hash: string },
): Promise<void> => {
  await store.db
    .updateTable('outputs')
    .set({ ...written, pending_hash: '' })
    .where('collection', '=', collection)
    .where('name', '=', name)
    .execute();
};

/** What the user was told of these results before; null where they are others. */
export const findSummary = async (
  store: Store,
  collection: string,
  fingerprint: string,
): Promise<string | null> => {
  const row = await store.db
    .selectFrom('summaries')
    .select('text')
    .where('collection', '=', collection)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst();
  return row?.text ?? null;
};

/** Keeps what to tell the user when the next scan finds the same results. */
export const saveSummary = async (
  store: Store,
  collection: string,
  fingerprint: string,
  text: string,
): Promise<void> => {
  await store.db
    .insertInto('summaries')
    .values({ collection, fingerprint, text })
    .onConflict((conflict) => conflict.column('collection').doUpdateSet({ fingerprint, text }))
    .execute();
};
