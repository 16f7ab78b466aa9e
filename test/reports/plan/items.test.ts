import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planItems } from '../../../reports/index.js';
import { quotation } from '../../../reports/plan/quotation.js';
import { breachAt, no, planRow, read, source, unknown, yes } from './source.js';

const LISTED = { label: '第八条', text: '欠费用户列入“黑名单”。', labels: ['B'] } as const;
const FEE = { label: '第九条', text: '申请信用修复的，收取工本费。' } as const;
const PLAIN = { label: '第十条', text: '本办法自公布之日起施行。' } as const;
const fee = {
  rule: '49-12-repair-fee',
  severity: 'error',
  article: '国办发〔2020〕49号（十二）',
  message: '信用修复收取费用',
  suggestion: '删去收费的规定',
} as const;

describe('the items of a document', () => {
  it('are the provisions that break a rule or lack a ground, in reading order, with what the row says of all', () => {
    const document = read([LISTED, FEE, PLAIN]);
    const items = planItems(source({ ...document, breaches: [breachAt(document, 1, fee)] }));
    const shared = {
      document: '《清水市供水管理办法》（清政发〔2018〕3号）',
      source: '水务/供水办法.docx',
      disposal: '修订',
      completion: '2021年6月底',
      responsibleUnit: '清水市水务局',
      responsiblePerson: '张某 副局长',
      basis: ['无'],
    };
    expect(items).toEqual([
      {
        ...shared,
        place: '第八条',
        quotation: '欠费用户列入“黑名单”。',
        problems: ['未见国家层面依据和地方性法规依据：本条未援引依据（国办发〔2020〕49号（六））。'],
        measures: [
          '修订第八条。',
          '写明所依据的法律、法规或者党中央、国务院政策文件的名称和条款；没有依据的，修改或者删除有关内容。',
        ],
      },
      {
        ...shared,
        place: '第九条',
        quotation: '申请信用修复的，收取工本费。',
        problems: ['信用修复收取费用（国办发〔2020〕49号（十二））。'],
        measures: ['修订第九条。', '删去收费的规定。'],
      },
    ]);
  });

  it('say 待核实 for what nobody knows, and assert nothing of it', () => {
    const document = read([{ ...LISTED, national: unknown }]);
    const row = planRow({
      nationalBasis: '待核实',
      basisContent: '',
      completion: ' ',
      responsibleUnit: '',
      responsiblePerson: '',
    });
    const [item, ...others] = planItems(source(document, row));
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      problems: ['本条的依据待核实：所引条例未收录（国办发〔2020〕49号（六））。'],
      basis: ['待核实'],
      completion: '待核实',
      responsibleUnit: '待核实',
      responsiblePerson: '待核实',
    });
  });

  it('leave out notes, and what a person has set aside', () => {
    const document = read([FEE]);
    const breaches = [
      breachAt(document, 0, { ...fee, severity: 'note' }),
      breachAt(document, 0, { ...fee, suppression: { reason: '另有规定' } }),
    ];
    expect(planItems(source({ ...document, breaches }, planRow({ disposal: '保留' })))).toEqual([]);
  });

  it('say of warnings that other files may answer them, by their numbers', () => {
    const document = read([LISTED]);
    const breaches = [
      breachAt(document, 0, fee),
      breachAt(document, 0, { message: '全文没有移出名单的条件', article: '国办发〔2020〕49号（七）' }),
    ];
    const [item] = planItems(source({ ...document, breaches }));
    expect(item!.problems).toEqual([
      '1．信用修复收取费用（国办发〔2020〕49号（十二））。',
      '2．全文没有移出名单的条件（国办发〔2020〕49号（七））。',
      '3．未见国家层面依据和地方性法规依据：本条未援引依据（国办发〔2020〕49号（六））。',
      '第2项属规则检查的警告，是否成立须结合其他文件核实（待核实）。',
    ]);
  });

  it('name a missing ground once, where a rule has found it and the assessment too', () => {
    const document = read([LISTED]);
    const ground = breachAt(document, 0, {
      rule: '49-6-list-basis',
      message: '设列名单，未见依据：本条未援引依据',
      article: '国办发〔2020〕49号（六）',
      suggestion: '写明依据；没有依据的，删去名单',
    });
    const [item] = planItems(source({ ...document, breaches: [ground] }));
    expect(item!.problems).toEqual(['设列名单，未见依据：本条未援引依据（国办发〔2020〕49号（六））。']);
    expect(item!.measures).toEqual(['修订第八条。', '写明依据；没有依据的，删去名单。']);
  });

  it('follow the person who has found a ground where the tool has not', () => {
    const document = read([LISTED]);
    const row = planRow({ nationalBasis: '是', basisContent: '《某法》第三条', disposal: '保留' });
    expect(planItems(source(document, row))).toEqual([]);
    const ground = breachAt(document, 0, { rule: '49-6-list-basis', message: '设列名单，未见依据' });
    const [item] = planItems(source({ ...document, breaches: [ground] }, row));
    expect(item!.problems).toEqual([
      '设列名单，未见依据（国办发〔2020〕49号（五））；台账填有依据，待核实。',
    ]);
    expect(item!.basis).toEqual(['台账填写：《某法》第三条']);
    expect(item!.measures.at(-1)).toBe('台账的处置方式为“保留”，与所列问题不一致，请复核。');
  });

  it('hold the places that a finding is gathered from, and those outside of all provisions', () => {
    const document = read([LISTED, FEE, PLAIN]);
    const places = [breachAt(document, 1), breachAt(document, 2)];
    const outside = { span: { start: 900, end: 904 }, place: '', sourcePlace: '第9段' };
    const breaches = [breachAt(document, 0, { ...fee, also: [...places, outside] })];
    const items = planItems(source({ ...document, breaches }, null));
    expect(items.map(({ place }) => place)).toEqual(['第八条', '第九条', '第十条', '第9段']);
    expect(items[3]!.problems).toEqual(['信用修复收取费用（国办发〔2020〕49号（十二））。']);
    expect(items[0]!.disposal).toBe('待核实');
    expect(items[0]!.measures[0]).toBe('处置方式：待核实。可以采取的措施：');
  });

  it.each([
    ['废止', ['按规定程序废止本文件，不再执行所列措施。']],
    ['立法', ['提请通过立法明确依据；依据明确前不执行所列措施。', '立法时一并解决：', '删去收费的规定。']],
    ['暂缓', ['处置方式：暂缓。可以采取的措施：', '删去收费的规定。']],
  ])('take their measures from the disposal %s', (disposal, measures) => {
    const document = read([FEE]);
    const breaches = [breachAt(document, 0, fee)];
    const [item] = planItems(source({ ...document, breaches }, planRow({ disposal })));
    expect(item!.measures).toEqual(measures);
  });

  it.each(['修订', '立法', '废止'])(
    'are one of the whole document where %s rests on no provision',
    (disposal) => {
      const items = planItems(source(read([PLAIN]), planRow({ disposal })));
      expect(items).toHaveLength(1);
      expect(items[0]).toMatchObject({
        place: '全文',
        quotation: '第八条：欠费用户列入“黑名单”',
        problems: ['台账填写为无国家层面依据、无地方性法规依据（国办发〔2020〕49号（一）（六）（九））'],
      });
    },
  );

  it.each(['保留', ''])('are none where nothing is wrong and the disposal is "%s"', (disposal) => {
    const document = read([{ ...LISTED, national: yes }]);
    expect(planItems(source(document, planRow({ nationalBasis: '是', disposal })))).toEqual([]);
  });

  it('ask no ground of a purpose clause', () => {
    const from = source(read([LISTED]), planRow({ disposal: '保留' }));
    expect(planItems(from)).toHaveLength(1);
    expect(planItems({ ...from, isPurpose: () => true })).toEqual([]);
  });

  it('assert of a 地方性法规, which is a ground itself, no lack of one', () => {
    const document = read([LISTED], { level: 'local-regulation' });
    expect(planItems(source(document, planRow({ disposal: '保留' })))).toEqual([]);
    const [item] = planItems(source(document));
    expect(item!.problems).toEqual([
      '台账填写为无国家层面依据、无地方性法规依据；本条的依据待核实：本条未援引依据（国办发〔2020〕49号（六））。',
    ]);
  });

  it('say nothing by rules of a document to which they do not speak', () => {
    const document = read([{ ...LISTED, national: no }], { level: 'law', breaches: null });
    expect(planItems(source(document, planRow({ disposal: '保留' })))).toEqual([]);
  });

  it('bear the name of the file where there is neither row nor title', () => {
    const document = read([FEE]);
    const { header } = document.regulation;
    const nameless = { ...document.regulation, header: { ...header, title: null, documentNumber: null } };
    const [item] = planItems(
      source({ ...document, regulation: nameless, breaches: [breachAt(document, 0, fee)] }, null),
    );
    expect(item!.document).toBe('水务/供水办法.docx');
  });
});

describe('a quotation', () => {
  it('begins with the sentence of the marked words where the provision is long', () => {
    const text = `${'前文。'.repeat(100)}欠费用户列入“黑名单”。${'后文。'.repeat(100)}`;
    const start = text.indexOf('列入');
    const quoted = quotation(text, [{ start, end: start + 2 }]);
    expect(quoted.startsWith('……欠费用户列入“黑名单”。后文。')).toBe(true);
    expect(quoted.endsWith('……')).toBe(true);
  });

  it('holds the marked words, is never long, and cuts no character, whatever the text', () => {
    const texts = fc.array(fc.constantFrom('信', '，', '。', '𠮷', 'a', ' '), { maxLength: 700 });
    fc.assert(
      fc.property(texts, texts, (before, behind) => {
        const text = `${before.join('')}黑名单${behind.join('')}`;
        const start = text.indexOf('黑名单');
        const quoted = quotation(text, [{ start, end: start + 3 }]);
        expect(quoted).toContain('黑名单');
        expect(quoted.length).toBeLessThanOrEqual(244);
        expect(quoted).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
