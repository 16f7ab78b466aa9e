import { type Command, InvalidArgumentError, Option } from 'commander';
import { inChinese } from '../chinese.js';
import { withDatabase } from '../options.js';
import { date, notEmpty } from '../parsers.js';
import { withDeskOptions } from './options.js';

const hash = (text: string): string => {
  if (!/^[0-9a-f]{64}$/iu.test(text.trim()))
    throw new InvalidArgumentError('校验值应为 64 位十六进制数，见导出文件的属性（备注）或总结报告');
  return text.trim().toLowerCase();
};

const REVIEWER = '写入决定日志的姓名；默认为登录本机的用户名';

/** Adds `export`, `import` and `log`. */
export const addOutgoing = (program: Command): void => {
  withDeskOptions(
    inChinese(program.command('export'))
      .usage('[选项] [种类...]')
      .description(
        '导出人工确认的结果：台账、证据附件、规范完善方案、总结报告、联系人反馈表、决定日志。未确认的不在其中，除非写 --drafts。',
      )
      .argument(
        '[种类...]',
        'ledger-xlsx 台账（Excel），ledger-docx 台账（Word），evidence-docx 证据附件，plan-docx 规范完善方案，summary-docx 总结报告，contacts-docx 联系人反馈表，log-jsonl 决定日志；不写则导出除决定日志外的全部',
      ),
  )
    .option('--drafts', '含未确认的内容；每个文件和文件名都标明“草稿”')
    .option('--date <日期>', '表上的日期，如 2026-03-31；不写则留空待填', date)
    .option('--to <目录>', '导出到哪里；默认为结果目录中的“导出”', notEmpty)
    .action(async (kinds: string[], options) => {
      const { runExport } = await import('./export.js');
      process.exitCode = await runExport(kinds, options);
    });

  withDeskOptions(
    inChinese(program.command('import'))
      .usage('[选项] <台账>')
      .description(
        '导入在 Excel、WPS 中改过的台账（由 export 或复核页面导出）：逐格比较，写入没有冲突的改动，冲突的和对不上的逐条列出。有未写入的改动时退出码为 1。',
      )
      .argument('<台账>', '改过的台账：.xlsx，或 .docx'),
  )
    .option('--dry-run', '只列出会改什么，不写入')
    .option('--reviewer <姓名>', REVIEWER, notEmpty)
    .action(async (path: string, options) => {
      const { runImportLedger } = await import('./import.js');
      process.exitCode = await runImportLedger(path, options);
    });

  const log = inChinese(program.command('log'))
    .usage('<命令> [选项]')
    .description('决定日志：校验是否完整、导出；谁在何时看过、导出过什么。')
    .helpCommand('help [命令]', '显示某个命令的帮助');

  withDatabase(
    inChinese(log.command('verify'))
      .usage('[选项]')
      .description('逐条校验决定日志是否被改动、缺少或截断。不完整时退出码为 1。'),
  )
    .addOption(
      new Option(
        '--head <校验值>',
        '导出文件的属性（备注）或总结报告中的校验值；日志中没有它，即为被截断或被改写',
      ).argParser(hash),
    )
    .action(async (options) => {
      const { runVerify } = await import('./log.js');
      process.exitCode = await runVerify(options);
    });

  withDatabase(
    inChinese(log.command('export'))
      .usage('[选项]')
      .description('导出决定日志：每行一条（JSON Lines），最后一行写明条数和最后一条的校验值。'),
  )
    .option('--to <文件>', '写到哪个文件；写 - 则送到标准输出', notEmpty, '-')
    .action(async (options) => {
      const { runLogExport } = await import('./log.js');
      process.exitCode = await runLogExport(options);
    });

  withDatabase(
    inChinese(log.command('views'))
      .usage('[选项]')
      .description('列出查阅记录：谁在何时看过、查找过、导出过什么（新的在前）。'),
  )
    .option('--json', '以 JSON Lines 写出')
    .action(async (options) => {
      const { runViews } = await import('./log.js');
      process.exitCode = await runViews(options);
    });
};
