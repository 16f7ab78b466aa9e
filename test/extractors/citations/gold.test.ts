import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCitations } from '../../../extractors/citations/index.js';
import { shared } from '../../shared.js';

const gold = shared('labelled/citations.dev.jsonl');
const scorer = shared('tools/score-citations.mjs');

/** The F1 that the scorer prints in the line of `name`, in per cent. */
const f1 = (report: string, name: string): number =>
  Number(new RegExp(`^${name} .*F1 +([\\d.]+)`, 'm').exec(report)?.[1]);

describe.skipIf(!gold || !scorer)('real passages with every citation labelled', () => {
  it('are found at F1 98 and whole, with their articles, at F1 95 or better', () => {
    const folder = mkdtempSync(join(tmpdir(), 'qinggui-cite-'));
    try {
      const predictions = join(folder, 'predictions.jsonl');
      const rows = readFileSync(gold!, 'utf8').split('\n').filter(Boolean);
      const lines = rows.map((line) => {
        const { id, text } = JSON.parse(line) as { id: string; text: string };
        return JSON.stringify({ id, citations: findCitations(text) });
      });
      writeFileSync(predictions, lines.join('\n'));
      const report = execFileSync(process.execPath, [scorer!, gold!, predictions], { encoding: 'utf8' });
      expect(f1(report, 'found')).toBeGreaterThanOrEqual(98);
      expect(f1(report, 'whole')).toBeGreaterThanOrEqual(95);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
