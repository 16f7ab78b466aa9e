/** Indexes of things that are equal in what `keyOf` says, in their order, each group where its first one stands; null is in none. */
export const grouped = <T>(
  things: readonly T[],
  keyOf: (thing: T, at: number) => string | null,
): Map<string, number[]> => {
  const groups = new Map<string, number[]>();
  for (const [at, thing] of things.entries()) {
    const key = keyOf(thing, at);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  }
  return groups;
};
