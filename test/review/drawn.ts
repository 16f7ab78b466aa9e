import {
  type AskedQuestion,
  type AuditPlan,
  countsOf,
  drawSample,
  FrameReader,
  hashOfWords,
  judgedWords,
} from '../../audit/index.js';
import { documentName, hasLedgerLabel } from '../../model/index.js';
import { passageKeys } from '../../pipeline/index.js';
import { addSample, analysedFiles, lastScan, packText } from '../../store/index.js';
import type { TestCollection } from './collection.js';

/** A sample as `qinggui audit sample draw` would keep it, of a collection in which all that is flagged counts as confirmed. */
export const drawFrom = async (
  { store, context: { collection } }: TestCollection,
  { size, known, looks = 1, reason = '' }: { size: number; known: number; looks?: number; reason?: string },
): Promise<{ readonly number: number; readonly questions: readonly AskedQuestion[] }> => {
  const { scan, version } = (await lastScan(store, collection))!;
  const reader = new FrameReader();
  const words = { open: [] as Words[], positive: [] as Words[] };
  let text = '';
  for await (const { file, analysis } of analysedFiles(store, scan, version, 'all'))
    for (const [part, document] of (analysis?.documents ?? []).entries()) {
      const keys = passageKeys(document.units.map(({ unit }) => unit.text));
      for (const [at, { unit, classification }] of document.units.entries()) {
        const kind = hasLedgerLabel(classification.labels) ? 'positive' : 'open';
        const judged = judgedWords(unit);
        words[kind].push({ document: documentName(document, file.source), place: unit.label, text: judged });
        const place = { source: file.source, file: file.hash, part, passage: keys[at]! };
        text += reader.take({ kind, ...place, text: hashOfWords(judged), score: 0.1 });
      }
    }
  const frame = reader.end();
  const design = { seed: '第18期', cuts: [], sizes: [size], known };
  const questions = drawSample(frame, design).questions.map((question) => ({
    ...question,
    ...words[question.stratum === null ? 'positive' : 'open'][question.item]!,
  }));
  const plan: AuditPlan = {
    recall: 0.5,
    confidence: 0.95,
    design: { ...design, looks },
    frame: countsOf(frame),
    strata: [frame.open.length],
  };
  const number = await addSample(store, collection, {
    at: '2026-02-01T00:00:00.000Z',
    who: '抽取人',
    reason,
    frameHash: frame.hash,
    frame: await packText(one(text)),
    plan,
    questions,
  });
  return { number, questions };
};

type Words = Pick<AskedQuestion, 'document' | 'place' | 'text'>;

async function* one(text: string): AsyncGenerator<string> {
  yield text;
}
