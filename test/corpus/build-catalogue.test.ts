import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../scripts/build-catalogue.js';

const HEAD = 'level,region,title,published,status,articles,file';
const build = (rows: readonly string[], texts: Readonly<Record<string, string>> = {}) => {
  const tables = buildCatalogue([HEAD, ...rows].join('\r\n'), (file) => texts[file] ?? null);
  const lines = (name: string): string[] => tables[name]!.split('\n').slice(1, -1);
  return { statutes: lines('statutes.tsv'), repeals: lines('repeals.tsv'), lines };
};

const OLD = `# 清水市灯河条例

2010年3月1日 清水市第一届人民代表大会常务委员会第一次会议通过

2010年4月1日 云川省第一届人民代表大会常务委员会第二次会议批准

<!-- INFO END -->

第一条 为了保护灯河的水和岸，让市民能安全地到河边散步、垂钓，制定本条例。

第二条 沿河的单位和个人应当爱护河堤，不得在堤上取土、种树、搭建棚屋。

第三条 违反规定在堤上搭建棚屋的，由水务部门责令拆除，并记入信用记录，向社会公布。

第四条 本条例自2010年5月1日起施行。`;
const NEW = `# 清水市灯河条例

2010年3月1日 清水市第一届人民代表大会常务委员会第一次会议通过

2010年4月1日 云川省第一届人民代表大会常务委员会第二次会议批准

2020年6月1日 清水市第三届人民代表大会常务委员会第五次会议修订

<!-- INFO END -->

第一条 为了保护灯河的水和岸，让市民能安全地到河边散步、垂钓，制定本条例。

第二条 灯河由市和区两级分段养护，经费列入预算，图纸存放于档案馆。

第三条 沿河的单位和个人应当爱护河堤，不得在堤上取土、种树、搭建棚屋。

第三条之一 夜间垂钓的时段由街道办事处划定。

第四条 违反规定在堤上搭建棚屋的，由水务部门责令拆除，并记入信用记录，向社会公布。

第五条 本条例自2020年7月1日起施行。《清水市灯河管理办法》同时废止。`;

describe('buildCatalogue', () => {
  it('keeps facts, names the province, sums the books of the civil code, and leaves out what is no statute', () => {
    const { statutes } = build([
      '地方性法规/河南,,"清水市""双""河条例, 一",2019-01-01,,12,a.md',
      '民法典,,中华人民共和国民法典,,现行有效,1000,b.md',
      '民法典,,中华人民共和国民法典,,废止或失效,260,c.md',
      '其他,,某某攻略,,,0,d.md',
      '地方性法规/河南,,清水市灯河条例,2020-01-01,,3,f.md',
      '地方性法规/河南,,_index,,,0,e.md',
    ]);
    expect(statutes).toEqual([
      '中华人民共和国民法典\tlaw\t\t2020-05-28\t2021-01-01\t2020-05-28a\t1260\t现行有效',
      '清水市"双"河条例, 一\tlocal-regulation\t河南省\t2019-01-01\t\t\t~12\t',
      // Three articles are no count of a 条例: not known.
      '清水市灯河条例\tlocal-regulation\t河南省\t2020-01-01\t\t\t\t',
    ]);
  });

  it('takes history, effect and article numbers from the texts, and what they repeal', () => {
    const made = build(
      [
        '地方性法规/河南,,清水市灯河条例,2010-04-01,,4,old(2010-04-01).md',
        '地方性法规/河南,,清水市灯河条例,2020-06-01,,6,new(2020-06-01).md',
      ],
      { 'old(2010-04-01).md': OLD, 'new(2020-06-01).md': NEW },
    );
    expect(made.statutes).toEqual([
      '清水市灯河条例\tlocal-regulation\t河南省\t2010-04-01\t2010-05-01\t2010-04-01a\t4\t',
      '清水市灯河条例\tlocal-regulation\t河南省\t2020-06-01\t2020-07-01\t2010-04-01a 2020-06-01r\t5+3.1\t',
    ]);
    expect(made.repeals).toEqual(['清水市灯河管理办法\t清水市灯河条例\t河南省\t2020-07-01']);
    // The closing article differs too much to be sure of.
    expect(made.lines('renumbering.tsv')).toEqual([
      '清水市灯河条例\t河南省\t2010-04-01\t2020-06-01\t1>1 2-3>3',
    ]);
    expect(made.lines('credit-articles.tsv')).toEqual([
      '清水市灯河条例\t河南省\t2010-04-01\t3:D:record,publicity\t1-2,4',
      '清水市灯河条例\t河南省\t2020-06-01\t4:D:record,publicity\t1,3,5',
    ]);
  });

  it('keeps one of two rows of one version', () => {
    const { statutes } = build([
      '司法解释,,某某院关于某事的规定,2022-04-01,现行有效,20,a.md',
      '司法解释,,某某院关于某事的规定,2022-04-02,现行有效,20,b.md',
      '司法解释,,某某院关于某事的规定,,现行有效,20,c.md',
    ]);
    expect(statutes).toHaveLength(1);
  });

  it('refuses an index without the columns', () => {
    expect(() => buildCatalogue('a,b\n1,2')).toThrow(/no column "level"/);
  });
});
