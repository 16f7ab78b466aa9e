import { type Command, Option } from 'commander';
import { DEFAULT_OUTPUT } from './folder.js';
import { notEmpty } from './parsers.js';

/**
 * Options that several commands have. Help needs them all, so they stand apart from what opens a database: loading that
 * takes longer than the help itself.
 */

/** The option `--database`; its meaning is that of `scan`. */
export const databaseOption = (what: string): Option =>
  new Option('--database <地址>', what).env('QINGGUI_DATABASE');

/** The option `--database` of commands that only judge: without it they take the model that comes with the program. */
export const modelDatabaseOption = (): Option =>
  databaseOption(
    '用其中现用的模型判断的数据库，意思与 scan 的相同；不写，也没有设环境变量 QINGGUI_DATABASE 的，用清规自带的模型',
  );

/** Adds `--output` and `--database`, by which a scan's results and all that persons have said are found. */
export const withDatabase = (command: Command): Command =>
  command
    .option('--output <目录>', `扫描的结果目录，其中有数据库；默认 ${DEFAULT_OUTPUT}`, notEmpty)
    .addOption(databaseOption('数据库：PostgreSQL 地址，或 SQLite 文件；默认为结果目录中的 qinggui.db'));

/** The option `--corpus`, the same wherever the library is used. */
export const corpusOption = (): Option =>
  new Option('--corpus <文件>', '法规库文件；默认放在用户数据目录中，各命令共用').env('QINGGUI_CORPUS');

/** Adds `--unit` and `--profile`, the unit's own data. */
export const withProfile = (command: Command): Command =>
  command
    .option('--unit <单位名称>', '填报单位；写在台账上方')
    .option(
      '--profile <文件>',
      '单位信息（JSON）：单位、完成时间、责任单位、责任人、电话；--unit 优先于其中的单位',
      notEmpty,
    );

/** The option `--form`: which official form the ledger has. */
export const formOption = (): Option =>
  new Option('--form <样式>', '台账样式：national 国家样式，district 区县样式')
    .choices(['national', 'district'])
    .default('national');
