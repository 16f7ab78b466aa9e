import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { LabelledProvision } from '../../corpus/index.js';
import { codeOf, LABELS, type Label, UsageError } from '../../model/index.js';
import { labelledLine } from './contract.js';

const FORM =
  '每行应为一个 JSON 对象，如 {"id": "1", "text": "第一条 ……", "labels": ["D", "P"]}；labels 为 D、B、P、Q、R，不涉及的写 []';
/** Bad lines that are named one by one. */
const MOST_NAMED = 10;

interface Line {
  readonly file: string;
  readonly number: number;
}

/**
 * The labelled texts of some files of JSON lines, in their order.
 *
 * @throws UsageError where a file can not be read or is empty, or where any line is bad: figures over what is left
 * would not be those of the file.
 */
export const readLabelledFiles = async (paths: readonly string[]): Promise<readonly LabelledProvision[]> => {
  const texts: LabelledProvision[] = [];
  const seen = new Map<string, Line>();
  const bad: string[] = [];
  for (const path of paths) {
    const file = basename(path);
    const lines = (await contentOf(path)).split('\n');
    let found = 0;
    for (const [at, words] of lines.entries()) {
      if (words.trim() === '') continue;
      found++;
      const number = at + 1;
      const text = textOf(words);
      if (typeof text === 'string') bad.push(`${file} 第 ${number} 行：${text}`);
      else {
        const first = seen.get(text.id);
        if (first)
          bad.push(`${file} 第 ${number} 行：id“${text.id}”与 ${first.file} 第 ${first.number} 行重复`);
        seen.set(text.id, { file, number });
        texts.push(text);
      }
    }
    if (found === 0) throw new UsageError(`${path} 是空文件，没有可以评测的文字`, FORM);
  }
  if (bad.length > 0) {
    const more = bad.length > MOST_NAMED ? `；另有 ${bad.length - MOST_NAMED} 行有误` : '';
    throw new UsageError(`${bad.slice(0, MOST_NAMED).join('；')}${more}`, FORM);
  }
  return texts;
};

const UTF8 = new TextDecoder('utf-8', { fatal: true });

const contentOf = async (path: string): Promise<string> => {
  const bytes = await readFile(path).catch((cause: unknown) => {
    const code = codeOf(cause);
    if (code === 'EISDIR') throw new UsageError(`${path} 是一个文件夹`, '请写出其中的文件', { cause });
    throw new UsageError(
      code === 'ENOENT' ? `找不到文件：${path}` : `读不到文件：${path}`,
      '请检查路径是否写对、有没有读取权限',
      { cause },
    );
  });
  try {
    return UTF8.decode(bytes);
  } catch (cause) {
    throw new UsageError(`${path} 不是 UTF-8 编码`, '请另存为 UTF-8 编码', { cause });
  }
};

/** One labelled text, or in Chinese what is wrong with its line. */
const textOf = (words: string): LabelledProvision | string => {
  let value: unknown;
  try {
    value = JSON.parse(words);
  } catch {
    return '不是有效的 JSON';
  }
  const line = labelledLine.safeParse(value);
  if (!line.success) return wrongWith(value, line.error.issues[0]!.path);
  const { id, text, labels, second, document, law, group, field, level, path } = line.data;
  return {
    id: String(id),
    group: document ?? law ?? group ?? `${id}\n`,
    text,
    labels: inOrder(labels),
    ...(second && { second: inOrder(second) }),
    hard: false,
    source: 'decision',
    ...(path && { path }),
    ...(field && { field }),
    ...(level && { level }),
  };
};

const inOrder = (labels: readonly Label[]): readonly Label[] =>
  LABELS.filter((label) => labels.includes(label));

const wrongWith = (value: unknown, [member, at]: readonly PropertyKey[]): string => {
  if (member === undefined) return '不是 JSON 对象';
  if (member === 'id') return '缺少 id，或 id 不是文字或数字';
  if (member === 'text') return '缺少 text，或 text 不是文字，或没有内容';
  const given = (value as Record<PropertyKey, unknown>)[member];
  if (member === 'labels' || member === 'second') {
    if (at === undefined) return member === 'labels' ? '缺少 labels，或 labels 不是数组' : 'second 不是数组';
    return `${member} 中有不认识的标签：${JSON.stringify((given as unknown[])[at as number])?.slice(0, 40)}`;
  }
  return `${String(member)} 应为${member === 'path' ? '文字的数组' : '文字'}`;
};
