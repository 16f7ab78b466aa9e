import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { findModel, type ModelFolder } from './folder.js';
import { type Library, loadLibrary, type Model, type Outputs, type Tokenizer } from './library.js';
import { encoderRefusal } from './refusals.js';
import { chooseOutput, type Output, vectorOf } from './vectors.js';

/** A model that turns texts into vectors of numbers, from a local folder. */
export interface Encoder {
  /** SHA-256 over the settings, the tokenizer and the weights: models with the same one give the same vectors. */
  readonly fingerprint: string;
  /** How many numbers a vector has. */
  readonly dimensions: number;
  /**
   * A vector for each text, in order: of length 1 from a sentence encoder (the mean over its tokens), the scores from
   * a classifier, zeros where the model sees nothing in the text. What is longer than the model reads is cut.
   * A vector depends on its text alone, not on the others. Throws UsageError when the model does not give numbers.
   */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
  /** Gives the memory back; the encoder can not be used any more. A second call does nothing. */
  close(): Promise<void>;
}

/** Units of a text that are looked at for each token that the model reads: longer words are rare, hostile texts not. */
const UNITS = 32;
/** What a model is tried with when it is opened. */
const TRIAL = '第一条';

/**
 * Opens the model in `folder`: config.json, tokenizer.json, tokenizer_config.json and onnx/model.onnx (or model.onnx,
 * or quantised weights). Nothing is ever downloaded. Throws UsageError: folder or file missing or damaged, not a model
 * for texts, @huggingface/transformers not installed.
 */
export const openEncoder = async (folder: string): Promise<Encoder> => {
  const found = await findModel(folder);
  const library = await loadLibrary();
  const fingerprint = await fingerprintOf(found);
  const tokenizer = await openTokenizer(library, found);
  const opened = { found, library, tokenizer, model: await openModel(library, found) };
  try {
    return encoderOf(opened, await tryOut(opened), fingerprint);
  } catch (error) {
    await opened.model.dispose();
    throw error;
  }
};

interface Opened {
  readonly found: ModelFolder;
  readonly library: Library;
  readonly tokenizer: Tokenizer;
  readonly model: Model;
}

const openTokenizer = async (library: Library, { folder }: ModelFolder): Promise<Tokenizer> => {
  try {
    return await library.AutoTokenizer.from_pretrained(folder, { local_files_only: true });
  } catch (error) {
    throw encoderRefusal('damaged-tokenizer', join(folder, 'tokenizer.json'), error);
  }
};

const openModel = async (library: Library, { folder, weights }: ModelFolder): Promise<Model> => {
  const path = join(folder, weights.below, `${weights.name}.onnx`);
  let model: Model;
  try {
    model = await library.AutoModel.from_pretrained(folder, {
      local_files_only: true,
      subfolder: weights.below,
      model_file_name: weights.name,
      // The library adds a suffix to the file's name for any other type; the weights are taken as they are.
      dtype: 'fp32',
      device: 'cpu',
      session_options: {
        // With one thread sums are made in one order, and several processes do not get into each other's way.
        intraOpNumThreads: 1,
        interOpNumThreads: 1,
        // The arena keeps the longest text's memory for good.
        enableCpuMemArena: false,
        // Only what ends the process is printed; errors come out in the user's words.
        logSeverityLevel: 4,
      },
    });
  } catch (error) {
    // Models of several parts (that translate, hear or see) ask for files of other names.
    const otherParts = error instanceof Error && error.name === 'ModelFileNotFoundError';
    throw encoderRefusal(otherParts ? 'not-an-encoder' : 'damaged-weights', path, error);
  }
  if (model.sessions.model?.inputNames.includes('input_ids')) return model;
  await model.dispose();
  throw encoderRefusal('not-an-encoder', path);
};

const tryOut = async (opened: Opened): Promise<Output> => {
  const ids = tokensOf(opened, TRIAL);
  const output = chooseOutput(await run(opened, ids), ids.length);
  if (output === undefined) throw encoderRefusal('not-an-encoder', opened.found.folder);
  return output;
};

const encoderOf = (opened: Opened, output: Output, fingerprint: string): Encoder => {
  let closed = false;
  const embedOne = async (text: string): Promise<Float32Array> => {
    const ids = tokensOf(opened, text);
    if (ids.length === 0) return new Float32Array(output.dimensions);
    const vector = vectorOf(output, await run(opened, ids));
    if (!vector.every(Number.isFinite)) throw encoderRefusal('not-a-number', opened.found.folder);
    return vector;
  };
  return {
    fingerprint,
    dimensions: output.dimensions,
    embed: async (texts) => {
      if (closed) throw new Error('the encoder is closed');
      // One by one: on one thread batches gain little, and with quantised weights, which are scaled by the whole batch,
      // a text's vector would depend on its neighbours.
      const vectors: Float32Array[] = [];
      for (const text of texts) vectors.push(await embedOne(text));
      return vectors;
    },
    close: async () => {
      if (closed) return;
      closed = true;
      await opened.model.dispose();
    },
  };
};

/** The tokens of a text, no more than the model reads: the library's own cut would take the closing mark as well. */
const tokensOf = ({ tokenizer, found }: Opened, text: string): number[] => {
  const most = found.tokens;
  const ids = tokenizer.encode(text.slice(0, most * UNITS));
  if (ids.length <= most) return ids;
  const last = ids.at(-1)!;
  return tokenizer.all_special_ids.includes(last) ? [...ids.slice(0, most - 1), last] : ids.slice(0, most);
};

const run = async ({ library, model, found }: Opened, ids: readonly number[]): Promise<Outputs> => {
  const tensor = (values: BigInt64Array) => new library.Tensor('int64', values, [1, ids.length]);
  try {
    return await model({
      input_ids: tensor(BigInt64Array.from(ids, BigInt)),
      attention_mask: tensor(new BigInt64Array(ids.length).fill(1n)),
    });
  } catch (error) {
    throw encoderRefusal('not-an-encoder', found.folder, error);
  }
};

/** SHA-256 over the names of the files and the SHA-256 of each, read in pieces: weights may be larger than memory. */
const fingerprintOf = async ({ folder, files }: ModelFolder): Promise<string> => {
  const hash = createHash('sha256');
  for (const name of files) {
    const content = createHash('sha256');
    try {
      for await (const piece of createReadStream(join(folder, name))) content.update(piece as Buffer);
    } catch (error) {
      throw encoderRefusal('access', join(folder, name), error);
    }
    hash.update(`${name}\0${content.digest('hex')}\n`);
  }
  return hash.digest('hex');
};
