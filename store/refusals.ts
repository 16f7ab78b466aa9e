import { codeOf, UsageError } from '../model/index.js';
import type { Dialect } from './schema.js';

/** A database that opens but is not to be written to by this program, for a reason that the user must know. */
export class UnfitDatabase extends Error {
  readonly advice: string;
  /** @param message in Chinese, what it is. */
  constructor(message: string, advice: string) {
    super(message);
    this.advice = advice;
  }
}

const DAMAGED =
  '如文件已损坏，请把它移到别处后重新扫描（扫描结果可以重新生成；人工判断和训练的模型只能从备份恢复）';

/** The user's words for a database that does not open. The address may hold a password and is not repeated. */
export const openingRefusal = (dialect: Dialect, target: string, error: unknown): UsageError => {
  if (error instanceof UsageError) return error;
  if (error instanceof UnfitDatabase) {
    const which = dialect === 'postgres' ? '所给的 PostgreSQL 数据库' : target;
    return new UsageError(`${which}${error.message}`, error.advice, { cause: error });
  }
  const why = error instanceof Error ? error.message : String(error);
  if (dialect === 'postgres')
    return new UsageError(
      `连接不上 PostgreSQL 数据库：${why}`,
      '请检查 --database 的地址、用户名、密码和网络',
      { cause: error },
    );
  return workingRefusal(error, target) ?? cannotOpen(target, error, why);
};

/** libsql says 14, SQLITE_CANTOPEN, for a folder, a folder that is not there, and a lack of permission alike. */
const cannotOpen = (target: string, cause: unknown, why: string): UsageError =>
  codeOf(cause) === '' && / 14\b/u.test(why)
    ? new UsageError(
        `打不开或无法建立 ${target}`,
        '请检查所在的文件夹是否存在、有没有写入权限，以及该名称是不是一个文件夹',
        { cause },
      )
    : new UsageError(`打不开数据库 ${target}：${why}`, `请关闭正在使用它的程序；${DAMAGED}`, { cause });

/** What an error of SQLite's means to the user, while opening or later; null for an error of another kind. */
export const workingRefusal = (error: unknown, target: string): UsageError | null => {
  const said = WORDS.find(([codes]) => codes.test(codeOf(error)));
  return said ? new UsageError(`${said[1]}：${target}`, said[2], { cause: error }) : null;
};

const WORDS: readonly (readonly [codes: RegExp, what: string, advice: string])[] = [
  [/^SQLITE_FULL/u, '磁盘空间不足，无法写入数据库', '请清理磁盘后重新运行同一命令；已读取的文件不会重新处理'],
  [
    /^SQLITE_(?:READONLY|PERM|CANTOPEN)/u,
    '没有权限写入数据库',
    '请检查文件和文件夹的权限，或用 --output 换一个目录',
  ],
  [/^SQLITE_(?:CORRUPT|NOTADB)/u, '数据库文件已损坏，或不是数据库', `请核对路径；${DAMAGED}`],
  [/^SQLITE_(?:BUSY|LOCKED)/u, '数据库正被其他程序占用', '请等其他程序结束或关闭它后重新运行同一命令'],
  [/^SQLITE_IOERR/u, '读写数据库时磁盘出错', '请检查磁盘或网络盘后重新运行同一命令'],
];
