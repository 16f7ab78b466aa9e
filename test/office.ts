import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { findOffice } from '../extractors/libreoffice/find.js';

/** LibreOffice's program; tests that need it skip, with the reason, where it is absent. Tests turn it off by default. */
export const installedOffice = (): string | null => {
  delete process.env.QINGGUI_SOFFICE;
  const program = findOffice();
  process.env.QINGGUI_SOFFICE = program ?? '';
  if (program === null) console.warn('skipped: LibreOffice is not installed');
  return program;
};

/** Saves a file as another format, as a person would in LibreOffice. `to` may name a filter: "xls:MS Excel 97". */
export const saveAs = async (
  program: string,
  bytes: Uint8Array,
  from: string,
  to: string,
  infilter = '',
): Promise<Uint8Array> => {
  const folder = await mkdtemp(join(tmpdir(), 'save-as-'));
  try {
    const source = join(folder, `file.${from}`);
    await writeFile(source, bytes);
    await promisify(execFile)(program, [
      '--headless',
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      ...(infilter ? [`--infilter=${infilter}`] : []),
      '--convert-to',
      to,
      '--outdir',
      join(folder, 'out'),
      source,
    ]);
    return new Uint8Array(await readFile(join(folder, 'out', `file.${to.split(':')[0]}`)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
