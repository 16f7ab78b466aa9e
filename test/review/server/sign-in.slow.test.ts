import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SignInLimits } from '../../../review/server/sign-in-limits.js';
import { PASSWORD, Running } from './running.js';

describe('waits after wrong passwords', () => {
  let now = 0;
  let limits: SignInLimits;
  beforeEach(() => {
    now = 1_000_000;
    limits = new SignInLimits(() => now);
  });
  const fail = (name: string, address: string): number => {
    try {
      limits.begin(name, address);
      return 0;
    } catch (error) {
      return (error as { wait: number }).wait;
    }
  };

  it('begin after the fifth and double up to 15 minutes', () => {
    const waits: number[] = [];
    for (let number = 0; number < 12; number += 1) {
      expect(fail('甲', `10.0.0.${number}`)).toBe(0);
      const wait = fail('甲', `10.0.1.${number}`);
      if (wait > 0) waits.push(wait);
      else number += 1;
      now += wait * 1_000;
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900, 900].slice(0, waits.length));
    expect(waits.length).toBeGreaterThan(5);
  });

  it('count for an address with whatever names', () => {
    for (let number = 0; number < 5; number += 1) expect(fail(`名${number}`, '10.0.0.1')).toBe(0);
    expect(fail('另一人', '10.0.0.1')).toBe(30);
    expect(fail('另一人', '10.0.0.2')).toBe(0);
  });

  it('are taken from a name by the right password, not from who guesses other names in between', () => {
    for (let number = 0; number < 4; number += 1) fail('甲', '10.0.0.1');
    limits.begin('甲', '10.0.0.1')();
    for (let number = 0; number < 4; number += 1) fail('甲', `10.0.0.${number + 2}`);
    expect(fail('甲', '10.0.0.7')).toBe(0);
    expect(fail('乙', '10.0.0.1')).toBe(0);
    expect(fail('乙', '10.0.0.1')).toBe(30);
  });

  it('are forgotten after half an hour, and do not fill the memory', () => {
    for (let number = 0; number < 4; number += 1) fail('甲', `10.0.0.${number}`);
    now += 30 * 60_000;
    for (let number = 0; number < 4; number += 1) expect(fail('甲', `10.0.1.${number}`)).toBe(0);
    const before = process.memoryUsage().heapUsed;
    for (let number = 0; number < 200_000; number += 1) fail(`编造${number}`, `10.${number}`);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
  });
});

describe('guessing passwords', () => {
  let running: Running;
  beforeEach(async () => {
    running = await new Running().start({ local: null });
    await running.signIn('甲', 'administrator');
  });
  afterEach(() => running.stop());
  const guess = (name: string, password = '不是这一个密码') =>
    running.post('/api/sign-in', { name, password });

  it('is stopped after five, also for the right password, and written down', async () => {
    for (let number = 0; number < 5; number += 1) expect((await guess('甲')).status).toBe(401);
    const refused = await guess('甲', PASSWORD);
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe('30');
    expect(refused.json.error).toEqual({
      message: '登录失败次数过多，暂时不能登录',
      advice: '请在 30 秒后再试；忘记密码请找管理员重设',
    });
    const book = await running.book();
    expect(book[0]).toBe(
      ' refused  登录失败次数过多，暂时不能登录：POST /api/sign-in（姓名“甲”，来自 127.0.0.1）',
    );
    expect(book.filter((line) => line.includes('姓名或密码不对'))).toHaveLength(5);
    running.now = new Date(running.now.getTime() + 31_000);
    expect((await guess('甲', PASSWORD)).status).toBe(200);
  });

  it('is no faster at once than one after the other', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => guess('甲')));
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect(count(401)).toBe(5);
    expect(count(429)).toBe(35);
  });

  it('says the same of a name that there is and one that there is not', async () => {
    const [known, unknown] = [await guess('甲'), await guess('没有这人')];
    expect(known.text).toBe(unknown.text);
    expect(known.status).toBe(unknown.status);
  });

  it('fills no disk: refusals of one minute are summed up', async () => {
    for (let number = 0; number < 100; number += 1) await running.ask('/api/log');
    const refused = (await running.book()).filter((line) => line.includes(' refused '));
    expect(refused).toHaveLength(60);
    expect(refused[0]).toContain('没有逐条记录');
    running.now = new Date(running.now.getTime() + 60_000);
    await running.ask('/api/log');
    expect((await running.book())[0]).toContain('没有登录');
  });

  it('believes no address that is said in a header without a proxy', async () => {
    for (let number = 0; number < 6; number += 1)
      await running.post(
        '/api/sign-in',
        { name: `名${number}`, password: PASSWORD },
        { headers: { 'x-forwarded-for': `10.0.0.${number}` } },
      );
    expect((await running.book())[0]).toContain('登录失败次数过多');
  });
});
