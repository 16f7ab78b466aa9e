import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReadLine } from '../../reports/index.js';
import { openLibrary } from '../../store/index.js';
import { shared } from '../shared.js';
import { qinggui } from './run.js';

const laws = shared('laws');
const folder = mkdtempSync(join(tmpdir(), 'qinggui-with-laws-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Example, the article its ledger row rests on, the statute's key and article in the library. */
const ROWS: readonly (readonly [string, string, string, string])[] = [
  ['07', '《中华人民共和国食品安全法》第一百一十三条：“', '食品安全法', '第一百一十三条'],
  ['13', '《保障农民工工资支付条例》第四十八条：“', '保障农民工工资支付条例', '第四十八条'],
  ['14', '《中华人民共和国政府采购法》第七十七条：“', '政府采购法', '第七十七条'],
];

describe.skipIf(!laws)('the examples, with the texts of statutes imported', () => {
  it('carry the wording of the cited articles in their ledger rows', async () => {
    const env = { QINGGUI_CORPUS: join(folder, 'corpus.db') };
    expect((await qinggui(['corpus', 'import', laws!], '', env)).status).toBe(0);
    const output = join(folder, 'out');
    const run = await qinggui(['scan', 'corpus/examples', '--output', output, '--no-ocr'], '', env);
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('所引条文已按法规库');
    const lines = readFileSync(join(output, 'results.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ReadLine);
    const library = await openLibrary(env.QINGGUI_CORPUS);
    for (const [example, name, key, number] of ROWS) {
      const content = lines.find(({ source, ledger }) => source.startsWith(example) && ledger)!.ledger!
        .basisContent;
      expect(content, example).toContain(name);
      const article = library.article(library.versions(key)[0]!.id, number)!;
      expect(content, example).toContain(article.text.replace(/\n/gu, '').slice(0, 100));
    }
    library.close();
  });
});
