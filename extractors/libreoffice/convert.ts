import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileError } from '../../model/index.js';
import { writeProfile } from './profile.js';
import { type RunLimits, runLimited } from './run.js';

/** What LibreOffice can write that a reader of our own reads. */
export type Target = 'docx' | 'xlsx' | 'pptx';

const OUT_FILTERS: Readonly<Record<Target, string>> = {
  docx: 'MS Word 2007 XML',
  xlsx: 'Calc MS Excel 2007 XML',
  pptx: 'Impress MS PowerPoint 2007 XML',
};

/** A conversion: with which filters the file is read, tried in this order, and into what. */
export interface Conversion {
  /** The filters are named, or LibreOffice would read anything as plain text in the end. */
  readonly filters: readonly string[];
  readonly target: Target;
}

/** A document takes 2 to 10 seconds, a large one more. Below the time limit of a file. */
export const CONVERSION_LIMITS: RunLimits = { milliseconds: 90_000, fileBytes: 256 * 1024 * 1024 };

/**
 * Converts a file by LibreOffice without a window, in a private folder with a profile of its own: no macros, no
 * network, no links. The folder is removed afterwards. Returns null where LibreOffice can not read the file.
 * Throws FileError: timeout, too-large, needs-tool (it does not start).
 */
export const convert = async (
  program: string,
  bytes: Uint8Array,
  { filters, target }: Conversion,
  onProgress: () => void,
  limits: RunLimits = CONVERSION_LIMITS,
): Promise<Uint8Array | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'qinggui-office-'));
  try {
    const profile = await writeProfile(folder);
    const source = join(folder, 'source');
    await writeFile(source, bytes, { mode: 0o600 });
    for (const [index, filter] of filters.entries()) {
      const out = join(folder, `out${index}`);
      await mkdir(out);
      const end = await runLimited(
        program,
        [
          '--headless',
          '--norestore',
          '--nologo',
          '--nodefault',
          '--nolockcheck',
          '--nofirststartwizard',
          `-env:UserInstallation=${pathToFileURL(profile).href}`,
          `--infilter=${filter}`,
          '--convert-to',
          `${target}:${OUT_FILTERS[target]}`,
          '--outdir',
          out,
          source,
        ],
        folder,
        limits,
      );
      if (end === 'timeout') throw new FileError('timeout', 'LibreOffice 转换');
      if (end === 'not-started') throw new FileError('needs-tool', 'LibreOffice 未能启动');
      const made = await resultIn(join(out, `source.${target}`), limits);
      if (made) return made;
      onProgress();
    }
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
};

const resultIn = async (path: string, { fileBytes }: RunLimits): Promise<Uint8Array | null> => {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : 0),
    () => 0,
  );
  if (size >= fileBytes) throw new FileError('too-large', 'LibreOffice 转换的结果过大');
  return size > 0 ? readFile(path) : null;
};
