import type { Command } from 'commander';
import type { CorpusOptions } from '../corpus/location.js';
import type { DatabaseOptions } from '../learn/database.js';
import { type EncoderOptions, encoderOption } from '../learn/encoder-option.js';
import { corpusOption, formOption, withDatabase, withProfile } from '../options.js';
import { notEmpty } from '../parsers.js';

/** Options of every command that works with a scanned folder and what persons have decided on it. */
export interface DeskOptions extends DatabaseOptions, CorpusOptions, EncoderOptions {
  readonly form: 'national' | 'district';
  readonly profile?: string;
  readonly unit?: string;
  readonly suppressions?: string;
}

/** Adds all of DeskOptions; what they mean is what they mean to `scan`. */
export const withDeskOptions = (command: Command): Command =>
  withProfile(withDatabase(command))
    .addOption(formOption())
    .option('--suppressions <文件>', '忽略清单，与扫描时所用的相同', notEmpty)
    .addOption(encoderOption('须与扫描时所用的相同'))
    .addOption(corpusOption());
