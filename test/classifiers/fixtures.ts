import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Label } from '../../model/index.js';

/** ruleid: the label is wanted; ok: it must not be given; todoruleid: wanted, and known to be missed. */
export interface Line {
  readonly verdict: 'ruleid' | 'ok' | 'todoruleid';
  readonly text: string;
}

/** The fixture of each label, by file name without extension. */
export const FIXTURES: readonly (readonly [Label, string])[] = [
  ['D', 'disclosure'],
  ['B', 'blacklist'],
  ['P', 'punishment'],
  ['Q', 'restriction'],
  ['R', 'repair'],
];

/** The lines of a fixture file; comments and empty lines left out. Throws where a line is neither. */
export const readFixture = (name: string): Line[] =>
  readFileSync(fileURLToPath(new URL(`fixtures/${name}.txt`, import.meta.url)), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const match = /^(ruleid|ok|todoruleid): (.+)$/.exec(line);
      if (!match) throw new Error(`${name}.txt: neither a comment nor a verdict: ${line}`);
      return { verdict: match[1] as Line['verdict'], text: match[2]! };
    });
