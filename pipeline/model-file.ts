import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModelRef } from './work.js';

/** A model that was trained by the user. */
export interface TrainedModel {
  readonly fingerprint: string;
  /** As the classifier encodes it. */
  readonly bytes: Uint8Array;
  /** The folder of the encoder with which it was learned; absent where there was none. */
  readonly encoder?: string;
}

/** The name of the file that reading processes open. */
export const MODEL_NAME = 'model.qgm';

/** Does some work while a model lies in a temporary file; without a model the work gets none. */
export const withModelFile = async <T>(
  model: TrainedModel | null,
  work: (ref?: ModelRef) => Promise<T>,
): Promise<T> => {
  if (!model) return work();
  const folder = await mkdtemp(join(tmpdir(), 'qinggui-model-'));
  try {
    const path = join(folder, MODEL_NAME);
    await writeFile(path, model.bytes);
    return await work({
      path,
      fingerprint: model.fingerprint,
      ...(model.encoder !== undefined && { encoder: model.encoder }),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
