import { expect, test } from 'vitest';
import { analyse } from '../../pipeline/analyse.js';
import { manuscriptOf } from '../manuscripts.js';

test('a provision with a label carries its kinds, another none', () => {
  const { documents } = analyse(
    manuscriptOf(
      [
        '清水市供水用水管理办法',
        '第一条　供水单位应当保证水质。',
        '第二条　对失信的供水企业，由水行政主管部门取消其参加投标的资格，并实施联合惩戒。',
      ].join('\n'),
    ),
  );
  const [plain, labelled] = documents[0]!.units;
  expect(plain).not.toHaveProperty('kinds');
  expect(labelled!.kinds).toMatchObject({
    punishment: [{ kind: '限制准入' }, { kind: '联合惩戒（概括）' }],
    subject: { kind: '单位' },
    actors: [{ kind: '行政机关' }],
  });
});
