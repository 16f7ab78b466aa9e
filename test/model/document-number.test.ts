import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDocumentNumbers, normaliseDocumentNumber } from '../../model/index.js';

const numbers = (text: string): string[] => findDocumentNumbers(text).map(({ number }) => number);

describe('文号 in running text', () => {
  it.each([
    // Brackets and digits.
    ['云办发〔2020〕49号', '云办发〔2020〕49号', 'the form of the standard'],
    ['云办发[2020]49号', '云办发〔2020〕49号', 'square brackets'],
    ['云办发［2020］49号', '云办发〔2020〕49号', 'full-width square brackets'],
    ['云办发【2020】49号', '云办发〔2020〕49号', 'heavy brackets'],
    ['云办发(2020)49号', '云办发〔2020〕49号', 'round brackets'],
    ['云办发（2020）49号', '云办发〔2020〕49号', 'full-width round brackets'],
    ['云办发﹝2020﹞49号', '云办发〔2020〕49号', 'small tortoise-shell brackets'],
    ['云办发〈2020〉49号', '云办发〔2020〕49号', 'angle brackets'],
    ['云发<2006>24号', '云发〔2006〕24号', 'signs of comparison'],
    ['云办发〔2020]49号', '云办发〔2020〕49号', 'two kinds of bracket'],
    ['云办发〔２０２０〕４９号', '云办发〔2020〕49号', 'full-width digits'],
    ['云办发〔2020〕第49号', '云办发〔2020〕第49号', '第 is kept'],
    ['云办发〔2020年〕49号', '云办发〔2020〕49号', '年 in the bracket'],
    // Bracket missing or misread.
    ['云办发〔2020 49号', '云办发〔2020〕49号', 'no closing bracket'],
    ['云办发2020〕49号', '云办发〔2020〕49号', 'no opening bracket'],
    ['云办发〔2020149号', '云办发〔2020〕49号', 'closing bracket read as 1'],
    ['云办发12020149号', '云办发〔2020〕49号', 'both brackets read as 1'],
    ['云办发12020〕49号', '云办发〔2020〕49号', 'opening bracket read as 1'],
    ['云办发〔2020〔49号', '云办发〔2020〕49号', 'the wrong bracket behind'],
    ['云办发〕2020〕49号', '云办发〔2020〕49号', 'the wrong bracket before'],
    ['云办发202049号', '云办发〔2020〕49号', 'no bracket'],
    ['云办发2020年49号', '云办发〔2020〕49号', '年 for the brackets'],
    ['云办发〔2O20〕49号', '云办发〔2020〕49号', 'O for 0'],
    ['云办发「2020」49号', '云办发〔2020〕49号', 'corner brackets'],
    ['云府〔二〇〇三〕5号', '云府〔2003〕5号', 'the year in Chinese numerals'],
    ['云府〔二○○三〕第十五号', '云府〔2003〕第15号', 'year and serial in Chinese numerals'],
    ['云政发〔2019〕12-1号', '云政发〔2019〕12-1号', 'a serial of two parts'],
    ['云人社函[2014]字第5号', '云人社函〔2014〕字第5号', '字 before the serial'],
    // White space.
    ['云办发〔2020 〕49 号', '云办发〔2020〕49号', 'white space before marks'],
    ['云 办 发 〔 2020 〕 49 号', '云办发〔2020〕49号', 'white space after every character'],
    ['根据 云办发〔2020〕49号', '云办发〔2020〕49号', 'a word before white space is not part of it'],
    // Codes.
    ['津招办中发〔2015〕25号', '津招办中发〔2015〕25号', 'a long code'],
    ['京教基（二）〔2010〕8号', '京教基（二）〔2010〕8号', 'a bracket in the code'],
    ['云人社规-[2016]4号', '云人社规〔2016〕4号', 'a dash before the year'],
    ['建房[1994]493号', '建房〔1994〕493号', 'a short code'],
    ['云发[86]90号', '云发〔86〕90号', 'a year of two digits'],
    ['（1989）云民字第11号', '〔1989〕云民字第11号', 'the year first'],
    ['〔2014〕21号', '〔2014〕21号', 'no code'],
    // Leading words.
    ['根据云发〔2014〕21号', '云发〔2014〕21号', '根据'],
    ['未达到清政办发〔1996〕177号', '清政办发〔1996〕177号', '达到'],
    ['你院云高法〔1998〕19号', '云高法〔1998〕19号', 'who is spoken to'],
    ['我院法〔1998〕86号', '法〔1998〕86号', 'who speaks, and a code of one character'],
    ['我院以法〔1998〕86号通知', '法〔1998〕86号', 'who speaks, and 以'],
    ['根据〔2014〕21号', '〔2014〕21号', '根据 and no code'],
    ['根据2021年第3号公告', '2021年第3号公告', '根据 and no issuer'],
    ['为贯彻落实云发〔2014〕21号', '云发〔2014〕21号', '贯彻落实'],
    ['严格执行国务院国发〔2010〕10号', '国发〔2010〕10号', 'issuer before its code'],
    ['清水市人民政府清府〔1994〕200号', '清府〔1994〕200号', 'a government before its code'],
    ['教育部教基〔2014〕1号', '教基〔2014〕1号', 'a ministry before its code'],
    ['人社部发〔2014〕17号', '人社部发〔2014〕17号', '部 inside of a code'],
    ['工信部联企业〔2011〕300号', '工信部联企业〔2011〕300号', '部 inside of a long code'],
    ['发文字号：云办发〔2018〕121号', '云办发〔2018〕121号', 'a label'],
    ['《云川意见》云人社发〔2014〕103号', '云人社发〔2014〕103号', 'a title'],
    ['国经贸〔2000〕5号', '国经贸〔2000〕5号', '经 inside of a code'],
    ['和政发〔2012〕5号', '和政发〔2012〕5号', '和 begins the name of a place'],
    // Decrees.
    ['国务院令第588号', '国务院令第588号', 'the State Council'],
    ['中华人民共和国主席令第62号', '中华人民共和国主席令第62号', 'the President'],
    ['主席令第六十三号', '主席令第六十三号', 'Chinese numerals'],
    ['国务院令588号', '国务院令588号', 'no 第'],
    ['国务院第588号令', '国务院第588号令', '令 last'],
    ['云川省人民政府令 第306号', '云川省人民政府令第306号', 'white space'],
    ['云川省人民政府令（第21号）', '云川省人民政府令第21号', 'number in brackets'],
    ['云川省人民政府令（〔2011〕第20号）', '云川省人民政府令〔2011〕第20号', 'year in brackets in brackets'],
    ['国家发展改革委令2011年第9号', '国家发展改革委令2011年第9号', 'with year'],
    ['卫生部、国家环境保护总局令第21号', '卫生部、国家环境保护总局令第21号', 'joint'],
    ['住房和城乡建设部令第18号', '住房和城乡建设部令第18号', '和 in the name'],
    ['2015年4月16日环境保护部令第34号', '环境保护部令第34号', 'a date'],
    ['2015年4月16日原环境保护部令第34号', '环境保护部令第34号', 'a date and 原'],
    ['以国务院令第5号公布', '国务院令第5号', '以 … 公布'],
    ['日照市人民政府令第5号', '日照市人民政府令第5号', '日 begins the name of a place'],
    ['太原市人民政府令第5号', '太原市人民政府令第5号', '原 inside of the name of a place'],
    ['清府令第87号', '清府令第87号', 'a short name of the issuer'],
    ['云川省人民政府第17号', '云川省人民政府第17号', 'without 令'],
    ['国务院一九八○年275号文件', '国务院一九八○年275号', 'the old form, without code'],
    ['清水市人大常务委员会第36号公布', '清水市人大常务委员会第36号', 'a congress, without 公告'],
    // Announcements.
    ['云川省人大常委会公告第62号', '云川省人大常委会公告第62号', 'a congress'],
    ['云川省人大常委会公告\n（第61号）', '云川省人大常委会公告第61号', 'over a line'],
    ['国家税务总局公告2021年第3号', '国家税务总局公告2021年第3号', 'year and number'],
    ['公告（2021年第3号）', '公告2021年第3号', 'in brackets'],
    ['2021年第3号公告', '2021年第3号公告', '公告 last'],
    ['云川省人大常委会公告（十三届第62号）', '云川省人大常委会公告十三届第62号', 'with the session'],
    ['第588号国务院令', '第588号国务院令', 'issuer and 令 last'],
    ['第5号公安部令', '第5号公安部令', 'a ministry and 令 last'],
    ['财政部 国家税务总局令第65号', '财政部国家税务总局令第65号', 'joint, with white space between'],
  ])('%s is %s (%s)', (text, expected) => {
    expect(numbers(text)).toEqual([expected]);
  });

  it.each([
    ['（2003）民一终字第55号', "a court's case"],
    ['清水市人民路20号', 'a house'],
    ['编号、账号和型号', 'no digits'],
    ['市常务委员会第3号议案', 'a motion'],
    ['实行一号对外', 'one desk'],
    ['责令第三方3号库停用', '责令'],
    ['许可证第0410号', 'a certificate'],
    ['云ICP备05086117号', 'a web site'],
    ['云办发2020149号', 'no bracket, and 1 may be one: 49 or 149'],
    ['下发2015年3号文件', 'a verb that ends as a code'],
    ['清水市通知2015年3号', '2015 without code or bracket'],
  ])('%s is none: %s', (text) => {
    expect(numbers(text)).toEqual([]);
  });

  it('stand one after the other, each with its own place', () => {
    const text = '按照云发〔2014〕21号和云办发〔2020〕49号、发改财〔2021〕15号';
    expect(findDocumentNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '云发〔2014〕21号',
      '云办发〔2020〕49号',
      '发改财〔2021〕15号',
    ]);
  });

  it('share code and year in a list', () => {
    expect(numbers('财税〔2016〕36号、46号')).toEqual(['财税〔2016〕36号', '财税〔2016〕46号']);
    expect(numbers('财税〔2016〕36、46号')).toEqual(['财税〔2016〕36号', '财税〔2016〕46号']);
  });

  it('share the issuer of a decree in a list, where 第 says that the list goes on', () => {
    expect(numbers('国务院令第588号、第645号')).toEqual(['国务院令第588号', '国务院令第645号']);
    expect(numbers('国务院令第588号、3号楼')).toEqual(['国务院令第588号']);
    expect(numbers('国务院令第588号和公安部令第3号')).toEqual(['国务院令第588号', '公安部令第3号']);
  });

  it('of several issuers each have their own code', () => {
    expect(numbers('云财综〔2008〕1号、云建房〔2008〕2号')).toEqual([
      '云财综〔2008〕1号',
      '云建房〔2008〕2号',
    ]);
  });
});

describe('the normal form', () => {
  const code = fc.constantFrom('国办发', '云府', '津招办中发', '京教基二', '建房');
  const brackets = fc.constantFrom('〔〕', '[]', '［］', '【】', '()', '（）', '﹝﹞');
  const year = fc.integer({ min: 1980, max: 2035 });
  const serial = fc.integer({ min: 1, max: 99_999 });

  it('is the same for all brackets and widths, and a second pass changes nothing', () => {
    fc.assert(
      fc.property(code, brackets, year, serial, fc.boolean(), (name, [open, close], y, n, wide) => {
        const plain = `${name}${open}${y}${close}${n}号`;
        const text = wide
          ? plain.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
          : plain;
        const [found, ...others] = findDocumentNumbers(`。${text}。`);
        expect(others).toEqual([]);
        expect(found).toEqual({ start: 1, end: 1 + text.length, number: `${name}〔${y}〕${n}号` });
        expect(normaliseDocumentNumber(found!.number)).toBe(found!.number);
      }),
    );
  });

  it('is what normaliseDocumentNumber makes of the words found', () => {
    const text = '云 办 发 [2020] 49 号；云川省人民政府令（第21号）';
    for (const { start, end, number } of findDocumentNumbers(text))
      expect(normaliseDocumentNumber(text.slice(start, end))).toBe(number);
  });
});
