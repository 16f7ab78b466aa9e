import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_FILE_LIMITS } from '../../model/index.js';
import { checkLibrary, DEFAULT_LIMITS, type ImportReport, importStatutes } from '../../pipeline/index.js';
import { openLibrary } from '../../store/index.js';

let home: string;
let folder: string;
let library: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'qinggui-import-'));
  folder = join(home, '法规');
  library = join(home, 'corpus.db');
  mkdirSync(folder);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const law = (title: string, text = '样品应当登记。'): string =>
  `# ${title}\n\n<!-- INFO END -->\n\n第一条 ${text}\n`;
const put = (path: string, text: string | Uint8Array): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const run = (more: { signal?: AbortSignal; onFile?: () => void } = {}): Promise<ImportReport> =>
  importStatutes({ library, folder, limits: DEFAULT_FILE_LIMITS, work: DEFAULT_LIMITS, ...more });
const titles = async (): Promise<string[]> => {
  const opened = await openLibrary(library);
  const found = opened.all().map(({ title }) => title);
  opened.close();
  return found;
};

describe('an import of statute texts', () => {
  it('refuses a folder that has become empty, and keeps what it had', async () => {
    put('样品法.md', law('样品法'));
    await run();
    rmSync(join(folder, '样品法.md'));
    await expect(run()).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('以前从这里导入的 1 份'),
    });
    expect(await titles()).toEqual(['样品法']);
  });

  it('hears a signal between two files and leaves the library as it was', async () => {
    put('样品法.md', law('样品法'));
    await run();
    for (let i = 0; i < 20; i++) put(`新法${i}.md`, law(`新法${i}`));
    const controller = new AbortController();
    let files = 0;
    // Aborted by a timer: it comes only if the event loop turns.
    setTimeout(() => controller.abort(), 0);
    const report = await run({ signal: controller.signal, onFile: () => files++ });
    expect([report.interrupted, files < 21]).toEqual([true, true]);
    expect(await titles()).toEqual(['样品法']);
  });

  it('refuses a text that is too long for a statute, with the reason', async () => {
    put('巨.txt', '第一条\n'.repeat(2_200_000));
    const { leftOut } = await run();
    expect(leftOut).toEqual([{ source: '巨.txt', why: expect.stringContaining('文字过多') }]);
  });

  it('lists contradictions between folder and body, and one version in two wordings', async () => {
    put('法律/清水市门牌管理办法(2015-03-02).md', law('清水市门牌管理办法'));
    put('一/样品法(2020-01-01).md', law('样品法'));
    put('二/样品法(2020-01-01).md', law('样品法', '样品不必登记。'));
    await run();
    const opened = await openLibrary(library);
    const issues = checkLibrary(opened).filter(({ kind }) => kind === 'level' || kind === 'differing');
    opened.close();
    expect(issues.map(({ kind, source }) => `${kind} ${source}`)).toEqual([
      'differing 二/样品法(2020-01-01).md',
      'level 法律/清水市门牌管理办法(2015-03-02).md',
    ]);
  });
});
