import type { Judged } from '../../classifiers/index.js';
import type { Data, SetName } from './data.js';
import { type Answers, type Task, taskName } from './tasks.js';

/** What all tasks said, with the texts they said it of. */
export interface Results {
  readonly data: Data;
  readonly answers: ReadonlyMap<string, Answers>;
}

/** The texts of a set as one task judged them, alone or in their documents. */
export const judgedBy = (
  { data, answers }: Results,
  task: Task,
  set: SetName,
  how: 'alone' | 'inDocument' = 'alone',
): readonly Judged[] => {
  const said = answers.get(taskName(task))?.[how];
  if (!said) throw new Error(`${taskName(task)}: not judged ${how}`);
  return data.examples.flatMap(({ provision: { id } }, row) => {
    const answer = said[row];
    return data.sets[row] === set && answer ? [{ id, gold: data.gold[row]!, ...answer }] : [];
  });
};
