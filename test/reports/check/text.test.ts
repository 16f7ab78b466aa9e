import { describe, expect, it } from 'vitest';
import { checkText, rulesText } from '../../../reports/index.js';
import { breach } from '../samples.js';
import { checked, found, report, setAside, unread } from './report.js';

const documentWith = (...breaches: (typeof found)[]) =>
  checked({ documents: [{ name: '《清水市供水管理办法》', level: '规范性文件', breaches }] });

describe('the findings as text', () => {
  it('name file, place, severity, reason, words, article, advice and rule', () => {
    expect(checkText(report(checked()))).toBe(`草案/供水 办法.txt
  第一条（第2段）  警告  通过媒体、公告栏等公开失信信息，而未写明规定的网站  [49-5-channel]
      原文：失信用户【在小区公告栏公】布
      依据：国办发〔2020〕49号（五）
      建议：改为在认定部门门户网站公开

已用2条规则检查1份文件：错误0条，警告1条，提示0条。
错误是条文自身显示的问题；警告是本文件未见、可能由其他文件规定的内容；提示须人工核对。
`);
  });

  it('show what was set aside with its reason, do not count it, and can not steer a terminal', () => {
    const text = checkText(report(documentWith(found, setAside)));
    expect(text).toContain('错误（已忽略）');
    expect(text).toContain('理由：市条例第九条·[31m另有规定');
    expect(text).toContain('错误0条，警告1条');
    expect(text).toContain('另有1条已在忽略清单中说明理由');
    expect(text).not.toContain('\u001b');
  });

  it('quote the same words once', () => {
    const text = checkText(report(documentWith(found, breach({ ...found, rule: '49-12-repair-fee' }))));
    expect(text.match(/原文：/gu)).toHaveLength(1);
  });

  it('name further places of the same', () => {
    const also = ['第五条', '第六条'].map((place) => ({ ...found, place }));
    expect(checkText(report(documentWith(breach({ ...found, also }))))).toContain('另涉及：第五条、第六条');
  });

  it('say that silence is no proof and which rules ran', () => {
    expect(checkText(report(documentWith()))).toContain(
      '已用2条规则检查1份文件，未发现问题。规则只认得一部分写法，未发现不等于没有问题，仍须人工审查。',
    );
  });

  it('conclude nothing where no file was read', () => {
    const text = checkText(report(unread));
    expect(text).toContain('未能读取：文件已加密');
    expect(text).toContain('没有读取到任何文件，不能作出“未发现问题”的结论。');
    expect(text).not.toContain('未发现问题。');
  });

  it('say of laws that the rules do not speak to them, and of files without a document that there is none', () => {
    const law = checked({ documents: [{ name: '《供水法》', level: '法律', breaches: null }] });
    const text = checkText(report(law, checked({ documents: [] })));
    expect(text).toContain('法律，不在规则检查范围内');
    expect(text).toContain('其中1份文件里没有找到公文，未作检查。');
  });
});

it('the list of rules names each with article, severity and advice', () => {
  expect(rulesText(report().rules)).toContain(
    '49-12-repair-fee\n  信用修复不得收费（国办发〔2020〕49号（十二））\n  程度：最高为错误；对象：条款\n  建议：删去收费的要求',
  );
});
