import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSuppressions, unusedWords } from '../../cli/suppressions.js';
import { UsageError } from '../../model/index.js';
import { Suppressions } from '../../pipeline/index.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinggui-suppressions-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (content: string | Uint8Array) => {
  const path = join(folder, 'list.txt');
  writeFileSync(path, content);
  return readSuppressions(path);
};

const ENTRY = {
  rule: '49-5-channel',
  file: '供水*.docx',
  place: '第八条',
  reason: '市条例第九条规定可以在报纸公布',
};

describe('a list of suppressions', () => {
  it('is empty where none is given', async () => expect(await readSuppressions(undefined)).toEqual([]));

  it.each([
    ['lines', '# 已核对\n\n49-5-channel | 供水*.docx | 第八条 | 市条例第九条规定可以在报纸公布\n', '第3行'],
    [
      'lines with wide bars, a byte order mark and the line ends of Windows',
      '\uFEFF49-5-channel｜供水*.docx｜第八条｜市条例第九条规定可以在报纸公布\r\n',
      '第1行',
    ],
    [
      'JSON in Chinese',
      '[{"规则": "49-5-channel", "文件": "供水*.docx", "条款": "第八条", "理由": "市条例第九条规定可以在报纸公布"}]',
      '第1条',
    ],
    ['JSON', JSON.stringify([ENTRY]), '第1条'],
  ])('is read as %s', async (_form, content, at) => {
    expect(await read(content)).toEqual([{ ...ENTRY, at }]);
  });

  it('keeps a bar that stands in the reason', async () => {
    expect((await read('49-5-channel | * | | 见甲|乙'))[0]!.reason).toBe('见甲|乙');
  });

  it.each([
    ['no such rule', '49-5-nothing | * | | 理由', /第1行：没有编号为“49-5-nothing”的规则/],
    ['no reason', '49-5-channel | * | | ', /第1行：没有写理由/],
    ['a reason of blanks in JSON', '[{"规则": "49-5-channel", "文件": "*", "理由": "  "}]', /没有写理由/],
    ['no file', '49-5-channel | | | 理由', /没有写文件名/],
    ['no rule', ' | * | | 理由', /没有写规则编号/],
    ['too few fields', '49-5-channel | 理由', /第1行应有四栏/],
    ['a member of another name', '[{"规则": "49-5-channel", "备注": "a"}]', /不认识的项目：备注/],
    ['a number', '[{"规则": 7}]', /“规则”应为文字/],
    ['a field without end', `49-5-channel | * | | ${'长'.repeat(501)}`, /不超过 500 字/],
    ['broken JSON', '[{', /不是有效的 JSON/],
    ['an object', '{}', /应为一个 JSON 数组/],
    ['too many entries', '49-5-channel | * | | 理由\n'.repeat(2001), /超过 2000 条/],
    ['a file without end', new Uint8Array(1024 * 1024 + 1), /超过 1 MB/],
  ])('is refused with %s', async (_why, content, message) => {
    const refusal = await read(content).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UsageError);
    expect((refusal as UsageError).message).toMatch(message);
  });

  it('is refused where it can not be read', async () => {
    await expect(readSuppressions(join(folder, 'none.txt'))).rejects.toThrow(/读不到忽略清单/);
  });

  it('names the entries that met nothing', () => {
    expect(unusedWords(new Suppressions([{ ...ENTRY, at: '第3行' }]))).toBe(
      '注意：忽略清单第3行没有用到：规则 49-5-channel 在“供水*.docx”第八条没有结果，请核对是否已经修改或者写错\n',
    );
    expect(unusedWords(new Suppressions([]))).toBe('');
  });
});
