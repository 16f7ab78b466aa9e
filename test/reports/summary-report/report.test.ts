import { describe, expect, it } from 'vitest';
import { figureFaults, type SummaryFigures } from '../../../reports/index.js';
import { beijingTime } from '../../../reports/summary-report/moment.js';
import { reportBlocks } from '../../../reports/summary-report/write.js';
import { emptyFigures, summaryFigures, summaryRow } from './figures.js';

/** The report's text, a line a block: titles of charts in [], rows of tables with | between cells. */
const lines = (figures: SummaryFigures): string[] =>
  reportBlocks(figures).flatMap((block) => {
    if (block.kind === 'chart') return [`[${block.drawing.words}]`];
    return block.kind === 'table' ? block.rows.map((row) => row.join('|')) : [block.text];
  });

describe('the summary report', () => {
  it('says every figure, in the order of an official report', () => {
    expect(lines(summaryFigures()).slice(1)).toEqual([
      '一、工作开展情况',
      '（一）文件梳理',
      '共找到文件7份：已读取4份，按规则跳过1份（重复、隐藏、临时文件等），未能读取2份。已读取的文件中有1份只读到一部分，共含公文5件（一份文件可含多件公文）。',
      '所引条文按法规库（12件）核对；库中没有的列为待核实。',
      '（二）人工确认',
      '台账共列入文件3件，其中已经人工确认2件，有冲突0件，待确认1件。未经确认的内容为预填，不作为结论。',
      '[人工确认进度（件）：列入台账的文件：已确认2/3件，有冲突0/3件，待确认1/3件；未能读取的文件：已人工查阅1/2件，尚未查阅1/2件]',
      '甲|1|2026年3月1日9时05分|2026年3月1日9时05分',
      '乙|1|2026年3月3日0时30分|2026年3月3日0时30分',
      '（三）对预填结果的修改',
      '工具预填发现12处：人工确认8处，否定2处，尚未判断2处。另由人工补充1处。',
      '人工修改台账3格：“相关内容摘要”2格、“处置方式”1格。',
      '人工确认不列入台账的公文1件。',
      '人工更正识别文字3处。',
      '（四）复核',
      '初核人甲、复核人乙在互不知晓的情况下共同判断10处，其中相同9处，不同1处，κ（Cohen’s kappa）为0.78（保留两位小数）。',
      '（五）决定记录',
      '人工决定逐条记入日志，共21条，经校验前后相连、未被改动。最后一条的校验值（SHA-256）：',
      'ab12'.repeat(16),
      '二、清理规范情况',
      '（一）涉及的事项',
      '5件公文中，涉及信用信息共享公开2件，涉及“黑名单”认定1件，涉及失信惩戒措施3件（一件公文可涉及多项）。另有提示性内容：资格限制（未写明信用，可能属惩戒）1件。',
      '[各年份公文涉及的事项（件）：信用信息共享公开：2018年2件；黑名单认定：2018年1件；失信惩戒措施：2018年1件，年份不详2件；资格限制（提示）：年份不详1件]',
      '（二）措施的种类',
      '种类按条款的写法判断，按处计；一处规定可有多种措施。',
      '[措施的种类（处）：失信惩戒措施：限制准入3处；信用信息的处理：记录4处；名单的设列和认定：列入1处]',
      '（三）依据情况',
      '台账3件文件中，是否有国家层面依据：“是”0件，“否”2件，“待核实”1件；是否有地方性法规依据：“是”0件，“否”3件，“待核实”0件。两项均为“否”的2件。',
      '[依据情况（件）：是否有国家层面依据：是0件，否2件，待核实1件；是否有地方性法规依据：是0件，否3件，待核实0件]',
      '（四）处置方式',
      '台账3件文件中，保留0件，修订1件，立法0件，废止1件，处置方式尚未确定1件。清单见附件“台账文件清单（按处置方式）”。',
      '[处置方式（件）：保留0件，修订1件，立法0件，废止1件，须人工确定1件]',
      '三、存在的问题和未覆盖的范围',
      '（一）规则检查发现的问题',
      '对照国办发〔2020〕49号和发改办财金〔2021〕15号逐条检查，共有错误2条，警告3条，提示4条；另有1条已说明理由，不再列入。错误是条文自身显示的问题；警告是本文件未见、可能由其他文件规定的内容；提示须人工核对。规则只认得一部分写法，未发现不等于没有问题。',
      '国办发〔2020〕49号（九）|3',
      '国办发〔2020〕49号（七）|2',
      '（二）未覆盖的范围',
      '未能读取的文件2份，其中已人工查阅1份，尚未查阅1份。原因：文件已加密，无法读取（2份）。清单见附件“未能读取的文件清单”。',
      '已读取的文件中有1份只读到一部分，未读到的部分不在以上数字之内。',
      '以上数字只说明已读取的文件。',
      '四、下一步工作',
      '（一）逐件确认台账：待确认的1件。',
      '（二）人工查阅未能读取的文件1份，属于清理范围的补入台账。',
      '（三）查阅只读到一部分的文件1份。',
      '（四）核实依据：国家层面依据待核实的1件。',
      '（五）确定1件文件的处置方式。',
      '（六）按规范完善方案和完成时限逐项落实：修订1件、废止1件。',
      '（七）不新出台与国办发〔2020〕49号要求不符的失信约束措施。',
      '本报告的数字由清规 0.1.0 根据扫描结果和人工决定的日志汇总。',
    ]);
  });

  it('concludes nothing where nothing was read', () => {
    const text = lines(emptyFigures()).join('\n');
    expect(text).toContain('没有找到任何文件。');
    expect(text).toContain('没有读取到任何文件，不能作出“不涉及”的结论。');
    expect(text).toContain('尚无人工决定。');
    expect(text).toContain('没有法规库，所引条文的原文未经核对。');
    expect(text).not.toContain('没有列入台账的失信约束措施');
  });

  it('says of a folder without rows for which files that holds', () => {
    const unread = { source: 'a.pdf', reason: '文件已加密，无法读取', looked: false, note: '' };
    const figures = emptyFigures({ filesFound: 4, filesRead: 3, unreadFiles: [unread], documents: 3 });
    expect(lines(figures).join('\n')).toContain(
      '已读取的3份文件没有列入台账的失信约束措施。另有1份文件未能读取且尚未人工查阅，其内容不在此结论之内。',
    );
  });

  it('leaves to do only what the figures leave', () => {
    const all = { 是: 3, 否: 0, 待核实: 0 };
    const rows = [summaryRow({ disposal: '保留' })];
    const figures = emptyFigures({
      rows,
      national: { ...all, 是: 1 },
      local: { ...all, 是: 1 },
      confirmations: [{ who: '甲', rows: 1, firstAt: rows[0]!.confirmedAt, lastAt: rows[0]!.confirmedAt }],
    });
    const text = lines(figures);
    expect(text.slice(text.indexOf('四、下一步工作'), -1)).toEqual([
      '四、下一步工作',
      '不新出台与国办发〔2020〕49号要求不符的失信约束措施。',
    ]);
    expect(text).toContain('台账共列入文件1件，其中已经人工确认1件，有冲突0件，待确认0件。');
  });

  it.each([
    [{ compared: 0, same: 0, kappa: null }, '尚无共同判断的事项，未计算一致性。'],
    [{ compared: 3, same: 3, kappa: null }, '相同3处，不同0处，κ（Cohen’s kappa）无法计算。'],
    [{ compared: 3, same: 1, kappa: -0.2 }, 'κ（Cohen’s kappa）为-0.20（保留两位小数）。'],
  ])('says what can be said of agreement: %o', (figures, words) => {
    const agreement = { first: '甲', second: '乙', ...figures };
    expect(lines(summaryFigures({ agreement })).join('\n')).toContain(words);
  });

  it('warns where the log does not hold', () => {
    expect(lines(summaryFigures({ logIntact: false })).join('\n')).toContain(
      '共21条，校验未通过，须查明原因后再行报送',
    );
  });
});

describe('figures', () => {
  it('that add up have no faults', () => {
    expect(figureFaults(summaryFigures())).toEqual([]);
    expect(figureFaults(emptyFigures())).toEqual([]);
  });

  it.each<[Partial<SummaryFigures>, string]>([
    [{ filesFound: 8 }, '找到的文件为8，各项之和为7'],
    [{ national: { 是: 1, 否: 2, 待核实: 1 } }, '国家层面依据的行数为3，各项之和为4'],
    [{ findingsRejected: 3 }, '预填的发现为12，各项之和为13'],
    [{ breachErrors: 3 }, '规则检查的错误和警告为6，各项之和为5'],
    [{ confirmations: [] }, '已确认的行数为2，各项之和为0'],
    [{ filesPartlyRead: 5 }, '只读到一部分的文件为5，超过4'],
    [{ rowsWithoutBasis: 3 }, '两项依据均为“否”的行为3，超过2'],
    [{ documents: 2 }, '涉及P的公文为3，超过2'],
    [
      { agreement: { first: '甲', second: '乙', compared: 1, same: 2, kappa: null } },
      '两人相同的判断为2，超过1',
    ],
  ])('that do not are refused with what is wrong: %o', (change, fault) => {
    expect(figureFaults(summaryFigures(change))).toEqual([fault]);
  });

  it('name who confirmed each confirmed row', () => {
    const [first, ...rest] = summaryFigures().rows;
    const rows = [{ ...first!, confirmedBy: '' }, ...rest];
    expect(figureFaults(summaryFigures({ rows }))).toEqual(['有已确认的行没有确认人或者确认时间']);
  });
});

describe('a moment', () => {
  it.each([
    ['2026-03-01T01:05:00.000Z', '2026年3月1日9时05分'],
    ['2026-12-31T16:00:00Z', '2027年1月1日0时00分'],
    ['2026-03-01T09:05:00+08:00', '2026年3月1日9时05分'],
  ])('%s is %s in Beijing, wherever the machine stands', (iso, words) => {
    expect(beijingTime(iso)).toBe(words);
  });

  it.each(['', '2026-03-01', '2026-03-01T09:05:00', 'yesterdayZ'])('is refused without zone: "%s"', (iso) => {
    expect(() => beijingTime(iso)).toThrow(RangeError);
  });
});
