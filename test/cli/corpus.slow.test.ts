import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatNumeral as numeral } from '../../model/index.js';
import { ended, qinggui, type Run, start } from './run.js';

const LAW = `---
title: "中华人民共和国样品法"
status: "现行有效"
---
# 中华人民共和国样品法

2019年3月1日 第十三届全国人民代表大会常务委员会第九次会议通过

<!-- INFO END -->

## 第一章 总则

第一条 为了管理样品，制定本法。

第二条 样品经营者有下列行为的，由主管部门记入信用记录，并向社会公布：

（一）伪造样品的；

（二）拒不交还样品的。

第三条 本法自2019年10月1日起施行。
`;
const DATABASE_LINES = [
  '云川省样品管理条例',
  '（2020年5月8日云川省第十三届人民代表大会常务委员会第十次会议通过）',
  '第一条　为了加强样品管理，制定本条例。',
  '第二条　失信的样品经营者列入重点监管对象。',
  '第三条　本条例自2020年7月1日起施行。',
];

let folder: string;
let laws: string;
let env: NodeJS.ProcessEnv;
const corpus = (...args: string[]): Promise<Run> => qinggui(['corpus', ...args], '', env);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qinggui-corpus-'));
  laws = join(folder, '法规 文本');
  env = { QINGGUI_CORPUS: join(folder, '库', 'corpus.db') };
  mkdirSync(join(laws, '法律'), { recursive: true });
  writeFileSync(join(laws, '法律', '样品法(2019-03-01).md'), LAW);
  writeFileSync(join(laws, '_index.md'), '# 目录\n');
  writeFileSync(join(laws, '坏的.docx'), 'PK\u0003\u0004不是文档');
  const document = new Document({
    sections: [{ children: DATABASE_LINES.map((line) => new Paragraph(line)) }],
  });
  writeFileSync(join(laws, '云川省样品管理条例_20200508.docx'), await Packer.toBuffer(document));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('qinggui corpus', () => {
  it('says what to do where nothing was imported yet', async () => {
    const run = await corpus('search', '失信');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('法规库中还没有法规');
    expect(run.stderr).toContain('qinggui corpus import');
  });

  it('imports Markdown and Word files and names what is no statute', async () => {
    const run = await corpus('import', laws);
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('共 4 份文件：导入 2 件，未变 0 件，未导入 2 份');
    expect(run.stdout).toContain('_index.md：没有法规名称或者正文');
    const again = await corpus('import', laws);
    expect(again.stdout).toContain('导入 0 件，未变 2 件，未导入 2 份');
  });

  it('shows an article with its paragraphs, under any way to write its number', async () => {
    for (const number of ['第二条', '2', '第2条', '第二条第一款']) {
      const run = await corpus('show', '样品法', number);
      expect(run.status).toBe(0);
      expect(run.stdout).toContain('法律，2019-03-01 版，2019-10-01 起施行，来源标注：现行有效，共 3 条');
      expect(run.stdout).toContain('（二）拒不交还样品的。');
    }
    const missing = await corpus('show', '样品法', '第九条');
    expect(missing.status).toBe(1);
    expect(missing.stdout).toContain('第九条：没有这一条，该版本有第一条至第三条');
    const near = await corpus('show', '样品');
    expect(near.status).toBe(2);
    expect(near.stderr).toContain('《中华人民共和国样品法》');
  });

  it('shows the version that was in force on a day, and says where the day lies before all of them', async () => {
    const before = await corpus('show', '样品法', '1', '--date', '2019-06-01');
    expect(before.status).toBe(1);
    expect(before.stdout).toContain(
      '2019-06-01 早于法规库中的所有版本，最早的是 2019-03-01 版，2019-10-01 起施行',
    );
    expect((await corpus('show', '样品法', '1', '--date', '2019-10-01')).status).toBe(0);
    const impossible = await corpus('show', '样品法', '--date', '2023-99-99');
    expect([impossible.status, impossible.stderr]).toEqual([2, expect.stringContaining('没有这一天')]);
  });

  it('claims no force for what the catalogue does not have, and no paragraph that is not there', async () => {
    const known = await corpus('show', '样品法', '--date', '2021-01-01');
    expect(known.stdout).toContain('效力：不能确定');
    expect(known.stdout).not.toMatch(/本文件|效力：现行有效/u);
    const paragraph = await corpus('show', '样品法', '第二条第九款');
    expect(paragraph.status).toBe(1);
    expect(paragraph.stdout).toContain('拒不交还样品的。\n（第二条没有第九款，共 1 款）');
    const item = await corpus('show', '样品法', '第二条第（五）项');
    expect([item.status, item.stdout]).toEqual([1, expect.stringContaining('第二条没有第（五）项')]);
    expect((await corpus('show', '样品法', '第二条第一款第二项')).status).toBe(0);
  });

  it('shows what the catalogue knows of a text that was not imported', async () => {
    const run = await corpus('show', '行政许可法', '78', '第九十条');
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('效力：现行有效');
    expect(run.stdout).toContain('第七十八条：有这一条\n第九十条：没有这一条');
    const ended = await corpus('show', '合同法');
    expect(ended.stdout).toContain('已失效，由《中华人民共和国民法典》代替');
    const moved = await corpus('show', '公司法', '16', '--date', '2020-01-01');
    expect(moved.stdout).toContain('第十六条：有这一条，现为第十五条');
  });

  it('searches words of two and more characters, and says that none found proves nothing', async () => {
    const run = await corpus('search', '失信');
    expect(run.stdout).toContain('《云川省样品管理条例》第二条');
    expect((await corpus('search', '信用记录', '公布')).stdout).toContain('《中华人民共和国样品法》第二条');
    const none = await corpus('search', '黑名单');
    expect(none.status).toBe(1);
    expect(none.stdout).toContain('没有收录不等于没有规定');
    const lines = (await corpus('search', '样品', '--json', '--limit', '2')).stdout.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toHaveLength(2);
  });

  it('says what can not be searched for', async () => {
    for (const word of [' ', '"', '😀']) {
      const run = await corpus('search', word);
      expect([run.status, run.stderr]).toEqual([2, expect.stringContaining('没有可以查找的字')]);
    }
    expect((await corpus('search', '-名单')).stderr).toContain('写成：-- -名单');
    expect((await corpus('search', '--', '-信用记录')).status).toBe(0);
  });

  it('lists and checks', async () => {
    const list = await corpus('list');
    expect(list.stdout).toContain('《云川省样品管理条例》　地方性法规');
    expect(list.stdout).toContain('共 2 件：法律 1 件，地方性法规 1 件');
    const check = await corpus('check');
    expect(check.status).toBe(1);
    expect(check.stdout).toContain('未能作为法规导入（2）');
    expect(check.stdout).toContain('法规库共 2 件，发现 2 处问题');
  });

  it('makes a scan with the library another scan than one without', async () => {
    const input = join(folder, '规章');
    mkdirSync(input);
    writeFileSync(
      join(input, '办法.txt'),
      '清水市样品经营信用管理办法\n\n第一条 为了管理样品经营者，制定本办法。\n\n第二条 依照《中华人民共和国样品法》第二条的规定，将伪造样品的经营者记入信用记录，并向社会公布。\n\n清水市样品局\n2021年3月1日\n',
    );
    const output = join(folder, '结果');
    const scan = (corpusFile: string): Promise<Run> =>
      qinggui(['scan', input, '--output', output, '--jsonl', '-'], '', { QINGGUI_CORPUS: corpusFile });
    const without = await scan('');
    const withLibrary = await scan(env.QINGGUI_CORPUS!);
    expect([without.status, withLibrary.status]).toEqual([0, 0]);
    expect(withLibrary.stdout).not.toBe(without.stdout);
    expect(JSON.parse(withLibrary.stdout).ledger.basisContent).toContain('记入信用记录，并向社会公布');
    const back = await scan('');
    expect(back.stdout).toBe(without.stdout);
  });

  it('tells once that the library is damaged, before a scan begins', async () => {
    const damaged = join(folder, 'damaged.db');
    const bytes = readFileSync(env.QINGGUI_CORPUS!);
    writeFileSync(damaged, bytes.subarray(0, Math.floor(bytes.length / 2)));
    const run = await qinggui(['scan', join(folder, '规章'), '--output', join(folder, '结果二')], '', {
      QINGGUI_CORPUS: damaged,
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/错误：法规库文件已损坏.*damaged\.db\n建议：.*重新导入/u);
    expect(run.stdout).toBe('');
  });

  it('reads a Word file that is named as a text', async () => {
    const named = join(folder, '改名');
    mkdirSync(named);
    cpSync(join(laws, '云川省样品管理条例_20200508.docx'), join(named, '云川省样品管理条例_20200508.txt'));
    const library = join(folder, '改名.db');
    const run = await qinggui(['corpus', 'import', named, '--corpus', library]);
    expect(run.stdout).toContain('导入 1 件');
    expect((await qinggui(['corpus', 'list', '--corpus', library])).stdout).toContain(
      '《云川省样品管理条例》　地方性法规',
    );
  });

  it('ends an import at Ctrl-C with status 130 and the library as it was', async () => {
    const many = join(folder, '很多');
    mkdirSync(many);
    const body = Array.from({ length: 150 }, (_, i) => `第${numeral(i + 1)}条 样品第${i}号应当登记。\n`).join(
      '\n',
    );
    for (let i = 0; i < 1_500; i++)
      writeFileSync(join(many, `样品法${i}.md`), `# 样品法${i}\n\n<!-- INFO END -->\n\n${body}`);
    const before = readFileSync(env.QINGGUI_CORPUS!);
    const child = start(['corpus', 'import', many], env);
    // The first words of its progress: it listens, and reads.
    child.stderr?.once('data', () => child.kill('SIGINT'));
    const run = await ended(child);
    expect(run.stderr).toContain('导入已中断，法规库未改动');
    expect(run.status).toBe(130);
    expect(readFileSync(env.QINGGUI_CORPUS!).equals(before)).toBe(true);
  });

  it('refuses folders that are none and libraries of others', async () => {
    expect((await corpus('import', join(folder, '没有'))).status).toBe(2);
    const other = join(folder, 'other.db');
    cpSync(join(laws, '_index.md'), other);
    const run = await qinggui(['corpus', 'list', '--corpus', other], '');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('other.db');
  });
});
