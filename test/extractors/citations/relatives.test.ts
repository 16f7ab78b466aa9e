import { describe, expect, it } from 'vitest';
import { findCitations } from '../../../extractors/citations/index.js';
import type { Place } from '../../../model/index.js';

/** What the citation at the marked place means: "whose: articles"; null where that is left open. */
const meaning = (marked: string, place?: Place): string | null => {
  const start = marked.indexOf('【');
  const text = marked.replace(/[【】]/g, '');
  const found = findCitations(text, undefined, place).find(
    (citation) => citation.start <= start && start < citation.end,
  );
  if (!found) throw new Error(`no citation at 【 in ${marked}`);
  const { refersTo } = found;
  if (!refersTo) return null;
  const { document, articles } = refersTo;
  return `${document === 'self' ? '本文件' : document.title || document.number}: ${articles.join(' ')}`;
};

/** Text with 【…】 around the citation, what it means, why the row exists. */
type Row = readonly [text: string, meaning: string | null, reason: string];

const TWO = '第十二条 失信的，列入名单。\n';
const LIST = '第十二条 有下列情形之一的，列入名单：\n（一）拖欠的；\n（二）造假的；\n（三）逃避的。\n';

const GROUPS: Readonly<Record<string, readonly Row[]>> = {
  'this document': [
    ['违反【本办法第三条】的', '本文件: 第三条', '本办法'],
    ['违反【本《办法》第三条、第五条】的', '本文件: 第三条 第五条', 'with marks, a list'],
    [
      '《云川条例》第三条规定：“违反【本条例第九条】的，处罚。”',
      '云川条例: 第九条',
      'in quoted wording it is the quoted text',
    ],
    ['《云川条例》第三条规定：“违反【本办法第九条】的。”', null, 'quoted, and the noun does not fit'],
    ['第三条修改为：“违反【本条例第九条】的。”', null, 'wording put into another text'],
    [
      '1.《云川条例》第三条：违反【本条例第九条】的，处罚。',
      '云川条例: 第九条',
      'wording without quotation marks',
    ],
    [
      '《云川条例》第三条单位违反【本条例第九条】的，处罚。',
      '云川条例: 第九条',
      'wording right behind the article',
    ],
    [
      '《云川条例》第三条规定的单位违反【本条例第九条】的。',
      '本文件: 第九条',
      'no wording: the sentence goes on',
    ],
  ],
  'the text named before': [
    ['《云川信用条例》实施后，按【该条例第五条】办理。', '云川信用条例: 第五条', '该条例'],
    [
      '依照《中华人民共和国食品安全法》第三条、【该法第五条】处罚。',
      '中华人民共和国食品安全法: 第五条',
      '该法',
    ],
    ['《云川信用条例》第三条和【同条例第五条】', '云川信用条例: 第五条', '同条例'],
    ['违反刑法第三条，【该法第五条】另有规定', '刑法: 第五条', 'a bare name'],
    ['依照民法典第三条，【该法第五条】', '民法典: 第五条', 'a 法典 is called 该法'],
    ['《云川信用条例》公布后，【上述条例】有效。', '云川信用条例: ', '上述条例 as a whole'],
    [
      '《云川信用条例》已公布。【前述条例第二条】有效。',
      '云川信用条例: 第二条',
      'named in the sentence before',
    ],
    ['《云川信用条例》公布后，违反该【《条例》第五条】的', '云川信用条例: 第五条', '该《条例》'],
    [
      '《云川信用条例》公布后，违反【《条例》第五条】的',
      '云川信用条例: 第五条',
      'a short name that was not introduced',
    ],
    ['《甲川条例》和《乙川条例》公布后，【《条例》第五条】', null, 'a short name that two may have'],
    [
      '《甲川条例》公布后，《条例》第二条和【该条例第五条】',
      '甲川条例: 第五条',
      'the short name is no second candidate',
    ],
    ['《甲川条例》和《乙川条例》公布后，【该条例第五条】', null, 'two candidates'],
    ['《甲川条例》、《乙川办法》公布后，【该办法第五条】', '乙川办法: 第五条', 'one of two fits'],
    ['《甲川办法》公布后，【该条例第五条】', null, 'none fits'],
    ['《甲川办法》公布后，【该法第五条】', null, '办法 is no 法'],
    ['【该法第五条】规定', null, 'nothing before'],
    [
      '《甲川条例（试行）》公布后，【该条例第五条】',
      '甲川条例（试行）: 第五条',
      'a mark of version behind the noun',
    ],
    [
      '《甲川条例》有效。《乙川条例》公布后，【该条例第五条】',
      '乙川条例: 第五条',
      'the nearest sentence that has one decides',
    ],
    [
      '《甲川条例》（以下简称《条例》）公布后，依《条例》第二条和【该条例第五条】',
      '甲川条例: 第五条',
      'the short name is the same text',
    ],
    [
      '《中华人民共和国水法》和水法第三条，【该法第五条】',
      '中华人民共和国水法: 第五条',
      "with and without the state's name",
    ],
  ],
  'the provision named before': [
    ['依照《甲川条例》第五条处理，适用【该条第二款】', '甲川条例: 第五条第二款', '该条'],
    ['依照《甲川条例》第五条和第六条处理，适用【该条第二款】', null, 'two articles'],
    ['违反本办法第五条的，适用【该条第二款】', '本文件: 第五条第二款', 'an article of this document'],
    ['按照《甲川条例》第五条公示。违反【上述规定】的', '甲川条例: 第五条', '上述规定'],
    ['按照《甲川条例》第五条、《乙川条例》公示。违反【上述规定】的', null, '上述规定 of two texts'],
    ['违反【上述规定】的', null, 'nothing before'],
    ['按照《甲川条例》和【上述规定】公示', null, 'beside a text it is another'],
  ],
  'the text that a decision amends': [
    ['对《甲川条例》作如下修改：\n一、将【第六条】修改为：“违反的，处罚。”', '甲川条例: 第六条', '将…修改为'],
    [
      '对《甲川条例》作如下修改：\n一、删去【第六条】。\n二、增加一条，作为第七条。',
      '甲川条例: 第六条',
      '删去',
    ],
    [
      '对《甲川条例》作如下修改：\n一、增加一条，作为【第七条】：“处罚。”',
      '甲川条例: 第七条',
      'its new article',
    ],
    [
      '一、修改《甲川条例》\n将第一条修改为：“甲。”\n二、修改《乙川条例》\n将【第二条】修改为：“乙。”',
      '乙川条例: 第二条',
      'of several, the part names its own',
    ],
    [
      '《关于修改〈甲川条例〉的决定》：\n将【第六条】修改为：“处罚。”',
      '甲川条例: 第六条',
      'by the title of the decision',
    ],
    [
      '一、修改《甲川条例》\n将第一条修改为：“甲。”\n二、《乙川条例》\n将【第二条】修改为：“乙。”',
      '乙川条例: 第二条',
      'its part is headed by its title',
    ],
    ['对《甲川条例》《乙川条例》作如下修改：\n将【第六条】修改为：“处罚。”', null, 'two texts together'],
    ['对《甲川条例》作如下修改：\n将第六条修改为：“违反【第五条】的，处罚。”', null, 'wording put into it'],
    ['一、将【第六条】修改为：“处罚。”', null, 'nothing names the text'],
    [
      '对《甲川条例》作如下修改：\n一、将第六条修改为：“处罚。”\n本决定施行前，符合【第九条】的，不变。',
      null,
      'nothing is done to the article',
    ],
  ],
  'paragraphs of the article': [
    [`${TWO}依照【前款】规定处理。`, '本文件: 第十二条第一款', '前款 in the second paragraph'],
    ['第十二条 依照【前款】规定处理。', null, '前款 in the first has no meaning'],
    [`${TWO}另有规定的除外。\n【前两款】规定的期限`, '本文件: 第十二条第一款 第十二条第二款', '前两款'],
    [`${TWO}【前两款】规定的期限`, null, '前两款 in the second'],
    [`${TWO}违反【本条第一款】的`, '本文件: 第十二条第一款', '本条第一款'],
    [`${TWO}违反【第一款】的`, '本文件: 第十二条第一款', '第一款 alone'],
    [`${TWO}违反本办法第三条，有【第一款】情形的`, null, '第一款 after another article may be of that'],
    [`${LIST}符合【前款第（二）项】的`, '本文件: 第十二条第一款第（二）项', 'an item of 前款'],
    [
      `${LIST}符合【前款第（一）、（三）项】的`,
      '本文件: 第十二条第一款第（一）项 第十二条第一款第（三）项',
      'several items',
    ],
    [`${LIST}【本条前款第一项】规定的`, '本文件: 第十二条第一款第一项', '本条前款'],
    ['依照【前款】规定处理。', null, 'the passage does not say where it stands'],
    [
      `${TWO}一个自然段被\n断成两行。依照【前款】规定处理。`,
      '本文件: 第十二条第一款',
      'a hard line break begins no paragraph',
    ],
    [
      '总则\n第十二条\n失信的，列入名单。\n依照【前款】规定',
      '本文件: 第十二条第一款',
      'the number on a line of its own',
    ],
    [
      '第十二条（定义）\n失信的，列入名单。\n依照【前款】规定',
      '本文件: 第十二条第一款',
      'the number with the heading',
    ],
    [
      '<p><b>第十二条</b> 失信的，列入名单。</p>\n<p>依照【前款】规定</p>',
      '本文件: 第十二条第一款',
      'markup around the lines',
    ],
    [`${TWO}第三条修改为：“依照【前款】规定处理”。`, null, 'wording put into another text'],
  ],
  'items of the article': [
    ['第十二条 名单：\n（一）拖欠的；\n（二）有【前项】情形的。', '本文件: 第十二条第（一）项', '前项'],
    ['第十二条 名单：\n（一）有【前项】情形的。', null, '前项 in the first item'],
    [`${LIST}违反【第二项】的`, '本文件: 第十二条第一款第二项', 'of the only list'],
    [`${LIST}违反【第九项】的`, null, 'of no list'],
    ['第十二条 名单：\n（一）违反【第一项】的。', null, 'no item speaks of itself'],
    [
      '第十二条 违反本办法第十条的，处罚：\n（一）拖欠的；\n（二）违反【第一项】的。',
      '本文件: 第十条第一项',
      'of the only article named above',
    ],
    [
      '第十二条 违反本办法第十条、第十一条的，处罚：\n（一）违反【第一项】的。',
      null,
      'two articles named above',
    ],
    [
      '第十二条 违反《甲川条例》第十条的，处罚：\n（一）违反【第一项】的。',
      null,
      'an article of another text named above',
    ],
    [
      '第十二条 违反本办法第十条第一款的，警告；违反【第三款】的，罚款。',
      '本文件: 第十条第三款',
      'its own article has no 第三款',
    ],
    [
      `${TWO}违反本办法第十条第二款的，警告；违反【第一款】的，罚款。`,
      null,
      'its own article has a 第一款, too',
    ],
    [`${TWO}犯前款罪的，依照【第一款】处罚。`, '本文件: 第十二条第一款', '前款 is of the same article'],
    [
      `${TWO}名单如下：\n（一）拖欠的；\n（二）【本款第一项】规定的。`,
      '本文件: 第十二条第二款第一项',
      '本款',
    ],
  ],
  'articles of the document': [
    ['第十二条 依照【前条】规定处理。', '本文件: 第十一条', '前条'],
    ['第十二条 依照【前条第二款】规定处理。', '本文件: 第十一条第二款', 'a paragraph of 前条'],
    ['第十二条 依照【前两条】规定处理。', '本文件: 第十条 第十一条', '前两条'],
    ['第12条 依照【前条】规定处理。', '本文件: 第11条', 'Arabic as the own number'],
    ['第一条 依照【前条】规定处理。', null, 'nothing before the first'],
    ['第九条之一 依照【前条】规定处理。', '本文件: 第九条', 'before 之一'],
    ['第九条之一 拖欠的。\n第十条 依照【前条】规定。', '本文件: 第九条之一', '之一 stands between'],
    ['第十二条 违反【第九条】规定的。', '本文件: 第九条', 'an article without name'],
    ['第十二条 《甲川条例》第三条、第四条，【第九条】规定的。', null, 'or of the text named in the sentence'],
    ['会议讨论了【第九条】。', null, 'a passage that is no article'],
    [
      '第十二条 《甲川条例》有效。违反【第九条】规定的。',
      '本文件: 第九条',
      'the other text is in another sentence',
    ],
  ],
};

for (const [group, rows] of Object.entries(GROUPS)) {
  describe(`relative citations: ${group}`, () => {
    it.each(rows)('%j means %s (%s)', (text, expected) => {
      expect(meaning(text)).toBe(expected);
    });
  });
}

describe('a passage whose place is known', () => {
  const text = '失信的，列入名单。\n依照【前款】和前条规定处理。';
  const place: Place = { article: '第十二条', before: '第十一条之一', paragraphs: [] };

  it('needs no number of its own', () => {
    expect(meaning(text, place)).toBe('本文件: 第十二条第一款');
  });

  it('knows the article before, 之一 or not', () => {
    expect(meaning('依照【前条】规定处理。', place)).toBe('本文件: 第十一条之一');
    expect(meaning('依照【前两条】规定处理。', place)).toBe(null);
    expect(meaning('依照【前条】规定处理。', { ...place, before: '' })).toBe(null);
  });

  it('takes its paragraphs from the place, not from the lines', () => {
    const lines = '失信的，\n列入名单。\n依照【前款】规定处理。';
    const at = (...starts: number[]): Place['paragraphs'] =>
      starts.map((start, i) => ({ start, end: starts[i + 1] ?? lines.length }));
    expect(meaning(lines, { ...place, paragraphs: at(0, 5) })).toBe('本文件: 第十二条第一款');
    expect(meaning(lines, { ...place, paragraphs: at(0) })).toBe(null);
  });
});
