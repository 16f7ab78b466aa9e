import { bytesOf } from '../packed.js';
import type { Store } from '../schema.js';
import type { PackedAnalysis } from '../stage-results.js';

/** Results of a file with what persons have said of it. */
export interface RevisedResults extends PackedAnalysis {
  /** Packed Manuscript; null where no words were corrected. */
  readonly manuscript: Uint8Array | null;
}

/** Which results are meant: of a content, under what persons have said, by which version of the stages. */
export interface RevisedKey {
  readonly hash: string;
  readonly print: string;
  readonly version: string;
}

export const findRevised = async (store: Store, key: RevisedKey): Promise<RevisedResults | null> => {
  const row = await store.db
    .selectFrom('revised')
    .selectAll()
    .where('hash', '=', key.hash)
    .where('print', '=', key.print)
    .where('version', '=', key.version)
    .executeTakeFirst();
  return row
    ? {
        manuscript: row.manuscript ? bytesOf(row.manuscript) : null,
        data: bytesOf(row.data),
        flagged: bytesOf(row.flagged),
      }
    : null;
};

/**
 * Keeps results, and drops those of the same content that nobody asks for any more.
 *
 * @param prints what persons have said as it stands, of either reviewer.
 */
export const saveRevised = async (
  store: Store,
  key: RevisedKey,
  results: RevisedResults,
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
      .values({
        ...key,
        manuscript: results.manuscript ? Buffer.from(results.manuscript) : null,
        data: Buffer.from(results.data),
        flagged: Buffer.from(results.flagged),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
