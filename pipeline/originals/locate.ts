import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, sep } from 'node:path';
import { codeOf } from '../../model/index.js';
import { lastParts } from '../intake/sources.js';
import { childPath, type FilePath, readName } from '../intake/walk.js';

/** A file on the disk that a source may mean. */
export interface Candidate {
  readonly path: FilePath;
  /** Its own name as the source has it. */
  readonly name: string;
  /** The file packed inside that is meant, by its path; '' for the file itself. */
  readonly inside: string;
}

/** What stood in the way while files were looked for. */
export interface Obstacles {
  /** Error codes: EACCES … */
  readonly denied: Set<string>;
}

/** The number behind the second of two names that read the same. */
const NUMBERED = /（\d{1,9}）$/u;

/**
 * The files below the roots that a source may mean, likeliest first. Sources do not say all: the same path may stand below
 * several roots, and two names may read the same; the content's hash tells which is meant. Links are not followed, and
 * nothing outside the roots is ever given, whatever the source says.
 */
export function* candidatesFor(
  roots: readonly string[],
  source: string,
  obstacles: Obstacles,
): Generator<Candidate> {
  for (const root of roots) {
    const found = statOf(root, statSync, obstacles);
    if (!found) continue;
    const folder = found.isDirectory() ? root : dirname(root);
    for (const steps of stepsBelow(folder, source)) {
      if (!steps.every(isName)) continue;
      if (found.isDirectory()) {
        for (const candidate of below(folder, steps, obstacles))
          if (isInside(folder, candidate.path)) yield candidate;
      } else if (isNamed(basename(root), steps[0]!))
        yield { path: root, name: steps[0]!, inside: steps.slice(1).join('/') };
    }
  }
}

/** A source as a path below a folder: all of it, or what follows the folder's own last names. */
const stepsBelow = (folder: string, source: string): string[][] => {
  const ways = [source.split('/')];
  const depth = folder.split(/[\\/]/u).length;
  for (let parts = 1; parts <= depth; parts++) {
    const prefix = `${lastParts(folder, parts)}/`;
    if (source.startsWith(prefix) && source.length > prefix.length)
      ways.push(source.slice(prefix.length).split('/'));
  }
  return ways;
};

/** A step that names something in its folder; a source of the scan has no others. */
const isName = (step: string): boolean =>
  step !== '' &&
  step !== '.' &&
  step !== '..' &&
  !step.includes('\0') &&
  !(sep === '\\' && /[\\:]/u.test(step));

const isNamed = (text: string, step: string): boolean => text === step || text === step.replace(NUMBERED, '');

function* below(folder: FilePath, steps: readonly string[], obstacles: Obstacles): Generator<Candidate> {
  const [step, ...rest] = steps as [string, ...string[]];
  for (const path of entriesNamed(folder, step, obstacles)) {
    const found = statOf(path, lstatSync, obstacles);
    if (found?.isDirectory() && rest.length > 0) yield* below(path, rest, obstacles);
    else if (found?.isFile()) yield { path, name: step, inside: rest.join('/') };
  }
}

/** The entry of exactly this name, then those whose names read like it. */
function* entriesNamed(folder: FilePath, step: string, obstacles: Obstacles): Generator<FilePath> {
  const exact = childPath(folder, Buffer.from(step), step, true);
  if (statOf(exact, lstatSync, obstacles)) yield exact;
  let names: Buffer[];
  try {
    names = readdirSync(folder, { encoding: 'buffer' });
  } catch (error) {
    obstacles.denied.add(codeOf(error));
    return;
  }
  for (const name of names) {
    const { text, exact: isUtf8 } = readName(name);
    if (isNamed(text, step) && !(isUtf8 && text === step)) yield childPath(folder, name, text, isUtf8);
  }
}

/** Undefined where there is nothing, or where it may not be looked at. */
const statOf = (
  path: FilePath,
  stat: (path: FilePath) => Stats,
  { denied }: Obstacles,
): Stats | undefined => {
  try {
    return stat(path);
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') denied.add(code);
    return undefined;
  }
};

/** By real paths: a folder on the way may have become a link since the scan. */
const isInside = (folder: string, path: FilePath): boolean => {
  try {
    const [outer, inner] = [folder, path].map((each) =>
      realpathSync.native(each, 'buffer').toString('latin1'),
    );
    return inner!.startsWith(outer!.endsWith(sep) ? outer! : `${outer}${sep}`);
  } catch {
    return false;
  }
};
