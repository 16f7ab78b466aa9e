import type { Transaction } from 'kysely';
import type { FileFormat, Reason, ReasonCode } from '../model/index.js';
import { bytesOf } from './packed.js';
import type { ManuscriptTable, Schema, Store } from './schema.js';

/** What extraction made of a content: its packed manuscript, or why there is none. */
export type StoredManuscript =
  | { readonly format: FileFormat; readonly data: Uint8Array; readonly reason?: undefined }
  | { readonly format: FileFormat; readonly data?: undefined; readonly reason: Reason };

/** A FileAnalysis in its two stored forms. */
export interface PackedAnalysis {
  /** With every unit. */
  readonly data: Uint8Array;
  /** With the flagged units alone. */
  readonly flagged: Uint8Array;
}

/** Stage results to be kept for one content, each with the version of the stage that made it. */
export interface StageResults {
  readonly hash: string;
  readonly manuscript?: StoredManuscript & { readonly version: string };
  readonly analysis?: { readonly version: string } & PackedAnalysis;
}

/** The packed manuscript of a content, or null where none of this version is kept. */
export const findManuscript = async (
  store: Store,
  hash: string,
  version: string,
): Promise<Uint8Array | null> => {
  const row = await store.db
    .selectFrom('manuscripts')
    .select('data')
    .where('hash', '=', hash)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.data ? bytesOf(row.data) : null;
};

/** What is kept of a content, without reading it. */
export interface KeptStages {
  readonly format: FileFormat;
  /** Why the content can not be read. */
  readonly reason?: Reason;
  /** Whether the analysis is kept too. */
  readonly analysed: boolean;
}

/** The stages of a content that need not run again; null where all of them must. */
export const findKept = async (
  store: Store,
  hash: string,
  versions: { readonly manuscript: string; readonly analysis: string },
): Promise<KeptStages | null> => {
  const row = await store.db
    .selectFrom('manuscripts')
    .leftJoin('analyses', (join) =>
      join.onRef('analyses.hash', '=', 'manuscripts.hash').on('analyses.version', '=', versions.analysis),
    )
    .select(['format', 'reason_code', 'reason_message', 'reason_advice', 'analyses.hash as analysed'])
    .where('manuscripts.hash', '=', hash)
    .where('manuscripts.version', '=', versions.manuscript)
    .executeTakeFirst();
  if (!row) return null;
  const reason = reasonOf(row);
  return { format: row.format as FileFormat, ...(reason && { reason }), analysed: row.analysed !== null };
};

/** Keeps stage results in place of older versions' ones. */
export const saveStageResults = async (trx: Transaction<Schema>, results: StageResults): Promise<void> => {
  const { hash, manuscript, analysis } = results;
  if (manuscript) {
    const row = {
      version: manuscript.version,
      format: manuscript.format,
      data: manuscript.data ? Buffer.from(manuscript.data) : null,
      reason_code: manuscript.reason?.code ?? null,
      reason_message: manuscript.reason?.message ?? null,
      reason_advice: manuscript.reason?.advice ?? null,
    };
    await trx
      .insertInto('manuscripts')
      .values({ hash, ...row })
      .onConflict((conflict) => conflict.column('hash').doUpdateSet(row))
      .execute();
  }
  if (analysis) {
    const row = {
      version: analysis.version,
      data: Buffer.from(analysis.data),
      flagged: Buffer.from(analysis.flagged),
    };
    await trx
      .insertInto('analyses')
      .values({ hash, ...row })
      .onConflict((conflict) => conflict.column('hash').doUpdateSet(row))
      .execute();
  }
};

/** The reason columns of a row as one value. */
export const reasonOf = (
  row: Pick<ManuscriptTable, 'reason_code' | 'reason_message' | 'reason_advice'>,
): Reason | undefined =>
  row.reason_code === null
    ? undefined
    : {
        code: row.reason_code as ReasonCode,
        message: row.reason_message ?? '',
        advice: row.reason_advice ?? '',
      };
