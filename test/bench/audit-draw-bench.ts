/**
 * Fills a database with generated regulations, takes every flagged provision for confirmed, and draws samples from the rest with
 * the program itself, each in a process of its own: how long it takes and how much memory it holds at most.
 *
 * Run: npm run bench:audit-draw [-- DOCUMENTS ARTICLES]; 2,000 documents of 100 articles by default.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../store/index.js';
import { costOf } from './child.js';
import { fillStore } from './review/fill.js';

const [documents = 2_000, articles = 100] = process.argv.slice(2).map(Number);
const SIZE = '1500';
const qinggui = fileURLToPath(new URL('../../cli/main.js', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'qinggui-draw-bench-'));
try {
  const path = join(folder, 'qinggui.db');
  const first = await openStore(path);
  const provisions = await fillStore(first, documents, articles, 'bench+1');
  await first.close();
  const audit = (...args: string[]) => costOf(qinggui, ['audit', ...args, '--output', folder]);
  // The first draw makes the list of documents, which the others find made.
  const row = (what: string, { seconds, peak }: { readonly seconds: number; readonly peak: number }): void =>
    console.log(`| ${what} | ${seconds.toFixed(1)} s | ${peak.toFixed(0)} MB |`);
  console.log(
    `${documents} documents, ${provisions} provisions, database ${(statSync(path).size / 1e6).toFixed(0)} MB; ` +
      `Node ${process.version}, ${cpus()[0]?.model.trim()}\n\n| | time | most memory |\n| --- | --: | --: |`,
  );
  row(
    'draw, the list of documents made first',
    await audit('sample', 'draw', '--size', SIZE, '--known', '0'),
  );
  const store = await openStore(path);
  await store.db
    .updateTable('review_documents')
    .set({ state: 'confirmed' })
    .where('has_row', '=', 1)
    .execute();
  await store.close();
  row('draw', await audit('sample', 'draw', '--size', SIZE, '--again', '比较用时'));
  row('status', await audit('sample', 'status'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
