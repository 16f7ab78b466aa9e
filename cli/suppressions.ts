import { readFile } from 'node:fs/promises';
import { UsageError } from '../model/index.js';
import { RULES, type SuppressionEntry, type Suppressions } from '../pipeline/index.js';
import { decoded } from './profile.js';

const MOST_ENTRIES = 2_000;
const MOST_BYTES = 1024 * 1024;
const LONGEST = 500;
const FORM =
  '每行一条：规则编号 | 文件名或文件标题（可用 *） | 条款（可空） | 理由，如 49-5-channel | 供水管理办法.docx | 第八条 | 市条例第九条规定可以在报纸公布；规则编号见 qinggui check --rules';

/** Names that a JSON list may use for each field. */
const NAMES = {
  rule: ['规则', 'rule'],
  file: ['文件', 'file'],
  place: ['条款', 'place'],
  reason: ['理由', 'reason'],
} as const;
type Field = keyof typeof NAMES;

/**
 * The list of what a person has set aside: lines `规则 | 文件 | 条款 | 理由`, or JSON, an array of objects with these
 * members. Without a path an empty list.
 *
 * @throws UsageError naming the entry, when the list can not be read, names no rule there is, or lacks a reason.
 */
export const readSuppressions = async (path: string | undefined): Promise<readonly SuppressionEntry[]> => {
  if (path === undefined) return [];
  const text = await textOf(path);
  const given = /^\s{0,1000}[[{]/u.test(text) ? fromJson(text, path) : fromLines(text, path);
  if (given.length > MOST_ENTRIES)
    throw new UsageError(
      `忽略清单 ${path} 超过 ${MOST_ENTRIES} 条`,
      '请合并条目：文件名可用 *，条款可以留空',
    );
  return given.map((entry) => checked(entry, path));
};

const textOf = async (path: string): Promise<string> => {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new UsageError(`读不到忽略清单 ${path}`, '请检查 --suppressions 后面的路径', { cause: error });
  }
  if (bytes.byteLength > MOST_BYTES) throw new UsageError(`忽略清单 ${path} 超过 1 MB`, FORM);
  return decoded(bytes).replace(/^\uFEFF/u, '');
};

const fromLines = (text: string, path: string): SuppressionEntry[] =>
  text.split(/\r\n|\r|\n/u).flatMap((line, index) => {
    if (line.trim() === '' || line.trimStart().startsWith('#')) return [];
    const [rule = '', file = '', place = '', ...reason] = line.split(/[|｜]/u).map((part) => part.trim());
    const at = `第${index + 1}行`;
    if (reason.length === 0) throw new UsageError(`忽略清单 ${path} ${at}应有四栏`, FORM);
    return [{ rule, file, place, reason: reason.join('|'), at }];
  });

const fromJson = (text: string, path: string): SuppressionEntry[] => {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`忽略清单 ${path} 不是有效的 JSON`, FORM, { cause: error });
  }
  if (!Array.isArray(content))
    throw new UsageError(
      `忽略清单 ${path} 的内容应为一个 JSON 数组`,
      '应形如 [{"规则": "49-5-channel", "文件": "供水管理办法.docx", "条款": "第八条", "理由": "…"}]',
    );
  return content.map((entry: unknown, index) => {
    const at = `第${index + 1}条`;
    if (typeof entry !== 'object' || entry === null)
      throw new UsageError(`忽略清单 ${path} ${at}应为一个 JSON 对象`, FORM);
    return { ...fieldsOf(entry as Record<string, unknown>, path, at), at };
  });
};

const fieldsOf = (entry: Record<string, unknown>, path: string, at: string): Record<Field, string> => {
  const fields: Record<Field, string> = { rule: '', file: '', place: '', reason: '' };
  for (const [name, value] of Object.entries(entry)) {
    const field = (Object.keys(NAMES) as Field[]).find((each) =>
      (NAMES[each] as readonly string[]).includes(name),
    );
    if (!field)
      throw new UsageError(
        `忽略清单 ${path} ${at}有不认识的项目：${name}`,
        '可用的项目：规则、文件、条款、理由',
      );
    if (typeof value !== 'string') throw new UsageError(`忽略清单 ${path} ${at}的“${name}”应为文字`, FORM);
    fields[field] = value.trim();
  }
  return fields;
};

const checked = (entry: SuppressionEntry, path: string): SuppressionEntry => {
  const { rule, file, reason, at } = entry;
  const refuse = (what: string): never => {
    throw new UsageError(`忽略清单 ${path} ${at}：${what}`, FORM);
  };
  if (rule === '') refuse('没有写规则编号');
  if (!RULES.some(({ id }) => id === rule)) refuse(`没有编号为“${rule.slice(0, 60)}”的规则`);
  if (file === '') refuse('没有写文件名或者文件标题；对所有文件适用请写 *');
  if (reason === '') refuse('没有写理由；每一条忽略都须说明理由，理由会写入台账的“规则检查”表');
  if (Object.values(entry).some((value: string) => value.length > LONGEST))
    refuse(`每一栏不超过 ${LONGEST} 字`);
  return entry;
};

/** What to tell of entries that met nothing; '' where there are none. */
export const unusedWords = ({ unused }: Suppressions): string =>
  unused
    .map(
      ({ at, rule, file, place }) =>
        `注意：忽略清单${at}没有用到：规则 ${rule} 在“${file}”${place && `${place}`}没有结果，请核对是否已经修改或者写错\n`,
    )
    .join('');
