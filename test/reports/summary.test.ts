import { describe, expect, it } from 'vitest';
import { displayWidth, type FileOutcome, type ReadDocument, reason } from '../../model/index.js';
import { ScanTally, summaryText } from '../../reports/index.js';
import { analysis, hintOnly, outcome, readDocument } from './analysis.js';
import { row } from './samples.js';

const noBasis: ReadDocument = {
  ...readDocument,
  row: row({ nationalBasis: '否', localBasis: '否', disposal: '废止' }),
};
const failed = (source: string): FileOutcome => ({
  ...outcome,
  source,
  status: 'failed',
  reason: reason('corrupt', '缺少目录'),
});
const skipped = (code: 'duplicate' | 'needs-ocr'): FileOutcome => ({
  ...outcome,
  status: 'skipped',
  reason: reason(code),
});

const tally = new ScanTally();
tally.add(outcome, analysis);
tally.add(outcome, { notes: [], documents: [noBasis, hintOnly], ledgers: [] }, true);
tally.add(skipped('duplicate'), null);
tally.add(skipped('needs-ocr'), null);
tally.add(skipped('needs-ocr'), null);
tally.add(failed('乙.doc'), null);
tally.add(failed('甲\u001B[31m.doc'), null);
const summary = tally.summary();

describe('the counts of a scan', () => {
  it('add up', () => {
    const left = summary.skipped.reduce((sum, { count }) => sum + count, 0);
    expect(summary.found).toBe(summary.read + left + summary.failed.length);
    expect(summary.rows).toBe(Object.values(summary.disposals).reduce((a, b) => a + b));
    expect(summary).toMatchObject({ found: 7, read: 2, reused: 1, unread: 4 });
  });

  it('tell documents, columns, basis and hints', () => {
    expect(summary).toMatchObject({
      documents: 3,
      rows: 2,
      columns: { D: 2, B: 0, P: 0 },
      withoutBasis: 1,
      basisUnknown: 1,
      disposals: { 保留: 0, 修订: 0, 废止: 1, open: 1 },
      hints: { Q: 3, R: 0, only: 1 },
    });
  });

  it('are in the same order whatever order the files came in', () => {
    expect(summary.skipped.map((each) => [each.reason.code, each.count])).toEqual([
      ['duplicate', 1],
      ['needs-ocr', 2],
    ]);
    expect(summary.failed.map(({ source }) => source)).toEqual(['乙.doc', '甲\u001B[31m.doc']);
  });
});

describe('the summary of a scan', () => {
  const text = summaryText(summary, { ledger: 'output/台账.xlsx', database: 'output/qinggui.db' });

  it('names what was not read and what to do', () => {
    expect(text).toContain('乙.doc');
    expect(text).toContain('文件已损坏或不完整，无法读取：缺少目录。请用原软件打开核对，另存后重新扫描');
    expect(text).toContain('有4份文件未能读取，其内容不在以上结论之内，须人工查阅');
  });

  it('says where the results lie and nothing of those that were not written', () => {
    expect(text).toMatch(/台账 +output\/台账\.xlsx/);
    expect(text).not.toContain('逐件结果');
  });

  it('ends with how a person goes on, where it is told', () => {
    const review = 'npx qinggui review --output output';
    expect(summaryText(summary, { ledger: 'output/台账.xlsx', review }).trimEnd()).toMatch(
      new RegExp(`逐件确认.*\\n +${review}$`, 'u'),
    );
    expect(text).not.toContain('下一步');
  });

  it('cannot be steered by the name of a file', () => {
    expect(text).toContain('甲·[31m.doc');
    expect(text).not.toContain('\u001B');
  });

  it('aligns its numbers by the width of the characters', () => {
    const column = (name: string): number => {
      const line = text.split('\n').find((each) => each.trim().startsWith(name))!;
      return displayWidth(/^.*?\d+(?= |$)/.exec(line)![0]);
    };
    expect(column('涉及黑名单认定')).toBe(column('涉及信用信息共享公开'));
    expect(column('拟废止')).toBe(column('国家、地方层面均无依据'));
  });

  it('does not say that nothing was found of files that nobody could read', () => {
    const unread = new ScanTally();
    unread.add(skipped('needs-ocr'), null);
    expect(summaryText(unread.summary())).not.toContain('未发现');
    const clean = new ScanTally();
    clean.add(outcome, { notes: [], documents: [], ledgers: [] });
    clean.add(skipped('needs-ocr'), null);
    expect(summaryText(clean.summary())).toMatch(
      /已读取的1份文件中未发现失信约束措施。\n注意：有1份文件未能读取/,
    );
  });

  it('names files of which only a part could be read', () => {
    const scanned = new ScanTally();
    scanned.add(outcome, {
      notes: [{ code: 'pages-need-ocr', message: '第2页是图像' }],
      documents: [],
      ledgers: [],
    });
    scanned.add(outcome, analysis);
    expect(scanned.summary()).toMatchObject({ read: 2, unread: 0, partly: 1 });
    expect(summaryText(scanned.summary())).toContain('有1份文件只读到一部分');
  });

  it('asserts nothing of an empty folder', () => {
    const said = summaryText(new ScanTally().summary());
    expect(said).toContain('没有找到任何文件，请核对路径。');
    expect(said).toContain('不能作出“不涉及”的结论');
  });

  it('names ten failed files of a reason and counts the rest', () => {
    const many = new ScanTally();
    for (let index = 0; index < 25; index += 1) many.add(failed(`${index}.doc`), null);
    expect(summaryText(many.summary())).toContain('另有15份，见台账“文件清单”表');
  });
});
