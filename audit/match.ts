import { assign } from './assign.js';
import {
  type Candidate,
  compared,
  documentForm,
  documentKey,
  formOf,
  type NameableDocument,
  type NamedDocument,
  rowKey,
  type Side,
  TIERS,
} from './candidates.js';
import { grouped } from './grouped.js';

/** A document that a row may mean, and why nobody can say. */
export interface Alternative {
  /** Index among the documents. */
  readonly document: number;
  /** In Chinese: 文号相同而名称不同. */
  readonly why: string;
}

/** Rows that name the same document, and the files in which it is. Each row and each document is in one match at most. */
export interface Match {
  /** Indexes in ascending order. */
  readonly rows: readonly number[];
  readonly documents: readonly number[];
  readonly by: 'number' | 'title' | 'similar';
  /** What differs, in Chinese; '' where nothing does. */
  readonly differs: string;
}

export interface Matching {
  readonly matches: readonly Match[];
  /** Rows without a document, with those that they may mean, best first; [] where nothing comes near. */
  readonly unmatched: readonly {
    readonly rows: readonly number[];
    readonly alternatives: readonly Alternative[];
  }[];
}

/** Two ways of pairing that are nearer to each other than this are as good. */
const MARGIN = 0.04;
const MOST_ALTERNATIVES = 5;

/**
 * Finds the document that each row names: by 文号, by title, by a title with small differences, in this order; issuer and
 * date decide between titles that are the same. What could be two is offered, never guessed. The order of rows and of documents
 * does not matter.
 */
export const matchRows = (
  rows: readonly NamedDocument[],
  documents: readonly NameableDocument[],
): Matching => {
  const left = [...grouped(rows, rowKey).values()].map((members) => ({
    members,
    ...formOf(rows[members[0]!]!),
  }));
  const right = [...grouped(documents, documentKey).values()].map((members) =>
    documentForm(members, documents),
  );
  const candidates = compared(left, right, rows, documents);
  const matches: Match[] = [];
  const open = { left: new Set(left.keys()), right: new Set(right.keys()) };
  const doubtful: Candidate[] = [];
  for (const tier of TIERS) {
    const edges = candidates.filter(
      (each) => each.tier === tier && open.left.has(each.left) && open.right.has(each.right),
    );
    const settled = assign(edges, MARGIN);
    for (const edge of settled.pairs) {
      open.left.delete(edge.left);
      open.right.delete(edge.right);
      matches.push({
        rows: left[edge.left]!.members,
        documents: right[edge.right]!.members,
        by: tier,
        differs: edge.differs,
      });
    }
    for (const edge of settled.doubtful) {
      doubtful.push({ ...edge, differs: '与另外的文件或者台账行同样接近' });
      open.left.delete(edge.left);
    }
  }
  const matched = new Set(matches.flatMap((match) => match.rows));
  const near = [...doubtful, ...candidates.filter(({ tier }) => tier === 'near')];
  const unmatched = left.flatMap(({ members }, at) =>
    matched.has(members[0]!)
      ? []
      : [
          {
            rows: members,
            alternatives: alternativesOf(
              near.filter((each) => each.left === at),
              right,
            ),
          },
        ],
  );
  return {
    matches: matches.sort((a, b) => a.rows[0]! - b.rows[0]!),
    unmatched: unmatched.sort((a, b) => a.rows[0]! - b.rows[0]!),
  };
};

const alternativesOf = (near: readonly Candidate[], right: readonly Side[]): Alternative[] =>
  [...near]
    .sort((a, b) => b.weight - a.weight || (nameOf(right[a.right]!) < nameOf(right[b.right]!) ? -1 : 1))
    .slice(0, MOST_ALTERNATIVES)
    .flatMap(({ right: at, differs }) => right[at]!.members.map((document) => ({ document, why: differs })));

const nameOf = ({ title, number }: Side): string => `${title}|${number}`;
