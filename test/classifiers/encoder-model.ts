import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Node, onnxModel, type Port, type Weights } from './encoder-onnx.js';

/** Whether the optional package is there; says so where it is not. */
export const installed = ((): boolean => {
  try {
    createRequire(import.meta.url).resolve('@huggingface/transformers');
    return true;
  } catch {
    console.warn('skipped: the optional package @huggingface/transformers is not installed');
    return false;
  }
})();

/** The files of a model: path below its folder → content. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes the files into a new folder; gives the folder. */
export const writeFiles = async (files: Files): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'qinggui-encoder-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
};

export const DIMENSIONS = 16;
const MARKS = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];
const CHARACTERS = [...new Set('将失信行为记入用档案列严重名单限制参加招标投养犬人应当为牵绳只登的第一条')];
/** What the tiny model knows: its marks and single characters. */
export const VOCABULARY: readonly string[] = [...MARKS, ...CHARACTERS];

/** Numbers between -1 and 1 that look random and are always the same. */
export const scattered = (count: number, seed: number): Float32Array => {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
};

/** The vector of each entry of the vocabulary, row by row. */
export const TABLE = scattered(VOCABULARY.length * DIMENSIONS, 7);
/** A classifier's weights: DIMENSIONS rows of three. */
export const SCORES = scattered(DIMENSIONS * 3, 11);

const token = (content: string) => ({ id: VOCABULARY.indexOf(content), content, special: true });
const framed = { id: 'A', type_id: 0 };
const mark = (id: string) => ({ SpecialToken: { id, type_id: 0 } });

const TOKENIZER = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: MARKS.map(token),
  normalizer: {
    type: 'BertNormalizer',
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: null,
    lowercase: true,
  },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [mark('[CLS]'), { Sequence: framed }, mark('[SEP]')],
    pair: [mark('[CLS]'), { Sequence: framed }, mark('[SEP]')],
    special_tokens: Object.fromEntries(
      ['[CLS]', '[SEP]'].map((id) => [id, { id, ids: [VOCABULARY.indexOf(id)], tokens: [id] }]),
    ),
  },
  decoder: null,
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries(VOCABULARY.map((entry, id) => [entry, id])),
  },
};

/** Settings that stand in every folder; the tokenizer's limit is one that short tests reach. */
export const SETTINGS: Files = {
  'config.json': JSON.stringify({ model_type: 'bert', max_position_embeddings: 64 }),
  'tokenizer.json': JSON.stringify(TOKENIZER),
  'tokenizer_config.json': JSON.stringify({ tokenizer_class: 'BertTokenizer', model_max_length: 32 }),
};

const TEXT_INPUTS: readonly Port[] = ['input_ids', 'attention_mask'].map((name) => ({
  name,
  type: 'int64',
  shape: ['batch', 'tokens'],
}));
const table: Weights = { name: 'table', shape: [VOCABULARY.length, DIMENSIONS], values: TABLE };
const lookUp = (output: string): Node => ({
  operator: 'Gather',
  inputs: ['table', 'input_ids'],
  outputs: [output],
});
const pool = (input: string, output: string): Node => ({
  operator: 'ReduceMean',
  inputs: [input],
  outputs: [output],
  attributes: { axes: [1], keepdims: 0 },
});
const perToken = (name: string): Port => ({ name, type: 'float', shape: ['batch', 'tokens', DIMENSIONS] });
const perText = (name: string, size: number): Port => ({ name, type: 'float', shape: ['batch', size] });

/** Looks each token up in the table: an encoder without layers. */
export const tokenModel = (output = 'last_hidden_state', values = TABLE): Buffer =>
  onnxModel({
    nodes: [lookUp(output)],
    weights: [{ name: 'table', shape: [values.length / DIMENSIONS, DIMENSIONS], values }],
    inputs: TEXT_INPUTS,
    outputs: [perToken(output)],
  });

/** Gives the vectors of the tokens and, pooled by itself, that of the text. */
export const sentenceModel = (): Buffer =>
  onnxModel({
    nodes: [lookUp('token_embeddings'), pool('token_embeddings', 'sentence_embedding')],
    weights: [table],
    inputs: TEXT_INPUTS,
    outputs: [perToken('token_embeddings'), perText('sentence_embedding', DIMENSIONS)],
  });

/** Gives three scores. */
export const scoreModel = (): Buffer =>
  onnxModel({
    nodes: [
      lookUp('tokens'),
      pool('tokens', 'pooled'),
      { operator: 'MatMul', inputs: ['pooled', 'scores'], outputs: ['logits'] },
    ],
    weights: [table, { name: 'scores', shape: [DIMENSIONS, 3], values: SCORES }],
    inputs: TEXT_INPUTS,
    outputs: [perText('logits', 3)],
  });

/** Reads pictures, not texts. */
export const pictureModel = (): Buffer =>
  onnxModel({
    nodes: [{ operator: 'Relu', inputs: ['pixel_values'], outputs: ['logits'] }],
    weights: [],
    inputs: [perText('pixel_values', 3)],
    outputs: [perText('logits', 3)],
  });
