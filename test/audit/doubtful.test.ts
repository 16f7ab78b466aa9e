import { describe, expect, it } from 'vitest';
import { compareLedgers } from '../../audit/index.js';
import type { Manuscript } from '../../model/index.js';
import { analyse } from '../../pipeline/analyse.js';
import { readFiledLedgers } from '../../pipeline/index.js';
import { manuscriptWith, NATIONAL, ROW } from '../pipeline/filed-ledger/tables.js';
import { auditedDocuments } from './undecided.js';

const LIST = (title: string, number: string): string =>
  `${title}\n${number}\n第一条 为了加强管理，制定本办法。\n第二条 多次不按规定投放生活垃圾的，列入“黑名单”，并向社会公布。\n第三条 本办法自发布之日起施行。\n清水市市容管理局\n2018年3月1日`;
const documents = [
  ['清水市生活垃圾投放办法', '清容发〔2018〕12号'],
  ['清水市环境卫生责任区管理办法', '清容发〔2018〕15号'],
].flatMap(([title, number]) =>
  auditedDocuments(`${title}.txt`, analyse(manuscriptWith(LIST(title!, number!).split('\n')))),
);
const NAMES = [
  '《清水市生活垃圾投放办法》（清容发〔2018〕12号）',
  '《清水市环境卫生责任区管理办法》（清容发〔2018〕15号）',
];

/** A ledger with these rows, recognised from a picture; words in 【】 are not sure. */
const scanned = (...rows: (readonly string[])[]): Manuscript => {
  const marked = manuscriptWith(['失信约束措施台账', '填报单位：清水市市容管理局', [NATIONAL, ...rows]]);
  const plain = manuscriptWith([
    '失信约束措施台账',
    '填报单位：清水市市容管理局',
    [NATIONAL, ...rows.map((row) => row.map((cell) => cell.replace(/[【】]/gu, '')))],
  ]);
  const recognised = plain.blocks.map(({ span }, at) => {
    const { start, end } = marked.blocks[at]!.span;
    const isDoubtful = marked.text.slice(start, end).includes('【');
    const box = { x: 0, y: 0, width: 0, height: 0 };
    return { span, page: 1, box, confidence: 0.95, doubtful: isDoubtful ? [span] : [] };
  });
  return { ...plain, recognised };
};

const rowOf = (number: string, document: string, change: Readonly<Record<number, string>> = {}): string[] =>
  ROW.map((cell, at) => change[at] ?? (at === 0 ? number : at === 1 ? document : cell));
const itemsOf = (manuscript: Manuscript): string[] =>
  compareLedgers({
    ledgers: readFiledLedgers(manuscript).map((ledger) => ({ source: '台账.pdf', ledger })),
    documents,
    unread: 0,
    units: [],
  }).items.map(({ kind, column, certain }) => `${kind} ${column ?? ''}${certain ? '' : '？'}`);

const [first, second] = NAMES as [string, string];
const right = [rowOf('1', first), rowOf('2', second)];

describe('what a scan may have misread', () => {
  it('is said for sure where the words are sure', () => {
    expect(itemsOf(scanned(...right))).toEqual([]);
    expect(itemsOf(scanned(right[0]!, rowOf('2', second, { 3: '否' })))).toEqual(['cell blacklist']);
    expect(itemsOf(scanned(right[0]!))).toEqual(['omitted ']);
    expect(itemsOf(scanned(...right, rowOf('3', '《清水市公园开放时间表》')))).toEqual([
      'not-handed-in document',
    ]);
  });

  it.each<readonly [string, readonly (readonly string[])[], readonly string[]]>([
    ['a doubtful answer', [right[0]!, rowOf('2', second, { 3: '【否】' })], ['cell blacklist？']],
    ['a cell in which nothing was seen', [right[0]!, rowOf('2', second, { 3: '' })], ['cell blacklist？']],
    ['a word that is no answer', [right[0]!, rowOf('2', second, { 3: '吾' })], ['cell blacklist？']],
    [
      'a name that is not sure',
      [right[0]!, rowOf('2', '《清水市【坏镜工主】责任区【官】办法》')],
      ['not-handed-in document？', 'omitted ？'],
    ],
    ['a row in which no name was seen', [right[0]!, rowOf('2', '')], ['unclear document？', 'omitted ？']],
    [
      'a number that is missing between others',
      [right[0]!, rowOf('3', '《清水市公园开放时间表》')],
      ['not-handed-in document', 'omitted ？'],
    ],
  ])('is asked about: %s', (_what, rows, items) => {
    expect(itemsOf(scanned(...rows))).toEqual(items);
  });

  it('what stands on a next page that could not be joined may be what seems to be missing', () => {
    const parts = manuscriptWith([
      [NATIONAL, right[0]!],
      [
        ['局长', '清水市'],
        ['', '6月底'],
      ],
    ]);
    const blocks = parts.blocks.map((block) => ({ ...block, page: block.cell!.table + 1 }));
    expect(itemsOf({ ...parts, blocks })).toEqual(['omitted ？']);
    expect(itemsOf(parts)).toEqual(['omitted ']);
  });
});
