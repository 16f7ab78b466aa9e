import type { Outputs, Tensor } from './library.js';

/** Which of a model's outputs stands for the text. */
export interface Output {
  readonly name: string;
  /** sentence: already pooled; tokens: to be pooled over the tokens; scores: a classifier's, left as they are. */
  readonly kind: 'sentence' | 'tokens' | 'scores';
  readonly dimensions: number;
}

const POOLED = 'sentence_embedding';
const SCORES = 'logits';
const TOKENS = ['last_hidden_state', 'token_embeddings'];

/** Chooses by the outputs of one text of so many tokens; undefined where none stands for a text. */
export const chooseOutput = (outputs: Outputs, tokens: number): Output | undefined => {
  const choice = (name: string, kind: Output['kind']): Output | undefined => {
    const tensor = outputs[name] as Tensor | undefined;
    const dims = tensor?.type === 'float32' ? tensor.dims : [];
    const fits = kind === 'tokens' ? dims.length === 3 && dims[1] === tokens : dims.length === 2;
    const dimensions = dims.at(-1) ?? 0;
    return fits && dims[0] === 1 && dimensions > 0 ? { name, kind, dimensions } : undefined;
  };
  // Scores for each token (a model that fills gaps, or writes on) are no account of the whole text.
  if (outputs[SCORES] !== undefined && outputs[POOLED] === undefined) return choice(SCORES, 'scores');
  const names = [...TOKENS, ...Object.keys(outputs)];
  return (
    choice(POOLED, 'sentence') ??
    names.map((name) => choice(name, 'tokens')).find((output) => output !== undefined)
  );
};

/** The vector of one text: pooled and of length 1, or a classifier's scores. */
export const vectorOf = (output: Output, outputs: Outputs): Float32Array => {
  const data = (outputs[output.name] as Tensor).data as Float32Array;
  if (output.kind === 'scores') return data.slice();
  return unit(output.kind === 'tokens' ? mean(data, output.dimensions) : data);
};

/** The mean of the rows, summed in 64 bits in the order of the tokens. */
const mean = (rows: Float32Array, dimensions: number): Float64Array => {
  const sum = new Float64Array(dimensions);
  for (let at = 0; at < rows.length; at += dimensions) {
    for (let column = 0; column < dimensions; column++) sum[column]! += rows[at + column]!;
  }
  const count = rows.length / dimensions;
  return sum.map((value) => value / count);
};

/** The same direction with length 1; a vector of zeros stays one. */
export const unit = (vector: ArrayLike<number>): Float32Array => {
  const result = new Float32Array(vector.length);
  let squares = 0;
  for (let at = 0; at < vector.length; at++) squares += vector[at]! ** 2;
  if (squares === 0) return result;
  const scale = 1 / Math.sqrt(squares);
  for (let at = 0; at < vector.length; at++) result[at] = vector[at]! * scale;
  return result;
};
