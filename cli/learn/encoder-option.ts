import { Option } from 'commander';
import { notEmpty } from '../parsers.js';

/** Options that say which sentence encoder is at hand. */
export interface EncoderOptions {
  /** Its folder. */
  readonly model?: string;
}

/** The option `--model`, the same wherever an encoder can be used; `use` says what else to mind. */
export const encoderOption = (use = '须与训练时所用的相同'): Option =>
  new Option('--model <文件夹>', `编码模型（ONNX）所在的本地文件夹，从不下载；${use}`).argParser(notEmpty);
