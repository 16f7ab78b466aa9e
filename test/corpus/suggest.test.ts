import { describe, expect, it } from 'vitest';
import { findTerritory, type MeasureId, suggestBases } from '../../corpus/index.js';
import { EMPTY_LIBRARY, type StatuteLibrary } from '../../model/index.js';

const suggest = (text: string, measures: string, place: string, library = EMPTY_LIBRARY) =>
  suggestBases(
    {
      title: text,
      text: '',
      measures: measures.split(' ') as MeasureId[],
      territory: place ? findTerritory(place) : null,
      date: null,
    },
    library,
    6,
  );
const names = (found: ReturnType<typeof suggest>) =>
  found.map(({ statute, article }) => statute.title + article);

describe('suggestBases', () => {
  it.each<[text: string, measures: string, place: string, first: string, why: string]>([
    [
      '清水市食品生产经营者信用档案管理办法',
      'record publicity',
      '',
      '中华人民共和国食品安全法第一百条',
      'field and kinds fit',
    ],
    [
      '政府采购供应商不良行为记录',
      'list procurement',
      '',
      '中华人民共和国政府采购法第七十七条',
      'two kinds are more than one',
    ],
    ['安全生产失信企业', 'joint', '', '中华人民共和国安全生产法第七十八条', 'joint punishment in its field'],
    ['农民工工资支付管理', 'list', '', '保障农民工工资支付条例第四十八条', 'a list in its field'],
    ['文明养犬', 'record', '浙江省杭州市', '杭州市文明行为促进条例第三十三条', 'a local statute here'],
  ])('offers for “%s” (%s, %s) first %s: %s', (text, measures, place, first) => {
    const found = suggest(text, measures, place);
    expect(names(found)[0]).toBe(first);
    expect(found[0]!.wording).toBeNull();
    expect(found[0]!.reasons.length).toBeGreaterThan(2);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('offers no local statute of another place, and none where no place is known', () => {
    for (const place of ['河北省石家庄市', '']) {
      for (const { statute } of suggest('文明行为促进、生活垃圾分类、物业管理', 'record list joint', place)) {
        expect(statute.territory).toBeNull();
      }
    }
  });

  it('offers only articles that provide for one of the kinds', () => {
    for (const { kinds } of suggest('食品安全', 'record exit', '')) expect(kinds).toContain('record');
    expect(suggest('食品安全', 'schooling', '')).toEqual([]);
  });

  it('offers nothing where no field fits and no place is known to have a statute on credit', () => {
    expect(suggest('灯笼扎制', 'schooling', '')).toEqual([]);
  });

  it('brings the wording along where the library has it', () => {
    const library: StatuteLibrary = {
      ...EMPTY_LIBRARY,
      versions: (key) =>
        key === '食品安全法'
          ? [
              {
                id: 1,
                title: '中华人民共和国食品安全法',
                level: 'law',
                territory: null,
                number: '',
                date: '2021-04-29',
                effectiveOn: '',
                status: '现行有效',
                articles: 154,
                source: 'a.md',
              },
            ]
          : [],
      articleNumbers: () => ['第一条'],
      article: (_id, number) => ({ number, text: `虚构的${number}`, path: [] }),
    };
    const found = suggest('食品安全', 'record', '', library).filter(({ statute }) =>
      statute.title.endsWith('食品安全法'),
    );
    expect(found[0]!.wording).toBe(`虚构的${found[0]!.article}`);
  });
});
