import type { Command } from 'commander';
import { inChinese } from '../chinese.js';
import { date, notEmpty } from '../parsers.js';
import { withDeskOptions } from '../review/options.js';

/** Adds `compare` to the command `audit`, which must be there. */
export const addAuditCompare = (program: Command): void => {
  const audit = program.commands.find((command) => command.name() === 'audit')!;
  withDeskOptions(
    inChinese(audit.command('compare', { isDefault: true }))
      .usage('<台账...> --against <目录或单位> [选项]')
      .description(
        '核对单位报送的台账：与扫描过的文件（经复核的，按复核结果）逐行比较，列出应纳入未纳入的文件、与梳理结果不一致的栏目、不成立的依据、不符合规定而拟保留的文件等。发现问题时退出码为 1，台账未能读取时为 2。compare 可以不写。',
      )
      .argument('<台账...>', '单位报送的台账，可写多个：xlsx、xls、docx、doc、pdf、扫描件等')
      .requiredOption(
        '--against <目录或单位>',
        '扫描的结果目录；或者文件夹，还没有扫描的先扫描；或者单位名称，只核对上次扫描的文件中由它印发的',
        notEmpty,
      ),
  )
    .option('--since <日期>', '另列这一天以后印发、不符合规定的文件（新出台），如 2021-01-19', date)
    .option('--units <文件>', '应报送台账的单位名单，每行一个；没有报送的逐一列出', notEmpty)
    .option('--json', '以 JSON 写出')
    .option('--xlsx <文件>', '写出反馈事项表，有单位答复和后续栏', notEmpty)
    .option('--docx <文件>', '写出给单位的反馈意见', notEmpty)
    .option('--date <日期>', '反馈意见的落款日期；不写则留空', date)
    .action(async (paths: string[], options) => {
      const { runCompare } = await import('./compare.js');
      process.exitCode = await runCompare(paths, options);
    });
};
