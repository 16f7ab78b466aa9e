import type { Command } from 'commander';
import { inChinese } from '../chinese.js';
import { databaseOption } from '../options.js';
import { date, notEmpty } from '../parsers.js';

/** Adds `compare` to the command `audit`, which must be there. */
export const addAuditCompare = (program: Command): void => {
  const audit = program.commands.find((command) => command.name() === 'audit')!;
  inChinese(audit.command('compare'))
    .usage('<台账...> --against <目录> [选项]')
    .description(
      '核对单位报送的台账：与已扫描的文件逐行比较，列出应纳入未纳入的文件、与梳理结果不一致的栏目、不成立的依据、不符合规定而拟保留的文件等。发现问题时退出码为 1，台账未能读取时为 2。',
    )
    .argument('<台账...>', '单位报送的台账，可写多个：xlsx、xls、docx、doc、pdf、扫描件等')
    .requiredOption('--against <目录>', '文件的扫描结果目录；也可写扫描过的文件夹', notEmpty)
    .option('--output <目录>', '--against 写的是文件夹的，写出它的扫描结果目录', notEmpty)
    .addOption(databaseOption('数据库，意思与 scan 的相同；不写则用结果目录中的 qinggui.db'))
    .option('--since <日期>', '另列这一天以后印发、不符合规定的文件（新出台），如 2021-01-19', date)
    .option('--units <文件>', '应报送台账的单位名单，每行一个；没有报送的逐一列出', notEmpty)
    .option('--suppressions <文件>', '忽略清单，与扫描时所用的相同', notEmpty)
    .option('--json', '以 JSON 写出')
    .option('--xlsx <文件>', '写出反馈事项表，有单位答复和后续栏', notEmpty)
    .option('--docx <文件>', '写出给单位的反馈意见', notEmpty)
    .option('--date <日期>', '反馈意见的落款日期；不写则留空', date)
    .action(async (paths: string[], options) => {
      const { runCompare } = await import('./compare.js');
      process.exitCode = await runCompare(paths, options);
    });
};
