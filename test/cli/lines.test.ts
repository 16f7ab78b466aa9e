import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCite } from '../../cli/cite.js';
import { runClassify } from '../../cli/classify.js';
import { citeLine, classifyLine } from '../../cli/contracts.js';
import { answerLines } from '../../cli/lines.js';

type Command = (streams: Parameters<typeof answerLines>[0]) => Promise<number>;

const run = async (input: string | Readable, command: Command) => {
  const output = new PassThrough();
  const errors = new PassThrough();
  const said = [text(output), text(errors)];
  const status = await command({
    input: typeof input === 'string' ? Readable.from([Buffer.from(input)]) : input,
    output,
    errors,
  });
  output.end();
  errors.end();
  const [out, err] = await Promise.all(said);
  return { status, out: out!.split('\n').filter(Boolean), err: err!.split('\n').filter(Boolean) };
};

const echo: Command = (streams) => answerLines(streams, ({ id, text }) => ({ id, length: text.length }));

describe('a line command', () => {
  it('answers good lines in order and names bad ones by their number', async () => {
    const input =
      '\uFEFF{"id":"a","text":"条"}\r\n\n{"id":"b"}\nnot json\n[]\n{"text":"x"}\n{"id":7,"text":"","more":1}';
    const { status, out, err } = await run(input, echo);
    expect(status).toBe(1);
    expect(out.map((line) => JSON.parse(line))).toEqual([
      { id: 'a', length: 1 },
      { id: 7, length: 0 },
    ]);
    expect(err).toEqual([
      '第 3 行：缺少 text，或 text 不是字符串，已略过',
      '第 4 行：不是有效的 JSON，已略过',
      '第 5 行：不是 JSON 对象，已略过',
      '第 6 行：缺少 id，或 id 不是字符串或数字，已略过',
      '共 4 行未能处理。每行应为一个 JSON 对象，如 {"id": "1", "text": "第一条 ……"}',
    ]);
  });

  it('takes U+2028 for a character of the text, not for the end of a line', async () => {
    expect((await run('{"id":1,"text":"甲\u2028乙"}\n', echo)).out).toEqual(['{"id":1,"length":3}']);
  });

  it('joins lines and characters that come in pieces', async () => {
    const bytes = Buffer.from('{"id":1,"text":"黑名单"}\n{"id":2,"text":"名"}');
    const { out } = await run(Readable.from([...bytes].map((byte) => Buffer.from([byte]))), echo);
    expect(out).toEqual(['{"id":1,"length":3}', '{"id":2,"length":1}']);
  });

  it('refuses a line that is no UTF-8, since nothing could be found in it', async () => {
    const gbk = Buffer.concat([
      Buffer.from('{"id":1,"text":"'),
      Buffer.from([0xba, 0xda]),
      Buffer.from('"}\n'),
    ]);
    const { status, out, err } = await run(Readable.from([gbk, Buffer.from('{"id":2,"text":""}')]), echo);
    expect(status).toBe(1);
    expect(out).toEqual(['{"id":2,"length":0}']);
    expect(err[0]).toBe('第 1 行：不是 UTF-8 编码，已略过');
  });

  it('says so when the input can not be read', async () => {
    const input = new Readable({
      read() {
        this.destroy(Object.assign(new Error('read'), { syscall: 'read', code: 'EIO' }));
      },
    });
    await expect(run(input, echo)).rejects.toMatchObject({ name: 'UsageError', message: '读不到标准输入' });
  });

  it('says nothing of empty input', async () => {
    expect(await run('', echo)).toEqual({ status: 0, out: [], err: [] });
  });

  it('gives one answer a line for any text, with its id', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 }), async (texts) => {
        const input = texts.map((each, id) => JSON.stringify({ id, text: each })).join('\n');
        const { status, out } = await run(input, echo);
        expect(status).toBe(0);
        expect(out.map((line) => JSON.parse(line))).toEqual(
          texts.map((each, id) => ({ id, length: each.length })),
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('classify and cite', () => {
  const passage = '第九条 违反本办法的，依照《清水市信用条例》第十二条列入严重失信主体名单，并向社会公布。';
  const line = JSON.stringify({ id: 'x', text: passage });

  it('classify keeps its contract, and evidence stands where it says', async () => {
    const { out } = await run(line, runClassify);
    const answer = classifyLine.parse(JSON.parse(out[0]!));
    expect(answer.id).toBe('x');
    for (const { start, end, text: words } of answer.evidence) expect(passage.slice(start, end)).toBe(words);
  });

  it('cite keeps its contract', async () => {
    const { out } = await run(line, runCite);
    expect(citeLine.parse(JSON.parse(out[0]!)).id).toBe('x');
  });
});
