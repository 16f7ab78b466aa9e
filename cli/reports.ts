import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { cueMeaning } from '../classifiers/index.js';
import { nameByFile, Suppressions } from '../pipeline/index.js';
import {
  type LedgerInput,
  ledgerDocuments,
  ledgerFile,
  resultLines,
  type ScanSummary,
  ScanTally,
  summaryText,
  writeLedger,
} from '../reports/index.js';
import { type AnalysedFile, analysedFiles, saveSummary } from '../store/index.js';
import { copyTo } from './copy.js';
import { DATABASE } from './folder.js';
import { writeOutput } from './outputs.js';
import { unusedWords } from './suppressions.js';
import { type Fingerprints, LEDGER, RESULTS, type ReportRequest } from './unchanged.js';

/** Brings 台账.xlsx and results.jsonl up to date and returns the summary for the user. */
export const writeReports = async (request: ReportRequest, prints: Fingerprints): Promise<string> => {
  const { store, collection, folder } = request;
  const place = { store, collection, folder };
  const ledger = await writeOutput({
    ...place,
    name: LEDGER,
    fingerprint: prints.ledger,
    editable: true,
    render: (path) => writeLedger(path, ledgerInput(request)),
  });
  const results = await writeOutput({
    ...place,
    name: RESULTS,
    fingerprint: prints.results,
    editable: false,
    render: (path) => writeResults(path, request),
  });
  if (request.jsonl) await copyTo(results.path, request.jsonl);
  const suppressions = new Suppressions(request.suppressed);
  const [now, unchanged] = await summaries(request, suppressions);
  const unused = unusedWords(suppressions);
  const outputs = {
    ledger: ledger.path,
    statutes: request.statutes,
    results: request.jsonl?.kind === 'file' ? request.jsonl.path : results.path,
    ...(request.database !== undefined && { database: request.database }),
    review: reviewCommand(request),
  };
  await saveSummary(store, collection, prints.summary, summaryText(unchanged, outputs) + unused);
  const said = summaryText(now, outputs) + unused;
  return ledger.keptAs === undefined ? said : `${said}${keptWords(ledger.keptAs)}`;
};

/** How a person goes on. The address of a server may hold a password and is not repeated. */
const reviewCommand = ({ folder, database }: ReportRequest): string => {
  const elsewhere =
    database === undefined
      ? ' --database 同一数据库'
      : database === join(folder, DATABASE)
        ? ''
        : ` --database ${quoted(database)}`;
  return `npx qinggui review --output ${quoted(folder)}${elsewhere}`;
};

const quoted = (path: string): string => (/[^\p{L}\p{N}./:_~\\-]/u.test(path) ? `"${path}"` : path);

const keptWords = (path: string): string =>
  `注意：原台账在上次生成后被修改过，已原样保留为 ${path}；新台账不含这些修改，请核对后合并。\n`;

/** The counts of this scan, and those of a next one that finds nothing changed. */
const summaries = async (
  request: ReportRequest,
  suppressions: Suppressions,
): Promise<[now: ScanSummary, unchanged: ScanSummary]> => {
  const now = new ScanTally();
  const unchanged = new ScanTally();
  for await (const { file, analysis } of analysed(request, 'flagged', suppressions)) {
    now.add(file, analysis, file.reused);
    unchanged.add(file, analysis, true);
  }
  return [now.summary(), unchanged.summary()];
};

/** Every file of the scan with its analysis; a document without a title bears its file's name; what is set aside is marked. */
async function* analysed(
  { store, scan, versions, suppressed }: ReportRequest,
  units: 'all' | 'flagged',
  suppressions = new Suppressions(suppressed),
): AsyncGenerator<AnalysedFile> {
  for await (const { file, analysis } of analysedFiles(store, scan, versions.analysis, units))
    yield { file, analysis: analysis && suppressions.apply(nameByFile(analysis, file.source), file.source) };
}

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
