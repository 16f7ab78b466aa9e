import { describe, expect, it } from 'vitest';
import { parseStatuteText } from '../../../corpus/index.js';
import { processorTime } from '../../processor-time.js';

const LAWREFBOOK = `# 清水市燃气管理条例

1998年8月22日 清水市第九届人民代表大会常务委员会第十三次会议通过

1998年10月24日 浙江省第九届人民代表大会常务委员会第八次会议批准

2021年10月29日 清水市第十三届人民代表大会常务委员会第三十八次会议修订

2021年11月25日 浙江省第十三届人民代表大会常务委员会第三十二次会议批准

<!-- INFO END -->

## 第一章  总则

第一条 为了管好燃气，制定本条例。

第二条 经营燃气的，适用本条例。

第三条规定以外的事项，另行规定。

第三条 市主管部门负责：

（一）发证；

（二）检查。

## 第二章 附则

第三条之一 新增的一条。

第四条 本条例自2022年1月1日起施行。《清水市燃气安全办法》同时废止。

附件：收费标准

第一条 附件里的一条
`;

const DATABASE = `中华人民共和国
样品管理条例

（2012年2月15日国务院第192次常务会议通过　2012年2月23日中华人民共和国国务院令第614号公布　根据2019年3月2日《国务院关于修改部分行政法规的决定》修订）

目　　录

第一章　总则
第二章　附则

第一章　总则

第一条　为了规范样品管理，制定本条例。
第二条　样品应当登记。

第二章　附则

第三条　本条例自2012年4月1日起施行。
`;

describe('parseStatuteText', () => {
  it('reads the layout of the collections: history, chapters, inserted articles, repeal', () => {
    const read = parseStatuteText({
      path: '地方性法规/浙江/清水市燃气管理条例(2021-12-03).md',
      text: LAWREFBOOK,
    })!;
    expect(read).toMatchObject({
      title: '清水市燃气管理条例',
      level: 'local-regulation',
      territory: { province: '浙江省' },
      date: '2021-12-03',
      effectiveOn: '2022-01-01',
      status: '',
      repeals: ['清水市燃气安全办法'],
    });
    expect(read.history.map(({ date, act }) => `${date} ${act}`)).toEqual([
      '1998-08-22 通过',
      '1998-10-24 批准',
      '2021-10-29 修订',
      '2021-11-25 批准',
    ]);
    expect(read.pieces.map(({ number }) => number)).toEqual([
      '第一条',
      '第二条',
      '第三条',
      '第三条之一',
      '第四条',
      '',
    ]);
    expect(read.pieces[1]!.text).toBe('经营燃气的，适用本条例。\n第三条规定以外的事项，另行规定。');
    expect(read.pieces[2]!.text).toBe('市主管部门负责：\n（一）发证；\n（二）检查。');
    expect(read.pieces[3]!.path).toEqual(['第二章 附则']);
  });

  it('reads a document saved from the national database: title over two lines, bracket, table of contents', () => {
    const read = parseStatuteText({ path: '中华人民共和国样品管理条例_20190302.docx', text: DATABASE })!;
    expect(read).toMatchObject({
      title: '中华人民共和国样品管理条例',
      level: 'administrative-regulation',
      territory: null,
      numbers: ['国务院令第614号'],
      date: '2019-03-02',
      // Amended later than the last article's day: from when this version holds is not said here.
      effectiveOn: '',
    });
    expect(read.pieces.filter(({ number }) => number).map(({ number, path }) => [number, ...path])).toEqual([
      ['第一条', '第一章 总则'],
      ['第二条', '第一章 总则'],
      ['第三条', '第二章 附则'],
    ]);
  });

  it('reads a YAML head: status and the day of effect', () => {
    const read = parseStatuteText({
      path: '部门规章/样品规定(2022-04-14).md',
      text: '---\ntitle: "样品规定"\npublish_date: "2022-04-14"\nimplement_date: "2022-07-01"\nstatus: "现行有效"\n---\n# 样品规定\n\n2022年4月14日 国家样品总局令第56号公布\n\n<!-- INFO END -->\n\n第一条 样品。\n',
    })!;
    expect(read).toMatchObject({
      level: 'departmental-rule',
      status: '现行有效',
      date: '2022-04-14',
      effectiveOn: '2022-07-01',
      numbers: ['国家样品总局令第56号'],
    });
  });

  it('cuts a decision at 一、二、 where it has no articles', () => {
    const read = parseStatuteText({
      path: '司法解释/最高人民法院关于样品问题的批复.md',
      text: '# 最高人民法院关于样品问题的批复\n\n<!-- INFO END -->\n\n你院请示收悉。\n\n一、样品属于证据。\n\n二、此复。\n',
    })!;
    expect(read.pieces.map(({ number }) => number)).toEqual(['', '一、', '二、']);
    expect(read).toMatchObject({ level: 'judicial-interpretation', date: '' });
  });

  it('takes an index page and a text without articles for no statute', () => {
    expect(parseStatuteText({ path: '地方性法规/浙江/_index.md', text: '# 浙江\n\n说明' })).toBeNull();
    expect(parseStatuteText({ path: 'a.md', text: '' })).toBeNull();
    expect(parseStatuteText({ path: 'a.md', text: '# 只有标题\n\n<!-- INFO END -->\n' })).toBeNull();
  });

  it('takes what has a title longer than any, or more articles than any, for no statute', () => {
    const read = (text: string) => parseStatuteText({ path: 'x.txt', text });
    expect(read(`${'样品'.repeat(120)}\n\n第一条　样品。\n`)).toBeNull();
    // A text that begins without a title has its file's name.
    expect(read(`第一条　${'样品应当登记，'.repeat(60)}。\n第二条　样品。\n`)?.title).toBe('x');
    expect(read(`# 清水市样品条例\n${'第一条\n'.repeat(20_000)}`)).toBeNull();
  });

  it('reads millions of blanks and of lines in a moment', () => {
    const spent = processorTime();
    for (const text of [
      `# 清水市样品条例\n第一条　样品${' '.repeat(3_000_000)}。\n`,
      `清水市${' '.repeat(3_000_000)}样品条例\n第一条　样品。\n`,
      `# 清水市样品条例\n${'第一条\n'.repeat(1_000_000)}`,
      `# 清水市样品条例\n${'\n　 '.repeat(1_000_000)}第一条　样品。`,
    ])
      parseStatuteText({ path: 'x.txt', text });
    // Quadratic work on these would take hours.
    expect(spent()).toBeLessThan(20_000);
  });

  it('takes text of any shape in time that grows with its length', () => {
    for (const piece of ['第', '（', '《', '1999年', '第一条', '# ', '<p ', '---\n'])
      expect(() => parseStatuteText({ path: 'x.txt', text: piece.repeat(60_000) })).not.toThrow();
  });
});
