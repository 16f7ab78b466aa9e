import { type Encoder, openEncoder, seeTexts } from '../classifiers/index.js';
import { FileError } from '../model/index.js';
import type { Vectors } from './analyse.js';

let open: { readonly folder: string; readonly encoder: Encoder } | undefined;

/** What the encoder of a folder sees of each text; the encoder is opened by the first file of a process that needs it. */
export const vectorsOf = async (
  folder: string,
  texts: readonly string[],
  onProgress: () => void,
): Promise<Vectors> => {
  if (open?.folder !== folder) {
    await open?.encoder.close();
    open = undefined;
    const encoder = await openEncoder(folder).catch((error: unknown) => {
      throw new FileError('internal', error instanceof Error ? error.message : `编码模型 ${folder} 不能使用`);
    });
    open = { folder, encoder };
  }
  const seen = await seeTexts(open.encoder, texts, onProgress);
  return new Map(texts.map((text, at) => [text, seen[at]!.vector]));
};
