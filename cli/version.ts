import { readFileSync } from 'node:fs';

/** The program's version, from its package.json, which stands above both the sources and the compiled files. */
export const version = (): string => {
  for (const place of ['../package.json', '../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as Record<
        'name' | 'version',
        string
      >;
      if (name === 'qinggui') return version;
    } catch {
      // Not there: the other place holds it.
    }
  }
  return '0.0.0';
};
