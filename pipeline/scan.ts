import { resolve } from 'node:path';
import { beginScan, finishScan, keptOfCollection, placeOf } from '../store/index.js';
import { Desk } from './desk.js';
import { readFound } from './intake/read.js';
import { type Found, walk } from './intake/walk.js';
import { Lanes } from './lanes.js';
import { MODEL_NAME } from './model-file.js';
import { WorkerPool } from './pool.js';
import type { ReadyRequest, ScanRequest } from './scan-request.js';
import { UnpackedFiles } from './unpacked.js';
import { versionsOf } from './versions.js';

/** A scan that ran: its id in the store, and whether it was stopped before the end. */
export interface ScanRun {
  readonly scan: number;
  readonly interrupted: boolean;
}

/**
 * walk → read and hash → the same content met already? → kept from an earlier scan? → worker: unpack, extract and
 * analyse → store; then the same for what was packed in the file.
 *
 * Every file found gets exactly one row, also those in archives and mails, in walk order whatever is finished first.
 * A file's fault is its row's reason; only a failing database or an unreadable root ends the scan. After an
 * interruption, or the end of the process at any moment, the next scan takes over what was finished.
 */
export const scan = async (request: ScanRequest): Promise<ScanRun> => {
  const { store, collection, limits, signal } = request;
  const versions = versionsOf({ ...request.reading, ...(request.model && { model: request.model }) });
  const unpacked = new UnpackedFiles(request.output);
  await unpacked.clear();
  const files = await filesToScan(request);
  request.onFound?.(files.length);
  // As given, not where links lead: sources begin with the roots' own names where several have the same path.
  const roots = request.roots.map((root) => resolve(root));
  const id = await beginScan(store, collection, versions.analysis, roots);
  const pool = new WorkerPool(limits);
  const lanes = new Lanes(limits.workers);
  const kept = await keptOfCollection(store, collection, versions);
  const desk = new Desk(await withModel(request, unpacked), id, pool, unpacked, kept);
  const reads = readAhead(files);
  try {
    for (let index = 0; !signal?.aborted; ) {
      // What an archive held comes first: its content waits on the disk.
      const member = desk.nextMember();
      const next = member ? null : await reads.next();
      if (!member && next?.done) {
        // A file that is under way may bring others.
        if ((await lanes.oneEnds()) || (await desk.followersEnd())) continue;
        break;
      }
      const work = member ? await desk.take(member) : await desk.takeRead(next!.value!, placeOf(index++));
      if (work) await lanes.start(work);
    }
    await lanes.drain();
    await desk.flush();
    const interrupted = signal?.aborted ?? false;
    if (!interrupted) await finishScan(store, collection, id);
    return { scan: id, interrupted };
  } finally {
    await lanes.settle();
    pool.close();
    await unpacked.clear();
  }
};

const withModel = async (
  { model, reading, ...request }: ScanRequest,
  files: UnpackedFiles,
): Promise<ReadyRequest> => ({
  ...request,
  reading: {
    ...reading,
    ...(model && {
      model: {
        path: await files.write(MODEL_NAME, model.bytes),
        fingerprint: model.fingerprint,
        ...(model.encoder !== undefined && { encoder: model.encoder }),
      },
    }),
  },
});

/**
 * The user's files. The tool's own results are none of them: a row for each would make the results depend on what
 * an earlier scan had written by the time it ended.
 */
const filesToScan = async ({ roots, output, ownFiles, reading }: ScanRequest): Promise<Found[]> => {
  const files: Found[] = [];
  const maxBytes = reading.limits.bytes;
  for await (const found of walk(roots, { output, maxBytes, ...(ownFiles && { ownFiles }) }))
    if (!('outcome' in found && found.outcome.reason?.code === 'own-output')) files.push(found);
  return files;
};

/** Files that are being read while one is worked on: enough to hide the disk, few enough for the memory. */
const READ_AHEAD = 3;

/** The files' contents in order, the next ones already on their way. */
async function* readAhead(files: readonly Found[]): AsyncGenerator<Awaited<ReturnType<typeof readFound>>> {
  const underWay: ReturnType<typeof readFound>[] = [];
  for (const found of files) {
    underWay.push(readFound(found));
    if (underWay.length > READ_AHEAD) yield await underWay.shift()!;
  }
  for (const read of underWay) yield await read;
}
