import { type Command, Option } from 'commander';
import { inChinese } from '../chinese.js';
import { wholeNumber } from '../limits.js';
import { withDatabase } from '../options.js';
import { notEmpty } from '../parsers.js';
import { withDeskOptions } from '../review/options.js';
import { cuts, MOST_ITEMS, share, sizes } from './options.js';

/** Adds `audit`. */
export const addAudit = (program: Command): void => {
  const audit = inChinese(program.command('audit'))
    .usage('<命令> [选项]')
    .description(
      '查漏：把报送的台账与文件核对（应纳入未纳入）；抽查没有被标出的条款，说明以多大把握查全率不低于多少。',
    )
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

  addSampling(audit);

  inChinese(audit.command('verify'))
    .usage('[选项] <证书>')
    .description('核验抽查证书：重新抽取、计数、计算，逐项对照。有不符时退出码为 1。')
    .argument('<证书>', '抽查证书.json')
    .option('--frame <文件>', '抽查总体.jsonl；默认为证书旁边的', notEmpty)
    .action(async (path: string, options) => {
      const { runVerifyCertificate } = await import('./verify.js');
      process.exitCode = await runVerifyCertificate(path, options);
    });
};

const MOST_LOOKS = 20;
const NUMBER = '第几次抽样；默认最后一次';
const WHO = '写入记录的姓名；默认为登录本机的用户名';

const addSampling = (audit: Command): void => {
  const sample = inChinese(audit.command('sample'))
    .usage('<命令> [选项]')
    .description('抽样：抽取、写出抽查任务、读入答案、查看进度、出具证书。')
    .helpCommand('help [命令]', '显示某个命令的帮助');

  withDeskOptions(
    inChinese(sample.command('draw'))
      .usage('[选项]')
      .description(
        '从上次扫描没有标出的条款中抽取样本，写出抽查任务（Excel）：没有得分，混入已确认的条款。样本只抽一次。',
      ),
  )
    .option('--recall <比例>', '要证明的查全率', share('--recall'), 0.95)
    .option('--confidence <比例>', '置信度', share('--confidence'), 0.95)
    .option('--hits <条数>', '预留：样本中有这么多条遗漏时仍能证明', wholeNumber('--hits', 0, MOST_ITEMS), 0)
    .option('--size <条数>', '自定样本条数；分层的逐层写，得分低的在前，如 500,300,全部', sizes)
    .option('--strata <得分>', '按得分分层的分界，由低到高，如 0.05,0.2；须写 --size', cuts)
    .option(
      '--known <条数>',
      '混入多少条已确认涉及的条款，以了解抽查人是否看漏',
      wholeNumber('--known', 0, MOST_ITEMS),
      30,
    )
    .option(
      '--looks <次数>',
      '事先定下在几处看结果，达到目标即可停止；次数越多，样本须越大',
      wholeNumber('--looks', 1, MOST_LOOKS),
      1,
    )
    .option('--seed <文字>', '随机种子，如当众抽取的号码；不写则随机产生并记录', notEmpty)
    .option('--again <理由>', '已经抽过、确须重抽的理由；写入证书', notEmpty)
    .option('--reviewer <姓名>', WHO, notEmpty)
    .option('--to <文件>', '抽查任务写到哪里；默认为结果目录中的 抽查任务.xlsx', notEmpty)
    .action(async (options) => {
      const { runDraw } = await import('./draw.js');
      process.exitCode = await runDraw(options);
    });

  withDatabase(
    inChinese(sample.command('task')).usage('[选项]').description('再次写出抽查任务，与抽取时相同。'),
  )
    .option('--number <次>', NUMBER, wholeNumber('--number', 1, MOST_ITEMS))
    .option('--to <文件>', '写到哪里；默认为结果目录中的 抽查任务.xlsx', notEmpty)
    .action(async (options) => {
      const { runTask } = await import('./status.js');
      process.exitCode = await runTask(options);
    });

  withDatabase(
    inChinese(sample.command('read'))
      .usage('[选项] <文件>')
      .description('读入填好的抽查任务。答案读入后不能更改。有未读入的时退出码为 1。')
      .argument('<文件>', '填好的抽查任务（.xlsx）'),
  )
    .addOption(
      new Option('--lane <身份>', 'first 抽查人，second 独立再看的另一人，agreed 两人不一致时合议的结果')
        .choices(['first', 'second', 'agreed'])
        .default('first'),
    )
    .option('--number <次>', NUMBER, wholeNumber('--number', 1, MOST_ITEMS))
    .option('--reviewer <姓名>', WHO, notEmpty)
    .action(async (path: string, options) => {
      const { runRead } = await import('./read.js');
      process.exitCode = await runRead(path, options);
    });

  withDatabase(
    inChinese(sample.command('status', { isDefault: true }))
      .usage('[选项]')
      .description('列出抽过的样本和答到哪里；不显示发现了什么。'),
  ).action(async (options) => {
    const { runStatus } = await import('./status.js');
    process.exitCode = await runStatus(options);
  });

  withDatabase(
    inChinese(sample.command('certificate'))
      .usage('[选项]')
      .description('出具证书（.docx、JSON）和总体清单。没有达到目标时退出码为 1，证书照样写出。'),
  )
    .option('--number <次>', NUMBER, wholeNumber('--number', 1, MOST_ITEMS))
    .option('--reviewer <姓名>', WHO, notEmpty)
    .option('--to <目录>', '写到哪个目录；默认为结果目录中的 抽查证书-第N次', notEmpty)
    .action(async (options) => {
      const { runCertificate } = await import('./certificate.js');
      process.exitCode = await runCertificate(options);
    });
};
