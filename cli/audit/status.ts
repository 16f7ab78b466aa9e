import {
  type AuditSample,
  answeredOf,
  drawnSample,
  type Standing,
  standingOf,
  taskMark,
} from '../../audit/index.js';
import { beijingTime } from '../../model/index.js';
import { writeAuditTask } from '../../reports/index.js';
import { writeTo } from '../copy.js';
import type { DatabaseOptions } from '../learn/database.js';
import { numbersOf } from './numbers.js';
import { taskTarget } from './places.js';
import { chosen, withSamples } from './stored.js';

/** `qinggui audit sample status`: which samples there are and how far each is. Tells nothing of what was found. */
export const runStatus = (
  options: DatabaseOptions,
  say = (words: string): void => void process.stdout.write(words),
): Promise<number> =>
  withSamples(options, async (store, samples) => {
    for (const sample of samples) {
      const { answers, reviewers } = await answeredOf(store, sample.id);
      const { looks } = sample.plan.design;
      say(statusText(sample, standingOf(drawnSample(sample), looks, answers)));
      for (const [lane, who] of Object.entries(reviewers))
        say(
          `  ${LANE_WORDS[lane] ?? lane}：${who}，${Object.keys(answers[lane as 'first'] ?? {}).length} 条\n`,
        );
    }
    return 0;
  });

export const LANE_WORDS: Readonly<Record<string, string>> = { first: '初核', second: '复核', agreed: '合议' };

const statusText = (sample: AuditSample, { look, open, split }: Standing): string => {
  const { design } = sample.plan;
  return [
    `${taskMark(sample)}：${beijingTime(sample.at)}，${sample.who}${sample.reason && `；重抽理由：${sample.reason}`}`,
    `  共 ${sample.questions.length} 条（其中可能混有已知条款），分 ${design.looks} 次看结果，已到第 ${look} 次`,
    ...(open.length > 0 ? [`  下一次看结果前未答：编号 ${numbersOf(open)}`] : []),
    ...(split.length > 0 ? [`  两人不一致、待合议：编号 ${numbersOf(split)}`] : []),
    '',
  ].join('\n');
};

/** `qinggui audit sample task`: writes the blind task once more, the same as it was. */
export const runTask = (
  options: DatabaseOptions & { readonly number?: number; readonly to?: string },
  say = (words: string): void => void process.stdout.write(words),
): Promise<number> =>
  withSamples(options, async (_, samples) => {
    const sample = chosen(samples, options.number);
    const target = await taskTarget(options, options.to);
    await writeTo(target, (partial) => writeAuditTask(partial, taskMark(sample), sample.questions));
    say(`${target.path}\n`);
    return 0;
  });
