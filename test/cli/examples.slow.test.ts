import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ResultLine } from '../../reports/index.js';

const folder = mkdtempSync(join(tmpdir(), 'qinggui-examples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines: readonly ResultLine[] = (() => {
  const args = [
    'bin/qinggui.js',
    'scan',
    'corpus/examples',
    '--profile',
    'corpus/profile.json',
    '--output',
    folder,
  ];
  execFileSync(process.execPath, args, { stdio: 'pipe' });
  const text = readFileSync(join(folder, 'results.jsonl'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ResultLine);
})();

const sources = [...new Set(lines.map((line) => line.source))];

/** What a person would check of one document; scores and offsets are left to other tests. */
const essence = (line: ResultLine): object =>
  line.status !== 'read'
    ? { status: line.status, reason: line.reason?.code }
    : {
        title: line.title,
        documentNumber: line.documentNumber,
        issuer: line.issuer,
        issuedOn: line.issuedOn,
        effectiveOn: line.effectiveOn,
        level: line.level,
        role: line.document?.role,
        provisions: line.provisions.map(({ place, labels }) => `${place} ${labels.join('')}`),
        ledger: line.ledger && {
          document: line.ledger.document,
          flags: [line.ledger.disclosure, line.ledger.blacklist, line.ledger.punishment].join(' '),
          summary: line.ledger.summary,
          basis: [line.ledger.nationalBasis, line.ledger.localBasis].join(' '),
          basisContent: line.ledger.basisContent,
          disposal: line.ledger.disposal,
        },
      };

describe('the shipped examples', () => {
  it('are all accounted for', () => {
    expect(sources).toHaveLength(15);
  });

  it.each(sources)('%s gives the rows written down beside it', async (source) => {
    const documents = lines.filter((line) => line.source === source).map(essence);
    const name = source.replace(/\.[^.]+$/u, '');
    await expect(`${JSON.stringify(documents, null, 2)}\n`).toMatchFileSnapshot(
      `../../corpus/expected/${name}.json`,
    );
  });

  /** The six sample rows of 发改办财金〔2021〕15号 附件1 and of the district's form: three columns, two bases, 处置方式. */
  it.each([
    ['01', '是 是 否', '否 否', '修订'],
    ['02', '是 是 是', '否 否', '废止'],
    ['03', '是 否 是', '否 否', '废止'],
    ['04', '是 是 否', '否 否', '修订'],
    ['05', '是 是 是', '否 否', '废止'],
    ['06', '是 否 是', '否 否', '废止'],
  ])('sample row %s reads as in the national form: %s, %s, %s', (prefix, flags, basis, disposal) => {
    const [line] = lines.filter((each) => each.source.startsWith(prefix));
    const ledger = line?.status === 'read' ? line.ledger : null;
    expect([ledger?.disclosure, ledger?.blacklist, ledger?.punishment].join(' ')).toBe(flags);
    expect([ledger?.nationalBasis, ledger?.localBasis].join(' ')).toBe(basis);
    expect(ledger?.disposal).toBe(disposal);
  });
});
