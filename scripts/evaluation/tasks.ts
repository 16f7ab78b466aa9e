import { createHash } from 'node:crypto';
import {
  classifyByCues,
  type Example,
  FEATURE_GROUPS,
  type FeatureGroup,
  type Judge,
  judgeAlone,
  judgeByCharacters,
  judgeByKeywords,
  judgeInDocument,
  judgeUnseen,
  type Said,
  SEED,
  type Unseen,
} from '../../classifiers/index.js';
import type { Data } from './data.js';

/** Parts into which documents and statutes are dealt. */
export const FOLDS = 5;
/** Shares of the documents and statutes for the learning curve; the whole is the full classifier's own run. */
export const SHARES = [0.1, 0.25, 0.5, 0.75] as const;
/** How often a share is drawn: each other documents. */
export const DRAWS = 2;

/** One piece of work, the same whichever process does it. */
export type Task =
  | { readonly what: 'keywords' | 'cues' }
  | { readonly what: 'characters' | 'full'; readonly references: boolean }
  | { readonly what: 'without'; readonly group: FeatureGroup }
  | { readonly what: 'share'; readonly share: number; readonly draw: number };

/** All tasks, the longest first. */
export const TASKS: readonly Task[] = [
  { what: 'full', references: true },
  ...FEATURE_GROUPS.map(({ name }): Task => ({ what: 'without', group: name })),
  ...[...SHARES]
    .reverse()
    .flatMap((share) => Array.from({ length: DRAWS }, (_, draw): Task => ({ what: 'share', share, draw }))),
  { what: 'full', references: false },
  { what: 'characters', references: true },
  { what: 'characters', references: false },
  { what: 'cues' },
  { what: 'keywords' },
];

export const taskName = (task: Task): string => Object.values(task).join(' ');

/** By row, null where it is not judged. Texts alone, save where `inDocument`. */
export interface Answers {
  readonly alone: readonly (Said | null)[];
  readonly inDocument?: readonly (Said | null)[];
}

export const runTask = (task: Task, data: Data): Answers => {
  const { examples } = data;
  if (task.what === 'keywords') return { alone: each(data, ({ text }) => judgeByKeywords(text)) };
  if (task.what === 'cues') return { alone: each(data, ({ text }) => classifyByCues({ text })) };
  const options = unseen(data, task);
  if (task.what === 'characters') return { alone: byRow(data, judgeByCharacters(examples, options)) };
  if (task.what === 'without')
    return run(
      data,
      { ...options, without: new Set([task.group]) },
      { alone: judgeAlone, inDocument: judgeInDocument },
    );
  return run(data, options, { alone: judgeAlone, inDocument: judgeInDocument });
};

const run = (
  data: Data,
  options: Unseen & { readonly without?: ReadonlySet<FeatureGroup> },
  judges: Readonly<Record<'alone' | 'inDocument', Judge>>,
): Answers => {
  const { alone, inDocument } = judgeUnseen(data.examples, options, judges);
  return { alone: byRow(data, alone), inDocument: byRow(data, inDocument) };
};

const unseen = ({ examples, sets }: Data, task: Task): Unseen => {
  const rows = new Map(examples.map((example, row) => [example, row]));
  const judged = (example: Example): boolean => sets[rows.get(example)!] !== null;
  const options = { folds: FOLDS, seed: SEED, judged };
  if ('references' in task && !task.references)
    return { ...options, learned: ({ provision }) => provision.source === 'written' };
  if (task.what === 'share') return { ...options, learned: inShare(examples, task.share, task.draw) };
  return options;
};

/** The first of the documents and statutes in an order that only their names and the draw give. */
const inShare = (examples: readonly Example[], share: number, draw: number) => {
  const order = (group: string): string => createHash('sha256').update(`${draw} ${group}`).digest('hex');
  const groups = [...new Set(examples.map(({ provision }) => provision.group))]
    .map((group) => [order(group), group] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const kept = new Set(groups.slice(0, Math.round(share * groups.length)).map(([, group]) => group));
  return ({ provision }: Example): boolean => kept.has(provision.group);
};

const each = ({ examples, sets }: Data, judge: (provision: Example['provision']) => Said): (Said | null)[] =>
  examples.map(({ provision }, row) => (sets[row] === null ? null : plain(judge(provision))));

const byRow = ({ examples }: Data, found: ReadonlyMap<Example, Said>): (Said | null)[] =>
  examples.map((example) => {
    const said = found.get(example);
    return said ? plain(said) : null;
  });

/** Without evidence: answers travel between processes. */
const plain = ({ labels, scores }: Said): Said => ({ labels, scores });
