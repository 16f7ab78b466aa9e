import { type Command, InvalidArgumentError, Option } from 'commander';
import { REPLY_WORDS, STATE_WORDS } from '../../model/index.js';
import { inChinese } from '../chinese.js';
import { withDatabase } from '../options.js';
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
      .argument(
        '<台账...>',
        '单位报送的台账或者装台账的文件夹，可写多个：xlsx、xls、docx、doc、pdf、扫描件等',
      )
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

  withDatabase(
    inChinese(audit.command('answers'))
      .usage('[选项] <文件...>')
      .description('读入单位的答复：填好的反馈事项表（.xlsx）或者反馈意见（.docx）。有没读入的时退出码为 1。')
      .argument('<文件...>', '单位填写“单位答复”“答复说明”两栏后交回的文件，可写多个'),
  )
    .option('--reviewer <姓名>', '写入记录的姓名；默认为登录本机的用户名', notEmpty)
    .action(async (paths: string[], options) => {
      const { runAnswers } = await import('./answers.js');
      process.exitCode = await runAnswers(paths, options);
    });

  withDatabase(
    inChinese(audit.command('follow'))
      .usage('[选项] [编号...]')
      .description('跟踪：列出提出过的事项、单位的答复和后续；写编号和 --as 的，记录答复或者处理。')
      .argument('[编号...]', '事项的编号，可写多个'),
  )
    .option('--unit <单位>', '只列这个单位的', notEmpty)
    .addOption(
      new Option('--state <状态>', `只列这个状态的：${Object.values(STATE_WORDS).join('、')}`).argParser(
        byWords(STATE_WORDS),
      ),
    )
    .addOption(
      new Option('--as <答复>', `记录什么：${Object.values(REPLY_WORDS).join('、')}`).argParser(
        byWords(REPLY_WORDS),
      ),
    )
    .option('--words <说明>', '随答复或者处理记录的说明', notEmpty)
    .option('--reviewer <姓名>', '写入记录的姓名；默认为登录本机的用户名', notEmpty)
    .option('--json', '以 JSON 写出清单')
    .action(async (ids: string[], options) => {
      const { runFollow } = await import('./follow.js');
      process.exitCode = await runFollow(ids, options);
    });
};

/** A parser of what is said in words of a table. */
const byWords =
  <Key extends string>(table: Readonly<Record<Key, string>>) =>
  (given: string): Key => {
    const found = (Object.keys(table) as Key[]).find((key) => table[key] === given.trim());
    if (!found) throw new InvalidArgumentError(`应为：${Object.values(table).join('、')}`);
    return found;
  };
