import { type Command, InvalidArgumentError, Option } from 'commander';
import { type CorpusOptions, corpusOption } from '../corpus/location.js';
import { DEFAULT_OUTPUT } from '../folder.js';
import { type DatabaseOptions, databaseOption } from '../learn/database.js';
import { type EncoderOptions, encoderOption } from '../learn/encoder-option.js';

/** Options of every command that works with a scanned folder and what persons have decided on it. */
export interface DeskOptions extends DatabaseOptions, CorpusOptions, EncoderOptions {
  readonly form: 'national' | 'district';
  readonly profile?: string;
  readonly unit?: string;
  readonly suppressions?: string;
}

export const notEmpty = (text: string): string => {
  if (text.trim() === '') throw new InvalidArgumentError('不能为空');
  return text;
};

/** Adds `--output` and `--database`, by which the decisions are found. */
export const withDatabase = (command: Command): Command =>
  command
    .option('--output <目录>', `扫描的结果目录，其中有数据库；默认 ${DEFAULT_OUTPUT}`, notEmpty)
    .addOption(databaseOption('数据库：PostgreSQL 地址，或 SQLite 文件；默认为结果目录中的 qinggui.db'));

/** Adds all of DeskOptions; what they mean is what they mean to `scan`. */
export const withDeskOptions = (command: Command): Command =>
  withDatabase(command)
    .option('--unit <单位名称>', '填报单位；写在台账上方')
    .option(
      '--profile <文件>',
      '单位信息（JSON）：单位、完成时间、责任单位、责任人、电话；--unit 优先于其中的单位',
      notEmpty,
    )
    .addOption(
      new Option('--form <样式>', '台账样式：national 国家样式，district 区县样式')
        .choices(['national', 'district'])
        .default('national'),
    )
    .option('--suppressions <文件>', '忽略清单，与扫描时所用的相同', notEmpty)
    .addOption(encoderOption('须与扫描时所用的相同'))
    .addOption(corpusOption());
