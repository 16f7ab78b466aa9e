import { existsSync, readdirSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

const WINDOWS = process.platform === 'win32';
const NAMES = WINDOWS ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];

/** Where LibreOffice installs itself without a place on the PATH. */
const PLACES: readonly string[] = WINDOWS
  ? ['C:\\Program Files\\LibreOffice\\program', 'C:\\Program Files (x86)\\LibreOffice\\program']
  : [
      '/Applications/LibreOffice.app/Contents/MacOS',
      '/usr/lib/libreoffice/program',
      '/usr/lib64/libreoffice/program',
      '/usr/local/lib/libreoffice/program',
      '/snap/bin',
    ];

/**
 * The path of LibreOffice's program, or null where it is not installed. QINGGUI_SOFFICE names it instead of the
 * search; what it names must exist, so that an empty value turns LibreOffice off.
 */
export const findOffice = (): string | null => {
  const named = process.env.QINGGUI_SOFFICE;
  if (named !== undefined) return named !== '' && existsSync(named) ? named : null;
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  for (const folder of [...onPath, ...PLACES, ...packagedPlaces()])
    for (const name of NAMES) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  return null;
};

/** /opt/libreoffice24.8/program: the packages of libreoffice.org, newest first. */
const packagedPlaces = (): string[] => {
  if (WINDOWS) return [];
  try {
    return readdirSync('/opt')
      .filter((name) => /^libreoffice/i.test(name))
      .sort()
      .reverse()
      .map((name) => join('/opt', name, 'program'));
  } catch {
    return [];
  }
};
