import { describe, expect, it } from 'vitest';
import {
  articleName,
  articleNumber,
  belowArticle,
  rangeOf,
  readArticleSet,
  writeArticleSet,
} from '../../corpus/articles.js';
import { readMoves } from '../../corpus/resolve/moves.js';
import { matchArticles } from '../../scripts/catalogue/renumber.js';
import { movesForm } from '../../scripts/catalogue/renumbering-table.js';

describe('articleNumber', () => {
  it.each<[string, readonly [number, number] | null, string]>([
    ['第三十条', [30, 0], ''],
    ['第三十条第二款第（三）项', [30, 0], '第二款第（三）项'],
    ['第一百三十三条之一', [133, 1], ''],
    ['第一百三十三条之一第二款', [133, 1], '第二款'],
    ['第 78 条', [78, 0], ''],
    ['前款第二项', null, ''],
    ['附件2', null, ''],
    ['二、（三）', null, ''],
  ])('reads %s', (cited, number, below) => {
    expect(articleNumber(cited)).toEqual(number);
    expect(belowArticle(cited)).toBe(below);
    if (number) expect(articleNumber(articleName(number))).toEqual(number);
  });
});

describe('readArticleSet', () => {
  it.each<[form: string, code: readonly [number, number], has: 'yes' | 'no' | 'unknown', why: string]>([
    ['82', [82, 0], 'yes', 'the last one'],
    ['82', [83, 0], 'no', 'beyond the last one'],
    ['82', [10, 1], 'no', 'none was inserted'],
    ['452+133.1', [133, 1], 'yes', 'inserted'],
    ['452+133.1', [133, 2], 'no', 'not inserted'],
    ['75?13', [13, 0], 'unknown', 'missing in the text that was read'],
    ['~68', [68, 0], 'yes', 'by the count'],
    ['~68', [69, 0], 'no', 'beyond the count'],
    ['~68', [10, 1], 'unknown', 'a count says nothing of inserted ones'],
  ])('%s has %j: %s, %s', (form, number, has) => {
    expect(readArticleSet(form)!.has(number)).toBe(has);
  });

  it('knows nothing of an empty form', () => {
    for (const form of ['', '0', 'x', '~0']) expect(readArticleSet(form)).toBeNull();
    expect(rangeOf(null)).toBe('');
  });

  it('reads what was written', () => {
    const numbers = [
      [1, 0],
      [2, 0],
      [2, 1],
      [4, 0],
    ] as const;
    expect(writeArticleSet(numbers)).toBe('4+2.1?3');
    expect(readArticleSet('4+2.1?3')).toMatchObject({ count: 5, last: 4, exact: true });
    expect(rangeOf(readArticleSet('4+2.1?3'))).toBe('第一条至第四条');
    expect(writeArticleSet([])).toBe('');
  });
});

describe('matchArticles', () => {
  const texts = [
    '河堤由市和区两级分段养护，经费列入预算。',
    '夜间垂钓的时段由街道办事处划定并公告。',
    '任何人不得在堤上取土、种树、搭建棚屋。',
    '拒不拆除棚屋的，记入信用记录。',
  ];
  const numbered = (list: readonly string[]) => list.map((text, at) => ({ code: String(at + 1), text }));

  it.each<[readonly string[], string, string]>([
    [texts, '1-4>1', 'nothing changed'],
    [['灯河的源头在青岭。', ...texts], '1-4>2', 'one was put before'],
    [[texts[0]!, texts[2]!, texts[3]!], '1>1 3-4>2', 'one was dropped'],
    [[texts[0]!, texts[1]!, texts[2]!, '全部重写的一条，与原来无关。'], '1-3>1', 'one was written anew'],
    [[texts[3]!, texts[0]!, texts[1]!, texts[2]!], '1-3>2 4>1', 'one was moved, its wording kept'],
    [[texts[0]!, texts[0]!, texts[2]!], '3>3', 'two that are alike: neither is sure'],
    [[], '', 'nothing is left'],
  ])('finds %j as %s: %s', (after, form) => {
    const moves = matchArticles(numbered(texts), numbered(after));
    expect(movesForm(moves)).toBe(form);
    expect([...readMoves(form)]).toEqual(moves.map((move) => [...move]));
  });
});
