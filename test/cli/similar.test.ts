import { rm } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { type SimilarLine, similarLine } from '../../cli/contracts.js';
import { runSimilar, type SimilarOptions } from '../../cli/similar.js';
import type { LabelledProvision } from '../../corpus/index.js';
import * as tiny from '../classifiers/encoder-model.js';

const provision = (
  id: string,
  words: string,
  labels: LabelledProvision['labels'],
  path?: string[],
): LabelledProvision => ({
  id,
  group: id,
  text: words,
  labels,
  hard: false,
  source: 'written',
  ...(path && { path }),
});

const CORPUS = {
  written: [
    provision('a', '将失信行为记入信用档案。', ['D'], ['清水市信用办法', '第二章']),
    provision('b', '养犬人应当为犬只牵绳。', []),
  ],
  references: [provision('c', '失信的，限制参加招标投标。', ['P'], ['云川省招标条例'])],
};

const ask = async (lines: readonly object[], options: Partial<SimilarOptions> = {}) => {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const said = [text(output), text(errors)];
  const input = Readable.from([Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'))]);
  const status = await runSimilar({ input, output, errors }, { most: 5, ...options }, CORPUS);
  output.end();
  errors.end();
  const [out, err] = await Promise.all(said);
  const answers = out!
    .split('\n')
    .filter(Boolean)
    .map((line): SimilarLine => similarLine.parse(JSON.parse(line)));
  return { status, answers, err };
};
const ids = ({ similar }: SimilarLine): string[] => similar.map(({ id }) => id);

describe('qinggui similar', () => {
  it('names the labelled provisions most like each passage, the likest first, with their labels', async () => {
    const { status, answers, err } = await ask([
      { id: 1, text: '失信行为应当记入信用档案' },
      { id: 'x', text: '失信的，限制参加招标投标。' },
    ]);
    expect([status, err]).toEqual([0, '']);
    expect(answers[0]!.similar[0]).toMatchObject({
      id: 'a',
      path: ['清水市信用办法', '第二章'],
      labels: ['D'],
      text: '将失信行为记入信用档案。',
    });
    expect(answers[1]).toMatchObject({ id: 'x', similar: [{ id: 'c', similarity: 1 }, { id: 'a' }] });
  });

  it('names no more than asked for, and none for what has nothing in common with any', async () => {
    const { answers } = await ask(
      [
        { id: 1, text: '失信的，记入信用档案，限制参加投标' },
        { id: 2, text: 'abc' },
      ],
      { most: 1 },
    );
    expect(answers.map(ids)).toEqual([[expect.any(String)], []]);
  });

  it('names a line that is not valid, and answers the others', async () => {
    const { status, answers, err } = await ask([{ id: 1 }, { id: 2, text: '养犬' }]);
    expect(status).toBe(1);
    expect(answers.map(({ id }) => id)).toEqual([2]);
    expect(err).toContain('第 1 行：缺少 text');
  });

  it('refuses a folder that is none', async () => {
    await expect(ask([], { model: '/没有' })).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('找不到模型文件夹'),
    });
  });

  it.skipIf(!tiny.installed)('goes by an encoder’s vectors where one is given', async () => {
    const model = await tiny.writeFiles({ ...tiny.SETTINGS, 'onnx/model.onnx': tiny.tokenModel() });
    const asked = { id: 1, text: '为犬牵绳' };
    const { answers, err } = await ask([asked, { id: 2, text: '将失信行为记入信用档案。' }], { model });
    expect(err).toContain('正在用编码模型读 3 条');
    expect(answers[0]!.similar[0]!.id).toBe('b');
    expect(answers[1]!.similar[0]).toMatchObject({ id: 'a', similarity: 1 });
    const byPairs = await ask([asked]);
    expect(answers[0]!.similar.map(({ similarity }) => similarity)).not.toEqual(
      byPairs.answers[0]!.similar.map(({ similarity }) => similarity),
    );
    await rm(model, { recursive: true });
  });
});
