import { afterAll, describe, expect, it } from 'vitest';
import { WorkerPool } from '../../pipeline/pool.js';

const pool = new WorkerPool(
  { workers: 2, timeout: 1500, memory: 64 },
  new URL('./workers/misbehaving.mjs', import.meta.url),
);
afterAll(() => pool.close());

const run = (text: string) => pool.run({ from: 'bytes', bytes: new TextEncoder().encode(text) });

describe('a worker that misbehaves', () => {
  it.each([
    ['hangs', 'h', 'timeout', '读取超过时间上限，已停止：2秒'],
    ['fills the memory', 'm', 'out-of-memory', '读取超过内存上限，已停止：64MB'],
    ['ends itself', 'e', 'internal', '程序内部错误：worker exited with code: 3'],
    ['throws', 't', 'internal', '程序内部错误：no such thing'],
  ])('costs only its file when it %s', async (_, text, code, message) => {
    const [bad, good] = await Promise.all([run(text), run('ok')]);
    expect(bad.reason).toMatchObject({ code, message });
    expect(good.reason?.message).toBe('2');
    expect((await run('still here')).reason?.message).toBe('10');
  });
});

describe('bytes that are handed over', () => {
  it('leave other views of the same buffer alone', async () => {
    const whole = new TextEncoder().encode('ok, and more');
    const result = await pool.run({ from: 'bytes', bytes: whole.subarray(0, 2) });
    expect(result.reason?.message).toBe('2');
    expect(new TextDecoder().decode(whole)).toBe('ok, and more');
  });
});
