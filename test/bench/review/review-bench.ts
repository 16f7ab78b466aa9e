/**
 * Fills a database with generated regulations, opens the review page's server on it, and asks it for lists and documents as a
 * browser does. Prints the table of docs/performance.md: how long the list, a search and a document take at the 50th and
 * 95th percentile, beside plain SQL that reads the same rows in the same run.
 *
 * Run: npm run bench:review [-- DOCUMENTS ARTICLES]; 5,000 documents of 100 articles by default.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { cueMeaning } from '../../../classifiers/index.js';
import { DEFAULT_FILE_LIMITS } from '../../../model/index.js';
import { PageImages, Reanalysis } from '../../../pipeline/index.js';
import { type DeskContext, ReviewDesk, startServer, syncDocuments } from '../../../review/index.js';
import { documentsOf, findAnalysis, keptManuscript, openStore, unpack } from '../../../store/index.js';
import { fillStore } from './fill.js';

const [documents = 5_000, articles = 100] = process.argv.slice(2).map(Number);
/** Requests of each kind; the first ones warm up and do not count. */
const REQUESTS = 300;
const WARM_UP = 20;
const VERSION = 'bench+1';

const folder = mkdtempSync(join(tmpdir(), 'qinggui-review-bench-'));
const path = join(folder, 'qinggui.db');
const store = await openStore(path);
try {
  const provisions = await fillStore(store, documents, articles, VERSION);
  const context: DeskContext = {
    store,
    collection: '.',
    reading: { limits: DEFAULT_FILE_LIMITS, ocr: false },
    reanalysis: new Reanalysis(),
    images: new PageImages(),
    profile: { unit: '', completion: '', responsibleUnit: '', responsiblePerson: '', phone: '' },
    form: 'national',
    meaningOf: cueMeaning,
    suppressed: [],
    version: 'bench',
    clock: () => new Date().toISOString(),
  };
  const synced = await seconds(() => syncDocuments(context));
  const server = await startServer({
    desk: new ReviewDesk(context),
    store,
    port: 0,
    local: { name: '测试', role: 'administrator' },
    about: { unit: '', form: 'national', version: 'bench' },
  });
  const ask = await signedIn(server.url);
  const ids = (await documentsOf(store, '.')).map(({ id }) => id);
  console.log(
    `${documents} documents, ${provisions} provisions, database ${(statSync(path).size / 1e6).toFixed(0)} MB; ` +
      `list made in ${synced.toFixed(0)} s; Node ${process.version}, ${cpus()[0]?.model.trim()}`,
  );
  console.log('| | p50 | p95 | plain SQL p50 | plain SQL p95 |\n| --- | --: | --: | --: | --: |');
  for (const [name, address, plain] of questions(ids)) {
    const [of, beside] = [await times((at) => ask(address(at))), plain ? await times(plain) : null];
    console.log(`| ${name} | ${of.map(ms).join(' | ')} | ${(beside?.map(ms) ?? ['—', '—']).join(' | ')} |`);
  }
  await server.close();
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

type Question = readonly [
  name: string,
  address: (at: number) => string,
  /** The same rows by SQL alone. */
  plain: ((at: number) => Promise<unknown>) | null,
];

/** What a clerk asks for: the same question in as many forms as there are requests. */
function questions(ids: readonly number[]): readonly Question[] {
  const idAt = (at: number): number => ids[(at * 7_919) % ids.length]!;
  const page = (at: number): number => 1 + ((at * 13) % Math.ceil(ids.length / 50));
  const words = [
    '信用档案',
    '网络订餐',
    '严重失信主体名单',
    '第37类活动',
    '清水市',
    '联合惩戒',
    '种',
    '应急预案并组织演练',
  ];
  return [
    ['list, any page', (at) => `/api/documents?page=${page(at)}`, (at) => plainList(page(at))],
    [
      'list by state and label',
      (at) => `/api/documents?state=pending&label=${'DBPR'[at % 4]}&sort=doubt`,
      null,
    ],
    ['search', (at) => `/api/documents?q=${encodeURIComponent(words[at % words.length]!)}`, null],
    ['overview', () => '/api/overview', null],
    ['document', (at) => `/api/documents/${idAt(at)}`, (at) => plainDocument(idAt(at))],
    ['document in a search', (at) => `/api/documents/${idAt(at)}?q=${encodeURIComponent('清水市')}`, null],
  ];
}

async function plainList(page: number): Promise<unknown> {
  const { rows } = await query(
    `select * from review_documents where collection = '.' and present = 1 order by position limit 50 offset ${(page - 1) * 50}`,
  );
  return rows;
}

async function plainDocument(id: number): Promise<unknown> {
  const { rows } = await query(`select hash from review_documents where id = ${id}`);
  const { hash } = rows[0] as { hash: string };
  const [kept, packed] = await Promise.all([keptManuscript(store, hash), findAnalysis(store, hash, VERSION)]);
  return [unpack(kept!.data), unpack(packed!)];
}

async function query(sql: string) {
  const { CompiledQuery } = await import('kysely');
  return store.db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(sql));
}

/** The 50th and the 95th percentile in milliseconds. */
async function times(work: (at: number) => Promise<unknown>): Promise<readonly [number, number]> {
  const taken: number[] = [];
  for (let at = 0; at < WARM_UP + REQUESTS; at++) {
    const time = await seconds(() => work(at));
    if (at >= WARM_UP) taken.push(time * 1_000);
  }
  taken.sort((a, b) => a - b);
  return [taken[Math.floor(REQUESTS * 0.5)]!, taken[Math.floor(REQUESTS * 0.95)]!];
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}

function ms(time: number): string {
  return `${time.toFixed(1)} ms`;
}

/** Enters as the browser does, and asks with its cookie. */
async function signedIn(url: string): Promise<(address: string) => Promise<unknown>> {
  const entered = await fetch(url, { redirect: 'manual' });
  const cookie = entered.headers.getSetCookie()[0]!.split(';')[0]!;
  const { origin } = new URL(url);
  return async (address) => {
    const answer = await fetch(`${origin}${address}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
}
