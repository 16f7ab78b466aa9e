import { describe, expect, it } from 'vitest';
import { EMPTY_LIBRARY, type LibraryVersion, type StatuteLibrary } from '../../model/index.js';
import { assess } from '../../pipeline/assess/assess.js';
import { draft } from '../../pipeline/draft.js';
import { type Flags, type HeaderFacts, regulation, unit } from '../builders.js';

/** A library of texts written for the test: title, date, articles. */
const library = (
  texts: Readonly<Record<string, Readonly<Record<string, string>>>>,
  more: Partial<LibraryVersion> = {},
): StatuteLibrary => {
  const titles = Object.keys(texts);
  const version = (id: number): LibraryVersion => ({
    id,
    title: titles[id]!,
    level: 'law',
    territory: null,
    number: '',
    date: '2020-01-01',
    effectiveOn: '2020-03-01',
    status: '现行有效',
    articles: Object.keys(texts[titles[id]!]!).length,
    source: `${id}.md`,
    ...more,
  });
  return {
    ...EMPTY_LIBRARY,
    fingerprint: 'test',
    versions: (key) => titles.flatMap((title, id) => (title.endsWith(key) ? [version(id)] : [])),
    articleNumbers: (id) => Object.keys(texts[titles[id]!]!),
    article: (id, number) => {
      const text = texts[titles[id]!]?.[number];
      return text === undefined ? null : { number, text, path: [] };
    },
  };
};

const LAWS = library({
  中华人民共和国样品法: {
    第一条: '为了管理样品，制定本法。',
    第二条: '样品经营者伪造样品的，由主管部门记入信用记录，并向社会公布。',
    第三条: '主管部门应当编制样品目录，按照年度更新样品的名称和数量。',
    第四条:
      '有下列行为之一的，三年内不得参加投标：\n（一）伪造样品的；\n（二）调换样品的。\n情节严重的，列入严重失信主体名单。',
  },
});
const QINGSHUI: HeaderFacts = { title: '清水市样品管理办法', issuer: '云川省清水市样品局' };

const judge = (
  text: string,
  flags: Flags,
  { before = [] as string[], from = LAWS, facts = QINGSHUI } = {},
) => {
  const units = [
    ...before.map((other, at) => unit(`第${'一二三'[at]}条`, other)),
    unit('第九条', text, flags),
  ];
  const document = regulation(facts);
  const { units: read, proposal } = assess(document, units, from);
  const last = read.at(-1)!;
  const { national, local, weighed, suggestions } = last.assessment!;
  return {
    answers: `${national.answer} ${local.answer}`,
    verdict: weighed[0]?.verdict,
    weighed,
    suggestions,
    reason: national.reason,
    disposal: proposal!.disposal,
    content: draft(document, read, proposal)!.basisContent,
  };
};

describe('a citation whose article is at hand', () => {
  it.each<[text: string, flags: Flags, answers: string, verdict: string, why: string]>([
    [
      '依照《中华人民共和国样品法》第二条的规定，将伪造样品的经营者记入信用记录。',
      { D: '记入信用记录' },
      'yes no',
      'verified',
      'the article says it',
    ],
    [
      '依照《样品法》第三条的规定，将伪造样品的经营者记入信用记录。',
      { D: '记入信用记录' },
      'no no',
      'mismatch',
      'the article says something else',
    ],
    [
      '依照《样品法》第九条的规定，将伪造样品的经营者记入信用记录。',
      { D: '记入信用记录' },
      'unknown no',
      'no-such-article',
      'there is no such article',
    ],
    [
      '依照《样品法》第二条的规定，将伪造样品的经营者记入信用记录，并限制其乘坐飞机。',
      { D: '记入信用记录', P: '限制其乘坐飞机' },
      'unknown no',
      'judgement',
      'one of two measures has its ground',
    ],
    [
      '依照《样品法》第二条、第四条的规定，将伪造样品的经营者记入信用记录，三年内不得参加投标。',
      { D: '记入信用记录', P: '三年内不得参加投标' },
      'yes no',
      'verified',
      'two articles carry two measures together',
    ],
    [
      '依照《样品法》第四条的规定，将伪造样品的经营者列入严重失信主体名单。',
      { B: '列入严重失信主体名单' },
      'yes no',
      'verified',
      'the last paragraph of the article says it',
    ],
    [
      '依照《样品法》和该法第二条的规定，将伪造样品的经营者记入信用记录。',
      { D: '记入信用记录' },
      'yes no',
      'judgement',
      '该法 means the law named before it',
    ],
    [
      '依照《样本法》第二条的规定，将伪造样品的经营者记入信用记录。',
      { D: '记入信用记录' },
      'unknown no',
      'not-catalogued',
      'a near title is not taken',
    ],
    [
      '依照《中华人民共和国合同法》第六条的规定，将违约的经营者记入信用记录。',
      { D: '记入信用记录' },
      'unknown no',
      'ended',
      'a law that ended',
    ],
  ])('%s → %s %s %s', (text, flags, answers, verdict) => {
    const judged = judge(text, flags);
    expect(judged.answers).toBe(answers);
    expect(judged.verdict).toBe(verdict);
    expect(judged.weighed[0]!.chain[0]).toMatch(
      /：(?:已核实|条文不符|条文不存在|已失效或已修订|未收录|需人工判断)$/u,
    );
  });

  it('quotes the wording in the ledger’s cell, and says 保留 where all rests on it', () => {
    const judged = judge('依照《样品法》第二条的规定，将伪造样品的经营者记入信用记录。', {
      D: '记入信用记录',
    });
    expect(judged.content).toBe(
      '第九条：《样品法》第二条：“样品经营者伪造样品的，由主管部门记入信用记录，并向社会公布。”',
    );
    expect(judged.disposal).toBe('保留');
  });

  it('quotes the cited 款 alone', () => {
    const judged = judge('依照《样品法》第四条第二款的规定，列入严重失信主体名单。', {
      B: '列入严重失信主体名单',
    });
    expect(judged.content).toBe('第九条：《样品法》第四条第二款：“情节严重的，列入严重失信主体名单。”');
  });

  it('says of a mismatch which article does not provide for the measure', () => {
    const judged = judge('依照《样品法》第三条的规定，记入信用记录。', { D: '记入信用记录' });
    expect(judged.reason).toContain('所引条文未规定此类措施（条文不符）');
  });

  it('says what took the place of a law that ended', () => {
    const judged = judge('依照《中华人民共和国合同法》第六条的规定，记入信用记录。', { D: '记入信用记录' });
    expect(judged.reason).toContain('《中华人民共和国民法典》');
  });

  it('gives a law of the 根据 clause less weight than one in the provision, and says what of it would carry the measure', () => {
    const judged = judge(
      '伪造样品的，记入信用记录。',
      { D: '记入信用记录' },
      {
        before: ['根据《中华人民共和国食品安全法》，制定本办法。'],
      },
    );
    expect(judged.answers).toBe('unknown no');
    expect(judged.weighed).toMatchObject([{ place: 'enacting-clause' }]);
    expect(judged.reason).toContain('第一百一十三条');
  });

  it('has no local ground in another province, whatever its wording', () => {
    const local = library(
      { 上海市样品条例: { 第二条: '伪造样品的，记入信用记录。' } },
      { level: 'local-regulation', territory: { province: '上海市' } },
    );
    const text = '依照《上海市样品条例》第二条，记入信用记录。';
    const here = (province: string) =>
      judge(text, { D: '记入信用记录' }, { from: local, facts: { ...QINGSHUI, territory: { province } } });
    expect(here('上海市').answers).toBe('no yes');
    expect(here('河北省').answers).toBe('no no');
  });
});

describe('suggestions', () => {
  it('are made where no basis was found, in the field of the document, and not where one was', () => {
    const facts: HeaderFacts = { title: '清水市政府采购供应商管理办法' };
    const none = judge('供应商串通的，列入不良行为记录名单。', { B: '列入不良行为记录名单' }, { facts });
    expect(none.suggestions[0]).toMatchObject({
      statute: { title: '中华人民共和国政府采购法' },
      article: '第七十七条',
    });
    const found = judge(
      '依照《样品法》第四条，列入严重失信主体名单。',
      { B: '列入严重失信主体名单' },
      { facts },
    );
    expect(found.suggestions).toEqual([]);
  });

  it('never offer the document itself', () => {
    const facts: HeaderFacts = { title: '中华人民共和国政府采购法', level: 'other' };
    const judged = judge('供应商串通的，列入不良行为记录名单。', { B: '列入不良行为记录名单' }, { facts });
    expect(judged.suggestions.map(({ statute }) => statute.title)).not.toContain('中华人民共和国政府采购法');
  });
});

describe('what would make a wrong 是', () => {
  const law = (articles: Readonly<Record<string, string>>) => library({ 中华人民共和国样品法: articles });
  const LIST: Flags = { B: '列入严重失信主体名单' };

  it.each<
    [why: string, articles: Readonly<Record<string, string>>, text: string, flags: Flags, answers: string]
  >([
    [
      'the article forbids the measure',
      { 第二条: '任何单位不得将样品经营者列入严重失信主体名单。' },
      '依照《样品法》第二条，将伪造样品的列入严重失信主体名单。',
      LIST,
      'unknown no',
    ],
    [
      'the measure stands in another 款 than the cited one',
      { 第六条: '样品经营者应当诚实经营。\n情节严重的，列入严重失信主体名单。' },
      '依照《样品法》第六条第一款，将伪造样品的列入严重失信主体名单。',
      LIST,
      'no no',
    ],
    [
      'the cited 款 does not exist',
      { 第六条: '情节严重的，列入严重失信主体名单。' },
      '依照《样品法》第六条第九款，将伪造样品的列入严重失信主体名单。',
      LIST,
      'unknown no',
    ],
    [
      'a measure far behind the first one has no basis',
      { 第四条: '有前款行为的，三年内不得参加投标。' },
      '依照《样品法》第四条，三年内不得参加投标；对其法定代表人，依照有关部门的安排，在此期间内一并限制乘坐飞机。',
      { P: '三年内不得参加投标' },
      'unknown no',
    ],
    [
      'no measure is recognised in the provision',
      { 第四条: '有前款行为的，三年内不得参加投标。' },
      '依照《样品法》第四条，从严处理。',
      { P: '从严处理' },
      'unknown no',
    ],
  ])('%s', (_why, articles, text, flags, answers) => {
    expect(judge(text, flags, { from: law(articles) }).answers).toBe(answers);
  });

  it('an undated document, where the law has two versions', () => {
    const facts: HeaderFacts = { ...QINGSHUI, issuedOn: null };
    const judged = judge(
      '依照《食品安全法》第一百一十三条，记入信用记录。',
      { D: '记入信用记录' },
      { facts },
    );
    expect(judged.answers).toBe('unknown no');
    expect(judged.reason).toContain('成文日期不明');
  });

  it('a document from before a revision whose numbering is not known', () => {
    const facts: HeaderFacts = { ...QINGSHUI, issuedOn: '2010-01-01' };
    const judged = judge(
      '依照《食品安全法》第一百一十三条，记入信用记录。',
      { D: '记入信用记录' },
      { facts },
    );
    expect(judged.answers).toBe('unknown no');
    expect(judged.reason).toContain('条号是否变动须核对');
  });

  it('names and quotes, of several citations, those that provide for the measure', () => {
    const judged = judge(
      '依照《样品法》第二条、第三条和《中华人民共和国噪声污染防治法》第二条的规定，记入信用记录。',
      { D: '记入信用记录' },
    );
    expect(judged.answers).toBe('yes no');
    expect(judged.reason).not.toContain('噪声');
    expect(judged.content).toContain('《中华人民共和国噪声污染防治法》第二条（待核实）');
    expect(judged.content).not.toContain('样品目录');
  });
});
