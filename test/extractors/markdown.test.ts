import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFormat, extract } from '../../extractors/index.js';
import { type Manuscript, type Provision, sourceSpan } from '../../model/index.js';
import { segment } from '../../pipeline/segment/segment.js';
import { processorTime } from '../processor-time.js';
import { shared } from '../shared.js';

const read = (text: string): Promise<Manuscript> => extract(Buffer.from(text), 'md');
const textsOf = ({ text, blocks }: Manuscript): string[] =>
  blocks.map(({ span }) => text.slice(span.start, span.end));
const texts = async (text: string): Promise<string[]> => textsOf(await read(text));

describe('Markdown is told from plain text', () => {
  it.each([
    ['front matter and a heading', '---\ntitle: 办法\n---\n# 办法\n\n第一条　甲。', 'md'],
    ['several headings', '# 办法\n\n## 第一章\n\n第一条　甲。\n\n## 第二章\n\n第二条　乙。', 'md'],
    ['a table with its dashes', '罚则如下：\n\n| 行为 | 处罚 |\n|---|---|\n| 甲 | 乙 |', 'md'],
    ['a single number sign', '# 1 楼管理办法\n\n第一条　甲。', 'txt'],
    ['dashes before items', '通知如下：\n- 甲\n- 乙\n- 丙\n1. 丁', 'txt'],
    ['dashes as a rule', '甲办法\n---\n第一条　甲。\n---', 'txt'],
    ['a program’s remarks', '# 设置\n# 甲\n# 乙\n# 丙\nname = 1', 'txt'],
    ['bars between words', '首页 | 公告 | 联系\n甲 | 乙', 'txt'],
    ['a number sign without a blank', '#甲\n#乙\n#丙\n正文一\n正文二\n正文三', 'txt'],
  ])('%s', async (_what, text, format) => {
    expect(await detectFormat(Buffer.from(text))).toBe(format);
  });
});

describe('a Markdown text', () => {
  it('gives headings by their level, in both ways of writing them', async () => {
    const manuscript = await read(
      '清水市办法\n====\n\n总则\n----\n\n### 细目 ###\n\n#\n\n第一章{align=center}',
    );
    expect(textsOf(manuscript)).toEqual(['清水市办法', '总则', '细目', '第一章{align=center}']);
    expect(manuscript.blocks.map(({ headingLevel }) => headingLevel)).toEqual([1, 2, 3, undefined]);
  });

  it('keeps a sentence above a rule a paragraph', async () => {
    const { blocks } = await read('第一条　甲。\n---\n\n第二条　乙。\n\n***\n');
    expect(blocks.map(({ headingLevel }) => headingLevel)).toEqual([undefined, undefined]);
  });

  it('takes front matter as metadata and leaves comments out', async () => {
    const manuscript = await read(
      '---\ntitle: 办法\ndate: 2021-01-06\ntags:\n  - 甲\n---\n<!-- 头\n尾 -->\n# 办法\n\n甲<!-- 乙 -->丙\n<!-- 未完',
    );
    expect(manuscript.metadata.map(({ name, value }) => [name, value])).toEqual([
      ['title', '办法'],
      ['date', '2021-01-06'],
    ]);
    expect(textsOf(manuscript)).toEqual(['办法', '甲丙', '<!-- 未完']);
  });

  it.each([
    ['**第一条**　甲*乙*丙', '第一条　甲*乙*丙'],
    ['*甲* 与 _乙_ 与 __丙__ 与 ~~丁~~', '甲 与 乙 与 丙 与 丁'],
    ['***甲***', '甲'],
    ['填写____年__月', '填写____年__月'],
    ['3*4*5 和 a_b_c', '3*4*5 和 a_b_c'],
    ['见[办法](http://a.example/b_c_d "题")第三条', '见办法第三条'],
    ['国发[2020]49号（略）', '国发[2020]49号（略）'],
    ['`甲` 与 \\*乙\\*', '甲 与 *乙*'],
    ['注：\\[2020\\]', '注：[2020]'],
    ['[注]: 本表由办公室填写', '[注]: 本表由办公室填写'],
  ])('shows %j as %j', async (source, shown) => {
    expect(await texts(source)).toEqual([shown]);
  });

  it('names pictures and drops fences, rules and targets of links', async () => {
    const manuscript = await read(
      '![章](a.png)甲\n\n```text\n乙\n```\n\n* * *\n\n[1]: http://a.example\n\n::: details 目录\n[[toc]]\n:::',
    );
    expect(textsOf(manuscript)).toEqual(['甲', '乙']);
    expect(manuscript.notes).toEqual([{ code: 'pictures', message: '文件含图片1幅，图片中的文字未读入' }]);
  });

  it.each<readonly [string, string, readonly string[]]>([
    ['bullets go', '- 甲\n* 乙\n+ [x] 丙', ['甲', '乙', '丙']],
    ['numbers stay', '1. 甲\n2. 乙', ['1. 甲', '2. 乙']],
    ['numbers follow the first', '3. 甲\n3. 乙\n9. 丙', ['3. 甲', '4. 乙', '5. 丙']],
    [
      'deeper items count by themselves',
      '1. 甲\n   1. 子\n   1. 丑\n1. 乙\n   1. 寅',
      ['1. 甲', '1. 子', '2. 丑', '2. 乙', '1. 寅'],
    ],
    ['text below an item does not end its list', '1. 甲\n\n   又\n\n1. 乙', ['1. 甲', '又', '2. 乙']],
    ['a paragraph between ends it', '1. 甲\n\n段\n\n1. 乙', ['1. 甲', '段', '1. 乙']],
    ['quotation marks go', '> 甲\n> > 乙', ['甲', '乙']],
    ['Chinese numbers are text', '一、甲\n（一）乙\n1、丙', ['一、甲', '（一）乙', '1、丙']],
  ])('has lists as they are shown: %s', async (_what, source, shown) => {
    expect(await texts(source)).toEqual(shown);
  });

  it('marks a number that the source does not have', async () => {
    const { blocks } = await read('1. 甲\n1. 乙');
    expect(blocks.map(({ numbering }) => numbering)).toEqual([undefined, { start: 5, end: 7 }]);
  });

  it('gives pipe tables as cells', async () => {
    const manuscript = await read(
      '| 行为 | 处罚 |\n|:--|--:|\n| **甲** | 列入\\|名单 |\n| | 丙 |\n\n行为 | 处罚\n--- | ---\n丁 | 戊',
    );
    expect(textsOf(manuscript)).toEqual([
      '行为',
      '处罚',
      '甲',
      '列入|名单',
      '丙',
      '行为',
      '处罚',
      '丁',
      '戊',
    ]);
    expect(manuscript.blocks.map(({ cell }) => [cell!.table, cell!.row, cell!.column])).toEqual([
      [0, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
      [0, 1, 1],
      [0, 2, 1],
      [1, 0, 0],
      [1, 0, 1],
      [1, 1, 0],
      [1, 1, 1],
    ]);
  });

  it('leads back to its source', async () => {
    const source =
      '---\ntitle: 办法\n---\n<!-- 注 -->\n## 第**一**章\n\n1. 甲\n1. 见[丙](http://a.example)丁\n';
    const { text, sourceMap } = await read(source);
    const at = text.indexOf('丙丁');
    const { start, end } = sourceSpan(sourceMap!, { start: at, end: at + 2 });
    expect(source.slice(start, end)).toBe('丙](http://a.example)丁');
  });

  it('has blocks that tile its text, whatever stands in it', async () => {
    const piece = fc.constantFrom(
      '#',
      '# ',
      '甲',
      '|',
      '|-|',
      '\n',
      '\n\n',
      '- ',
      '1. ',
      '**',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '!',
      '\\',
      '<!--',
      '-->',
      '---\n',
      '===\n',
      '> ',
      ' ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const manuscript = await read(`甲\n\n${pieces.join('')}`);
        expect(textsOf(manuscript).join('\n')).toBe(manuscript.text);
        expect(manuscript.blocks.every(({ span }) => span.end > span.start)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['stars', '*'.repeat(100_000)],
    ['open links', '['.repeat(100_000)],
    ['pictures that do not end', '!['.repeat(50_000)],
    ['lists in lists', Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at)}1. 甲`).join('\n')],
    ['comments that do not end', '<!--'.repeat(50_000)],
    ['bars', `|${'-|'.repeat(50_000)}\n`.repeat(2)],
    ['quotation marks', '> '.repeat(50_000)],
  ])('reads hostile %s in time', async (_what, text) => {
    const spent = processorTime();
    await read(`甲\n\n${text}`);
    expect(spent()).toBeLessThan(4000);
  });
});

describe('statutes in Markdown', () => {
  const FOLDER = shared('laws/法律');
  const labelsOf = (manuscript: Manuscript): string[] => {
    const labels: string[] = [];
    const visit = ({ kind, label, children }: Provision): void => {
      if (kind === 'article' || kind === 'chapter') labels.push(label);
      children.forEach(visit);
    };
    for (const { header, provisions } of segment(manuscript)) {
      labels.push(header.title?.value ?? '');
      provisions.forEach(visit);
    }
    return labels;
  };

  it.skipIf(!FOLDER)('come out as they do read as plain text', async () => {
    const names = readdirSync(FOLDER!).filter((name) => name.endsWith('.md'));
    for (const name of names.filter((_, at) => at % 20 === 0)) {
      const bytes = readFileSync(join(FOLDER!, name));
      expect(labelsOf(await extract(bytes, 'md')), name).toEqual(labelsOf(await extract(bytes, 'txt')));
    }
  });
});
