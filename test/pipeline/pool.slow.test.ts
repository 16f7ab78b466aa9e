import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_FILE_LIMITS } from '../../model/index.js';
import { WorkerPool } from '../../pipeline/pool.js';

const reading = { limits: DEFAULT_FILE_LIMITS, ocr: false };
const poolOf = (workers: number, timeout: number): WorkerPool =>
  new WorkerPool({ workers, timeout, memory: 256 }, new URL('./workers/misbehaving.mjs', import.meta.url));
const hasty = poolOf(2, 4000);
/** For all that does not hang: a busy machine needs its time to fill a memory. */
const patient = poolOf(2, 60_000);
afterAll(() => {
  hasty.close();
  patient.close();
});

const run = (text: string, of = patient) =>
  of.run({ from: 'bytes', bytes: new TextEncoder().encode(text), name: 'a.txt', reading, unpacking: 'name' });

describe('a reading process that misbehaves', () => {
  it.each([
    ['hangs', 'h', 'timeout', '读取超过时间上限，已停止：4秒'],
    ['fills the heap', 'm', 'out-of-memory', '读取超过内存上限，已停止：256MB'],
    ['fills the memory beside the heap', 'b', 'out-of-memory', '读取超过内存上限，已停止：256MB'],
    ['ends itself', 'e', 'internal', '程序内部错误：读取进程异常退出（3）'],
    ['is ended by a crash in native code', 'n', 'internal', '程序内部错误：读取进程异常退出（SIGABRT）'],
    ['fails', 't', 'internal', '程序内部错误：no such thing'],
  ])('costs only its file when it %s', async (_, text, code, message) => {
    const pool = code === 'timeout' ? hasty : patient;
    const [bad, good] = await Promise.all([run(text, pool), run('ok', pool)]);
    expect(bad.reason).toMatchObject({ code, message });
    expect(good.reason?.message).toBe('2');
    expect((await run('still here', pool)).reason?.message).toBe('10');
  });
});

describe('the time limit', () => {
  it('is counted anew at each sign of progress', async () => {
    expect((await run('working', hasty)).reason?.message).toBe('slowly');
  });
});

describe('a pool of one process', () => {
  it('does the work of many files one after the other, in the same process', async () => {
    const single = poolOf(1, 60_000);
    const pids = await Promise.all(['p', 'p', 'p', 'p'].map((text) => run(text, single)));
    single.close();
    expect(new Set(pids.map((result) => result.reason?.message)).size).toBe(1);
  });

  it('reads a file once more in a fresh process where an earlier one has broken its engine', async () => {
    const single = poolOf(1, 60_000);
    await run('ok', single);
    expect((await run('d', single)).reason?.message).toBe('fresh');
    single.close();
  });
});
