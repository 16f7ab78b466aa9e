import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** A few of each format; all of them are read by npm run fuzz -- --count 20000. */
const COUNT = 156;
/** What hangs is found; how slow a mutant may be is no question for a machine that runs other tests meanwhile. */
const PATIENCE = 10;

it('mutated files of every format crash nothing, hang nothing and hold no memory', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['dist/test/fuzz/main.js', '--from', '0', '--count', `${COUNT}`, '--patience', `${PATIENCE}`],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  expect(status, stdout).toBe(0);
  expect(stdout).toContain('| docx |');
}, 1_200_000);
