import { codeOf, UsageError } from '../../model/index.js';

const AGAIN = '再用 qinggui corpus import 重新导入法规文本';

const WORDS: readonly (readonly [codes: RegExp, what: string, advice: string])[] = [
  [
    /^SQLITE_(?:BUSY|LOCKED)/u,
    '法规库正被另一个命令使用（导入、扫描等）',
    '请等另一个导入或扫描结束后重新运行同一命令',
  ],
  [
    /^SQLITE_(?:CORRUPT|NOTADB)/u,
    '法规库文件已损坏，或不是法规库',
    `请核对 --corpus 或 QINGGUI_CORPUS 所写的路径；文件确已损坏的，请把它移到别处，${AGAIN}`,
  ],
  [
    /^SQLITE_(?:READONLY|PERM|CANTOPEN|AUTH)/u,
    '打不开法规库，或没有权限写入',
    '请检查文件和所在文件夹是否存在、有没有权限，或用 --corpus 换一个位置',
  ],
  [/^SQLITE_FULL/u, '磁盘空间不足，无法写入法规库', '请清理磁盘后重新导入；法规库仍是导入前的内容'],
  [/^SQLITE_IOERR/u, '读写法规库时磁盘出错', '请检查磁盘或网络盘后重新运行同一命令'],
];

/** SQLite's primary result codes; the extended ones have them in their lowest eight bits. */
const PRIMARY: Readonly<Record<number, string>> = {
  3: 'SQLITE_PERM',
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  26: 'SQLITE_NOTADB',
};

/** SQLite's name for what happened; libsql has none for extended codes, and while it opens a file only words. */
export const sqliteCode = (error: unknown): string => {
  const raw = (error as { rawCode?: unknown } | undefined)?.rawCode;
  const primary = typeof raw === 'number' ? PRIMARY[raw & 0xff] : undefined;
  if (primary) return primary;
  const code = codeOf(error);
  const why = error instanceof Error ? error.message : String(error);
  return code === '' && / 14\b/u.test(why) ? 'SQLITE_CANTOPEN' : code;
};

/** The user's words for a library that can not be opened, read or written: what it is, where, and what to do. */
export const libraryRefusal = (path: string, error: unknown): UsageError => {
  if (error instanceof UsageError) return error;
  const why = error instanceof Error ? error.message : String(error);
  const code = sqliteCode(error);
  // A folder that can not be made or entered: EACCES, ENOTDIR, EROFS.
  const said = WORDS.find(([codes]) => codes.test(/^E[A-Z]+$/u.test(code) ? 'SQLITE_CANTOPEN' : code));
  return said
    ? new UsageError(`${said[1]}：${path}`, said[2], { cause: error })
    : new UsageError(
        `法规库不能使用：${path}（${why}）`,
        `请核对路径；仍不能使用的，请把该文件移到别处，${AGAIN}`,
        {
          cause: error,
        },
      );
};

/** Does `work` with the library; SQLite's errors come out in the user's words. */
export const guarded = <T>(path: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw libraryRefusal(path, error);
  }
};
