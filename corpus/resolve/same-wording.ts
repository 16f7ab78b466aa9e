/** Share of pairs of characters that two articles must have in common to be one, reworded here and there. */
const SAME = 0.75;
const LONGEST = 3000;

/** Whether two articles are the same one in two versions, by their pairs of characters (Dice). */
export const sameWording = (a: string, b: string): boolean => {
  const [one, two] = [pairs(a), pairs(b)];
  if (one.size === 0 || two.size === 0) return false;
  let common = 0;
  for (const pair of one) if (two.has(pair)) common++;
  return (2 * common) / (one.size + two.size) >= SAME;
};

const pairs = (text: string): ReadonlySet<string> => {
  const plain = text.slice(0, LONGEST).replace(/\s/gu, '');
  const found = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at++) found.add(plain.slice(at, at + 2));
  return found;
};
