import { isAbsolute, join } from 'node:path';
import { type Standing, standingOf } from '../../audit/index.js';
import { UsageError } from '../../model/index.js';
import { writeAuditTask } from '../../reports/index.js';
import { outputFolder } from '../collection.js';
import { copyTarget, writeTo } from '../copy.js';
import { type DatabaseOptions, databaseOf } from '../learn/database.js';
import { type AuditSample, answeredOf, chosen, drawnSample, taskMark, withSamples } from './stored.js';

const LISTED = 20;

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
    `${taskMark(sample)}：${sample.at}，${sample.who}${sample.reason && `；重抽理由：${sample.reason}`}`,
    `  共 ${sample.questions.length} 条（其中可能混有已知条款），分 ${design.looks} 次看结果，已到第 ${look} 次`,
    ...(open.length > 0 ? [`  下一次看结果前未答：编号 ${listOf(open)}`] : []),
    ...(split.length > 0 ? [`  两人不一致、待合议：编号 ${listOf(split)}`] : []),
    '',
  ].join('\n');
};

const listOf = (numbers: readonly number[]): string =>
  numbers.slice(0, LISTED).join('、') + (numbers.length > LISTED ? ` 等 ${numbers.length} 条` : '');

/** `qinggui audit sample task`: writes the blind task once more, the same as it was. */
export const runTask = (
  options: DatabaseOptions & { readonly number?: number; readonly to?: string },
  say = (words: string): void => void process.stdout.write(words),
): Promise<number> =>
  withSamples(options, async (_, samples) => {
    const sample = chosen(samples, options.number);
    const path = await ownPlace(options, options.to, '抽查任务.xlsx');
    const target = await copyTarget(path, [databaseOf(options)], '--to');
    if (target.kind === 'output') throw new UsageError('抽查任务不能送到标准输出', '请写出一个 .xlsx 文件');
    await writeTo(target, (partial) => writeAuditTask(partial, taskMark(sample), sample.questions));
    say(`${target.path}\n`);
    return 0;
  });

/** The given path, or a name in the output folder. */
export const ownPlace = async (
  options: DatabaseOptions,
  given: string | undefined,
  name: string,
): Promise<string> => {
  if (given !== undefined) return given;
  const folder = await outputFolder(options.output);
  return isAbsolute(name) ? name : join(folder, name);
};
