import { printable } from '../../model/index.js';
import { logLines, verdictWords } from '../../review/index.js';
import { allEvents, listViews, type Store, type View, verifyLog } from '../../store/index.js';
import { copyTarget, writeTo } from '../copy.js';
import { type DatabaseOptions, databaseOf, withExistingStore } from '../learn/database.js';

/** What was done, in words. */
const ACTION_WORDS: Readonly<Record<View['action'], string>> = {
  view: '查看',
  page: '看原件',
  search: '查找',
  export: '导出',
  log: '看日志',
  'sign-in': '登录',
  refused: '被拒绝',
};

const BROKEN = 1;
const say = (words: string): void => void process.stdout.write(words);

/** `qinggui log verify`. Returns the exit status, 1 where the log is not whole. */
export const runVerify = (options: DatabaseOptions & { readonly head?: string }): Promise<number> =>
  withExistingStore(options, async (store) => {
    const verdict = await verifyLog(store);
    if (!verdict.whole) {
      process.stderr.write(
        `${verdictWords(verdict)}。\n建议：请保留数据库原样，与备份和以前导出的决定日志逐条对照，查明原因\n`,
      );
      return BROKEN;
    }
    say(
      verdict.events === 0
        ? '决定日志还没有记录。\n'
        : `决定日志完整：共 ${verdict.events} 条，逐条校验一致。\n最后一条的校验值（SHA-256）：${verdict.head}\n`,
    );
    return options.head === undefined ? 0 : sayWhere(store, options.head, verdict.events);
  });

/** Where in the log a hash stands that was written down elsewhere: that the log was longer once, only such a hash can show. */
const sayWhere = async (store: Store, head: string, events: number): Promise<number> => {
  for await (const { hash, seq, at, who } of allEvents(store))
    if (hash === head) {
      say(
        `所给的校验值是第 ${seq} 条（${at}，${printable(who)}）的${seq < events ? `，此后又有 ${events - seq} 条` : ''}。\n`,
      );
      return 0;
    }
  process.stderr.write(
    '日志中没有所给的校验值：写下它之后，日志的末尾被截去或被改写，或者这是另一个数据库的日志。\n建议：请核对数据库，并与备份和以前导出的决定日志对照\n',
  );
  return BROKEN;
};

/** `qinggui log export`. Returns the exit status. */
export const runLogExport = async (options: DatabaseOptions & { readonly to: string }): Promise<number> => {
  const target = await copyTarget(options.to, [databaseOf(options)], '--to');
  return withExistingStore(options, async (store) => {
    await writeTo(target, logLines(store));
    if (target.kind === 'file') say(`${target.path}\n`);
    return 0;
  });
};

const VIEWS = 1_000;

/** `qinggui log views`. Returns the exit status. */
export const runViews = (options: DatabaseOptions & { readonly json?: boolean }): Promise<number> =>
  withExistingStore(options, async (store) => {
    let seen = 0;
    for (let page = 1; ; page += 1) {
      const { views, total } = await listViews(store, page, VIEWS);
      for (const view of views) say(options.json ? `${JSON.stringify(view)}\n` : lineOf(view));
      seen += views.length;
      if (views.length < VIEWS) break;
      if (seen >= total) break;
    }
    if (seen === 0 && !options.json) say('还没有查阅记录。\n');
    return 0;
  });

const lineOf = ({ at, who, action, document, detail }: View): string =>
  `${[
    at,
    printable(who) || '（未登录）',
    ACTION_WORDS[action],
    document === null ? '' : `#${document}`,
    printable(detail),
  ]
    .filter(Boolean)
    .join('  ')}\n`;
