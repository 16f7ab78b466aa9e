import type { Context } from 'hono';
import type { z } from 'zod';
import { BadRequest, TooLarge } from '../errors.js';
import { fieldFault } from './field-words.js';

const MEGABYTE = 1_048_576;
export const JSON_LIMIT = 2 * MEGABYTE;
export const WORKBOOK_LIMIT = 20 * MEGABYTE;
/** A scan of a stamped ledger has some megabytes. */
export const UPLOAD_LIMIT = 50 * MEGABYTE;

const WORKBOOK_TYPES = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
];

/**
 * The body, checked by a schema.
 *
 * @throws BadRequest naming the field, TooLarge.
 */
export const readJson = async <S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> => {
  mustBe(c, ['application/json']);
  const bytes = await readBody(c, JSON_LIMIT);
  return checked(schema, parsed(bytes));
};

/** The bytes of a workbook. */
export const readWorkbook = async (c: Context): Promise<Uint8Array> => {
  mustBe(c, WORKBOOK_TYPES);
  const bytes = await readBody(c, WORKBOOK_LIMIT);
  if (bytes.length === 0) throw new BadRequest('文件是空的', '请重新选择要导入的台账（.xlsx）');
  return bytes;
};

/** The bytes of any other file of a stranger, whose name says what it claims to be. */
export const readUpload = async (c: Context): Promise<Uint8Array> => {
  mustBe(c, ['application/octet-stream']);
  const bytes = await readBody(c, UPLOAD_LIMIT);
  if (bytes.length === 0) throw new BadRequest('文件是空的', '请重新选择文件');
  return bytes;
};

/** What stands behind the question mark, checked by a schema. What is left empty was not asked. */
export const readQuery = <S extends z.ZodType>(c: Context, schema: S): z.output<S> => {
  const given = new URL(c.req.url).searchParams.entries();
  return checked(schema, Object.fromEntries([...given].filter(([, value]) => value !== '')));
};

/** A form that can be sent by another site without asking has another type. */
const mustBe = (c: Context, types: readonly string[]): void => {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(type)) throw new BadRequest('请求的内容类型不对', '请刷新页面后重试');
};

const parsed = (bytes: Uint8Array): unknown => {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new BadRequest('请求的内容不是完整的 JSON', '请刷新页面后重试', { cause });
  }
};

const checked = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  const result = schema.safeParse(value);
  if (!result.success)
    throw new BadRequest(fieldFault(result.error), '请改正后重试；如页面没有改正的地方，请刷新页面');
  if (hasUnkeepable(result.data))
    throw new BadRequest('文字中有不能保存的字符', '请删去从别处粘贴来的不可见字符后重试');
  return result.data;
};

/** A NUL or half a character is a string to JSON, and none to a database. */
const hasUnkeepable = (value: unknown): boolean =>
  typeof value === 'string'
    ? /[\0\p{Cs}]/u.test(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(hasUnkeepable);

/** Counts while it reads: what is announced may be wrong, and what is too much is not kept. */
const readBody = async (c: Context, limit: number): Promise<Uint8Array> => {
  const tooLarge = () =>
    new TooLarge(`内容超过上限（${limit / MEGABYTE} MB）`, '请减少一次处理的内容，或拆分文件后重试');
  if (Number(c.req.header('content-length') ?? 0) > limit) throw tooLarge();
  const reader = c.req.raw.body?.getReader();
  const chunks: Uint8Array[] = [];
  let total = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    total += value.length;
    if (total > limit) throw tooLarge();
    chunks.push(value);
  }
  return Buffer.concat(chunks);
};
