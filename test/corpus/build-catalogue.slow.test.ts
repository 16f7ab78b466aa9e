import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../scripts/build-catalogue.js';
import { shared } from '../shared.js';

describe('buildCatalogue', () => {
  const index = shared('laws-index.csv');
  const texts = shared('laws');
  it.skipIf(!index || !texts)('makes the tables that are checked in', () => {
    const read = (file: string): string | null => {
      const path = join(texts!, file);
      return existsSync(path) ? readFileSync(path, 'utf8') : null;
    };
    for (const [name, text] of Object.entries(buildCatalogue(readFileSync(index!, 'utf8'), read))) {
      const file = new URL(`../../corpus/catalogue/${name}`, import.meta.url);
      expect(text === readFileSync(file, 'utf8'), `${name} is not what the script makes`).toBe(true);
    }
  });
});
