import { readFile, stat } from 'node:fs/promises';
import type { z } from 'zod';
import { markOf } from '../../corpus/index.js';
import { LABELS, UsageError } from '../../model/index.js';
import type { Judgement } from '../../store/index.js';
import { decoded } from '../profile.js';
import { decisionLine } from './decision-line.js';

const MOST_BYTES = 100 * 1024 * 1024;
const FORM =
  '每行应为一个 JSON 对象，如 {"text": "第八条 ……", "path": ["某办法", "第二章"], "confirmed": ["D"], "rejected": ["P"]}';

/**
 * What a file says of the labels of texts, one JSON object a line.
 *
 * @param now ISO 8601: when lines without a time of their own were judged.
 * @throws UsageError naming the line; then nothing of the file counts.
 */
export const readDecisions = async (path: string, now: string): Promise<readonly Judgement[]> =>
  (await textOf(path)).split(/\r?\n/u).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const given = parsed(line, `判断文件 ${path} 第 ${index + 1} 行`);
    const { path: headings, kind, place, confirmed = [], rejected = [], who = '', at, source } = given;
    const { text } = given;
    return [
      {
        mark: markOf(text),
        text,
        path: headings ?? null,
        kind: kind ?? null,
        place: place ?? null,
        confirmed: LABELS.filter((label) => confirmed.includes(label)),
        rejected: LABELS.filter((label) => rejected.includes(label)),
        who,
        at: at ?? now,
        source: source ?? null,
      },
    ];
  });

const textOf = async (path: string): Promise<string> => {
  try {
    if ((await stat(path)).size <= MOST_BYTES) return decoded(await readFile(path)).replace(/^\uFEFF/u, '');
  } catch (error) {
    throw new UsageError(`读不到判断文件 ${path}`, '请检查 --decisions 后面的路径', { cause: error });
  }
  throw new UsageError(`判断文件 ${path} 超过 100 MB`, '请分成几个文件，依次读入');
};

const parsed = (line: string, where: string): z.infer<typeof decisionLine> => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new UsageError(`${where}不是有效的 JSON`, FORM, { cause: error });
  }
  const found = decisionLine.safeParse(value);
  if (!found.success) {
    const member = found.error.issues[0]?.path[0];
    throw new UsageError(
      member === undefined ? `${where}不是所要的 JSON 对象` : `${where}的 ${String(member)} 不合要求`,
      `${FORM}；标签只能写 D、B、P、Q、R`,
    );
  }
  const { confirmed = [], rejected = [] } = found.data;
  if (confirmed.length + rejected.length === 0)
    throw new UsageError(`${where}没有写确认或排除了什么`, `confirmed 和 rejected 至少写一个。${FORM}`);
  const both = confirmed.filter((label) => rejected.includes(label));
  if (both.length > 0) throw new UsageError(`${where}对 ${both.join('、')} 既确认又排除`, FORM);
  return found.data;
};
