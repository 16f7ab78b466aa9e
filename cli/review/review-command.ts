import type { Command } from 'commander';
import { inChinese } from '../chinese.js';
import { wholeNumber } from '../limits.js';
import { notEmpty } from '../parsers.js';
import { withDeskOptions } from './options.js';

const ends = (origin: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  notEmpty(origin),
];

/** Adds `review`. */
export const addReview = (program: Command): void => {
  withDeskOptions(
    inChinese(program.command('review'))
      .usage('[选项]')
      .description(
        '打开复核页面：对照原文逐件确认台账、更正识别文字、补充漏报的条款，确认后导出。只有本机能打开，除非写 --host。',
      )
      .option('--no-open', '不打开浏览器，只在标准输出的第一行写出网址')
      .option('--port <端口>', '网址的端口；默认 4949，被占用时另选一个', wholeNumber('--port', 0, 65_535))
      .option('--reviewer <姓名>', '复核人姓名，写入决定日志；默认为登录本机的用户名', notEmpty)
      .option('--second', '以第二人的身份独立复核：看不到第一人的决定')
      .option(
        '--host <地址>',
        '在单位网络上开放：监听的地址，如 0.0.0.0；须先用 qinggui users add 添加人员',
        notEmpty,
      )
      .option('--origin <网址>', '经代理访问时浏览器中使用的网址，可写多个；配合 --host', ends),
  ).action(async (options) => {
    const { runReview } = await import('./review.js');
    process.exitCode = await runReview(options);
  });
};
