/**
 * Writes docs/evaluation-classifier.md whole: variants, calibration, ablation, learning curve, worst errors. Needs the library
 * of statute texts (QINGGUI_CORPUS) and the folder with the development set (QINGGUI_SHARED, ../shared by default).
 *
 * Run: npm run evaluation (some ten minutes on two cores)
 */
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readData } from './evaluation/data.js';
import { evaluationDocument } from './evaluation/document.js';
import { readOpinions } from './evaluation/errors.js';
import { runAll } from './evaluation/pool.js';

const OUTPUT = resolve('docs/evaluation-classifier.md');
const OPINIONS = pathToFileURL(resolve('docs/evaluation-opinions.tsv'));

const places = {
  corpus: resolve(process.env.QINGGUI_CORPUS || 'corpus.db'),
  shared: resolve(process.env.QINGGUI_SHARED || '../shared'),
};
const missing = [places.corpus, `${places.shared}/labelled/provisions.dev.jsonl`].filter(
  (path) => !existsSync(path),
);
if (missing.length > 0) {
  console.error(
    `${missing.join(' and ')} not found: set QINGGUI_CORPUS to a library made by qinggui corpus import, QINGGUI_SHARED to the folder of labelled texts`,
  );
  process.exit(2);
}
const opinions = readOpinions(OPINIONS);
const data = await readData(places);
writeFileSync(OUTPUT, evaluationDocument({ data, answers: await runAll(places) }, opinions));
console.error(`written: ${OUTPUT}`);
