import { beforeAll, describe, expect, it } from 'vitest';
import { splitsOf } from '../../classifiers/evaluation/unseen.js';
import {
  type Example,
  examplesOf,
  judgeAlone,
  judgeByCharacters,
  judgeByKeywords,
  judgeInDocument,
  judgeUnseen,
  mergeWithKnown,
  type Unseen,
} from '../../classifiers/index.js';
import { type LabelledProvision, labelsFromCode } from '../../corpus/index.js';

const provision = (
  id: string,
  group: string,
  text: string,
  labels = '',
  more: Partial<LabelledProvision> = {},
) => ({
  id,
  group,
  text,
  labels: labelsFromCode(labels),
  hard: false,
  source: 'written' as const,
  ...more,
});

/** Sixteen documents of four texts; what carries a label says it in a word that nothing else has. */
const small = (): LabelledProvision[] =>
  Array.from({ length: 16 }, (_, document) => [
    provision(`${document}-1`, `文${document}`, `第一条 清水市第${document}号样品由样品科登记。`),
    provision(`${document}-2`, `文${document}`, `第二条 样品${document}号失实的，记入暗账并告知各科。`, 'D'),
    provision(`${document}-3`, `文${document}`, `第三条 样品${document}号屡次失实的，送入冷宫三年。`, 'P'),
    provision(`${document}-4`, `文${document}`, `第四条 本办法自第${document}日起施行。`),
  ]).flat();

const all: Unseen = { folds: 4, seed: 1, judged: () => true };

describe('splits', () => {
  const examples = examplesOf(small());
  const groupOf = (row: number): string => examples[row]!.provision.group;

  it('judge every text once, by what was learned without its document', () => {
    const splits = splitsOf(examples, all);
    expect(splits.flatMap(({ judge }) => judge).sort((a, b) => a - b)).toEqual([...examples.keys()]);
    for (const { learn, judge } of splits) {
      const learned = new Set([...learn].map(groupOf));
      expect(judge.some((row) => learned.has(groupOf(row)))).toBe(false);
    }
  });

  it('judge documents of which nothing is learned in one piece, by what was learned from all others', () => {
    const own = ({ provision }: Example): boolean => provision.group < '文4';
    const splits = splitsOf(examples, { ...all, judged: (example) => !own(example), learned: own });
    expect(splits).toHaveLength(1);
    expect(splits[0]!.learn).toHaveLength(examples.filter(own).length);
  });
});

describe('a judgement by models that have not seen the text', () => {
  let examples: readonly Example[];
  beforeAll(() => {
    examples = examplesOf(small());
  });

  it('finds what other documents teach, and is the same every time', () => {
    const judges = { alone: judgeAlone, inDocument: judgeInDocument };
    const heard: number[] = [];
    const { alone, inDocument } = judgeUnseen(examples, all, judges, (_, done, count) =>
      heard.push(done, count),
    );
    expect(heard).toEqual([1, 4, 2, 4, 3, 4, 4, 4]);
    expect([alone.size, inDocument.size]).toEqual([examples.length, examples.length]);
    const found = examples.filter((example) =>
      example.provision.labels.every((l) => alone.get(example)!.labels.includes(l)),
    );
    expect(found.length).toBeGreaterThan(examples.length * 0.9);
    expect(judgeUnseen(examples, all, judges).alone).toEqual(alone);
  });

  it('looks at nothing but characters in the character baseline, and gives the label from 0.5 on', () => {
    const found = judgeByCharacters(examples, all);
    expect(found.size).toBe(examples.length);
    for (const { labels, scores } of found.values())
      expect(labels).toEqual((['D', 'B', 'P', 'Q', 'R'] as const).filter((label) => scores[label] >= 0.5));
    const right = examples.filter((each) => found.get(each)!.labels.join() === each.provision.labels.join());
    expect(right.length).toBeGreaterThan(examples.length * 0.9);
  });
});

describe('the keyword baseline', () => {
  it('gives a label where one of its words stands, and counts how many do', () => {
    const said = judgeByKeywords('第一条 列入黑名单，\n记入信 用记录、信用档案。');
    expect(said.labels).toEqual(['D', 'B']);
    expect(said.scores.D).toBeGreaterThan(said.scores.P);
    expect(judgeByKeywords('第二条 样品应当登记。')).toEqual({
      labels: [],
      scores: { D: 0, B: 0, P: 0, Q: 0, R: 0 },
    });
  });
});

describe('given texts among known ones', () => {
  const known = [
    provision('w1', '文1', '第一条 样品应当登记。'),
    provision('w2', '文1', '第二条 失信的样品记入信用档案。', 'D'),
    provision('r1', '样品条例 云川省', '第三条 失信的，不得申请补贴。', 'P', {
      source: 'reference',
      path: ['样品条例'],
      drawn: 'sample',
      level: 'local-regulation',
    }),
    provision('r2', '样品条例 云川省', '第四条 列入黑名单。', 'B', {
      source: 'reference',
      path: ['样品条例'],
    }),
    provision('r3', '标本条例 云川省', '第五条 列入黑名单的，公布。', 'B', {
      source: 'reference',
      path: ['标本条例'],
    }),
  ];
  const decision = { source: 'decision' as const };

  it('take the place of those with the same words, with their own labels', () => {
    const given = [provision('a', '我的文件', '第八条 失信的不得申请“补贴”。', 'Q', decision)];
    const same = [provision('a', '我的文件', '第八条　失信的，不得申请“补贴”。', 'Q', decision)];
    expect(mergeWithKnown(given, known).provisions).toHaveLength(6);
    const merged = mergeWithKnown(same, known);
    expect(merged.provisions.map(({ id }) => id)).toEqual(['w1', 'w2', 'a', 'r2', 'r3']);
    expect(merged.given).toEqual([merged.provisions[2]]);
    expect(merged.given[0]).toMatchObject({
      labels: ['Q'],
      source: 'reference',
      drawn: 'sample',
      level: 'local-regulation',
    });
  });

  it('draw their whole document into the known one, and the other way round', () => {
    const { provisions } = mergeWithKnown(
      [
        provision('a', '我的文件', '第三条 失信的，不得申请补贴。', 'P', decision),
        provision('b', '我的文件', '第九条 本办法自公布之日起施行。', '', decision),
      ],
      known,
    );
    const groupOf = (id: string) => provisions.find((each) => each.id === id)!.group;
    expect(new Set(['a', 'b', 'r2'].map(groupOf)).size).toBe(1);
    expect(groupOf('r3')).not.toBe(groupOf('a'));
    expect(groupOf('w1')).not.toBe(groupOf('a'));
  });

  it.each(['样品条例', '地方性法规/云川/样品条例(2019-06-05).md', '样品条例_20190605.docx', '《样品条例》'])(
    'belong to the statute that their document is named after: %s',
    (document) => {
      const { provisions } = mergeWithKnown([provision('a', document, '第十条 别的。', '', decision)], known);
      expect(provisions.find(({ id }) => id === 'a')!.group).toBe(
        provisions.find(({ id }) => id === 'r1')!.group,
      );
    },
  );

  it('hold together documents that share a text with one known document', () => {
    const { provisions, given } = mergeWithKnown(
      [
        provision('a', '甲', '第一条 样品应当登记。', '', decision),
        provision('b', '乙', '第二条 失信的样品记入信用档案。', 'D', decision),
        provision('c', '乙', '第一条 样品应当登记。', '', decision),
      ],
      known,
    );
    expect(new Set(given.map(({ group }) => group)).size).toBe(1);
    expect(provisions.map(({ id }) => id)).toEqual(['a', 'b', 'r1', 'r2', 'r3', 'c']);
  });

  it('change nothing where nothing is known', () => {
    const given = [provision('a', '甲', '第一条 样品。', '', decision)];
    expect(mergeWithKnown(given, [])).toEqual({ provisions: given, given });
  });
});
