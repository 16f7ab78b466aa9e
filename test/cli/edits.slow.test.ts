import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ended, makeFolder, page, qinggui, start } from './run.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinggui-edits-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Park and Miller's generator: the same edits at every run of the test. */
const dice = (seed: number): ((sides: number) => number) => {
  let state = seed;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
};

const filesBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** Changes the folder as people do: one thing at a time. */
class Clerk {
  readonly #root: string;
  readonly #roll: (sides: number) => number;
  #number = 0;

  constructor(root: string, seed: number) {
    this.#root = root;
    this.#roll = dice(seed);
  }

  /** Says what it did. */
  act(): string {
    const files = filesBelow(this.#root);
    const one = files[this.#roll(files.length || 1)];
    const acts = [this.#add, this.#change, this.#rename, this.#move, this.#duplicate, this.#remove];
    const act = one === undefined ? this.#add : acts[this.#roll(acts.length)]!;
    return act.call(this, one ?? '');
  }

  #add(): string {
    const path = this.#free();
    // Few different texts, so that one that is added may be the same as one that was there before.
    writeFileSync(path, page(this.#roll(9), 4));
    return `added ${path}`;
  }

  #change(path: string): string {
    writeFileSync(path, page(this.#roll(9), 5));
    return `changed ${path}`;
  }

  #rename(path: string): string {
    this.#number += 1;
    const to = join(dirname(path), `${this.#roll(2) ? '改名' : 'A'}${this.#number}.html`);
    renameSync(path, to);
    return `renamed ${path} to ${to}`;
  }

  #move(path: string): string {
    const to = this.#free();
    renameSync(path, to);
    return `moved ${path} to ${to}`;
  }

  #duplicate(path: string): string {
    const to = this.#free();
    copyFileSync(path, to);
    return `copied ${path} to ${to}`;
  }

  #remove(path: string): string {
    rmSync(path);
    return `removed ${path}`;
  }

  /** A path that nothing stands under, sometimes before all others in walk order, sometimes behind. */
  #free(): string {
    const below = ['', '甲科', '乙科/旧'][this.#roll(3)]!;
    this.#number += 1;
    const path = join(this.#root, below, `${['0', '文件', 'z'][this.#roll(3)]}${this.#number}.html`);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  }
}

const scan = async (input: string, output: string, ...more: string[]): Promise<string[]> => {
  const args = ['scan', input, '--output', output, '--all-provisions', '--unit', '清水市某局'];
  const run = await qinggui([...args, ...more]);
  expect(run.status, run.stderr).toBe(0);
  return [
    readFileSync(join(output, 'results.jsonl'), 'utf8'),
    readFileSync(join(output, '台账.xlsx')).toString('base64'),
  ];
};

describe('a scan after edits', () => {
  it.each([20210106])('gives what a fresh one gives (seed %i)', async (seed) => {
    const input = join(folder, 'in');
    mkdirSync(input);
    const clerk = new Clerk(input, seed);
    const done: string[] = Array.from({ length: 6 }, () => clerk.act());
    await scan(input, join(folder, 'kept'));
    for (let round = 1; round <= 4; round += 1) {
      done.push(...Array.from({ length: 5 }, () => clerk.act()));
      // Several reading processes against one.
      const again = await scan(input, join(folder, 'kept'), '--workers', '2');
      const fresh = await scan(input, join(folder, `fresh-${round}`));
      expect(again, done.join('\n')).toEqual(fresh);
    }
  });

  it('reads the copy when the original of a duplicate is gone', async () => {
    const input = join(folder, 'in');
    mkdirSync(input);
    writeFileSync(join(input, 'a.html'), page(1));
    copyFileSync(join(input, 'a.html'), join(input, 'b.html'));
    const [before] = await scan(input, join(folder, 'kept'));
    expect(before).toContain('"source":"b.html","status":"skipped"');
    rmSync(join(input, 'a.html'));
    const [after] = await scan(input, join(folder, 'kept'));
    expect(after).toContain('"source":"b.html","status":"read"');
    expect(after).not.toContain('a.html');
  });
});

describe('two scans of one output folder', () => {
  it('do not meet: the second is told, the first is not disturbed, and a killed one bars nobody', async () => {
    const input = join(folder, 'in');
    const output = join(folder, 'out');
    // So many that the first is still reading when the second has started, also on a busy machine.
    makeFolder(input, 80, 20);
    const command = ['scan', input, '--output', output];
    const killed = start(command);
    const dead = ended(killed);
    while (!existsSync(join(output, 'qinggui.lock'))) await new Promise((done) => setTimeout(done, 5));
    killed.kill('SIGKILL');
    await dead;
    const first = start(command);
    const whole = ended(first);
    await new Promise((done) => first.stderr?.once('data', done));
    const second = await qinggui(command);
    expect(second.status).toBe(2);
    expect(second.stderr).toContain('另一个清规程序正在使用结果目录');
    expect((await whole).status).toBe(0);
    expect(readdirSync(output).sort()).toEqual(['qinggui.db', 'results.jsonl', '台账.xlsx']);
  });
});
