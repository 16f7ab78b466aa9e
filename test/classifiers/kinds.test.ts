import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { kindsOf } from '../../classifiers/index.js';
import type { Label, SaidKind } from '../../model/index.js';

const names = (kinds: readonly SaidKind<string>[]): readonly string[] => kinds.map(({ kind }) => kind);

describe('measures', () => {
  const written = fileURLToPath(new URL('../../corpus/labelled/written/', import.meta.url));
  const provisions = new Map(
    readdirSync(written)
      .flatMap((file) =>
        readFileSync(written + file, 'utf8')
          .trim()
          .split('\n'),
      )
      .map((line) => JSON.parse(line) as { id: string; text: string; labels: Label[] })
      .map((row) => [row.id, row] as const),
  );
  const rows = readFileSync(fileURLToPath(new URL('fixtures/kinds.tsv', import.meta.url)), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([id, kinds, todo]) => ({ id: id!, kinds: kinds!.split('、'), todo: todo === 'todo' }));
  const found = (id: string): readonly string[] => {
    const { text, labels } = provisions.get(id)!;
    return names(kindsOf({ text }, labels).punishment);
  };

  it.each(rows.filter(({ todo }) => !todo))('of $id are $kinds', ({ id, kinds }) => {
    expect(found(id)).toEqual(kinds);
  });

  test('known gaps are still gaps, and counted', () => {
    const gaps = rows.filter(({ todo }) => todo);
    expect(
      gaps.filter(({ id, kinds }) => found(id).join('、') === kinds.join('、')),
      'closed: take todo away',
    ).toEqual([]);
    expect(gaps).toHaveLength(15);
  });

  it.each<[string, readonly string[], string]>([
    ['依法对其实施失信惩戒。', ['联合惩戒（概括）'], 'general words alone'],
    ['对失信企业采取下列惩戒措施：（一）取消评优资格。', ['限制评优'], 'what they mean is named behind them'],
    [
      '对失信企业在政府采购、表彰奖励等方面实施联合惩戒。',
      ['限制准入', '限制评优'],
      'what they mean is named before them',
    ],
    [
      '对有不良记录的企业增加检查频次，并依法实施联合惩戒。',
      ['增加检查', '联合惩戒（概括）'],
      'they add to what is named',
    ],
    ['对守信企业优先安排补贴；对失信企业提高抽查比例。', ['增加检查'], 'a reward is no measure'],
    ['失信被执行人，限制乘坐飞机、限制出境。', ['限制消费', '限制出境'], 'measures of courts'],
    ['行业协会对失信会员予以公开谴责、除名。', ['取消资格', '通报曝光', '行业自律惩戒'], 'an association'],
    ['失信户不得使用公共晾晒场。', ['其他'], 'none of the kinds'],
  ])('%s → %j: %s', (text, kinds) => {
    expect(names(kindsOf({ text }, ['P']).punishment)).toEqual(kinds);
  });

  it('beside a bar that follows an illegal act, of the paragraph that speaks of credit alone', () => {
    const text =
      '第九条　伪造材料的，三年内不得申请补贴。\n被列入失信名单的，不得参加评优。\n违反规定的，吊销许可证。';
    expect(names(kindsOf({ text }, ['P', 'Q']).punishment)).toEqual(['限制评优']);
  });

  it('are those of the words that introduce the list, for its entry', () => {
    const { punishment } = kindsOf(
      { text: '（三）拒不缴费的。', lead: '有下列失信行为之一的，不得参加评优：' },
      ['P'],
    );
    expect(names(punishment)).toEqual(['限制评优']);
    expect(punishment[0]!.words.map((words) => [words.in, words.text])).toEqual([
      ['lead', expect.stringContaining('不得参加评优')],
    ]);
  });
});

describe('what is done with information', () => {
  it.each<[string, readonly string[], string]>([
    ['处罚情况记入企业信用档案。', ['记录'], 'a record'],
    ['建立从业人员信用档案。', ['记录'], 'records set up'],
    ['将信用信息归集至市信用平台，与各部门共享。', ['归集共享'], 'gathered'],
    ['处罚信息纳入公共信用信息服务平台。', ['记录', '归集共享'], 'a platform is for both'],
    ['将失信信息通过信用网站向社会公布。', ['公示公开'], 'published'],
    ['制定信用信息查询服务规范并向社会公布。', ['查询使用'], 'rules that are published'],
    ['市民对信用信息有异议的，可以申请更正。', ['查询使用'], 'objection'],
    ['公共信用信息实行目录管理。', ['目录'], 'a catalogue'],
    ['本行业实行信用监管。', [], 'nothing that is known'],
  ])('%s → %j: %s', (text, kinds) => {
    expect(names(kindsOf({ text }, ['D']).disclosure)).toEqual(kinds);
  });
});

describe('what is done with a list', () => {
  it.each<[string, readonly string[], string]>([
    ['建立失信企业黑名单制度。', ['设列'], 'set up'],
    ['有下列情形之一的，列入黑名单：（一）逃避缴费的。', ['认定标准', '列入'], 'criteria and entry'],
    ['拟列入黑名单的，应当书面告知当事人陈述、申辩的权利。', ['认定程序'], 'procedure before entry'],
    ['期满后移出黑名单。', ['移出'], 'exit'],
    ['被列入黑名单的企业，可以申请移出黑名单。', ['移出'], 'being listed is no entry'],
  ])('%s → %j: %s', (text, kinds) => {
    expect(names(kindsOf({ text }, ['B']).blacklist)).toEqual(kinds);
  });
});

describe('the subject', () => {
  it.each<[string, string, string]>([
    ['将违规企业的处罚信息记入信用档案。', '单位', 'enterprises'],
    ['将从业人员的处罚信息记入信用档案。', '个人', 'persons'],
    ['将违规单位和个人的信息记入信用档案。', '个人和单位', 'both named'],
    ['对信用主体实施信用惩戒。', '个人和单位', 'both by the language of the law'],
    ['违反本办法的，记入信用档案。', '未写明', 'nobody named'],
    ['住房主管单位应当记录失信信息。', '未写明', 'who acts is not hit'],
    ['农业主管部门将失信信息报送信用平台。', '未写明', '业主 inside another word'],
    ['失信企业的信息由行政机关工作人员记入信用档案。', '单位', 'officials are not hit'],
  ])('%s → %s: %s', (text, kind) => {
    expect(kindsOf({ text }, ['D', 'P']).subject.kind).toBe(kind);
  });

  it('of a bar of office is the person, not the company', () => {
    const text = '失信被处罚的人员，三年内不得担任公司董事。';
    expect(kindsOf({ text }, ['P']).subject.kind).toBe('个人');
  });
});

describe('who acts', () => {
  it.each<[string, readonly string[], string]>([
    ['由市水务局将其记入信用档案。', ['行政机关'], 'an office by name'],
    ['水行政主管部门应当将其记入信用档案。', ['行政机关'], 'a department'],
    ['人民法院可以将其纳入失信被执行人名单。', ['司法机关'], 'a court'],
    ['行业协会应当对失信会员予以除名。', ['行业协会'], 'an association'],
    ['金融机构应当对失信企业停止贷款。', ['金融机构'], 'a bank'],
    ['征信机构应当记录失信信息。', ['信用服务机构'], 'a credit service'],
    ['供水企业应当将失信用户报送信用平台。', ['事业单位或企业'], 'a company'],
    ['村民委员会可以将失信村民公布上榜。', ['基层组织'], 'a village'],
    ['记入信用档案，并向金融机构通报。', ['未写明'], 'who is told does not act'],
    ['政府采购中不得选用失信企业。', ['未写明'], 'a word that holds the name'],
  ])('%s → %j: %s', (text, kinds) => {
    expect(names(kindsOf({ text }, ['D', 'P']).actors)).toEqual(kinds);
  });
});
