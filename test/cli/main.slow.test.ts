import { describe, expect, it } from 'vitest';
import { qinggui } from './run.js';

describe('the command line', () => {
  it.each([
    ['a command that does not exist', ['scna'], '没有“scna”这个命令', 'scan'],
    ['an option that does not exist', ['scan', '.', '--from', 'x'], '没有“--from”这个选项', '--form'],
    ['no path', ['scan'], '缺少参数“路径”', 'qinggui scan'],
    ['an option without its value', ['scan', '.', '--unit'], '“--unit <单位名称>”后面缺少值', '值'],
    [
      'a form that does not exist',
      ['scan', '.', '--form', 'x'],
      '“--form <样式>”的值不对',
      'national, district',
    ],
    ['a number that is none', ['scan', '.', '--workers', '0'], '的值不对', '1 到 64'],
    [
      'an option that must be there',
      ['audit', 'plan', '--positives', '3'],
      '缺少选项“--population <条数>”',
      '--help',
    ],
    [
      'a share that is none',
      ['audit', 'plan', '--population', '9', '--positives', '3', '--recall', '95'],
      '“--recall <比例>”的值不对',
      '0.95',
    ],
    ['too many arguments', ['inspect', 'a', 'b'], '参数太多', '引号'],
    [
      'a file as the output folder',
      ['scan', '.', '--output', 'package.json'],
      '不能用作结果目录',
      '--output',
    ],
    ['an empty option', ['scan', '.', '--output', ''], '“--output <目录>”的值不对', '不能为空'],
    [
      'a copy that goes nowhere',
      ['scan', '.', '--output', 'package.json/x', '--jsonl', 'none/x'],
      '无法建立结果目录',
      '--output',
    ],
    ['a path that is not there', ['scan', '没有这个文件夹'], '找不到或无法打开：没有这个文件夹', '路径'],
    ['a file that is not there', ['inspect', '没有.txt'], '读不到文件 没有.txt', '路径'],
    ['a profile that is not there', ['scan', '.', '--profile', '无.json'], '读不到单位信息文件', '--profile'],
  ])('answers %s in Chinese, with advice and status 2', async (_, args, message, advice) => {
    const run = await qinggui(args);
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    const [said, hint] = run.stderr.split('\n');
    expect(said).toContain(`错误：`);
    expect(said).toContain(message);
    expect(hint).toMatch(/^建议：/u);
    expect(hint).toContain(advice);
  });

  it.each([['--help'], ['scan', '--help'], ['help', 'cite']])('helps in Chinese: %s %s', async (...args) => {
    const run = await qinggui(args.filter((arg) => typeof arg === 'string'));
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toMatch(/^用法：/u);
    expect(run.stdout).not.toMatch(/\b(?:Usage|Options|Commands|Arguments|default|display help)\b/u);
  });

  it('names its version', async () => {
    expect(await qinggui(['--version'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u),
    });
  });

  it('classifies lines and goes on after a bad one', async () => {
    const run = await qinggui(['classify'], '{"id":1,"text":"甲"}\n乱\n{"id":2,"text":"乙"}\n');
    expect(run.status).toBe(1);
    expect(run.stdout.trim().split('\n')).toHaveLength(2);
    expect(run.stderr).toContain('第 2 行');
  });
});
