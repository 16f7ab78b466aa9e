/** Whether a pattern with * means this file (by path or name) or document (by title, with or without 《》). */
export const titleMatches = (pattern: string, source: string, title: string): boolean => {
  const path = source.replace(/\\/gu, '/');
  const wanted = pattern.replace(/\\/gu, '/');
  const bare = wanted.replace(/^《(.{0,400})》$/u, '$1');
  return (
    holds(wanted, path) ||
    holds(wanted, path.slice(path.lastIndexOf('/') + 1)) ||
    (title !== '' && holds(bare, title))
  );
};

/** * stands for any characters, also none. Linear: each part is looked for once, from left to right. */
const holds = (pattern: string, text: string): boolean => {
  const parts = pattern.split('*');
  if (parts.length === 1) return pattern === text;
  const first = parts[0]!;
  const last = parts.at(-1)!;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
    return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
};
