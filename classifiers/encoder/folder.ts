import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { codeOf } from '../../model/index.js';
import { encoderRefusal } from './refusals.js';

/** A folder of a model, looked through but not opened. */
export interface ModelFolder {
  /** Absolute. */
  readonly folder: string;
  /** The file of the weights: its folder below `folder` ('onnx' or ''), and its name without .onnx. */
  readonly weights: { readonly below: string; readonly name: string };
  /** How many tokens of a text the model reads, those that frame it included. */
  readonly tokens: number;
  /** All files that decide what a text becomes, below `folder`, with forward slashes. */
  readonly files: readonly string[];
}

const REQUIRED = ['config.json', 'tokenizer.json', 'tokenizer_config.json'] as const;
/** Sentence Transformers' own limit, often below that of the model. */
const SENTENCE_LIMIT = 'sentence_bert_config.json';
/** Names that exporters give, the most exact first. */
const WEIGHTS = [
  'model',
  'model_fp16',
  'model_quantized',
  'model_int8',
  'model_uint8',
  'model_q4',
  'model_bnb4',
];
/** Provisions are short, and the cost of a token grows with the length of its text. */
const MOST_TOKENS = 512;

type Settings = Readonly<Record<string, unknown>>;

/** Finds what a model needs in its folder. Throws UsageError: no folder, a file missing or damaged, no weights. */
export const findModel = async (path: string): Promise<ModelFolder> => {
  const folder = resolve(path);
  const top = await listFolder(folder);
  const missing = REQUIRED.find((name) => !top.includes(name));
  if (missing) throw encoderRefusal('no-file', join(folder, missing));
  const below = top.includes('onnx') ? await listFolder(join(folder, 'onnx')) : [];
  const weights = chooseWeights(folder, [
    ...below.map((name) => ({ below: 'onnx', name })),
    ...top.map((name) => ({ below: '', name })),
  ]);
  const [config, , tokenizer] = await Promise.all(REQUIRED.map((name) => readSettings(folder, name)));
  const sentences = top.includes(SENTENCE_LIMIT) ? await readSettings(folder, SENTENCE_LIMIT) : {};
  const beside = weights.below === '' ? top : below;
  return {
    folder,
    weights,
    tokens: tokensOf(config!, tokenizer!, sentences),
    files: [
      ...REQUIRED,
      ...(top.includes(SENTENCE_LIMIT) ? [SENTENCE_LIMIT] : []),
      // With weights of more than 2 GB stands a second file: model.onnx_data, model.onnx.data.
      ...beside
        .filter((name) => name.startsWith(`${weights.name}.onnx`))
        .map((name) => (weights.below === '' ? name : `${weights.below}/${name}`)),
    ],
  };
};

const listFolder = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') throw encoderRefusal('no-folder', folder, error);
    if (code === 'ENOTDIR') throw encoderRefusal('not-a-folder', folder, error);
    throw encoderRefusal('access', folder, error);
  }
};

const chooseWeights = (
  folder: string,
  files: readonly { readonly below: string; readonly name: string }[],
): ModelFolder['weights'] => {
  const found = files
    .filter(({ name }) => name.endsWith('.onnx'))
    .map(({ below, name }) => ({ below, name: name.slice(0, -'.onnx'.length) }));
  if (found.length === 0) throw encoderRefusal('no-weights', folder);
  for (const name of WEIGHTS) {
    const known = found.find((file) => file.name === name);
    if (known) return known;
  }
  if (found.length > 1) throw encoderRefusal('many-weights', folder);
  return found[0]!;
};

const readSettings = async (folder: string, name: string): Promise<Settings> => {
  const path = join(folder, name);
  let text: string;
  try {
    if (!(await stat(path)).isFile()) throw encoderRefusal('no-file', path);
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw codeOf(error) === '' ? error : encoderRefusal('access', path, error);
  }
  try {
    const settings: unknown = JSON.parse(text);
    if (typeof settings === 'object' && settings !== null) return settings as Settings;
  } catch (error) {
    throw encoderRefusal('damaged-json', path, error);
  }
  throw encoderRefusal('damaged-json', path);
};

const tokensOf = (config: Settings, tokenizer: Settings, sentences: Settings): number => {
  // RoBERTa's family counts places from behind the padding token's number.
  const family = String(config.model_type ?? '');
  const offset = /roberta|camembert/u.test(family) ? Number(config.pad_token_id ?? 1) + 1 : 0;
  const limits = [
    Number(config.max_position_embeddings ?? Number.NaN) - offset,
    // Where the tokenizer has no limit, a number of thirty digits stands here.
    Number(tokenizer.model_max_length ?? Number.NaN),
    Number(sentences.max_seq_length ?? Number.NaN),
  ].filter((limit) => Number.isInteger(limit) && limit > 2);
  return Math.min(MOST_TOKENS, ...limits);
};
