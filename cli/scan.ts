import { realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type UnitProfile, UsageError } from '../model/index.js';
import { DEFAULT_LIMITS, type SuppressionEntry, scan, versionsOf } from '../pipeline/index.js';
import { LOCK_NAME, lockFolder, openStore, type Store, workingRefusal } from '../store/index.js';
import { collectionOf } from './collection.js';
import { type CopyTarget, copyTarget } from './copy.js';
import { type CorpusOptions, libraryRef } from './corpus/location.js';
import { DATABASE, makeFolder } from './folder.js';
import { listenForInterruption } from './interruption.js';
import type { EncoderOptions } from './learn/encoder-option.js';
import { modelInUse } from './learn/model-in-use.js';
import { type LimitOptions, readingOf } from './limits.js';
import { dropPartials } from './outputs.js';
import { readProfile } from './profile.js';
import { startProgress } from './progress.js';
import { readSuppressions } from './suppressions.js';
import { fingerprintsOf, LEDGER, RESULTS, type ReportRequest, unchangedSummary } from './unchanged.js';

/** As commander parses them. */
export interface ScanOptions extends LimitOptions, CorpusOptions, EncoderOptions {
  readonly unit?: string;
  readonly profile?: string;
  readonly output: string;
  readonly form: 'national' | 'district';
  readonly jsonl?: string;
  readonly allProvisions?: boolean;
  readonly suppressions?: string;
  readonly database?: string;
  readonly workers?: number;
}

/**
 * `qinggui scan`: from folders to their draft ledger. Returns the exit status.
 *
 * @param say hears the summary; by default standard output, or where the lines themselves go there, standard error.
 */
export const runScan = async (
  paths: readonly string[],
  options: ScanOptions,
  say?: (words: string) => void,
): Promise<number> => {
  const profile = await readProfile(options.profile, options.unit);
  const suppressed = await readSuppressions(options.suppressions);
  await mustExist(paths);
  await makeFolder(resolve(options.output));
  const output = await realpath(options.output);
  const database = options.database || join(output, DATABASE);
  const jsonl =
    options.jsonl === undefined
      ? undefined
      : await copyTarget(options.jsonl, [
          ...[LEDGER, RESULTS, DATABASE, LOCK_NAME].map((name) => join(output, name)),
          resolve(database),
        ]);
  const unlock = await lockFolder(output);
  try {
    await dropPartials(output);
    const store = await openStore(database);
    try {
      return await scanInto(store, { paths, options, profile, suppressed, output, database, jsonl }, say);
    } catch (error) {
      throw workingRefusal(error, database) ?? error;
    } finally {
      await store.close();
    }
  } finally {
    await unlock();
  }
};

/** What a scan needs once its place is known. */
interface Job {
  readonly paths: readonly string[];
  readonly options: ScanOptions;
  readonly profile: UnitProfile;
  readonly suppressed: readonly SuppressionEntry[];
  /** Absolute. */
  readonly output: string;
  readonly database: string;
  readonly jsonl: CopyTarget | undefined;
}

const scanInto = async (store: Store, job: Job, say?: (words: string) => void): Promise<number> => {
  const { paths, options, profile, suppressed, output, database, jsonl } = job;
  const collection = collectionOf(store, options, output);
  const library = await libraryRef(options);
  const model = await modelInUse(store, options);
  const reading = { ...readingOf(options), ...(library && { library }) };
  const trained = model ? { model } : {};
  const interruption = listenForInterruption();
  try {
    const progress = await startProgress(process.stderr);
    const run = await scan({
      roots: paths,
      output,
      ...(jsonl?.kind === 'file' && { ownFiles: [jsonl.path] }),
      store,
      collection,
      limits: {
        workers: options.workers ?? DEFAULT_LIMITS.workers,
        timeout: options.timeout * 1000,
        memory: options.memory,
      },
      reading,
      ...trained,
      signal: interruption.signal,
      onFound: progress.found,
      onFile: progress.update,
    }).finally(progress.stop);
    if (run.interrupted) return interruption.say();
    const said = await report({
      store,
      collection,
      scan: run.scan,
      versions: versionsOf({ ...reading, ...trained }),
      folder: output,
      form: options.form,
      profile,
      allProvisions: options.allProvisions ?? false,
      statutes: library?.size ?? 0,
      suppressed,
      ...(store.dialect === 'sqlite' && { database }),
      ...(jsonl && { jsonl }),
    });
    if (say) say(said);
    // Where the lines themselves go to standard output, nothing else may stand there.
    else (jsonl?.kind === 'output' ? process.stderr : process.stdout).write(said);
    return 0;
  } finally {
    interruption.stop();
  }
};

/** Brings the outputs up to date, where anything has changed, and returns the summary. */
const report = async (request: ReportRequest): Promise<string> => {
  const prints = await fingerprintsOf(request);
  const unchanged = await unchangedSummary(request, prints);
  if (unchanged !== null) return unchanged;
  const { writeReports } = await import('./reports.js');
  return writeReports(request, prints);
};

const mustExist = async (paths: readonly string[]): Promise<void> => {
  for (const path of paths) {
    try {
      await stat(path);
    } catch (error) {
      throw new UsageError(`找不到或无法打开：${path}`, '请检查路径是否写对、是否有权限', { cause: error });
    }
  }
};
