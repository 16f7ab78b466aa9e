import { describe, expect, it } from 'vitest';
import { findCitations } from '../../../extractors/citations/index.js';
import { processorTime } from '../../processor-time.js';

describe('hostile text', () => {
  const units = [
    ...[
      '《',
      '〈《',
      '》',
      '<<',
      '<b',
      '第',
      '第一',
      '第一、',
      '第一条、',
      '第一条至',
      '号',
      '1号',
      '法',
      '刑法',
      '本',
      '前',
    ],
    ...[
      '（',
      '》（',
      '以下简称《',
      '《法》（以下简称《办',
      '〔2020〕4号、',
      '国 ',
      '有关法律、',
      ' \n',
      '前款',
      '该法第一条，',
      '第一条 \n',
      '\n（一）违反第一项',
      '本法第一条“',
      '违反《甲法》',
      '上述规定',
      '〈甲法',
      '《甲办法》（以下简称《乙》）',
    ],
  ];

  it.each(units)('of %j repeated takes time in proportion to its length', (unit) => {
    const text = unit.repeat(60_000 / unit.length);
    const spent = processorTime();
    findCitations(text);
    // Quadratic work on 60,000 units takes minutes.
    expect(spent()).toBeLessThan(5000);
  });

  it('of long ranges does not fill the memory', () => {
    const found = findCitations('第一条至第四百条。'.repeat(5000));
    expect(found.reduce((sum, { articles }) => sum + articles.length, 0)).toBeLessThan(30_000);
    expect(found.at(-1)?.articles).toEqual(['第一条', '第四百条']);
  });
});
