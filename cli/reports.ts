import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { cueMeaning } from '../classifiers/index.js';
import type { UnitProfile } from '../model/index.js';
import { VERSIONS } from '../pipeline/index.js';
import {
  type LedgerForm,
  type LedgerInput,
  ledgerDocuments,
  ledgerFile,
  resultLines,
  ScanTally,
  summaryText,
  writeLedger,
} from '../reports/index.js';
import { type AnalysedFile, analysedFiles, type Store } from '../store/index.js';
import { writeOutput } from './outputs.js';
import { version } from './version.js';

/** Raise when the same results may be rendered differently by the same version of the program. */
const RENDERING_VERSION = '1';

/** A finished scan and what to write of it. */
export interface ReportRequest {
  readonly store: Store;
  readonly collection: string;
  readonly scan: number;
  /** The output folder. */
  readonly folder: string;
  /** Where the database lies, for the user to know; absent for a server. */
  readonly database?: string;
  readonly form: LedgerForm;
  readonly profile: UnitProfile;
  readonly allProvisions: boolean;
  /** Where another copy of the JSON lines goes. */
  readonly jsonl?: string;
}

/** Brings 台账.xlsx and results.jsonl up to date and returns the summary for the user. */
export const writeReports = async (request: ReportRequest): Promise<string> => {
  const { store, collection, folder, form, profile, allProvisions } = request;
  const { tally, print } = await countResults(request);
  const place = { store, collection, folder };
  const ledger = await writeOutput({
    ...place,
    name: '台账.xlsx',
    fingerprint: fingerprintOf('ledger', print, form, profile),
    editable: true,
    render: (path) => writeLedger(path, ledgerInput(request)),
  });
  const results = await writeOutput({
    ...place,
    name: 'results.jsonl',
    fingerprint: fingerprintOf('results', print, allProvisions, profile),
    editable: false,
    render: (path) => writeResults(path, request),
  });
  if (request.jsonl !== undefined && request.jsonl !== results.path)
    await copyWhole(results.path, request.jsonl);
  const said = summaryText(tally.summary(), {
    ledger: ledger.path,
    results: request.jsonl ?? results.path,
    ...(request.database !== undefined && { database: request.database }),
  });
  return ledger.keptAs === undefined ? said : `${said}${keptWords(ledger.keptAs)}`;
};

const keptWords = (path: string): string =>
  `注意：原台账在上次生成后被修改过，已原样保留为 ${path}；新台账不含这些修改，请核对后合并。\n`;

interface Counted {
  readonly tally: ScanTally;
  /** Stands for all results of the scan. */
  readonly print: string;
}

/** One pass over the results: the counts for the summary, and what tells this scan's results from another's. */
const countResults = async (request: ReportRequest): Promise<Counted> => {
  const tally = new ScanTally();
  const hash = createHash('sha256');
  for await (const { file, analysis } of analysed(request, 'flagged')) {
    tally.add(file, analysis, file.reused);
    const { source, hash: content, bytes, format, status, reason } = file;
    hash.update(`${JSON.stringify([source, content, bytes, format, status, reason ?? null])}\n`);
  }
  return { tally, print: hash.digest('hex') };
};

/** A short name for everything that an output is made from. */
const fingerprintOf = (...parts: unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify([version(), RENDERING_VERSION, VERSIONS, ...parts]))
    .digest('hex');

const analysed = ({ store, scan }: ReportRequest, units: 'all' | 'flagged'): AsyncGenerator<AnalysedFile> =>
  analysedFiles(store, scan, VERSIONS.analysis, units);

const ledgerInput = (request: ReportRequest): LedgerInput => ({
  form: request.form,
  profile: request.profile,
  documents: async function* () {
    for await (const { file, analysis } of analysed(request, 'flagged'))
      yield* ledgerDocuments(file, analysis, cueMeaning);
  },
  files: async function* () {
    for await (const { file, analysis } of analysed(request, 'flagged')) yield ledgerFile(file, analysis);
  },
});

/** One JSON line a document, a file after the other. */
const writeResults = async (path: string, request: ReportRequest): Promise<void> => {
  const { profile, allProvisions } = request;
  const output = createWriteStream(path);
  const closed = finished(output);
  let firstNumber = 1;
  for await (const { file, analysis } of analysed(request, allProvisions ? 'all' : 'flagged')) {
    for (const line of resultLines(file, analysis, { profile, allProvisions, firstNumber }))
      if (!output.write(`${JSON.stringify(line)}\n`)) await Promise.race([once(output, 'drain'), closed]);
    firstNumber += analysis?.documents.filter((document) => document.row !== null).length ?? 0;
  }
  output.end();
  await closed;
};

/** A copy that appears under its name whole or not at all. */
const copyWhole = async (from: string, to: string): Promise<void> => {
  const partial = join(`${to}.partial`);
  await copyFile(from, partial);
  await rename(partial, to);
};
