import { bytesOf } from '../packed.js';
import type { Store } from '../schema.js';

/** Which results are meant: of a content, under what persons have said, by which version of the stages. */
export interface RevisedKey {
  readonly hash: string;
  readonly print: string;
  readonly version: string;
}

/** The packed analysis of a file with what persons have said of it, with every unit; null where none is kept. */
export const findRevised = async (store: Store, key: RevisedKey): Promise<Uint8Array | null> => {
  const row = await store.db
    .selectFrom('revised')
    .select('data')
    .where('hash', '=', key.hash)
    .where('print', '=', key.print)
    .where('version', '=', key.version)
    .executeTakeFirst();
  return row ? bytesOf(row.data) : null;
};

/**
 * Keeps an analysis, and drops those of the same content that nobody asks for any more.
 *
 * @param prints what persons have said as it stands, of either reviewer.
 */
export const saveRevised = async (
  store: Store,
  key: RevisedKey,
  data: Uint8Array,
  prints: readonly string[],
): Promise<void> =>
  store.db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom('revised')
      .where('hash', '=', key.hash)
      .where((of) =>
        of.or([
          of('version', '<>', key.version),
          of('print', 'not in', [...prints, '']),
          of('print', '=', key.print),
        ]),
      )
      .execute();
    // Somebody who opened the file at the same moment may have been faster: their results are the same.
    await trx
      .insertInto('revised')
      .values({ ...key, data: Buffer.from(data) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
