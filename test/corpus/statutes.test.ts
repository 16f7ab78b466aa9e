import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lookupPolicy, lookupStatute, titleKey } from '../../corpus/index.js';
import { buildCatalogue } from '../../scripts/build-catalogue.js';
import { shared } from '../shared.js';

describe('titleKey', () => {
  it.each([
    ['中华人民共和国安全生产法', '安全生产法'],
    ['某某办法（试行）', '某某办法'],
    ['某某办法(2019修正)', '某某办法'],
    ['某某办法（2019年3月2日修订）', '某某办法'],
    ['某省实施〈中华人民共和国水法〉办法', '某省实施水法办法'],
    ['某法院 某检察院关于某事的解释（二）', '某法院某检察院关于某事的解释(二)'],
    ['某法（草案）', '某法(草案)'],
    ['《》', ''],
  ])('reads %s as %s', (title, key) => {
    expect(titleKey(title)).toBe(key);
  });
});

describe('lookupStatute', () => {
  it('gives every version, the newest first', () => {
    const versions = lookupStatute('统计法');
    expect(versions.map(({ date }) => date)).toEqual([...versions.map(({ date }) => date)].sort().reverse());
    expect(versions.length).toBeGreaterThan(1);
    expect(versions[0]).toMatchObject({ level: 'law', territory: null });
  });

  it('knows the civil code as one law of 1260 articles', () => {
    expect(lookupStatute('民法典').map(({ articles }) => articles)).toEqual([1260]);
  });

  it('marks laws that ended', () => {
    expect(lookupStatute('合同法')[0]?.status).toContain('废止');
  });

  it('has nothing for a title that it does not know, and for none', () => {
    expect(lookupStatute('清水市某某条例')).toEqual([]);
    expect(lookupStatute('')).toEqual([]);
    expect(lookupPolicy('', '')).toBeNull();
  });

  it('finds policy documents by number and by title', () => {
    expect(lookupPolicy('', '国发〔2016〕33号')?.date).toBe('2016-05-30');
    expect(lookupPolicy('关于加强个人诚信体系建设的指导意见')?.number).toBe('国办发〔2016〕98号');
    expect(lookupPolicy('公共企事业单位信息公开规定制定办法')?.number).toBe('国办发〔2020〕50号');
    expect(lookupPolicy('国家突发环境事件应急预案')?.issuer).toBe('国务院办公厅');
  });
});

describe('buildCatalogue', () => {
  const head = 'level,region,title,published,status,articles,file';

  it('keeps facts, names the province, sums the books of the civil code, and leaves out what is no statute', () => {
    const csv = [
      head,
      '地方性法规/河南,,"清水市""双""河条例, 一",2019-01-01,,12,a.md',
      '民法典,,中华人民共和国民法典,,现行有效,1000,b.md',
      '民法典,,中华人民共和国民法典,,废止或失效,260,c.md',
      '其他,,某某攻略,,,0,d.md',
      '地方性法规/河南,,清水市灯河条例,2020-01-01,,3,f.md',
      '地方性法规/河南,,_index,,,0,e.md',
    ].join('\r\n');
    expect(buildCatalogue(csv).split('\n')).toEqual([
      'title\tlevel\tregion\tdate\tstatus\tarticles',
      '中华人民共和国民法典\tlaw\t\t\t现行有效\t1260',
      '清水市"双"河条例, 一\tlocal-regulation\t河南省\t2019-01-01\t\t12',
      // Three articles are no count of a 条例: not known.
      '清水市灯河条例\tlocal-regulation\t河南省\t2020-01-01\t\t0',
      '',
    ]);
  });

  it('refuses an index without the columns', () => {
    expect(() => buildCatalogue('a,b\n1,2')).toThrow(/no column "level"/);
  });

  const index = shared('laws-index.csv');
  it.skipIf(!index)('makes the catalogue that is checked in', () => {
    const made = buildCatalogue(readFileSync(index!, 'utf8'));
    expect(made).toBe(readFileSync(new URL('../../corpus/catalogue/statutes.tsv', import.meta.url), 'utf8'));
  });
});
