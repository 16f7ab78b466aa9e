/** A place on a slide in English metric units (914,400 an inch). */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Shapes whose tops differ by less stand in one row. */
const SAME_ROW = 914_400 / 6;

/**
 * Values in reading order: from the top down, in a row from left to right. One without a place stays behind the
 * one before it.
 */
export const inReadingOrder = <T>(
  values: readonly { readonly value: T; readonly place: Place | null }[],
): T[] => {
  let known: Place = { x: 0, y: 0 };
  const placed = values.map(({ value, place }, index) => {
    known = place ?? known;
    return { value, index, ...known };
  });
  placed.sort((a, b) => a.y - b.y || a.x - b.x || a.index - b.index);
  const rows: (typeof placed)[] = [];
  for (const each of placed) {
    const row = rows.at(-1);
    if (row && each.y - row[0]!.y < SAME_ROW) row.push(each);
    else rows.push([each]);
  }
  return rows
    .flatMap((row) => row.sort((a, b) => a.x - b.x || a.y - b.y || a.index - b.index))
    .map(({ value }) => value);
};
