import { homedir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../../model/index.js';
import type { LibraryRef } from '../../pipeline/index.js';
import { type OpenLibrary, openLibrary } from '../../store/index.js';

/** Options that say which library of statute texts is meant. */
export interface CorpusOptions {
  /** '' for none. */
  readonly corpus?: string;
}

const NAME = 'corpus.db';

/** Where the user's library lies: as the option or the environment says, else with the user's other data. '' for none. */
export const libraryPath = ({ corpus }: CorpusOptions): string =>
  corpus ?? join(dataFolder(), 'qinggui', NAME);

const dataFolder = (): string => {
  const home = homedir();
  if (process.platform === 'win32') return process.env.LOCALAPPDATA || join(home, 'AppData', 'Local');
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support');
  return process.env.XDG_DATA_HOME || join(home, '.local', 'share');
};

/**
 * Which library a run uses, and how many statutes it has; none where nothing was imported.
 *
 * @throws UsageError where it can not be opened or is damaged: once, before the first file.
 */
export const libraryRef = async (options: CorpusOptions): Promise<(LibraryRef & { size: number }) | null> => {
  const path = libraryPath(options);
  const library = await openLibrary(path);
  try {
    library.probe();
    const { fingerprint, size } = library;
    return fingerprint ? { path, fingerprint, size } : null;
  } finally {
    library.close();
  }
};

/**
 * Opens the library for a command that can do nothing without one.
 *
 * @throws UsageError where nothing was imported yet.
 */
export const openFilled = async (options: CorpusOptions): Promise<OpenLibrary> => {
  const path = libraryPath(options);
  const library = await openLibrary(path);
  if (library.fingerprint) return library;
  library.close();
  throw new UsageError(
    path ? `法规库中还没有法规：${path}` : '没有指定法规库',
    '请先导入法规文本：qinggui corpus import 法规文件夹',
  );
};
