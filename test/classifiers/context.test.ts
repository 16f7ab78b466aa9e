import { describe, expect, test } from 'vitest';
import { classifyByCues } from '../../classifiers/index.js';

describe('the words that introduce a list', () => {
  test('give their label to an item, quoted from the item itself', () => {
    const text = '（二）伪造检测报告的；';
    const { labels, evidence } = classifyByCues({ text, lead: '有下列情形之一的，列入严重违法失信名单：' });
    expect(labels).toEqual(['B']);
    expect(evidence).toEqual([
      { start: 0, end: 10, text: '（二）伪造检测报告的', label: 'B', cue: 'B.item-under-lead' },
    ]);
  });

  test('say nothing where they only introduce', () => {
    expect(classifyByCues({ text: '（一）本市户籍；', lead: '申请人应当符合下列条件：' }).labels).toEqual([]);
  });

  test('do not hide what the item says itself', () => {
    const { labels } = classifyByCues({
      text: '（三）记入诚信档案；',
      lead: '对违规单位采取下列失信惩戒措施：',
    });
    expect(labels).toEqual(['D', 'P']);
  });
});

describe('titles and headings', () => {
  test.each([
    ['云川省居民信用积分管理办法', '按照得分划为三个等次。', 'P'],
    ['云川省居民信用积分管理办法', '村委会负责采集居民的日常信息。', 'D'],
    ['第五章　信用修复', '当事人应当向原决定机关提出申请。', 'R'],
    ['清水市失信名单管理办法', '列入决定应当送达当事人。', 'B'],
  ] as const)('under %s, weak words count: %s', (heading, text, label) => {
    expect(classifyByCues({ text, path: [heading] }).labels).toContain(label);
    expect(classifyByCues({ text, path: ['清水市绿化办法'] }).labels).not.toContain(label);
  });

  test('of score sheets make a row of conduct a definition of credit information', () => {
    const row = (heading: string) =>
      classifyByCues({ text: '带头清理村内积雪三次以上的\n+5', path: ['清水镇居民信用积分表', heading] })
        .labels;
    expect(row('守信信息')).toEqual(['D']);
    expect(row('失信信息')).toEqual(['D', 'P']);
    expect(row('联系方式')).toEqual([]);
  });

  test('of score sheets do not flag the words at the head of a column', () => {
    expect(classifyByCues({ text: '评价标准', path: ['失信信息'] }).labels).toEqual([]);
  });

  test('alone flag nothing', () => {
    expect(classifyByCues({ text: '本办法自公布之日起施行。', path: ['清水市信用修复办法'] }).labels).toEqual(
      [],
    );
  });
});
