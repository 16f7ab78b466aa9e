import { describe, expect, it } from 'vitest';
import { documentsOf } from '../../../pipeline/filed-ledger/names.js';
import { answerOf, disposalOf, saysNothing } from '../../../pipeline/filed-ledger/values.js';

describe('what a cell of a ledger says', () => {
  it.each([
    ['是', 'yes'],
    [' 是 ', 'yes'],
    ['是（第三条）', 'yes'],
    ['有', 'yes'],
    ['√', 'yes'],
    ['☑是 □否', 'yes'],
    ['□是 ☑否', 'no'],
    ['是（ ） 否（√）', 'no'],
    ['否', 'no'],
    ['无', 'no'],
    ['不涉及', 'no'],
    ['×', 'no'],
    ['/', 'no'],
    ['V', 'yes'],
    ['\uf0fc', 'yes'],
    ['》是', 'yes'],
    ['是。第三条规定，对不履行义务情节严重的，列入“黑名单”，并按照有关规定向社会公布，实施重点管理', 'yes'],
    ['是否列入“黑名单”由市级部门认定，本单位没有作出规定，也没有实施过相关措施，请予以核实后确定', 'unknown'],
    ['', 'unknown'],
    ['是/否', 'unknown'],
    ['是□ 否□', 'unknown'],
    ['□是 □否', 'unknown'],
    ['待核实', 'unknown'],
    ['有待研究', 'unknown'],
  ])('%j answers %s', (text, answer) => {
    expect(answerOf(text)).toBe(answer);
  });

  it.each([
    ['修订', '修订'],
    ['建议 废 止', '废止'],
    ['保留（规范完善）', '保留'],
    ['修改', '修订'],
    ['保留/修订', null],
    ['', null],
  ])('%j proposes %s', (text, disposal) => {
    expect(disposalOf(text)).toBe(disposal);
  });

  it.each([
    ['《清水市垃圾办法》（清政发〔2018〕12号）', '清水市垃圾办法', '清政发〔2018〕12号'],
    [
      '《关于印发〈清水市垃圾办法〉的通知》\n清政办[2019]3号',
      '关于印发〈清水市垃圾办法〉的通知',
      '清政办〔2019〕3号',
    ],
    [
      '《关于印发《清水市垃圾办法》的通知》(清政办〔2019〕3号)',
      '关于印发《清水市垃圾办法》的通知',
      '清政办〔2019〕3号',
    ],
    ['清水市垃圾办法（清政发〔2018〕12号）', '清水市垃圾办法', '清政发〔2018〕12号'],
    ['《清水市垃圾办法》（文号）', '清水市垃圾办法', null],
    ['清水市垃圾办法', '清水市垃圾办法', null],
    ['《清水市垃圾办法', '清水市垃圾办法', null],
  ])('%j is a document', (text, title, documentNumber) => {
    expect(documentsOf(text)).toEqual([{ title, documentNumber }]);
  });

  it.each([
    ['《甲办法》（清政发〔2018〕12号）、《乙规定》', ['甲办法 清政发〔2018〕12号', '乙规定 null']],
    [
      '1.《甲办法》（清政发〔2018〕12号）\n2.《乙规定》（清政发〔2019〕3号）',
      ['甲办法 清政发〔2018〕12号', '乙规定 清政发〔2019〕3号'],
    ],
    ['《甲办法》和《乙规定》', ['甲办法 null', '乙规定 null']],
    [
      '清水市垃圾办法（清政发〔2018〕12号）\n清水市环卫规定（清政发〔2019〕3号）',
      ['清水市垃圾办法 清政发〔2018〕12号', '清水市环卫规定 清政发〔2019〕3号'],
    ],
    // Said of each other: one document.
    [
      '关于修改《甲办法》和《乙规定》的通知（清政发〔2019〕3号）',
      ['关于修改《甲办法》和《乙规定》的通知 清政发〔2019〕3号'],
    ],
    ['《甲办法》（根据《乙规定》修订）', ['甲办法 null']],
  ])('%j names these documents', (text, names) => {
    expect(documentsOf(text).map(({ title, documentNumber }) => `${title} ${documentNumber}`)).toEqual(names);
  });

  it.each([
    ['经梳理，不涉及', true],
    ['经自查，我单位无需清理规范的文件', true],
    ['零报告', true],
    ['是否涉及失信惩戒措施', false],
    ['如不涉及，请填“无”', false],
    ['待人工查阅后填写', false],
  ])('%j says that there is nothing: %s', (text, nothing) => {
    expect(saysNothing(text)).toBe(nothing);
  });
});
