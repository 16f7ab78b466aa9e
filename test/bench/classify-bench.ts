/**
 * Classifies the articles of a folder of statute texts, one by one and alone, and prints the table of
 * docs/evaluation.md: provisions a second of processor time, what the weights take to load, and how much memory they
 * and the words take.
 *
 * Run: npm run bench:classify -- FOLDER
 */
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { classify, classifyByCues, shippedModel } from '../../classifiers/index.js';

/** The least disturbed of so many rounds counts. */
const ROUNDS = 5;
const HEAD = /^---\n[\s\S]*?\n---\n/u;
/** So many provisions say enough. */
const MOST = 30_000;

const folder = process.argv[2];
if (!folder) {
  console.error('usage: npm run bench:classify -- FOLDER');
  process.exit(2);
}

const provisions = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:md|txt)$/u.test(name))
  .sort()
  .flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .replace(HEAD, '')
      .split(/\n(?=第[一二三四五六七八九十百千零]{1,8}条)/u)
      .filter((text) => /^第/u.test(text)),
  )
  .slice(0, MOST);
const characters = provisions.reduce((sum, text) => sum + text.length, 0);

/** Processor seconds of this process, so that what else the machine does is not counted; garbage collection is. */
const seconds = (work: () => void): number => {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
};
const quickest = (work: () => void): number =>
  Math.min(...Array.from({ length: ROUNDS }, () => seconds(work)));
const megabytes = (): number => process.memoryUsage().rss / 1e6;

/** One pass of one alternation of words: the least that any reading of the texts costs. */
const KEYWORDS = /信用|失信|诚信|黑名单|惩戒|名单|修复|资格|终身/u;

const before = megabytes();
const begun = performance.now();
shippedModel();
const loaded = performance.now() - begun;
const whole = quickest(() => {
  for (const text of provisions) classify({ text });
});
const memory = megabytes() - before;
const cues = quickest(() => {
  for (const text of provisions) classifyByCues({ text });
});
const keywords = quickest(() => {
  for (const text of provisions) KEYWORDS.test(text);
});

const rate = (time: number): string => Math.round(provisions.length / time).toLocaleString('en-US');
console.log(
  `${provisions.length} articles, ${Math.round(characters / provisions.length)} characters on average; ` +
    `Node ${process.version}, ${cpus()[0]?.model.trim()}; best of ${ROUNDS} rounds, processor time of one core`,
);
console.log('| | provisions a second |\n| --- | --: |');
console.log(`| one list of keywords | ${rate(keywords)} |`);
console.log(`| the cues alone | ${rate(cues)} |`);
console.log(`| cues and model, words where they matter | ${rate(whole)} |`);
console.log(
  `\nWeights loaded in ${loaded.toFixed(0)} ms; memory of weights, words and texts read: ${memory.toFixed(0)} MB.`,
);
