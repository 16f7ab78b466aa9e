import { describe, expect, it } from 'vitest';
import { lookupPolicy, lookupStatute, titleKey } from '../../corpus/index.js';

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
