import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { LABELS, type Label } from '../../../model/index.js';
import { figureFaults } from '../../../reports/index.js';
import { summaryFigures } from '../../../review/desk/figures.js';
import { FIRST, SECOND, TestCollection } from '../collection.js';
import { CREDIT, PLAIN, SECOND_CREDIT } from '../texts.js';
import { Work } from './work.js';

let desk: TestCollection;
afterEach(() => desk.close());

const FILES = {
  '01 市容.txt': CREDIT,
  '02 公园.txt': PLAIN,
  '03 广告.txt': SECOND_CREDIT,
  '04 扫描件.pdf': { failed: '文件已损坏' },
};

const opened = async (files = FILES): Promise<Work> => {
  desk = await TestCollection.make();
  await desk.scan(files);
  return new Work(desk);
};

const figures = () => summaryFigures(desk.context, { drafts: false });

describe('the figures of the summary', () => {
  it('count files, documents and findings as the tool left them before anyone decides', async () => {
    await opened();
    const found = await figures();
    expect(figureFaults(found)).toEqual([]);
    expect(found).toMatchObject({
      filesFound: 4,
      filesRead: 3,
      filesByRule: 0,
      unreadFiles: [{ source: '04 扫描件.pdf', reason: '文件已损坏', looked: false, note: '' }],
      documents: 3,
      documentsExcluded: 0,
      statutes: 0,
      findingsConfirmed: 0,
      findingsRejected: 0,
      findingsAdded: 0,
      confirmations: [],
      agreement: null,
      logEntries: 0,
      logHead: '',
      logIntact: true,
    });
    expect(found.documentsByLabel).toMatchObject({ D: 2, B: 1, P: 1 });
    expect(found.years.map(({ year, counts }) => [year, counts.D])).toEqual([
      [2018, 1],
      [2019, 1],
    ]);
    expect(found.rows.map(({ state }) => state)).toEqual(['pending', 'pending']);
    expect(found.findingsUndecided).toBe(found.findingsProposed);
    expect(found.findingsProposed).toBeGreaterThan(3);
  });

  it('tell what a person confirmed, took away, added, rewrote and looked at', async () => {
    const work = await opened();
    const before = await figures();
    const id = await work.idOf('市容');
    const { passages, units } = await work.view(id);
    const flagged = passages.find(({ findings }) => findings.some(({ label }) => label === 'B'))!;
    await work.judge(id, flagged.key, 'B', 'rejected');
    const bare = units.find(({ key }) => passages.every((each) => each.key !== key))!;
    await work.judge(id, bare.key, 'R', 'confirmed');
    await work.write(id, 'disposal', '立法');
    await work.confirm(id);
    await work.look(await work.idOf('扫描件'), '通讯录');
    const excluded = await work.idOf('广告');
    await work.confirm(excluded, FIRST, false);
    const after = await figures();
    expect(figureFaults(after)).toEqual([]);
    expect(after.findingsProposed).toBe(before.findingsProposed);
    expect(after.findingsRejected).toBe(1);
    expect(after.findingsAdded).toBe(1);
    // What was left out of the ledger was not judged finding by finding.
    expect(after.findingsUndecided).toBeGreaterThan(0);
    expect(after.documentsExcluded).toBe(1);
    expect(after.documentsByLabel.R).toBe(before.documentsByLabel.R + 1);
    expect(after.cellsEdited).toEqual([{ column: '处置方式', count: 1 }]);
    expect(after.rows).toMatchObject([{ disposal: '立法', state: 'confirmed', confirmedBy: '初核员' }]);
    expect(after.confirmations).toMatchObject([{ who: '初核员', rows: 1 }]);
    expect(after.unreadFiles).toMatchObject([{ looked: true, note: '通讯录' }]);
    expect(after.logIntact).toBe(true);
  });

  it('name both reviewers and how often they agree', async () => {
    const work = await opened();
    const id = await work.idOf('市容');
    const { passages } = await work.view(id, SECOND);
    const [first] = passages;
    await work.judge(id, first!.key, first!.findings[0]!.label, 'rejected', SECOND);
    await work.confirm(id, SECOND);
    await work.confirm(id);
    const { agreement } = await figures();
    expect(agreement).toMatchObject({ first: '初核员', second: '复核员' });
    expect(agreement!.compared - agreement!.same).toBe(1);
  });

  it('add up whatever persons decide', async () => {
    const work = await opened();
    const ids = await Promise.all(['市容', '广告', '公园'].map((name) => work.idOf(name)));
    const act = fc.record({
      id: fc.constantFrom(...ids),
      kind: fc.constantFrom('confirm', 'exclude', 'judge', 'write', 'look'),
      at: fc.nat(20),
      label: fc.constantFrom<Label>(...LABELS),
      verdict: fc.constantFrom('confirmed' as const, 'rejected' as const, null),
      cell: fc.constantFrom(
        ['nationalBasis', '是'] as const,
        ['nationalBasis', '待核实'] as const,
        ['localBasis', '否'] as const,
        ['disposal', '保留'] as const,
        ['disposal', ''] as const,
        ['basisContent', '详见附件'] as const,
      ),
      who: fc.constantFrom(FIRST, SECOND),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 6 }), async (acts) => {
        // Decisions go on from those of the run before: the log only grows.
        for (const { id, kind, at, label, verdict, cell, who } of acts) {
          const { units, row } = await work.view(id, who);
          if (kind === 'judge') await work.judge(id, units[at % units.length]!.key, label, verdict, who);
          else if (kind === 'write') await work.write(id, cell[0], cell[1], who);
          else if (kind === 'confirm' && row) await work.confirm(id, who);
          else if (kind === 'exclude') await work.confirm(id, who, false);
        }
        const found = await figures();
        expect(figureFaults(found)).toEqual([]);
        expect(found.findingsProposed).toBeGreaterThan(0);
      }),
      { numRuns: 12 },
    );
  });
});
