import { basename, dirname } from 'node:path';

/** A path below a root. */
export interface Placed {
  readonly root: string;
  readonly relative: string;
}

/**
 * One source for each entry, no two the same: the path below its root, and where several roots have that path, as
 * many of the root's own names before it as tell them apart. Two names that read the same get a number.
 */
export const uniqueSources = (entries: readonly Placed[]): string[] => {
  const roots = new Map<string, Set<string>>();
  for (const { root, relative } of entries) roots.set(relative, (roots.get(relative) ?? new Set()).add(root));
  const prefixes = new Map<string, string>();
  const taken = new Set<string>();
  return entries.map(({ root, relative }) => {
    const rivals = roots.get(relative)!;
    const plain = rivals.size > 1 ? `${prefixOf(root, rivals, prefixes)}/${relative}` : relative;
    let source = plain;
    for (let i = 2; taken.has(source); i++) source = `${plain}（${i}）`;
    taken.add(source);
    return source;
  });
};

const prefixOf = (root: string, rivals: ReadonlySet<string>, known: Map<string, string>): string => {
  const key = [root, ...[...rivals].sort()].join('\0');
  const before = known.get(key);
  if (before !== undefined) return before;
  const depth = root.split(/[\\/]/u).length;
  let prefix = lastParts(root, 1);
  for (let parts = 1; parts <= depth; parts++) {
    prefix = lastParts(root, parts);
    const same = [...rivals].filter((rival) => lastParts(rival, parts) === prefix);
    if (same.length === 1) break;
  }
  known.set(key, prefix);
  return prefix;
};

/** The last names of a path, joined by '/'. */
export const lastParts = (path: string, parts: number): string => {
  const names: string[] = [];
  for (let at = path; names.length < parts && at !== dirname(at); at = dirname(at))
    names.unshift(basename(at));
  return names.join('/');
};
