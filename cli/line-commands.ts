import type { Command } from 'commander';
import { inChinese } from './chinese.js';
import { encoderOption } from './learn/encoder-option.js';
import { wholeNumber } from './limits.js';
import { corpusOption, modelDatabaseOption } from './options.js';

/** Adds the commands that answer JSON lines: `classify`, `similar` and `cite`. */
export const addLineCommands = (program: Command): void => {
  inChinese(program.command('classify'))
    .usage('[选项]')
    .description(
      '从标准输入逐行读取 {id, text}（JSON Lines），写出每段涉及什么、得分和依据文字：{id, labels, scores, evidence}。',
    )
    .addOption(modelDatabaseOption())
    .addOption(encoderOption())
    .action(async (options) => {
      const { runClassify } = await import('./classify.js');
      process.exitCode = await runClassify(undefined, options);
    });

  inChinese(program.command('similar'))
    .usage('[选项]')
    .description(
      '从标准输入逐行读取 {id, text}（JSON Lines），写出标注过的条款中与每段最相似的：{id, similar}。不写 --model 则按字词比较。',
    )
    .option('--most <条数>', '每段最多列出多少条', wholeNumber('--most', 1, 100), 5)
    .addOption(encoderOption('写了则按它的向量比较'))
    .addOption(corpusOption())
    .action(async (options) => {
      const { runSimilar } = await import('./similar.js');
      process.exitCode = await runSimilar(undefined, options);
    });

  inChinese(program.command('cite'))
    .usage('[选项]')
    .description(
      '从标准输入逐行读取 {id, text}（JSON Lines），写出其中引用的法规文件及条款：{id, citations}。',
    )
    .action(async () => {
      const { runCite } = await import('./cite.js');
      process.exitCode = await runCite();
    });
};
