import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type TextLine, textLine } from './contracts.js';

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
 */
export const answerLines = async (
  { input, output, errors }: LineStreams,
  answer: (line: TextLine) => object,
): Promise<number> => {
  let number = 0;
  let bad = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const text = number === 1 ? line.replace(/^\uFEFF/u, '') : line;
    if (text.trim() === '') continue;
    const parsed = parse(text);
    if (typeof parsed === 'string') {
      bad += 1;
      errors.write(`第 ${number} 行：${parsed}，已略过\n`);
    } else if (!output.write(`${JSON.stringify(answer(parsed))}\n`)) await once(output, 'drain');
  }
  if (bad > 0)
    errors.write(`共 ${bad} 行未能处理。每行应为一个 JSON 对象，如 {"id": "1", "text": "第一条 ……"}\n`);
  return bad > 0 ? 1 : 0;
};

/** The line's content, or in Chinese what is wrong with it. */
const parse = (text: string): TextLine | string => {
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
