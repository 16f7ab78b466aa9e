import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** A few of each format; all of them are read by npm run fuzz -- --count 20000. */
const COUNT = 500;

it('mutated files of every format crash nothing, hang nothing and hold no memory', () => {
  const table = execFileSync(
    process.execPath,
    ['dist/test/fuzz/main.js', '--from', '0', '--count', String(COUNT)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  expect(table).toContain('| docx |');
});
