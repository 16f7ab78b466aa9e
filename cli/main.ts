import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { printable, UsageError } from '../model/index.js';
import { addAudit } from './audit/commands.js';
import { addAuditCompare } from './audit/compare-command.js';
import { explain, inChinese } from './chinese.js';
import { DEFAULT_OUTPUT } from './folder.js';
import { addLearning } from './learn/commands.js';
import { encoderOption } from './learn/encoder-option.js';
import { wholeNumber, withLimits } from './limits.js';
import { addLineCommands } from './line-commands.js';
import { corpusOption, databaseOption, formOption, modelDatabaseOption, withProfile } from './options.js';
import { notEmpty } from './parsers.js';
import { addOutgoing } from './review/commands.js';
import { addReview } from './review/review-command.js';
import { addUsers } from './users/commands.js';
import { version } from './version.js';

/** Exit status: 0 done, 1 done with errors in the data, 2 called wrongly, 130 interrupted by Ctrl-C. */
const USAGE = 2;

const SUPPRESSIONS =
  '忽略清单：已经核对、不作修改的规则检查结果，每行“规则编号 | 文件 | 条款 | 理由”，理由写入结果';

const program = inChinese(new Command('qinggui'))
  .usage('<命令> [选项]')
  .description('清规：扫描一批规章、规范性文件，预填失信约束措施台账，每一格都有出处。')
  .version(version(), '-V, --version', '显示版本号')
  .helpCommand('help [命令]', '显示某个命令的帮助');

withLimits(
  withProfile(
    inChinese(program.command('scan'))
      .usage('[选项] <路径...>')
      .description(
        '扫描文件夹或文件，写出台账（台账.xlsx）、逐文件结果（results.jsonl）和数据库（qinggui.db）。',
      )
      .argument('<路径...>', '要扫描的文件夹或文件，可写多个'),
  )
    .option('--output <目录>', '结果写到哪里', notEmpty, DEFAULT_OUTPUT)
    .addOption(formOption())
    .option('--jsonl <文件>', '另存一份逐文件结果；写 - 则送到标准输出', notEmpty)
    .option('--all-provisions', '逐文件结果中写出全部条款，不只写出涉及的条款')
    .option('--suppressions <文件>', SUPPRESSIONS, notEmpty)
    .addOption(
      databaseOption('PostgreSQL 地址（postgres://…），或 SQLite 文件；默认为结果目录中的 qinggui.db'),
    )
    .option('--workers <个数>', '同时处理的文件数；默认为处理器核数，最多 4', wholeNumber('--workers', 1, 64))
    .addOption(encoderOption())
    .addOption(corpusOption()),
).action(async (paths: string[], options) => {
  const { runScan } = await import('./scan.js');
  process.exitCode = await runScan(paths, options);
});

addLineCommands(program);

inChinese(program.command('inspect'))
  .usage('[选项] <文件>')
  .description('显示各环节对一个文件的处理结果：类型、文头、条款结构、涉及内容及依据文字、引用、台账行。')
  .argument('<文件>', '要查看的文件')
  .option('--json', '以 JSON 写出')
  .addOption(modelDatabaseOption())
  .addOption(encoderOption())
  .addOption(corpusOption())
  .action(async (path: string, options) => {
    const { runInspect } = await import('./inspect.js');
    process.exitCode = await runInspect(path, options);
  });

inChinese(program.command('evaluate'))
  .usage('[选项] [文件...]')
  .description(
    '评测分类器：用标好标签的文字（JSON Lines：{id, text, labels}）计算各标签的准确率、召回率等；不写文件则评测自带的标注。',
  )
  .argument(
    '[文件...]',
    '标好标签的文件，可写多个；可选项目：second、document（或 law、group）、field、level、path',
  )
  .addOption(
    new Option(
      '--set <名称>',
      '评测自带的标注：written 自写条款，references 法规条文（须先导入法规）；可写两次',
    ).argParser((name: string, before: readonly string[] = []) => {
      if (name !== 'written' && name !== 'references')
        throw new InvalidArgumentError('--set 应为 written 或 references');
      return [...before, name];
    }),
  )
  .option('--cross-validate', '交叉验证：每段由没有学过其所在文件的模型判断；评测自带的标注时总是如此')
  .option('--without-references', '交叉验证，只学习自写条款，不学习法规条文')
  .option('--cues', '只用人工编写的线索判断')
  .option('--alone', '只看文字本身，不看标题路径')
  .option('--json', '以 JSON 写出')
  .option('--save <文件>', '保存本次结果，供以后比较', notEmpty)
  .option('--against <文件>', '与保存的结果比较，逐段列出变化', notEmpty)
  .addOption(corpusOption())
  .action(async (files: string[], options) => {
    const { runEvaluate } = await import('./evaluate.js');
    process.exitCode = await runEvaluate(files, options);
  });

const corpus = inChinese(program.command('corpus'))
  .usage('<命令> [选项]')
  .description('法规库：导入法律法规文本，供核对依据、填写条文原文；也可查找、查看、检查。')
  .helpCommand('help [命令]', '显示某个命令的帮助');

inChinese(corpus.command('import'))
  .usage('[选项] <文件夹>')
  .description('导入一个文件夹中的法规文本（md、txt、docx 等）；再次导入同一文件夹只处理有变动的文件。')
  .argument('<文件夹>', '存放法规文本的文件夹')
  .addOption(corpusOption())
  .action(async (folder: string, options) => {
    const { runImport } = await import('./corpus/import.js');
    process.exitCode = await runImport(folder, options);
  });

inChinese(corpus.command('search'))
  .usage('[选项] <词...>')
  .description('按词查找条文；写多个词则同时含有。')
  .argument('<词...>', '要查找的词')
  .option('--limit <条数>', '最多列出多少条', wholeNumber('--limit', 1, 10_000), 20)
  .option('--json', '以 JSON Lines 写出')
  .addOption(corpusOption())
  .action(async (words: string[], options) => {
    const { runSearch } = await import('./corpus/search.js');
    process.exitCode = await runSearch(words, options);
  });

inChinese(corpus.command('show'))
  .usage('[选项] <法名> [条...]')
  .description('显示一部法规的版本信息和条文，如：qinggui corpus show 行政许可法 第七十八条')
  .argument('<法名>', '法规名称，可省略“中华人民共和国”')
  .argument('[条...]', '条文号，可写多个：第七十八条、78')
  .option('--date <日期>', '该日期的版本，如 2020-01-01', notEmpty)
  .option('--place <地方>', '同名法规属于多个地方时，选哪个地方的', notEmpty)
  .option('--json', '以 JSON 写出')
  .addOption(corpusOption())
  .action(async (title: string, articles: string[], options) => {
    const { runShow } = await import('./corpus/show.js');
    process.exitCode = await runShow(title, articles, options);
  });

inChinese(corpus.command('list'))
  .usage('[选项] [词]')
  .description('列出法规库中的法规；写出词则只列名称中有该词的。')
  .argument('[词]', '名称中的词')
  .option('--json', '以 JSON Lines 写出')
  .addOption(corpusOption())
  .action(async (word: string | undefined, options) => {
    const { runList } = await import('./corpus/list.js');
    process.exitCode = await runList(word, options);
  });

inChinese(corpus.command('check'))
  .usage('[选项]')
  .description('检查法规库：哪些已有更新的版本、哪些重复、哪些条文不连续、哪些文件未能导入。')
  .option('--json', '以 JSON Lines 写出')
  .addOption(corpusOption())
  .action(async (options) => {
    const { runCorpusCheck } = await import('./corpus/check.js');
    process.exitCode = await runCorpusCheck(options);
  });

inChinese(program.command('check'))
  .usage('[选项] <文件...>')
  .description(
    '按国办发〔2020〕49号的要求检查起草中的文件：哪里不符、为什么、怎么改。有错误时退出码为 1，文件未能读取时为 2。',
  )
  .argument('[文件...]', '要检查的文件，可写多个')
  .addOption(
    new Option('--format <格式>', '结果的格式：text 文字，json，sarif（2.1.0），docx 审查意见')
      .choices(['text', 'json', 'sarif', 'docx'])
      .default('text'),
  )
  .option('--output <文件>', '结果写到哪里；默认送到标准输出，docx 必须写明', notEmpty)
  .option('--suppressions <文件>', SUPPRESSIONS, notEmpty)
  .option('--rules', '列出全部规则，不检查文件')
  .addOption(modelDatabaseOption())
  .addOption(encoderOption())
  .addOption(corpusOption())
  .action(async (paths: string[], options) => {
    const { runCheck } = await import('./check.js');
    process.exitCode = await runCheck(paths, options);
  });

addLearning(program);
addReview(program);
addOutgoing(program);
addUsers(program);
addAudit(program);
addAuditCompare(program);

/** A reader that closes early, such as `head`, wants no more answers. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(
    `错误：无法写出结果（${error.code ?? error.message}）\n建议：请检查输出位置的磁盘空间\n`,
  );
  process.exit(USAGE);
});
/** Without anyone to hear of it, work still goes on. */
process.stderr.on('error', () => undefined);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    const said = explain(error);
    if (said) process.stderr.write(said);
    process.exitCode = error.exitCode === 0 ? 0 : USAGE;
  } else if (error instanceof UsageError) {
    process.stderr.write(`错误：${printable(error.message)}\n建议：${printable(error.advice)}\n`);
    process.exitCode = USAGE;
  } else {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(
      `程序内部错误：${detail}\n建议：请把以上信息反馈给开发者；重新运行同一命令可从中断处继续\n`,
    );
    process.exitCode = 1;
  }
}
