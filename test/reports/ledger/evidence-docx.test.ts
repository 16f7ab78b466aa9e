import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EvidenceInput, writeEvidenceDocx } from '../../../reports/index.js';
import { atTwoTimes } from '../../clock.js';
import { breach, document, evidence, input, row } from '../samples.js';
import { readWord } from '../word/xml.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evidence-docx-'));
});
afterAll(() => rm(folder, { recursive: true }));

const path = (): string => join(folder, '证据附件.docx');
const written = async (change: Partial<EvidenceInput>) => {
  await writeEvidenceDocx(path(), input(change));
  return readWord(path());
};
const hint = document({
  name: '《提示》',
  row: null,
  evidence: [evidence({ label: 'Q', national: { answer: 'no', reason: '不问' } })],
});

describe('the evidence on paper', () => {
  it('leads from each row to its findings, with place, words, meaning, citations, checks and answers', async () => {
    const { texts } = await written({
      documents: () => [
        hint,
        document({
          evidence: [
            evidence({
              checks: ['《甲法》第三条：已核实', '《乙法》：未收录'],
              suggestions: ['《丙法》第五条'],
            }),
          ],
          breaches: [
            breach({ also: [{ place: '第八条', sourcePlace: '第9段', span: { start: 0, end: 1 } }] }),
            breach({ place: '', severity: 'error', suppression: { reason: '市条例另有规定' } }),
          ],
        }),
      ],
    });
    expect(texts.slice(3)).toEqual([
      '1. 《清水市生活垃圾投放办法》（清政发〔2018〕12号）',
      '源文件：市容/垃圾投放办法.docx',
      '台账填写：信用信息共享公开：是；“黑名单”认定：是；失信惩戒措施：否；国家层面依据：否；地方性法规依据：待核实；处置方式：须人工确定',
      '处置方式的理由：地方性法规依据尚待核实，不能提出处置方式。',
      '证据1　第十二条第一款　涉及信用信息共享公开',
      '原文位置：第3页第12段',
      '原文摘录：多次不按规定投放垃圾的，由主管部门【记入个人信用档案】。',
      '用语含义：将行为信息记入信用档案',
      '引用的依据：《云川省社会信用条例》第三十条',
      '依据核对（1）：《甲法》第三条：已核实',
      '依据核对（2）：《乙法》：未收录',
      '国家层面依据：否。本条没有援引国家层面依据。',
      '地方性法规依据：待核实。引用的条例不在目录中。',
      '可供参考的依据（须人工判断）：《丙法》第五条',
      '规则检查意见1　第十二条第一款　警告',
      '问题：通过媒体、公告栏等公开失信信息，而未写明规定的网站',
      '规则依据：国办发〔2020〕49号（五）（49-5-channel）',
      '原文位置：第3页第12段',
      '原文摘录：失信用户【在小区公告栏公】布。',
      '另涉及：第八条',
      '修改建议：改为在认定部门门户网站公开',
      '规则检查意见2　（无条款编号）　错误',
      '问题：通过媒体、公告栏等公开失信信息，而未写明规定的网站',
      '规则依据：国办发〔2020〕49号（五）（49-5-channel）',
      '原文位置：第3页第12段',
      '原文摘录：失信用户【在小区公告栏公】布。',
      '处理情况：不作修改，理由：市条例另有规定',
      '未列入台账的公文（只有提示或规则检查意见）',
      '— 《提示》',
      '源文件：市容/垃圾投放办法.docx',
      '证据1　第十二条第一款　提示：资格限制',
      '原文位置：第3页第12段',
      '原文摘录：多次不按规定投放垃圾的，由主管部门【记入个人信用档案】。',
      '用语含义：将行为信息记入信用档案',
      '引用的依据：《云川省社会信用条例》第三十条',
    ]);
  });

  it('marks the words themselves so that they are seen in print', async () => {
    const { document: xml } = await written({});
    expect(xml).toMatch(/<w:b\/>(?:(?!<w:r>).)*<w:shd [^>]*D9D9D9[^>]*>(?:(?!<w:r>).)*【记入个人信用档案】/s);
  });

  it('stands upright, with 草稿 behind a draft alone', async () => {
    const draft = await written({ draft: true });
    expect(draft.document).toContain('w:orient="portrait"');
    expect(draft.headers[0]).toContain('string="草稿"');
    expect((await written({})).headers).toEqual([]);
  });

  it('counts the rows as the ledger does', async () => {
    const { texts } = await written({
      documents: () => [hint, ...Array.from({ length: 300 }, () => document({ row: row() }))],
    });
    expect(texts.filter((text) => /^\d+\. 《/.test(text)).map((text) => Number.parseInt(text, 10))).toEqual(
      Array.from({ length: 300 }, (_, at) => at + 1),
    );
  });

  it('says that there is none where there is none, and nothing of 不涉及', async () => {
    const { texts } = await written({ documents: () => [] });
    expect(texts.at(-1)).toBe('没有可列的证据。');
    expect(texts.join()).not.toContain('不涉及');
  });

  it('is the same to the byte for the same input, whatever the clock says', async () => {
    const [first, second] = await atTwoTimes(async () => {
      await writeEvidenceDocx(path(), input({ draft: true }));
      return readFile(path());
    });
    expect(second.equals(first)).toBe(true);
  });
});
