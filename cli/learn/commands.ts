import type { Command } from 'commander';
import { inChinese } from '../chinese.js';
import { wholeNumber } from '../limits.js';
import { corpusOption, withDatabase } from '../options.js';
import { notEmpty } from '../parsers.js';
import { encoderOption } from './encoder-option.js';

/** Adds `train` and `models`. */
export const addLearning = (program: Command): void => {
  withDatabase(
    inChinese(program.command('train'))
      .usage('[选项]')
      .description(
        '从编写的条款、法规库和人工判断中学习，与现用的模型比较，不差才安装；安装后扫描用它判断。',
      ),
  )
    .option(
      '--decisions <文件>',
      '人工判断（JSON Lines：{text, path?, confirmed: ["D"], rejected: ["P"], who?}），存入数据库，以后训练也用到',
      notEmpty,
    )
    .option(
      '--seed <整数>',
      '随机数种子；同样的数据和种子得到同样的模型',
      wholeNumber('--seed', 0, 999_999),
      1,
    )
    .option('--force', '比现用的差也安装')
    .option('--note <说明>', '说明，列出模型时显示', notEmpty)
    .option('--save-to <文件>', '只把模型写到文件，不读写数据库，不比较，不安装', notEmpty)
    .addOption(encoderOption('用它训练后，判断时也须写明同一个'))
    .addOption(corpusOption())
    .action(async (options) => {
      const { runTrain } = await import('./train.js');
      process.exitCode = await runTrain(options);
    });

  const models = inChinese(program.command('models'))
    .usage('<命令> [选项]')
    .description('训练所得的模型：列出、改用、退回上一个。')
    .helpCommand('help [命令]', '显示某个命令的帮助');

  withDatabase(
    inChinese(models.command('list', { isDefault: true }))
      .usage('[选项]')
      .description('列出模型：编号、建立时间、学了什么、各项指标，哪一个现用。'),
  ).action(async (options) => {
    const { runModels } = await import('./models.js');
    process.exitCode = await runModels(options);
  });

  withDatabase(
    inChinese(models.command('use'))
      .usage('[选项] <编号>')
      .description('改用某一个模型。')
      .argument(
        '<编号>',
        'qinggui models 列出的编号；0 为清规自带的模型',
        wholeNumber('编号', 0, 999_999_999),
      ),
  ).action(async (id: number, options) => {
    const { runUse } = await import('./models.js');
    process.exitCode = await runUse(id, options);
  });

  withDatabase(
    inChinese(models.command('back')).usage('[选项]').description('退回上一个模型；可以多次退回。'),
  ).action(async (options) => {
    const { runBack } = await import('./models.js');
    process.exitCode = await runBack(options);
  });
};
