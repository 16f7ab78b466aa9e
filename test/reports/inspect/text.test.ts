import { describe, expect, it } from 'vitest';
import { reason } from '../../../model/index.js';
import { readFiledLedgers } from '../../../pipeline/index.js';
import { inspectText } from '../../../reports/index.js';
import { DISTRICT, manuscriptWith, ROW } from '../../pipeline/filed-ledger/tables.js';
import { analysis, hintOnly, manuscript, outcome } from '../analysis.js';

describe('an inspection', () => {
  it('shows a person what each stage made of the file', () => {
    const text = inspectText(outcome, manuscript, analysis, {
      meaningOf: (cue) => (cue === 'D.sample' ? '记入信用档案' : ''),
    });
    expect(text).toBe(`文件    市容/垃圾投放办法.docx
类型    Word 文档（docx），20.0 KB，1页
状态    已读取
说明    修订痕迹按已接受处理
元数据  索引号：QS-2018-12

公文 1/1（主文件）《清水市生活垃圾投放办法》（清政发〔2018〕12号）
  标题      清水市生活垃圾投放办法〔正文 第1页第1段〕
  文号      清政发〔2018〕12号〔元数据〕
  制发机关  未找到
  成文日期  2018-03-01〔元数据〕
  公布日期  未找到
  施行日期  未找到
  效力层级  规范性文件〔推定〕
  地域      云川省清水市
  附件
    1 投放时间表
  结构
    第一条  根据《云川省社会信用条例》第三十条，制定本办法。
    第二条  多次不按规定投放垃圾的，由主管部门记入个人信用档案，一年内不得参加评优。  〔涉及信用信息共享公开、提示：资格限制〕
  发现（1处）
    第二条（第1页第3段）
      涉及信用信息共享公开  记入信用档案（D.sample）
        第二条 多次不按规定投放垃圾的，由主管部门【记入个人信用档案】，一年内不得参加评优。
      提示：资格限制  Q.sample
        第二条 多次不按规定投放垃圾的，由主管部门记入个人信用档案，【一年内不得参加评优】。
      国家层面依据：否。没有援引国家层面依据。
      地方性法规依据：待核实。条例不在目录中。
        制定依据条款援引，地方性法规，可作地方性法规依据。《云川省社会信用条例》第三十条：未收录；目录未收录
  台账
    规章、规范性文件或其他文件名称(含文号)  《清水市生活垃圾投放办法》（清政发〔2018〕12号）
    是否涉及信用信息共享公开                是
    是否涉“黑名单”认定                      是
    是否涉及失信惩戒措施                    否
    相关内容摘要                            第十二条：多次不按规定投放垃圾的，记入个人信用档案；情节严重的，列入“黑名单”。
    是否有国家层面依据                      否
    是否有地方性法规依据                    待核实
    依据的具体内容
    处置方式                                须人工确定
    处置方式的理由：依据待核实。
  规则检查：未见问题，不等于没有问题
`);
  });

  it('says that a document with hints alone has no row', () => {
    const text = inspectText(outcome, manuscript, { notes: [], documents: [hintOnly], ledgers: [] });
    expect(text).toContain('台账：不列入');
    expect(text).toContain('提示：资格限制  Q.sample');
  });

  it('shows how sure recognised pages are, their doubtful lines and what was mended', () => {
    const text = '第一条 根据〔2016〕7号，\n制定本办法。';
    const box = { x: 0, y: 0, width: 1, height: 1 };
    const recognised = [
      { span: { start: 0, end: 15 }, page: 1, box, confidence: 0.9, doubtful: [{ start: 0, end: 2 }] },
      { span: { start: 16, end: 22 }, page: 2, box, confidence: 0.9996, doubtful: [] },
    ];
    const repairs = [{ span: { start: 6, end: 12 }, original: '[2016]', rule: 'document-number-brackets' }];
    const blocks = [{ kind: 'paragraph' as const, span: { start: 0, end: 15 }, paragraph: 1, page: 1 }];
    const read = { ...manuscript, text, blocks, recognised, repairs };
    const shown = inspectText(outcome, read, { notes: [], documents: [], ledgers: [] });
    expect(shown).toContain(`识别    第1页，平均把握90.0%
识别    第2页，平均把握99.9%
存疑    第1页  【第一】条 根据〔2016〕7号，
更正    第1页  “[2016]”→“〔2016〕”（文号括号）`);
  });

  it('says why a file was not read and what to do', () => {
    const text = inspectText({ ...outcome, status: 'failed', reason: reason('encrypted') }, null, null);
    expect(text).toContain('状态  读取失败\n原因  文件已加密，无法读取\n建议  请解除密码后重新扫描\n');
  });

  it('says when no document was found', () => {
    expect(inspectText(outcome, manuscript, { notes: [], documents: [], ledgers: [] })).toContain(
      '没有在文件中找到公文。',
    );
  });

  it('cannot be steered by what stands in the file', () => {
    const text = inspectText({ ...outcome, source: 'a\u001B]0;x\u0007\u202Etxt.doc' }, null, null);
    expect(text).toContain('文件  a·]0;x··txt.doc');
  });

  it('shows a filed ledger: whose, in which form, its rows under the headings', () => {
    const ledgers = readFiledLedgers(
      manuscriptWith(['清水市教育局失信约束措施台账', [DISTRICT, ROW, ROW, ROW, ROW.with(0, '4')]]),
    );
    const text = inspectText(outcome, manuscript, { notes: [], documents: [], ledgers });
    expect(text).toContain(
      '已填报的台账\n  样式      区县样式\n  填报单位  清水市教育局\n  填报日期  未找到\n  行数      4\n  第1行\n',
    );
    expect(text).toContain('    是否涉及惩戒措施                否\n');
    expect(text).toContain('  另有1行，见 --json\n');
    expect(text).not.toContain('没有在文件中找到公文');
  });
});
