import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detectFormat, extract } from '../../../extractors/index.js';
import { type FiledLedger, LEDGER_FIELDS, type LedgerForm } from '../../../model/index.js';
import { analyse } from '../../../pipeline/analyse.js';
import { type LedgerInput, writeLedger } from '../../../reports/index.js';
import { input, profile } from '../../reports/samples.js';
import { FILED_ROWS, filedDocuments } from './documents.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'filed-'));
});
afterAll(() => rm(folder, { recursive: true }));

const analysisOf = async (change: Partial<LedgerInput>) => {
  const path = join(folder, '台账.xlsx');
  await writeLedger(path, input({ date: '2021-01-19', ...change }));
  const bytes = await readFile(path);
  return analyse(await extract(bytes, await detectFormat(bytes)));
};

const plain = (text: string): string => text.replace(/\s+/gu, '');
const cellsOf = ({ rows }: FiledLedger): string[][] =>
  rows.map(({ cells }) => LEDGER_FIELDS.map((field) => plain(cells[field].text)));

describe('a ledger that the tool has written', () => {
  it.each<LedgerForm>(['national', 'district'])('comes back row by row from the %s form', async (form) => {
    const { ledgers, documents: found, notes } = await analysisOf({ form, documents: filedDocuments });
    expect(ledgers).toHaveLength(1);
    const [ledger] = ledgers;
    expect(ledger).toMatchObject({ form, unit: profile.unit, date: '2021-01-19' });
    expect(cellsOf(ledger!)).toEqual(
      FILED_ROWS.map((each, at) =>
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
