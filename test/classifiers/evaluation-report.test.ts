import { describe, expect, it } from 'vitest';
import { examplesOf, type Said } from '../../classifiers/index.js';
import { type LabelledProvision, labelsFromCode } from '../../corpus/index.js';
import { LABELS } from '../../model/index.js';
import type { Data } from '../../scripts/evaluation/data.js';
import { evaluationDocument } from '../../scripts/evaluation/document.js';
import { readOpinions, worstErrors } from '../../scripts/evaluation/errors.js';
import type { Results } from '../../scripts/evaluation/judged.js';
import { markdownTable, percent, points } from '../../scripts/evaluation/markdown.js';
import { TASKS, taskName } from '../../scripts/evaluation/tasks.js';

const provision = (id: string, labels: string, drawn?: string): LabelledProvision => ({
  id,
  group: id.split(' ')[0]!,
  text: `${id}的样品。`,
  labels: labelsFromCode(labels),
  hard: false,
  source: drawn ? 'reference' : 'written',
  ...(drawn && { drawn }),
});

const said = (labels: string, score: number): Said => ({
  labels: labelsFromCode(labels),
  scores: Object.fromEntries(
    LABELS.map((label) => [label, labels.includes(label) ? score : 0.1]),
  ) as Said['scores'],
});

/** Two articles of the development set, three of the sample, one written text; all tasks say the same. */
const results = (): Results => {
  const examples = examplesOf([
    provision('甲条例 2019-01-01 第一条', 'D', 'development'),
    provision('甲条例 2019-01-01 第二条', 'P', 'development'),
    provision('乙条例 2020-01-01 第三条', '', 'sample'),
    provision('乙条例 2020-01-01 第四条', 'B', 'sample'),
    provision('丙条例 2020-01-01 第五条', 'R', 'chosen'),
    provision('w-1', 'Q'),
  ]);
  const data: Data = {
    examples,
    sets: ['development', 'development', 'sample', 'sample', null, 'written'],
    gold: examples.map(({ provision }) => provision.labels),
    unjoined: 2,
    relabelled: 0,
  };
  const answers = [said('D', 0.9), said('', 0), said('B', 0.95), said('B', 0.8), null, said('', 0)];
  return {
    data,
    answers: new Map(TASKS.map((task) => [taskName(task), { alone: answers, inDocument: answers }])),
  };
};

describe('the evaluation report', () => {
  const document = evaluationDocument(
    results(),
    new Map([['乙条例 2020-01-01 第三条\tB', 'cue too wide: 名单']]),
  );

  it('has all its parts, and says what each can be trusted for', () => {
    expect(document.match(/^## .*$/gmu)).toEqual([
      '## The sets, and how far each can be trusted',
      '## Goals',
      '## Four variants, with and without references',
      '## Calibration',
      '## What each group of features is worth',
      '## Would more data help?',
      '## The 2 worst errors',
    ]);
    expect(document).toContain('| sample | 2 | 1 | 0 | 1 | 0 | 0 | 0 |');
    expect(document).toContain('2 labelled articles have no words');
    expect(document).not.toContain('undefined');
    expect(document).not.toContain('NaN');
  });

  it('names errors by title, date and article, with the opinion on them or that there is none yet', () => {
    expect(document).toContain(
      '| 乙条例 2020-01-01 第三条 | sample | B | wrong | 0.950 | cue too wide: 名单 |',
    );
    expect(document).toContain(
      '| 甲条例 2019-01-01 第二条 | development | P | missed | 0.100 | not read yet |',
    );
    expect(document).toContain('Reasons among these: cue too wide 1, not read yet 1.');
    expect(document).not.toContain('的样品。');
  });

  it('is the same for the same results', () => {
    expect(evaluationDocument(results(), new Map())).toBe(evaluationDocument(results(), new Map()));
  });

  it('counts what a decision missed or gave wrongly, and never a written text', () => {
    expect(worstErrors(results()).map(({ id, label, kind }) => [id.at(-2), label, kind])).toEqual([
      ['三', 'B', 'wrong'],
      ['二', 'P', 'missed'],
    ]);
  });

  it('writes tables, shares and differences of shares', () => {
    expect(markdownTable(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --: |\n| 1 | 2 |');
    expect([percent(0.1234), percent(null)]).toEqual(['12.3', '–']);
    expect([points(0.5, 0.4), points(0.4, 0.5), points(0.5, 0.50001), points(null, 0.5)]).toEqual([
      '+10.0',
      '−10.0',
      '+0.0',
      '–',
    ]);
  });
});

describe('the opinions on errors', () => {
  it('are three cells a line, no article and label twice, each with its kind of reason', () => {
    const file = new URL('../../docs/evaluation-opinions.tsv', import.meta.url);
    const opinions = [...readOpinions(file)];
    expect(opinions.length).toBeGreaterThan(0);
    for (const [key, opinion] of opinions) {
      expect(key).toMatch(/^\S+ (?:\d{4}-\d{2}-\d{2})? \S+\t[DBPQR]$/u);
      expect(opinion).toMatch(/^[a-z ]{4,30}: \S/u);
    }
  });
});
