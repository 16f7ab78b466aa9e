import { grouped } from './grouped.js';

/** A pair that could be put together, and how well it fits. */
export interface Edge {
  readonly left: number;
  readonly right: number;
  /** Above 0. */
  readonly weight: number;
}

/** What came of putting pairs together. */
export interface Assignment<E extends Edge> {
  /** Pairs without which the whole would be clearly worse; nobody is in two of them. */
  readonly pairs: readonly E[];
  /** Pairs of which others could stand as well: nobody can say which is right. */
  readonly doubtful: readonly E[];
}

/** Above this many, pairs that are each other's best are taken alone: all ways of pairing would take too long. */
const MOST = 40;

/**
 * Puts lefts and rights together, each at most once, so that the sum of weights is greatest. A pair is taken only if the best
 * that can be done without it is worse by `margin`; so the outcome does not depend on the order of the edges.
 */
export const assign = <E extends Edge>(edges: readonly E[], margin: number): Assignment<E> => {
  const pairs: E[] = [];
  const doubtful: E[] = [];
  for (const part of parts(edges)) {
    const taken =
      part.length === 1 ? part : sizeOf(part) > MOST ? mutual(part, margin) : certain(part, margin);
    const lefts = new Set(taken.map(({ left }) => left));
    const rights = new Set(taken.map(({ right }) => right));
    pairs.push(...taken);
    doubtful.push(...part.filter(({ left, right }) => !lefts.has(left) && !rights.has(right)));
  }
  return { pairs, doubtful };
};

/** Edges that hang together. */
const parts = <E extends Edge>(edges: readonly E[]): E[][] => {
  const root = new Map<string, string>();
  const find = (node: string): string => {
    let at = node;
    while (root.get(at) !== undefined) at = root.get(at)!;
    return at;
  };
  for (const { left, right } of edges) {
    const [a, b] = [find(`l${left}`), find(`r${right}`)];
    if (a !== b) root.set(a, b);
  }
  const found = grouped(edges, ({ left }) => find(`l${left}`));
  return [...found.values()].map((part) => part.map((at) => edges[at]!));
};

const sizeOf = (part: readonly Edge[]): number =>
  Math.max(new Set(part.map(({ left }) => left)).size, new Set(part.map(({ right }) => right)).size);

const mutual = <E extends Edge>(part: readonly E[], margin: number): E[] =>
  part.filter((edge) =>
    part.every(
      (other) =>
        other === edge ||
        (other.left !== edge.left && other.right !== edge.right) ||
        other.weight + margin <= edge.weight,
    ),
  );

const certain = <E extends Edge>(part: readonly E[], margin: number): E[] => {
  const best = heaviest(part);
  return best.pairs.filter(
    (edge) => heaviest(part.filter((other) => other !== edge)).sum + margin <= best.sum,
  );
};

/** A choice of greatest weight, by the Hungarian method on a square of costs. */
const heaviest = <E extends Edge>(
  edges: readonly E[],
): { readonly pairs: readonly E[]; readonly sum: number } => {
  const lefts = [...new Set(edges.map(({ left }) => left))];
  const rights = [...new Set(edges.map(({ right }) => right))];
  const size = Math.max(lefts.length, rights.length);
  const at: (E | undefined)[][] = Array.from({ length: size }, () => Array(size).fill(undefined));
  for (const edge of edges) at[lefts.indexOf(edge.left)]![rights.indexOf(edge.right)] = edge;
  const pairs = cheapest(size, (row, column) => -(at[row]![column]?.weight ?? 0)).flatMap(
    (column, row) => at[row]![column] ?? [],
  );
  return { pairs, sum: pairs.reduce((sum, { weight }) => sum + weight, 0) };
};

/** The column of each row so that the sum of costs is least. Rows and columns are counted from 1 inside: 0 is none. */
const cheapest = (size: number, costOf: (row: number, column: number) => number): number[] => {
  const byRow = Array<number>(size + 1).fill(0);
  const byColumn = Array<number>(size + 1).fill(0);
  const rowOf = Array<number>(size + 1).fill(0);
  const way = Array<number>(size + 1).fill(0);
  for (let row = 1; row <= size; row++) {
    rowOf[0] = row;
    const least = Array<number>(size + 1).fill(Number.POSITIVE_INFINITY);
    const done = Array<boolean>(size + 1).fill(false);
    let column = 0;
    do {
      done[column] = true;
      const current = rowOf[column]!;
      let [step, next] = [Number.POSITIVE_INFINITY, 0];
      for (let each = 1; each <= size; each++) {
        if (done[each]) continue;
        const cost = costOf(current - 1, each - 1) - byRow[current]! - byColumn[each]!;
        if (cost < least[each]!) [least[each], way[each]] = [cost, column];
        if (least[each]! < step) [step, next] = [least[each]!, each];
      }
      for (let each = 0; each <= size; each++) {
        if (done[each]) {
          byRow[rowOf[each]!]! += step;
          byColumn[each]! -= step;
        } else least[each]! -= step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = way[column]!) rowOf[column] = rowOf[way[column]!]!;
  }
  const columns = Array<number>(size).fill(0);
  for (let column = 1; column <= size; column++) columns[rowOf[column]! - 1] = column - 1;
  return columns;
};
