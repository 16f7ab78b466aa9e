/**
 * Times the way through the house and prints the tables of docs/performance.md, which says what each row means.
 *
 * Run: npm run bench [-- ROUNDS]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Cost, costOf } from './child.js';
import { addDocument, contentsOf, type Folder, folderToScan, generated, plainTexts } from './folders.js';
import { STAGES, StageTimes } from './stages.js';

/** Each run of a program is repeated so often, and the least disturbed one counts. */
const ROUNDS = Math.max(1, Number(process.argv[2]) || 3);
/** Files of the smaller folder of the memory rows; the larger one has four times as many. */
const FEW = 300;

const scratch = mkdtempSync(join(tmpdir(), 'qinggui-bench-'));
const qinggui = fileURLToPath(new URL('../../cli/main.js', import.meta.url));
const extractOnly = fileURLToPath(new URL('./extract-only.js', import.meta.url));
/** One worker, so that the work of two is not held against that of one. */
const scan = (folder: string, output: string): Promise<Cost> =>
  costOf(qinggui, ['scan', folder, '--output', join(scratch, output), '--workers', '1']);

const say = (line: string): boolean => process.stderr.write(`${line} …\n`);
const row = (...cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
const perSecond = (amount: number, milliseconds: number): string =>
  ((amount * 1000) / milliseconds).toFixed(1);

const sum = (times: StageTimes): number => STAGES.reduce((total, stage) => total + times.stages[stage], 0);

const printStages = (folder: StageTimes, texts: StageTimes, what: readonly [string, string]): void => {
  row('stages', ...what);
  row('---', '--:', '--:');
  const both = (name: string, value: (times: StageTimes) => string): void =>
    row(name, value(folder), value(texts));
  both('files', ({ files }) => String(files));
  both('documents found', ({ documents }) => String(documents));
  both('MB of text', ({ bytes }) => (bytes / 1e6).toFixed(2));
  for (const stage of STAGES)
    both(`share of ${stage}`, (times) =>
      times.stages[stage] > 0 ? percent(times.stages[stage], sum(times)) : '—',
    );
  both('files/s, extract to draft', (t) => perSecond(t.files, t.stages.extract + t.analysis));
  both('MB/s, extract to draft', (t) => perSecond(t.bytes / 1e6, t.stages.extract + t.analysis));
  both('MB/s, segment to draft', (t) => perSecond(t.bytes / 1e6, t.analysis));
};

const least = (costs: readonly Cost[]): Cost => ({
  seconds: Math.min(...costs.map(({ seconds }) => seconds)),
  peak: Math.min(...costs.map(({ peak }) => peak)),
});

const printScans = async ({ path, what }: Folder): Promise<void> => {
  const extractions: Cost[] = [];
  const firsts: Cost[] = [];
  const seconds: Cost[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    say(`round ${round + 1} of ${ROUNDS}: extraction alone, first scan, second scan`);
    extractions.push(await costOf(extractOnly, [path]));
    firsts.push(await scan(path, `output-${round}`));
    seconds.push(await scan(path, `output-${round}`));
  }
  addDocument(path);
  const added = await scan(path, 'output-0');
  const [extraction, first, second] = [least(extractions), least(firsts), least(seconds)];
  row(`scans of ${what}`, '');
  row('---', '--:');
  row('whole scan : extraction alone', (first.seconds / extraction.seconds).toFixed(2));
  row('second scan : first', percent(second.seconds, first.seconds));
  row('scan after one added file : first', percent(added.seconds, first.seconds));
  row('peak memory of the first scan', `${first.peak.toFixed(0)} MB`);
};

const printMemory = async (): Promise<void> => {
  say(`scans of ${FEW} and ${4 * FEW} generated files`);
  const few = await scan(generated(scratch, 'few', FEW), 'output-few');
  const many = await scan(generated(scratch, 'many', 4 * FEW), 'output-many');
  row(`peak memory, ${FEW} files`, `${few.peak.toFixed(0)} MB`);
  row(`peak memory, ${4 * FEW} files : ${FEW} files`, (many.peak / few.peak).toFixed(2));
};

try {
  const folder = folderToScan(scratch);
  const plain = plainTexts();
  const [ofFiles, ofTexts] = [new StageTimes(), new StageTimes()];
  say(`stages over ${folder.what}`);
  for (const bytes of contentsOf(folder.path)) await ofFiles.file(bytes);
  say(`stages over ${plain.what}`);
  for (const text of plain.texts()) ofTexts.text(text);
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}\n`);
  printStages(ofFiles, ofTexts, [folder.what, plain.what]);
  console.log();
  await printScans(folder);
  await printMemory();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
