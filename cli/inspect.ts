import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { cueMeaning } from '../classifiers/index.js';
import { DEFAULT_FILE_LIMITS, type FileOutcome, UsageError } from '../model/index.js';
import { nameByFile, readSingle, type SingleFile, withModelFile } from '../pipeline/index.js';
import { inspectText } from '../reports/index.js';
import { type CorpusOptions, libraryRef } from './corpus/location.js';
import type { DatabaseOptions } from './learn/database.js';
import type { EncoderOptions } from './learn/encoder-option.js';
import { modelOf } from './learn/model-in-use.js';

/** As commander parses them. */
export interface InspectOptions extends CorpusOptions, EncoderOptions, Pick<DatabaseOptions, 'database'> {
  readonly json?: boolean;
}

/** `qinggui inspect`: what each stage made of one file. Returns the exit status, 1 for a file that was not read. */
export const runInspect = async (path: string, options: InspectOptions): Promise<number> => {
  const bytes = await bytesOf(path);
  const outcomeStart = {
    source: basename(path),
    bytes: bytes.byteLength,
    hash: createHash('sha256').update(bytes).digest('hex'),
  };
  const library = await libraryRef(options);
  const reading = { limits: DEFAULT_FILE_LIMITS, ocr: true, ...(library && { library }) };
  const single = await withModelFile(await modelOf(options), (model) =>
    readSingle(bytes, basename(path), { ...reading, ...(model && { model }) }),
  );
  const read = named(single, basename(path));
  const isArchive = read.reason?.code === 'unpacked';
  const outcome: FileOutcome = {
    ...outcomeStart,
    format: read.format,
    ...(read.analysis
      ? { status: 'read' }
      : { status: isArchive ? 'skipped' : 'failed', ...(read.reason && { reason: read.reason }) }),
  };
  process.stdout.write(
    options.json
      ? `${JSON.stringify(inspectionOf(outcome, read), null, 2)}\n`
      : inspectText(outcome, read.manuscript, read.analysis, {
          meaningOf: cueMeaning,
          members: read.members,
        }),
  );
  return read.analysis || isArchive ? 0 : 1;
};

const named = (read: SingleFile, source: string): SingleFile => ({
  ...read,
  analysis: read.analysis && nameByFile(read.analysis, source),
});

/** The machine's form, as `inspection` in inspect-contract.ts describes it. */
const inspectionOf = (outcome: FileOutcome, { manuscript, analysis, members }: SingleFile): object => ({
  ...outcome,
  reason: outcome.reason ?? null,
  manuscript: manuscript && {
    text: manuscript.text,
    ...(manuscript.pages !== undefined && { pages: manuscript.pages }),
    notes: manuscript.notes,
    metadata: manuscript.metadata,
    blocks: manuscript.blocks,
    ...(manuscript.recognised && { recognised: manuscript.recognised, repairs: manuscript.repairs ?? [] }),
  },
  documents: analysis?.documents ?? [],
  ledgers: analysis?.ledgers ?? [],
  members,
});

const bytesOf = async (path: string): Promise<Uint8Array> => {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(`读不到文件 ${path}`, '请检查路径是否写对、是否有权限；inspect 一次只看一个文件', {
      cause: error,
    });
  }
};
