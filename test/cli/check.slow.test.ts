import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkReport, resultLine } from '../../reports/index.js';
import { qinggui } from './run.js';

const BAD = `清水市供水管理办法
第一条　为规范供水，制定本办法。
第二条　申请信用修复的企业，应当缴纳修复服务费。
`;
const GOOD = `清水市供水服务规范
第一条　供水企业应当保障供水，提前告知停水。
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinggui-check-'));
  writeFileSync(at('坏.txt'), BAD);
  writeFileSync(at('好.txt'), GOOD);
  writeFileSync(at('忽略.txt'), '49-12-repair-fee | 坏.txt | 第二条 | 省条例第九条规定收费\n');
});
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

describe('qinggui check', () => {
  it.each([
    ['nothing is found', ['好.txt'], 0],
    ['an error is found', ['坏.txt', '好.txt'], 1],
    ['a file is missing, whatever is found', ['坏.txt', '没有.txt'], 2],
  ])('ends with its status where %s', async (_what, names, status) => {
    expect((await qinggui(['check', ...names.map(at)])).status).toBe(status);
  });

  it('says where, why and what to do', async () => {
    const { stdout } = await qinggui(['check', at('坏.txt')]);
    expect(stdout).toContain(
      '第二条（第3段）  错误  办理信用修复收取费用、保证金或者要求付费  [49-12-repair-fee]',
    );
    expect(stdout).toContain('【信用修复的企业，应当缴纳修复服务费】');
  });

  it('writes JSON by the contract, the same twice', async () => {
    const args = ['check', '--format', 'json', at('坏.txt'), at('好.txt')];
    const [first, second] = [await qinggui(args), await qinggui(args)];
    expect(first.stdout).toBe(second.stdout);
    expect(checkReport.parse(JSON.parse(first.stdout)).counts.error).toBe(1);
  });

  it('writes SARIF and Word into a file', async () => {
    for (const [format, begins] of [
      ['sarif', '{'],
      ['docx', 'PK'],
    ] as const) {
      const run = await qinggui(['check', '--format', format, '--output', at(`out.${format}`), at('坏.txt')]);
      expect(run).toMatchObject({ status: 1, stdout: `已写出：${at(`out.${format}`)}\n` });
      expect(readFileSync(at(`out.${format}`), 'latin1').startsWith(begins)).toBe(true);
    }
  });

  it('takes what was set aside for no error and names what was not used', async () => {
    const both = await qinggui(['check', '--suppressions', at('忽略.txt'), at('坏.txt')]);
    expect(both).toMatchObject({ status: 0, stderr: '' });
    expect(both.stdout).toContain('理由：省条例第九条规定收费');
    const unused = await qinggui(['check', '--suppressions', at('忽略.txt'), at('好.txt')]);
    expect(unused.stderr).toContain('忽略清单第1行没有用到');
  });

  it.each([
    ['no file', [], /没有写要检查的文件/],
    ['a folder', ['.'], /是一个文件夹/],
    ['Word on the screen', ['--format', 'docx', 'x.txt'], /docx 不能显示在屏幕上/],
    ['a list of suppressions that is not there', ['--suppressions', '无.txt', 'x.txt'], /读不到忽略清单/],
  ])('is called wrongly with %s', async (_what, args, message) => {
    const run = await qinggui(['check', ...args]);
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(message);
  });

  it('never writes over what it checks', async () => {
    const run = await qinggui(['check', '--output', at('坏.txt'), at('坏.txt')]);
    expect(run.status).toBe(2);
    expect(readFileSync(at('坏.txt'), 'utf8')).toBe(BAD);
  });

  it('lists the rules', async () => {
    expect((await qinggui(['check', '--rules'])).stdout).toMatch(/49-12-repair-fee[\s\S]*共37条规则。/);
  });
});

describe('qinggui scan with a list of suppressions', () => {
  const scan = (...more: string[]) => qinggui(['scan', at('坏.txt'), '--output', at('结果'), ...more]);
  const breachesIn = (): unknown[] =>
    readFileSync(at('结果/results.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => {
        const parsed = resultLine.parse(JSON.parse(line));
        return parsed.status === 'read'
          ? (parsed.breaches ?? []).filter(({ rule }) => rule === '49-12-repair-fee')
          : [];
      });

  it('marks what is set aside without reading the files again, and no longer once the list is left out', async () => {
    await scan();
    expect(breachesIn()).toMatchObject([{ suppression: null }]);
    const marked = await scan('--suppressions', at('忽略.txt'));
    expect(marked.stdout).toContain('其中1份未改动，沿用上次结果');
    expect(breachesIn()).toMatchObject([{ suppression: { reason: '省条例第九条规定收费' } }]);
    await scan();
    expect(breachesIn()).toMatchObject([{ suppression: null }]);
  });

  it('names entries without use also when nothing has changed', async () => {
    writeFileSync(at('多余.txt'), '49-5-channel | 坏.txt | | 理由\n');
    for (let time = 0; time < 2; time += 1)
      expect((await scan('--suppressions', at('多余.txt'))).stdout).toContain('忽略清单第1行没有用到');
  });
});
