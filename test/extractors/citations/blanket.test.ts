import { describe, expect, it } from 'vitest';
import { findBlanketReferences } from '../../../extractors/citations/index.js';

const found = (text: string): string[] =>
  findBlanketReferences(text).map(({ start, end, text: words }) => {
    expect(text.slice(start, end)).toBe(words);
    return words;
  });

describe('references that name no text', () => {
  it.each([
    ['由主管部门依照有关法律、法规的规定处罚', ['有关法律、法规的规定']],
    ['按照国家有关规定执行', ['国家有关规定']],
    ['按照国家和本市有关规定列入名单', ['国家和本市有关规定']],
    ['根据相关法律法规规定', ['相关法律法规规定']],
    ['法律、行政法规规定的其他情形', ['法律、行政法规规定']],
    ['依法依规实施联合惩戒', ['依法依规']],
    ['按照国家规定记入档案', ['国家规定']],
    ['依照法律、法规予以处理', ['法律、法规']],
    ['根据《云川条例》和其他有关法律，制定本办法', ['其他有关法律']],
    ['按有关规定处理，并依照相关政策公示', ['有关规定', '相关政策']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['the rules of a named text', '依照《云川省信用条例》的有关规定处罚'],
    ['the rules of a bare statute', '依照行政许可法的有关规定处罚'],
    ['the rules of this text', '适用本办法的有关规定'],
    ['a title that follows', '按照有关规定《云川办法》执行'],
    ['departments concerned', '有关部门和单位'],
    ['laws spoken of in general', '宣传法律知识'],
  ])('are not %s', (_what, text) => {
    expect(found(text)).toEqual([]);
  });
});
