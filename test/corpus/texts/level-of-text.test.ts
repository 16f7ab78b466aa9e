import { describe, expect, it } from 'vitest';
import { parseStatuteText } from '../../../corpus/index.js';

/** Path, line below the title, level, whether a doubt is told, and why the row exists. */
const ROWS: readonly (readonly [path: string, head: string, level: string, doubt: boolean, why: string])[] = [
  [
    '法律/清水市门牌管理办法.md',
    '2015年3月2日清水市人民政府令第12号公布',
    'local-government-rule',
    true,
    'a mayor’s rule in a folder of laws',
  ],
  ['法律/清水市门牌管理办法.md', '', 'unknown', true, 'a place’s 办法 without a body: nothing can be said'],
  ['行政法规/清水市门牌管理条例.md', '', 'local-regulation', true, '地名+条例 is a congress’s'],
  [
    '行政法规/清水市门牌管理条例.md',
    '2015年3月2日清水市第三届人民代表大会常务委员会第九次会议通过',
    'local-regulation',
    true,
    'the congress of a place, filed as the State Council’s',
  ],
  [
    '法律/门牌管理条例.md',
    '2015年3月2日中华人民共和国国务院令第814号公布',
    'administrative-regulation',
    true,
    'the State Council’s regulation, filed as a law',
  ],
  [
    '行政法规/门牌管理条例.md',
    '2015年3月2日中华人民共和国国务院令第814号公布',
    'administrative-regulation',
    false,
    'folder and body agree',
  ],
  [
    '法律/门牌管理规定.md',
    '2015年3月2日中华人民共和国公安部令第14号公布',
    'departmental-rule',
    true,
    'a ministry’s decree, filed as a law',
  ],
  [
    '法律/门牌法.md',
    '2015年3月2日第十二届全国人民代表大会常务委员会第九次会议通过',
    'law',
    false,
    'a law among laws',
  ],
  ['法律/门牌法.md', '', 'law', false, 'no body, and nothing speaks against the folder'],
  [
    '清水市门牌管理规定.md',
    '根据国务院令第814号制定',
    'unknown',
    true,
    'a local title is never national by what its history cites',
  ],
  [
    '地方性法规/云川/云川省门牌条例.md',
    '2015年3月2日第十二届全国人民代表大会常务委员会第九次会议通过',
    'local-regulation',
    false,
    'the history of another text stands in it: folder and title are two witnesses',
  ],
  [
    '地方性法规/云川/云川省门牌管理办法.md',
    '2015年3月2日云川省人民政府令第12号公布',
    'local-government-rule',
    true,
    'a governor’s rule among a congress’s regulations',
  ],
  ['清水市门牌管理条例.md', '', 'local-regulation', false, 'without a folder by the title alone'],
  ['其他/门牌标准.md', '2015年3月2日最高人民法院公布', 'other', false, 'what is filed as other stays so'],
];

describe('the level of a statute’s text', () => {
  it.each(ROWS)('%s, %s: %s', (path, head, level, doubt) => {
    const title = path.slice(path.lastIndexOf('/') + 1, -3);
    const read = parseStatuteText({
      path,
      text: `# ${title}\n\n${head}\n\n<!-- INFO END -->\n\n第一条 门牌。\n`,
    })!;
    expect([read.level, read.levelDoubt !== '']).toEqual([level, doubt]);
  });

  it('gives a local rule in a folder of laws no national reach', () => {
    const read = parseStatuteText({
      path: '法律/杭州市门牌管理办法.md',
      text: '# 杭州市门牌管理办法\n\n2015年3月2日杭州市人民政府令第12号公布\n\n<!-- INFO END -->\n\n第一条 门牌。\n',
    })!;
    expect(read.territory).toEqual({ province: '浙江省', city: '杭州市' });
  });
});
