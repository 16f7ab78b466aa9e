import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UsageError } from '../model/index.js';
import { DEFAULT_LIMITS, scan } from '../pipeline/index.js';
import { openStore, type Store } from '../store/index.js';
import { listenForInterruption } from './interruption.js';
import { dropPartials } from './outputs.js';
import { readProfile } from './profile.js';
import { startProgress } from './progress.js';
import { fingerprintsOf, type ReportRequest, unchangedSummary } from './unchanged.js';

/** As commander parses them. */
export interface ScanOptions {
  readonly unit?: string;
  readonly profile?: string;
  readonly output: string;
  readonly form: 'national' | 'district';
  readonly jsonl?: string;
  readonly allProvisions?: boolean;
  readonly database?: string;
  readonly workers?: number;
  /** Seconds. */
  readonly timeout: number;
  /** Megabytes. */
  readonly maxSize: number;
}

const MEGABYTE = 1024 * 1024;

/** `qinggui scan`: from folders to their draft ledger. Returns the exit status. */
export const runScan = async (paths: readonly string[], options: ScanOptions): Promise<number> => {
  const profile = await readProfile(options.profile, options.unit);
  await mustExist(paths);
  const output = resolve(options.output);
  await makeFolder(output);
  const database = options.database || join(output, 'qinggui.db');
  await dropPartials(output);
  const store = await openStore(database);
  const interruption = listenForInterruption();
  try {
    const request = {
      roots: paths,
      output,
      store,
      collection: collectionOf(store, options, output),
      limits: {
        workers: options.workers ?? DEFAULT_LIMITS.workers,
        timeout: options.timeout * 1000,
        memory: DEFAULT_LIMITS.memory,
      },
      maxBytes: options.maxSize * MEGABYTE,
      signal: interruption.signal,
    };
    const progress = await startProgress(process.stderr);
    const run = await scan({ ...request, onStart: progress.start, onFile: progress.update }).finally(
      progress.stop,
    );
    if (run.interrupted) return interruption.say();
    const reports: ReportRequest = {
      store,
      collection: request.collection,
      scan: run.scan,
      folder: output,
      form: options.form,
      profile,
      allProvisions: options.allProvisions ?? false,
      ...(store.dialect === 'sqlite' && { database }),
      ...(options.jsonl !== undefined && { jsonl: resolve(options.jsonl) }),
    };
    process.stdout.write(await report(reports));
    return 0;
  } finally {
    interruption.stop();
    await store.close();
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

/**
 * What the store calls this output folder. The database that lies in the folder moves with it, so there the
 * path must not matter; a database elsewhere tells several folders apart.
 */
const collectionOf = (store: Store, options: ScanOptions, output: string): string =>
  store.dialect === 'sqlite' && !options.database ? '.' : output;

const mustExist = async (paths: readonly string[]): Promise<void> => {
  for (const path of paths) {
    try {
      await stat(path);
    } catch (error) {
      throw new UsageError(`找不到或无法打开：${path}`, '请检查路径是否写对、是否有权限', { cause: error });
    }
  }
};

const makeFolder = async (path: string): Promise<void> => {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw new UsageError(`无法建立结果目录 ${path}`, '请检查权限和磁盘空间，或用 --output 换一个目录', {
      cause: error,
    });
  }
};
