import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { detectFormat } from '../../extractors/detect.js';
import type { FileFormat } from '../../model/index.js';
import { shared } from '../shared.js';

/** What `file` calls the formats that both name. */
const MIME: Readonly<Record<string, readonly FileFormat[]>> = {
  'text/html': ['html'],
  'application/pdf': ['pdf'],
  'text/rtf': ['rtf'],
  'application/msword': ['doc'],
  'application/vnd.ms-excel': ['xls'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/zip': ['zip', 'ofd'],
  // It does not look for fragments, nor for Markdown.
  'text/plain': ['txt', 'html', 'md'],
};

const folder = shared('files');

const opinions = (paths: readonly string[]): string[] | null => {
  try {
    const options = ['--brief', '--mime-type', '--files-from', '-'];
    return execFileSync('file', options, { input: paths.join('\n'), encoding: 'utf8' })
      .trim()
      .split('\n');
  } catch {
    console.warn('skipped: the program "file" is not here');
    return null;
  }
};

it.skipIf(!folder)('agrees with the program "file" on real files', async () => {
  const paths = readdirSync(folder!, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const mimes = opinions(paths);
  if (!mimes) return;
  const differing: string[] = [];
  for (const [i, path] of paths.entries()) {
    const expected = MIME[mimes[i]!];
    const format = await detectFormat(readFileSync(path));
    if (expected && !expected.includes(format)) differing.push(`${path}: ${mimes[i]} but ${format}`);
  }
  expect(differing).toEqual([]);
});
