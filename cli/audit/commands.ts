import type { Command } from 'commander';
import { inChinese } from '../chinese.js';
import { wholeNumber } from '../limits.js';
import { MOST_ITEMS, share } from './options.js';

/** Adds `audit`. */
export const addAudit = (program: Command): void => {
  const audit = inChinese(program.command('audit'))
    .usage('<命令> [选项]')
    .description('查漏抽查：抽查没有被标出的条款，以多大把握可以说查全率不低于多少。')
    .helpCommand('help [命令]', '显示某个命令的帮助');

  inChinese(audit.command('plan'))
    .usage('--population <条数> --positives <条数> [选项]')
    .description('抽查前的计划：要证明查全率不低于目标，须随机抽查多少条。')
    .requiredOption(
      '--population <条数>',
      '总体：没有被标出、也没有被人工标出的条款数',
      wholeNumber('--population', 0, MOST_ITEMS),
    )
    .requiredOption('--positives <条数>', '经人工确认涉及的条款数', wholeNumber('--positives', 0, MOST_ITEMS))
    .option('--recall <比例>', '要证明的查全率', share('--recall'), 0.95)
    .option('--confidence <比例>', '置信度：结论有多大把握', share('--confidence'), 0.95)
    .option(
      '--hits <条数>',
      '预留：样本中发现这么多条遗漏时仍能证明；不写则从 0 条起列出',
      wholeNumber('--hits', 0, MOST_ITEMS),
    )
    .option('--json', '以 JSON 写出')
    .action(async (options) => {
      const { runPlan } = await import('./plan.js');
      process.exitCode = runPlan(options);
    });
};
