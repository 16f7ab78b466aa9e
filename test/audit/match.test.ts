import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchRows, type NameableDocument, type NamedDocument } from '../../audit/index.js';

const row = (title: string, documentNumber: string | null = null, units: string[] = []): NamedDocument => ({
  title,
  documentNumber,
  units,
});
const doc = (
  title: string,
  documentNumber: string | null = null,
  dates: string[] = [],
  issuers: string[] = [],
): NameableDocument => ({ title, documentNumber, dates, issuers });

const LIST = '清水市严重失信主体名单管理办法';
const NOTICE = '清水市交通运输局关于加强交通运输信用管理的通知';

describe('a row of a filed ledger', () => {
  it.each<readonly [string, NamedDocument, NameableDocument, string, string]>([
    ['by number and title', row(LIST, '清发〔2019〕3号'), doc(LIST, '清发〔2019〕3号'), 'number', ''],
    [
      'by its number alone',
      row('', '清发〔2019〕3号'),
      doc(LIST, '清发〔2019〕3号'),
      'number',
      '只有文号，没有名称',
    ],
    [
      'by its number with a title that differs a little',
      row('清水市失信名单管理办法', '清发〔2019〕3号'),
      doc(LIST, '清发〔2019〕3号'),
      'number',
      '名称与文件略有出入',
    ],
    ['by title where it has no number', row(LIST), doc(LIST, '清发〔2019〕3号'), 'title', '台账未写文号'],
    [
      'by title where the document has none',
      row(LIST, '清发〔2019〕3号'),
      doc(LIST),
      'title',
      '文件上未见文号',
    ],
    [
      'by title with a slip in the number',
      row(LIST, '清发改信用〔2019〕31号'),
      doc(LIST, '清发改信用〔2019〕13号'),
      'title',
      '文号不一致',
    ],
    ['by title with other marks', row('“清水市”严重失信主体 名单管理办法'), doc(LIST), 'title', ''],
    [
      'by title without the issuer',
      row('关于加强交通运输信用管理的通知'),
      doc(NOTICE, null, [], ['清水市交通运输局']),
      'similar',
      '名称与文件略有出入',
    ],
    [
      'by title with a slip',
      row('清水市严重失信主体名单管里办法'),
      doc(LIST),
      'similar',
      '名称与文件略有出入',
    ],
    ['by title without 试行', row(LIST), doc(`${LIST}（试行）`), 'similar', '名称与文件略有出入'],
  ])('names its document %s', (_what, named, document, by, differs) => {
    const { matches, unmatched } = matchRows([named], [document]);
    expect(matches).toEqual([{ rows: [0], documents: [0], by, differs }]);
    expect(unmatched).toEqual([]);
  });

  it.each<readonly [string, NamedDocument, NameableDocument, string | null]>([
    ['another kind', row('清水市养犬管理办法'), doc('清水市养犬管理规定'), '名称与文件略有出入'],
    ['another year', row('2019年信用体系建设要点'), doc('2020年信用体系建设要点'), '名称与文件略有出入'],
    ['another place', row('清水市养犬管理办法'), doc('青岭区养犬管理办法'), null],
    [
      'other words in the same place',
      row('抢夺案件信用信息管理办法'),
      doc('盗窃案件信用信息管理办法'),
      '名称与文件略有出入',
    ],
    ['another number', row(LIST, '清发〔2019〕3号'), doc(LIST, '清发〔2021〕88号'), '文号不一致'],
    [
      'another title under its number',
      row('公园开放时间表', '清发〔2019〕3号'),
      doc(LIST, '清发〔2019〕3号'),
      '文号相同而名称不同',
    ],
    ['nothing in common', row('公园开放时间表'), doc(LIST), null],
  ])('is not matched with a document of %s', (_what, named, document, why) => {
    const { matches, unmatched } = matchRows([named], [document]);
    expect(matches).toEqual([]);
    expect(unmatched).toEqual([{ rows: [0], alternatives: why === null ? [] : [{ document: 0, why }] }]);
  });

  it('that two documents fit as well is given both, and neither is taken', () => {
    const two = [doc(LIST, null, ['2018-01-01']), doc(LIST, null, ['2020-01-01'])];
    const { matches, unmatched } = matchRows([row(LIST)], two);
    expect(matches).toEqual([]);
    expect(unmatched[0]!.alternatives.map(({ document }) => document).sort()).toEqual([0, 1]);
  });

  it('is given the document of its year where two have its title', () => {
    const two = [doc(LIST, null, ['2018-01-01']), doc(LIST, null, ['2020-01-01'])];
    expect(matchRows([row(LIST, '清发〔2020〕3号')], two).matches).toMatchObject([{ documents: [1] }]);
  });

  it('that is there twice names the one document once, with all its files', () => {
    const twice = matchRows(
      [row(LIST, '清发〔2019〕3号'), row(`《${LIST}》`, '清发[2019]3号')],
      [doc(LIST, '清发〔2019〕3号'), doc(LIST, '清发〔2019〕3号')],
    );
    expect(twice.matches).toEqual([{ rows: [0, 1], documents: [0, 1], by: 'number', differs: '' }]);
  });

  it('takes the notice or what it issues, whichever it names, where both have the number', () => {
    const notice = doc('关于印发《清水市严重失信主体名单管理办法》的通知', '清发〔2019〕3号');
    const both = [notice, doc(LIST, '清发〔2019〕3号')];
    expect(matchRows([row(LIST, '清发〔2019〕3号')], both).matches).toMatchObject([{ documents: [1] }]);
    expect(matchRows([row(notice.title, '清发〔2019〕3号')], both).matches).toMatchObject([
      { documents: [0] },
    ]);
  });
});

const STEMS = ['养犬管理', '信用信息', '名单认定', '户外广告', '食品生产信用档案'];
const thing = fc.record({
  stem: fc.constantFrom(...STEMS),
  place: fc.constantFrom('清水市', '青岭区', ''),
  kind: fc.constantFrom('办法', '办法（试行）', '规定'),
  number: fc.option(fc.constantFrom('清发〔2019〕3号', '清发〔2019〕31号', '青政〔2020〕5号'), { nil: null }),
});
const titleOf = ({ stem, place, kind }: { stem: string; place: string; kind: string }): string =>
  `${place}${stem}${kind}`;

describe('matching', () => {
  const all = fc.record({
    rows: fc.array(thing, { maxLength: 12 }),
    documents: fc.array(thing, { maxLength: 12 }),
  });
  const run = ({ rows, documents }: { rows: Thing[]; documents: Thing[] }) =>
    matchRows(
      rows.map((each) => row(titleOf(each), each.number)),
      documents.map((each) => doc(titleOf(each), each.number)),
    );
  type Thing = { stem: string; place: string; kind: string; number: string | null };

  it('puts no row and no document into two matches, and leaves no row out', () => {
    fc.assert(
      fc.property(all, (given) => {
        const { matches, unmatched } = run(given);
        const rows = [...matches, ...unmatched].flatMap((each) => each.rows);
        expect(rows.sort((a, b) => a - b)).toEqual(given.rows.map((_, at) => at));
        const documents = matches.flatMap((each) => each.documents);
        expect(new Set(documents).size).toBe(documents.length);
      }),
    );
  });

  it('does not depend on the order of rows and documents', () => {
    const ordered = fc.tuple(all, fc.infiniteStream(fc.nat())).map(([given, stream]) => {
      const shuffle = <T>(list: readonly T[]): T[] =>
        list
          .map((each) => [stream.next().value as number, each] as const)
          .sort(([a], [b]) => a - b)
          .map(([, each]) => each);
      return { given, other: { rows: shuffle(given.rows), documents: shuffle(given.documents) } };
    });
    const words = (given: { rows: Thing[]; documents: Thing[] }): string[] => {
      const { matches, unmatched } = run(given);
      const nameOf = (each: Thing): string => `${titleOf(each)}${each.number}`;
      return [
        ...matches.map(
          ({ rows, documents, by }) =>
            `${rows.map((at) => nameOf(given.rows[at]!)).sort()} = ${documents.map((at) => nameOf(given.documents[at]!)).sort()} ${by}`,
        ),
        ...unmatched.map(
          ({ rows, alternatives }) =>
            `${rows.map((at) => nameOf(given.rows[at]!)).sort()} ? ${alternatives.length}`,
        ),
      ].sort();
    };
    fc.assert(
      fc.property(ordered, ({ given, other }) => {
        expect(words(other)).toEqual(words(given));
      }),
    );
  });
});
