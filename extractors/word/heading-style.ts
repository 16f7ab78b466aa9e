/** heading 2, 标题 2 → outline level 1; Title counts as the top. For producers that name the style and say no level. */
export const outlineByName = (name: string): number | undefined => {
  const match = /^(?:heading|标题) ?([1-9])$/i.exec(name);
  if (match) return Number(match[1]) - 1;
  return /^(?:title|标题)$/i.test(name) ? 0 : undefined;
};
