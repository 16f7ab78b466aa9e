import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Population, type PopulationLine } from '../../../cli/audit/population.js';
import { hasLedgerLabel } from '../../../model/index.js';
import { analysedFiles, lastScan } from '../../../store/index.js';
import { TestCollection } from '../../review/collection.js';
import { PLAIN } from '../../review/texts.js';

/** Its second article has two paragraphs, and what is flagged stands in the second. */
const TWO_PARAGRAPHS = `清水市市容环境卫生信用管理办法
清水市城市管理局
（清城管〔2019〕12号）
第一条  为了加强市容环境卫生管理，制定本办法。
第二条  单位和个人应当保持门前整洁。
对拒不改正的，列入失信“黑名单”，并向社会公布。
第三条  本办法自2019年6月1日起施行。
`;

const UNTITLED = (words: string): string => `第一条  为了加强管理，制定本办法。
第二条  对按时完成的单位，${words}。
第三条  本办法自2019年6月1日起施行。
`;

describe('what a sample is drawn from', () => {
  let collection: TestCollection;
  let lines: PopulationLine[];
  beforeAll(async () => {
    collection = await TestCollection.make();
    await collection.scan({
      '甲.txt': TWO_PARAGRAPHS,
      '乙.txt': PLAIN,
      '丙.txt': UNTITLED('列入失信“黑名单”'),
      '丁.txt': UNTITLED('予以表扬'),
    });
    const scan = (await lastScan(collection.store, '.'))!;
    const population = await Population.of(collection.store, '.', scan);
    lines = [];
    for await (const file of population.files()) lines.push(...file.lines);
  });
  afterAll(() => collection.close());

  it('names the place of a provision alike whether something was found in it or not', async () => {
    const scan = (await lastScan(collection.store, '.'))!;
    const places: string[] = [];
    for await (const { analysis } of analysedFiles(collection.store, scan.scan, scan.version, 'all'))
      for (const { unit, place, classification } of analysis!.documents.flatMap(({ units }) => units)) {
        if (hasLedgerLabel(classification.labels)) places.push(place);
        else expect(place).toBe(unit.label);
      }
    // The tool itself names the paragraph: a reviewer who read this would know that something stands there.
    expect(places.sort()).toEqual(['第二条', '第二条第二款']);
    expect(lines.filter(({ line }) => line.kind === 'pending').map(({ words }) => words!.place)).toEqual([
      '第二条',
      '第二条',
    ]);
  });

  it('names a document alike whether it has a row in the ledger or not', () => {
    const names = new Set(lines.map(({ line, words }) => `${line.source} ${words!.document}`));
    expect([...names].sort()).toEqual([
      '丁.txt 丁.txt',
      '丙.txt 丙.txt',
      '乙.txt 《清水市公园开放时间管理规定》（清城管〔2020〕3号）',
      '甲.txt 《清水市市容环境卫生信用管理办法》（清城管〔2019〕12号）',
    ]);
  });
});
