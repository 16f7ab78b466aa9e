import { resolve } from 'node:path';
import {
  type Encoder,
  type EncoderPart,
  openEncoder,
  type SeenText,
  seeTexts,
} from '../../classifiers/index.js';
import { printable, UsageError } from '../../model/index.js';
import type { EncoderOptions } from './encoder-option.js';

/** Does some work with the encoder of a folder, and closes it; without a folder the work gets none. */
export const withEncoder = async <T>(
  { model: folder }: EncoderOptions,
  work: (encoder: Encoder | null) => Promise<T>,
): Promise<T> => {
  if (folder === undefined) return work(null);
  const encoder = await openEncoder(folder);
  try {
    return await work(encoder);
  } finally {
    await encoder.close();
  }
};

/** What an encoder sees of texts, by text. */
export type Seen = ReadonlyMap<string, SeenText>;

const TOLD_EVERY = 512;

/** Shows each text to the encoder once, and tells how far it is; undefined without an encoder. */
export const seeAll = async (
  encoder: Encoder | null,
  texts: Iterable<string>,
  tell: (words: string) => void,
): Promise<Seen | undefined> => {
  if (!encoder) return undefined;
  const each = [...new Set(texts)];
  tell(`正在用编码模型读 ${each.length} 段文字，可能需要几分钟……\n`);
  const seen = await seeTexts(encoder, each, (done) => {
    if (done % TOLD_EVERY === 0) tell(`已读 ${done}/${each.length}\n`);
  });
  return new Map(each.map((text, at) => [text, seen[at]!]));
};

/** How an encoder is called: the whole fingerprint is long, and this much tells any two apart. */
export const shortOf = (fingerprint: string): string => fingerprint.slice(0, 12);

/**
 * The absolute folder of the encoder with which a model was learned; undefined where there was none, and then `say` hears that
 * the folder that was given has no effect.
 *
 * @param name the model's, in Chinese.
 * @throws UsageError where the folder was not given, can not be used or holds another encoder: once, before the first file.
 */
export const encoderFor = async (
  needed: EncoderPart | null | undefined,
  name: string,
  { model: folder }: EncoderOptions,
  say: (words: string) => void,
): Promise<string | undefined> => {
  if (!needed) {
    if (folder !== undefined)
      say(
        `注意：${name}没有用编码模型训练，--model 对判断不起作用。要让它起作用，请先训练：qinggui train --model ${printable(folder)}\n`,
      );
    return undefined;
  }
  const wanted = shortOf(needed.fingerprint);
  if (folder === undefined)
    throw new UsageError(
      `${name}是用编码模型（${wanted}）训练的，没有编码模型不能判断`,
      '请用 --model 写出训练时所用的编码模型的文件夹；或者退回上一个模型：qinggui models back',
    );
  const found = await withEncoder({ model: folder }, async (encoder) => encoder!.fingerprint);
  if (found !== needed.fingerprint)
    throw new UsageError(
      `${name}训练时所用的是另一个编码模型（${wanted}），不是 ${folder} 中的（${shortOf(found)}）`,
      '请用 --model 写出训练时所用的编码模型的文件夹；或者用现有的重新训练：qinggui train --model 文件夹；也可以退回上一个模型：qinggui models back',
    );
  return resolve(folder);
};
