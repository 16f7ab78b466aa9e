import { sql, type Transaction } from 'kysely';
import {
  type FileAnalysis,
  type FileFormat,
  type FileOutcome,
  type ReasonCode,
  reason,
} from '../model/index.js';
import { bytesOf, unpack } from './packed.js';
import type { FileTable, Schema, Store } from './schema.js';
import { reasonOf, type StageResults, saveStageResults } from './stage-results.js';

/** A file's outcome with its place in the scan. */
export interface ScannedFile extends FileOutcome {
  /** As `placeOf` makes it. */
  readonly position: string;
  /** For reason `duplicate`: the source of the first file with the same content. */
  readonly duplicateOf?: string;
  /** True where everything was taken over from an earlier scan. */
  readonly reused: boolean;
}

/** The nth file's place, from 0, and that of the nth file packed in the one at `inside`: in order as text. */
export const placeOf = (index: number, inside?: string): string =>
  `${inside === undefined ? '' : `${inside}/`}${String(index).padStart(9, '0')}`;

/** Files read from the database at once: with their analyses, and without. */
const PAGE = 50;
const ROWS = 500;

/**
 * Starts a scan of a collection and returns its id. What an interrupted scan left behind is dropped.
 *
 * @param version of the analyses that it will report on.
 * @param roots absolute paths of the folders and files that it was given, as `rootsOf` gives them back.
 */
export const beginScan = async (
  store: Store,
  collection: string,
  version: string,
  roots: readonly string[] = [],
): Promise<number> =>
  store.db.transaction().execute(async (trx) => {
    await trx.deleteFrom('scans').where('collection', '=', collection).where('finished', '=', 0).execute();
    const { id } = await trx
      .insertInto('scans')
      .values({ collection, finished: 0, analysis_version: version, roots: JSON.stringify(roots) })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });

/** Absolute paths of what a scan was given, in its order; none for a scan by a version that did not record them. */
export const rootsOf = async (store: Store, scan: number): Promise<readonly string[]> => {
  const row = await store.db.selectFrom('scans').select('roots').where('id', '=', scan).executeTakeFirst();
  return row ? (JSON.parse(row.roots) as string[]) : [];
};

/** Records what became of files, with the stage results behind them, wholly or not at all. */
export const recordFiles = async (
  store: Store,
  scan: number,
  files: readonly ScannedFile[],
  results?: StageResults,
): Promise<void> => {
  if (files.length === 0) return;
  await store.db.transaction().execute(async (trx) => {
    if (results) await saveStageResults(trx, results);
    await trx
      .insertInto('files')
      .values(files.map((file) => rowOf(scan, file)))
      .execute();
  });
};

/** Finished scans of a collection that are kept, so that going back and forth between folders reads nothing twice. */
const SCANS_KEPT = 3;

/**
 * Marks a scan as whole and drops what is older than the collection's last few, with the contents that no scan knows
 * any more. Of files with the same content all but the first become duplicates: only now is it known which comes first.
 */
export const finishScan = async (store: Store, collection: string, scan: number): Promise<void> =>
  store.db.transaction().execute(async (trx) => {
    await markDuplicates(trx, scan);
    await trx.updateTable('scans').set({ finished: 1 }).where('id', '=', scan).execute();
    const kept = await trx
      .selectFrom('scans')
      .select('id')
      .where('collection', '=', collection)
      .where('finished', '=', 1)
      .orderBy('id', 'desc')
      .limit(SCANS_KEPT)
      .execute();
    const oldest = kept.at(-1)?.id ?? scan;
    const { numDeletedRows } = await trx
      .deleteFrom('scans')
      .where('collection', '=', collection)
      .where('id', '<', oldest)
      .executeTakeFirst();
    if (numDeletedRows > 0n) await dropUnknown(trx);
  });

const markDuplicates = async (trx: Transaction<Schema>, scan: number): Promise<void> => {
  const { code, message, advice } = reason('duplicate');
  const first = sql.raw(
    'from files as first where first.scan_id = files.scan_id and first.hash = files.hash',
  );
  await sql`
    update files set
      status = 'skipped', reused = 0,
      reason_code = ${code}, reason_advice = ${advice},
      reason_message = cast(${`${message}：`} as text) || (select first.source ${first} order by first.position limit 1),
      duplicate_of = (select first.source ${first} order by first.position limit 1),
      format = (select first.format ${first} order by first.position limit 1)
    where scan_id = ${scan} and hash <> ''
      and exists (select 1 ${first} and first.position < files.position)
  `.execute(trx);
};

/**
 * Drops the stage results of contents that no scan has found, and analyses of versions that none reports on: going back to
 * the model before asks for those of the scan before. While a scan of another collection is under way nothing is
 * dropped: it may rely on a content whose row it has not written yet.
 */
const dropUnknown = async (trx: Transaction<Schema>): Promise<void> => {
  const running = await trx.selectFrom('scans').select('id').where('finished', '=', 0).limit(1).execute();
  if (running.length > 0) return;
  for (const table of ['manuscripts', 'analyses'] as const)
    await trx
      .deleteFrom(table)
      .where('hash', 'not in', (known) => known.selectFrom('files').select('files.hash'))
      .execute();
  await trx
    .deleteFrom('analyses')
    .where('version', 'not in', (known) => known.selectFrom('scans').select('scans.analysis_version'))
    .execute();
};

/** The last finished scan of a collection, and the version of the analyses that it reports on; null before the first. */
export const lastScan = async (
  store: Store,
  collection: string,
): Promise<{ readonly scan: number; readonly version: string } | null> => {
  const row = await store.db
    .selectFrom('scans')
    .select(['id', 'analysis_version'])
    .where('collection', '=', collection)
    .where('finished', '=', 1)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row ? { scan: row.id, version: row.analysis_version } : null;
};

/** Collections with a finished scan, by name. */
export const scannedCollections = async (store: Store): Promise<readonly string[]> => {
  const rows = await store.db
    .selectFrom('scans')
    .select('collection')
    .distinct()
    .where('finished', '=', 1)
    .orderBy('collection')
    .execute();
  return rows.map(({ collection }) => collection);
};

/** The files of a scan in walk order without their analyses, a page at a time. */
export async function* filesOf(store: Store, scan: number): AsyncGenerator<ScannedFile> {
  for (let after = ''; ; ) {
    const rows = await store.db
      .selectFrom('files')
      .selectAll()
      .where('scan_id', '=', scan)
      .where('position', '>', after)
      .orderBy('position')
      .limit(ROWS)
      .execute();
    for (const row of rows) yield fileOf(row);
    const last = rows.at(-1);
    if (!last || rows.length < ROWS) return;
    after = last.position;
  }
}

/** How many files of a scan have each fate and reason. */
export const countFiles = async (
  store: Store,
  scan: number,
): Promise<readonly (Pick<FileOutcome, 'status' | 'reason'> & { readonly count: number })[]> => {
  const rows = await store.db
    .selectFrom('files')
    .select(['status', 'reason_code'])
    .select((of) => of.fn.countAll<number | string>().as('count'))
    .where('scan_id', '=', scan)
    .groupBy(['status', 'reason_code'])
    .execute();
  return rows.map(({ status, reason_code, count }) => ({
    status: status as FileOutcome['status'],
    ...(reason_code !== null && { reason: reason(reason_code as ReasonCode) }),
    count: Number(count),
  }));
};

/** A file with what its content says; null for a file that was not read. */
export interface AnalysedFile {
  readonly file: ScannedFile;
  readonly analysis: FileAnalysis | null;
}

/**
 * The files of a scan in walk order with their analyses, a page at a time, so that memory does not grow with their
 * number.
 *
 * @param version of the analyses.
 * @param units `flagged` reads the units with a label alone, which is far less than `all`.
 * @throws when the analysis of a file that was read is gone: nothing in its place would say "nothing found" of a
 *   file that nobody has looked at.
 */
export async function* analysedFiles(
  store: Store,
  scan: number,
  version: string,
  units: 'all' | 'flagged',
): AsyncGenerator<AnalysedFile> {
  const column = units === 'all' ? ('analyses.data' as const) : ('analyses.flagged' as const);
  for (let after = ''; ; ) {
    const rows = await store.db
      .selectFrom('files')
      .leftJoin('analyses', (join) =>
        join
          .onRef('analyses.hash', '=', 'files.hash')
          .on('analyses.version', '=', version)
          .on('files.status', '=', 'read'),
      )
      .selectAll('files')
      .select(`${column} as packed`)
      .where('scan_id', '=', scan)
      .where('position', '>', after)
      .orderBy('position')
      .limit(PAGE)
      .execute();
    for (const { packed, ...row } of rows) {
      const file = fileOf(row);
      if (file.status === 'read' && !packed) throw new Error(`the analysis of ${file.source} is gone`);
      yield { file, analysis: packed ? unpack<FileAnalysis>(bytesOf(packed)) : null };
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.position;
  }
}

const rowOf = (scan: number, file: ScannedFile): FileTable => ({
  scan_id: scan,
  position: file.position,
  source: file.source,
  hash: file.hash,
  bytes: file.bytes,
  format: file.format,
  status: file.status,
  reason_code: file.reason?.code ?? null,
  reason_message: file.reason?.message ?? null,
  reason_advice: file.reason?.advice ?? null,
  duplicate_of: file.duplicateOf ?? null,
  reused: file.reused ? 1 : 0,
});

const fileOf = (row: FileTable): ScannedFile => {
  const reason = reasonOf(row);
  return {
    position: row.position,
    source: row.source,
    bytes: row.bytes,
    hash: row.hash,
    format: row.format as FileFormat,
    status: row.status as FileOutcome['status'],
    reused: row.reused === 1,
    ...(reason && { reason }),
    ...(row.duplicate_of !== null && { duplicateOf: row.duplicate_of }),
  };
};
