import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { UsageError } from '../model/index.js';
import { type TextLine, textLine } from './text-line.js';

/** Where a line command reads, answers and complains. */
export interface LineStreams {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
}

export const STANDARD: LineStreams = {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
};

/**
 * Answers each JSON line with one, in order, waiting for a slow reader. A line that is not {id, text} gets a
 * Chinese message with its number, and the rest goes on.
 *
 * @returns the exit status: 0, or 1 when a line was bad.
 * @throws UsageError when the input can not be read.
 */
export const answerLines = async (
  { input, output, errors }: LineStreams,
  answer: (line: TextLine) => object | Promise<object>,
): Promise<number> => {
  let number = 0;
  let bad = 0;
  for await (const bytes of linesOf(input)) {
    number += 1;
    const parsed = parse(bytes);
    if (parsed === null) continue;
    if (typeof parsed === 'string') {
      bad += 1;
      errors.write(`第 ${number} 行：${parsed}，已略过\n`);
    } else if (!output.write(`${JSON.stringify(await answer(parsed))}\n`)) await once(output, 'drain');
  }
  if (bad > 0)
    errors.write(`共 ${bad} 行未能处理。每行应为一个 JSON 对象，如 {"id": "1", "text": "第一条 ……"}\n`);
  return bad > 0 ? 1 : 0;
};

const LINE_FEED = 10;

/**
 * The lines of a stream, as bytes without the line feed. Node's readline is no help here: it also breaks lines at
 * U+2028, which may stand inside a JSON string, and hides bytes that are no UTF-8 as well as errors in reading.
 */
async function* linesOf(input: Readable): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  try {
    for await (const chunk of input) {
      const bytes = Buffer.from(chunk as Uint8Array | string);
      let start = 0;
      for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
        yield Buffer.concat([...pieces, bytes.subarray(start, end)]);
        pieces = [];
        start = end + 1;
      }
      if (start < bytes.length) pieces.push(bytes.subarray(start));
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new UsageError('读不到标准输入', '请检查输入的文件或管道', { cause: error });
  }
  if (pieces.length > 0) yield Buffer.concat(pieces);
}

/** Refuses what is no UTF-8: of text with its characters lost, nothing found would mean nothing. Drops the BOM. */
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The line's content, null for an empty line, or in Chinese what is wrong with it. */
const parse = (bytes: Uint8Array): TextLine | string | null => {
  let text: string;
  try {
    text = UTF8.decode(bytes);
  } catch {
    return '不是 UTF-8 编码';
  }
  if (text.trim() === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return '不是有效的 JSON';
  }
  const line = textLine.safeParse(value);
  if (line.success) return line.data;
  const member = line.error.issues[0]?.path[0];
  if (member === 'id') return '缺少 id，或 id 不是字符串或数字';
  if (member === 'text') return '缺少 text，或 text 不是字符串';
  return '不是 JSON 对象';
};
