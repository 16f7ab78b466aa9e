import type { ExpressionBuilder, Transaction } from 'kysely';
import { bytesOf } from './packed.js';
import type { Schema, Store } from './schema.js';

/** A model that was trained here, without its bytes. */
export interface StoredModel {
  readonly id: number;
  readonly fingerprint: string;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly note: string;
  /** What it says about itself and what it was measured at, as they were given. */
  readonly card: unknown;
  readonly figures: unknown;
  /** Fingerprint of the model that was in use when it was made. */
  readonly basedOn: string;
  /** The last judgement that it was learned from; 0 for none. */
  readonly judgements: number;
}

/** A model that is to be kept. */
export type NewModel = Omit<StoredModel, 'id'> & { readonly bytes: Uint8Array };

/** Keeps a model and puts it into use. Returns its number. */
export const installModel = async (store: Store, model: NewModel): Promise<number> =>
  store.db.transaction().execute(async (trx) => {
    const { id } = await trx
      .insertInto('models')
      .values({
        fingerprint: model.fingerprint,
        made_at: model.madeAt,
        note: model.note,
        bytes: Buffer.from(model.bytes),
        card: JSON.stringify(model.card),
        figures: JSON.stringify(model.figures),
        based_on: model.basedOn,
        judgements: model.judgements,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await putIntoUse(trx, id, model.madeAt);
    return id;
  });

/**
 * Puts a model into use that was trained earlier, or with null the one that comes with the program.
 *
 * @param at ISO 8601.
 * @returns false where there is no such model.
 */
export const useModel = async (store: Store, id: number | null, at: string): Promise<boolean> =>
  store.db.transaction().execute(async (trx) => {
    const known =
      id === null || (await trx.selectFrom('models').select('id').where('id', '=', id).executeTakeFirst());
    if (known) await putIntoUse(trx, id, at);
    return Boolean(known);
  });

const putIntoUse = async (trx: Transaction<Schema>, id: number | null, at: string): Promise<void> => {
  await trx.insertInto('installs').values({ model_id: id, installed_at: at, taken_back: 0 }).execute();
};

/**
 * One step back, to what was in use before the last install; before the first one that is the model that comes with the
 * program.
 *
 * @returns false where nothing was installed, or all was taken back.
 */
export const stepBack = async (store: Store): Promise<boolean> => {
  const { numUpdatedRows } = await store.db
    .updateTable('installs')
    .set({ taken_back: 1 })
    .where('id', '=', lastInstall)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

const lastInstall = (query: ExpressionBuilder<Schema, keyof Schema>) =>
  query
    .selectFrom('installs as last')
    .select((of) => of.fn.max('last.id').as('id'))
    .where('last.taken_back', '=', 0);

const MEMBERS = [
  'models.id',
  'models.fingerprint',
  'models.made_at as madeAt',
  'models.note',
  'models.card',
  'models.figures',
  'models.based_on as basedOn',
  'models.judgements',
] as const;

/** The model in use; null for the one that comes with the program. */
export const currentModel = async (store: Store): Promise<StoredModel | null> => {
  const row = await store.db
    .selectFrom('installs')
    .innerJoin('models', 'models.id', 'installs.model_id')
    .select(MEMBERS)
    .where('installs.id', '=', lastInstall)
    .executeTakeFirst();
  return row ? modelOf(row) : null;
};

/** All models that were trained here, the newest first. */
export const storedModels = async (store: Store): Promise<readonly StoredModel[]> =>
  (await store.db.selectFrom('models').select(MEMBERS).orderBy('models.id', 'desc').execute()).map(modelOf);

/** The bytes of a model, as they were given. */
export const bytesOfModel = async (store: Store, id: number): Promise<Uint8Array> => {
  const { bytes } = await store.db
    .selectFrom('models')
    .select('bytes')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return bytesOf(bytes);
};

type Row = Omit<StoredModel, 'card' | 'figures'> & { readonly card: string; readonly figures: string };

const modelOf = (row: Row): StoredModel => ({
  ...row,
  card: JSON.parse(row.card) as unknown,
  figures: JSON.parse(row.figures) as unknown,
});
