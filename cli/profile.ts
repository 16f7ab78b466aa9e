import { readFile } from 'node:fs/promises';
import { type UnitProfile, UsageError } from '../model/index.js';

/** Names that the file may use for each field; the form's own headings come first. */
const NAMES: Readonly<Record<keyof UnitProfile, readonly string[]>> = {
  unit: ['单位', '填报单位', '单位名称', 'unit'],
  completion: ['完成时间', 'completion'],
  responsibleUnit: ['责任单位', 'responsibleUnit'],
  responsiblePerson: ['责任人', '责任人姓名及职务', 'responsiblePerson'],
  phone: ['电话', '联系电话', 'phone'],
};
const FIELDS = Object.keys(NAMES) as (keyof UnitProfile)[];
const MOST_CHARACTERS = 500;

const EMPTY: UnitProfile = {
  unit: '',
  completion: '',
  responsibleUnit: '',
  responsiblePerson: '',
  phone: '',
};

/**
 * The unit's own data: the profile file, and `--unit` over what it says of the unit.
 *
 * @throws UsageError when the file can not be read or says something else.
 */
export const readProfile = async (path?: string, unit?: string): Promise<UnitProfile> => {
  const profile = path === undefined ? EMPTY : await profileOf(await contentOf(path), path);
  return { ...profile, ...(unit !== undefined && { unit: unitOf(unit) }) };
};

const unitOf = (given: string): string => {
  const unit = oneLine(given);
  if (unit.length > MOST_CHARACTERS)
    throw new UsageError(`--unit 应为不超过 ${MOST_CHARACTERS} 字的文字`, '请写填报单位的名称');
  return unit;
};

/** What stands in a cell of the form is one line. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** The text of a small file of settings: editors on Windows save as GBK or UTF-16 as often as not. */
export const decoded = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

const contentOf = async (path: string): Promise<unknown> => {
  let text: string;
  try {
    text = decoded(await readFile(path));
  } catch (error) {
    throw new UsageError(`读不到单位信息文件 ${path}`, '请检查 --profile 后面的路径', { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `单位信息文件 ${path} 不是有效的 JSON`,
      '内容应形如 {"单位": "某某局", "完成时间": "2026年3月底", "责任人": "姓名 职务", "电话": "…"}',
      { cause: error },
    );
  }
};

const profileOf = async (content: unknown, path: string): Promise<UnitProfile> => {
  const { z } = await import('zod');
  const text = z.union([z.string().max(MOST_CHARACTERS), z.number().transform(String)]);
  const parsed = z.record(z.string(), text).safeParse(content);
  if (!parsed.success) {
    const member = parsed.error.issues[0]?.path[0];
    throw new UsageError(
      member === undefined
        ? `单位信息文件 ${path} 的内容应为一个 JSON 对象`
        : `单位信息文件 ${path} 中“${String(member)}”应为不超过 ${MOST_CHARACTERS} 字的文字`,
      `可用的项目：${FIELDS.map((field) => NAMES[field][0]).join('、')}`,
    );
  }
  const given = { ...parsed.data };
  const profile: Record<keyof UnitProfile, string> = { ...EMPTY };
  for (const field of FIELDS)
    for (const name of NAMES[field]) {
      if (!Object.hasOwn(given, name)) continue;
      profile[field] ||= oneLine(given[name]!);
      delete given[name];
    }
  const unknown = Object.keys(given);
  if (unknown.length > 0)
    throw new UsageError(
      `单位信息文件 ${path} 中有不认识的项目：${unknown.join('、')}`,
      `可用的项目：${FIELDS.map((field) => NAMES[field][0]).join('、')}`,
    );
  return profile;
};
