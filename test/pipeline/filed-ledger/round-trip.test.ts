import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detectFormat, extract } from '../../../extractors/index.js';
import { type FiledLedger, LEDGER_FIELDS, type LedgerForm } from '../../../model/index.js';
import { analyse } from '../../../pipeline/analyse.js';
import { type LedgerInput, writeLedger } from '../../../reports/index.js';
import { document, input, profile, row } from '../../reports/samples.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'filed-'));
});
afterAll(() => rm(folder, { recursive: true }));

const LONG = Array.from(
  { length: 60 },
  (_, at) => `第${at + 1}条：不按规定投放生活垃圾的，记入个人信用档案，情节严重的列入“黑名单”，并向社会公布`,
).join('；');
/** Plain, tall enough to be drawn over several sheet rows, with line breaks, and without a 文号. */
const ROWS = [
  row(),
  row({ document: '《清水市环卫作业规定》', summary: LONG, punishment: '是', nationalBasis: '是' }),
  row({ document: '《清水市公园管理办法》（清政发〔2016〕2号）', blacklist: '否', disposal: '废止' }),
  row({
    localBasis: '是',
    basisContent: '《甲条例》第三条：列入名单。\n《乙条例》第五条：记入档案。',
    disposal: '修订',
  }),
];

const analysisOf = async (change: Partial<LedgerInput>) => {
  const path = join(folder, '台账.xlsx');
  await writeLedger(path, input({ date: '2021-01-19', ...change }));
  const bytes = await readFile(path);
  return analyse(await extract(bytes, await detectFormat(bytes)));
};

const documents = () => ROWS.map((each) => document({ row: each }));
const plain = (text: string): string => text.replace(/\s+/gu, '');
const cellsOf = ({ rows }: FiledLedger): string[][] =>
  rows.map(({ cells }) => LEDGER_FIELDS.map((field) => plain(cells[field].text)));

describe('a ledger that the tool has written', () => {
  it.each<LedgerForm>(['national', 'district'])('comes back row by row from the %s form', async (form) => {
    const { ledgers, documents: found, notes } = await analysisOf({ form, documents });
    expect(ledgers).toHaveLength(1);
    const [ledger] = ledgers;
    expect(ledger).toMatchObject({ form, unit: profile.unit, date: '2021-01-19' });
    expect(cellsOf(ledger!)).toEqual(
      ROWS.map((each, at) =>
        [
          `${at + 1}`,
          each.document,
          each.disclosure,
          each.blacklist,
          each.punishment,
          each.summary,
          each.nationalBasis,
          each.localBasis,
          each.basisContent,
          each.disposal,
          profile.completion,
          profile.unit,
          profile.responsiblePerson,
          profile.phone,
        ].map(plain),
      ),
    );
    expect(ledger!.rows.map(({ documentNumber }) => documentNumber)).toEqual([
      '清政发〔2018〕12号',
      null,
      '清政发〔2016〕2号',
      '清政发〔2018〕12号',
    ]);
    // The evidence sheet beside it quotes what other documents order.
    expect(found).toEqual([]);
    expect(notes).toContainEqual({
      code: 'filed-ledger',
      message: '已填报的台账（4行），不作为规范性文件梳理',
    });
  });

  it('comes back as a return of nothing', async () => {
    const { ledgers, notes } = await analysisOf({ documents: () => [] });
    expect(ledgers).toMatchObject([{ rows: [], unit: profile.unit, date: '2021-01-19' }]);
    expect(notes.at(-1)?.message).toBe('已填报的台账（经梳理，不涉及），不作为规范性文件梳理');
  });

  it('is no filed ledger where nobody could say anything yet', async () => {
    const { ledgers } = await analysisOf({ documents: () => [], files: () => [] });
    expect(ledgers).toEqual([]);
  });
});
