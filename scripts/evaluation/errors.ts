import { readFileSync } from 'node:fs';
import { LABELS, type Label } from '../../model/index.js';
import { judgedBy, type Results } from './judged.js';
import { inCell, markdownTable } from './markdown.js';

/** How many of the worst errors are shown. */
export const WORST = 40;

export interface WorstError {
  /** Title, date of the version, article. */
  readonly id: string;
  readonly label: Label;
  readonly kind: 'missed' | 'wrong';
  readonly score: number;
  readonly set: 'development' | 'sample';
}

/** Wrong decisions on real articles, those first whose score lies farthest from the truth. */
export const worstErrors = (results: Results): readonly WorstError[] =>
  (['development', 'sample'] as const)
    .flatMap((set) =>
      judgedBy(results, { what: 'full', references: true }, set).flatMap(({ id, gold, labels, scores }) =>
        LABELS.filter((label) => gold.includes(label) !== labels.includes(label)).map(
          (label): WorstError => ({
            id,
            label,
            kind: gold.includes(label) ? 'missed' : 'wrong',
            score: scores[label],
            set,
          }),
        ),
      ),
    )
    .sort((a, b) => farness(b) - farness(a) || (a.id + a.label < b.id + b.label ? -1 : 1));

const farness = ({ kind, score }: WorstError): number => (kind === 'missed' ? 1 - score : score);

/** What a reader thinks of an error, by `id` and label; the kind of reason stands before the first colon. */
export type Opinions = ReadonlyMap<string, string>;

/** @throws Error for a line that has not three cells. */
export const readOpinions = (file: URL): Opinions =>
  new Map(
    readFileSync(file, 'utf8')
      .split('\n')
      .slice(1)
      .filter(Boolean)
      .map((line, at) => {
        const [id, label, opinion] = line.split('\t');
        if (!id || !label || !opinion) throw new Error(`${file.pathname}:${at + 2}: not three cells`);
        return [`${id}\t${label}`, opinion];
      }),
  );

const UNREAD = 'not read yet';
const HEAD = ['article', 'set', 'label', 'error', 'score', 'opinion'];

/** The worst errors with what a reader thinks of each. */
export const errorTable = (errors: readonly WorstError[], opinions: Opinions): string =>
  markdownTable(
    HEAD,
    errors
      .slice(0, WORST)
      .map((error) => [
        inCell(error.id),
        error.set,
        error.label,
        error.kind,
        error.score.toFixed(3),
        inCell(opinionOn(error, opinions)),
      ]),
    HEAD.length,
  );

/** How many of the worst errors have which kind of reason, the most frequent first. */
export const reasonCounts = (errors: readonly WorstError[], opinions: Opinions): string => {
  const counts = new Map<string, number>();
  for (const error of errors.slice(0, WORST)) {
    const reason = opinionOn(error, opinions).split(':')[0]!;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([reason, count]) => `${reason} ${count}`)
    .join(', ');
};

const opinionOn = ({ id, label }: WorstError, opinions: Opinions): string =>
  opinions.get(`${id}\t${label}`) ?? UNREAD;
