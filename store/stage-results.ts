import { sql, type Transaction } from 'kysely';
import type { FileFormat, PackedFile, Reason, ReasonCode } from '../model/index.js';
import { bytesOf, pack, unpack } from './packed.js';
import type { ManuscriptTable, Schema, Store } from './schema.js';

/** What reading made of a content: its packed manuscript, or why there is none, and what is packed inside. */
export type StoredManuscript = {
  readonly format: FileFormat;
  readonly members?: readonly PackedFile[];
} & (
  | { readonly data: Uint8Array; readonly reason?: undefined }
  | { readonly data?: undefined; readonly reason: Reason }
);

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

/** The packed manuscript of a content of whatever version, and which; null where none is kept. */
export const keptManuscript = async (
  store: Store,
  hash: string,
): Promise<{ readonly data: Uint8Array; readonly version: string } | null> => {
  const row = await store.db
    .selectFrom('manuscripts')
    .select(['data', 'version'])
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row?.data ? { data: bytesOf(row.data), version: row.version } : null;
};

/** The packed analysis of a content with every unit; null where none of this version is kept. */
export const findAnalysis = async (
  store: Store,
  hash: string,
  version: string,
): Promise<Uint8Array | null> => {
  const row = await store.db
    .selectFrom('analyses')
    .select('data')
    .where('hash', '=', hash)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? bytesOf(row.data) : null;
};

/** What is packed in a content, as it was found; empty for all but archives and mails. */
export const findMembers = async (
  store: Store,
  hash: string,
  version: string,
): Promise<readonly PackedFile[]> => {
  const row = await store.db
    .selectFrom('manuscripts')
    .select('members')
    .where('hash', '=', hash)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.members ? unpack<PackedFile[]>(bytesOf(row.members)) : [];
};

/** What is kept of a content, without reading it. */
export interface KeptStages {
  readonly format: FileFormat;
  /** Why the content has no text of its own. */
  readonly reason?: Reason;
  /** Whether files are packed inside. */
  readonly packed: boolean;
  /** Whether the analysis is kept too. */
  readonly analysed: boolean;
}

/** The versions that results must have to be taken over. */
export interface StageVersions {
  readonly manuscript: string;
  readonly analysis: string;
}

const keptStages = (store: Store, versions: StageVersions) =>
  store.db
    .selectFrom('manuscripts')
    .leftJoin('analyses', (join) =>
      join.onRef('analyses.hash', '=', 'manuscripts.hash').on('analyses.version', '=', versions.analysis),
    )
    .select([
      'manuscripts.hash',
      'manuscripts.format',
      sql<number>`case when manuscripts.members is null then 0 else 1 end`.as('packed'),
      'manuscripts.reason_code',
      'manuscripts.reason_message',
      'manuscripts.reason_advice',
      'analyses.hash as analysed',
    ])
    .where('manuscripts.version', '=', versions.manuscript);

const keptOf = (
  row: Omit<ManuscriptTable, 'data' | 'members' | 'version'> & { packed: number; analysed: string | null },
): KeptStages => {
  const reason = reasonOf(row);
  return {
    format: row.format as FileFormat,
    ...(reason && { reason }),
    packed: row.packed === 1,
    analysed: row.analysed !== null,
  };
};

/** The stages of a content that need not run again; null where all of them must. */
export const findKept = async (
  store: Store,
  hash: string,
  versions: StageVersions,
): Promise<KeptStages | null> => {
  const row = await keptStages(store, versions).where('manuscripts.hash', '=', hash).executeTakeFirst();
  return row ? keptOf(row) : null;
};

/** The kept stages of every content that the collection's last scan found, by hash: one question instead of many. */
export const keptOfCollection = async (
  store: Store,
  collection: string,
  versions: StageVersions,
): Promise<ReadonlyMap<string, KeptStages>> => {
  const rows = await keptStages(store, versions)
    .where('manuscripts.hash', 'in', (contents) =>
      contents
        .selectFrom('files')
        .innerJoin('scans', 'scans.id', 'files.scan_id')
        .select('files.hash')
        .where('scans.collection', '=', collection)
        .where('scans.finished', '=', 1),
    )
    .execute();
  return new Map(rows.map((row) => [row.hash, keptOf(row)]));
};

/** Keeps stage results: a manuscript in place of an older version's, an analysis beside those of other versions. */
export const saveStageResults = async (trx: Transaction<Schema>, results: StageResults): Promise<void> => {
  const { hash, manuscript, analysis } = results;
  if (manuscript) {
    const row = {
      version: manuscript.version,
      format: manuscript.format,
      data: manuscript.data ? Buffer.from(manuscript.data) : null,
      members: manuscript.members ? Buffer.from(pack(manuscript.members)) : null,
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
    const row = { data: Buffer.from(analysis.data), flagged: Buffer.from(analysis.flagged) };
    await trx
      .insertInto('analyses')
      .values({ hash, version: analysis.version, ...row })
      .onConflict((conflict) => conflict.columns(['hash', 'version']).doUpdateSet(row))
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
