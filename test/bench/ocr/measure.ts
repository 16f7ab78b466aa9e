/** Signs that differ in nothing but their width or form. */
const FOLD = new Map(
  [...'，：；（）？！“”‘’．－～％［］'].map((char, at) => [char, [...`,:;()?!""''.-~%[]`][at]!] as const),
);

export const fold = (char: string): string => FOLD.get(char) ?? char;

/** What became of a line's characters in a recognised text. */
export interface Matched {
  readonly errors: number;
  /** For each character how many of the errors are its own: 1 where it is missing or another, 1 for each one too many behind it. */
  readonly errorsAt: readonly number[];
  /** What was recognised in its place. */
  readonly got: string;
}

export interface Compared {
  /** In the order of the lines given. */
  readonly lines: readonly Matched[];
  /** Recognised characters that belong to no line. */
  readonly surplus: string;
}

/** Taken by another line: equal to nothing. */
const TAKEN = '\u0000';

/**
 * Looks each expected line up in the recognised text, wherever it stands there, longest first, and takes it away. So
 * the order of columns and cells does not count, but every character does: left-over ones are surplus.
 */
export const compare = (expected: readonly string[], recognised: string): Compared => {
  const text = [...recognised];
  const order = expected
    .map((_, at) => at)
    .sort((a, b) => expected[b]!.length - expected[a]!.length || a - b);
  const lines: Matched[] = [];
  for (const at of order) {
    const { matched, from, to } = lookUp([...expected[at]!], text);
    lines[at] = matched;
    text.fill(TAKEN, from, to);
  }
  return { lines, surplus: text.filter((char) => char !== TAKEN).join('') };
};

/** The stretch of the text that differs least from the line (Sellers). */
const lookUp = (
  line: readonly string[],
  text: readonly string[],
): { matched: Matched; from: number; to: number } => {
  const columns = text.length + 1;
  const costs = new Uint16Array((line.length + 1) * columns);
  for (let row = 1; row <= line.length; row += 1) {
    const above = (row - 1) * columns;
    const here = row * columns;
    costs[here] = row;
    for (let column = 1; column < columns; column += 1) {
      const found = text[column - 1]!;
      const replace = costs[above + column - 1]! + (found === line[row - 1] ? 0 : found === TAKEN ? 1000 : 1);
      const insert = found === TAKEN ? 60_000 : costs[here + column - 1]! + 1;
      costs[here + column] = Math.min(replace, costs[above + column]! + 1, insert);
    }
  }
  const last = line.length * columns;
  let to = 0;
  for (let column = 1; column < columns; column += 1)
    if (costs[last + column]! < costs[last + to]!) to = column;
  const errorsAt = new Array<number>(line.length).fill(0);
  let [row, column] = [line.length, to];
  while (row > 0) {
    const cost = costs[row * columns + column]!;
    const same = column > 0 && text[column - 1] === line[row - 1];
    const diagonal = column > 0 ? costs[(row - 1) * columns + column - 1]! : Number.POSITIVE_INFINITY;
    if (same && cost === diagonal) {
      row -= 1;
      column -= 1;
      continue;
    }
    errorsAt[row - 1]! += 1;
    if (column > 0 && text[column - 1] !== TAKEN && cost === diagonal + 1) {
      row -= 1;
      column -= 1;
    } else if (cost === costs[(row - 1) * columns + column]! + 1) row -= 1;
    else column -= 1;
  }
  return {
    matched: {
      errors: costs[last + to]!,
      errorsAt,
      got: text
        .slice(column, to)
        .filter((char) => char !== TAKEN)
        .join(''),
    },
    from: column,
    to,
  };
};
