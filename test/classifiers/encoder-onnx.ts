/**
 * A writer of small ONNX models for tests: the few messages of onnx.proto that a graph of a handful of nodes needs,
 * so that no binary stands in the repository. Field numbers are those of onnx.proto.
 */

/** One operator: what it reads, what it writes, its attributes: whole numbers or rows of them. */
export interface Node {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

/** A named input or output; each dimension is a size, or the name of one that is free. */
export interface Port {
  readonly name: string;
  readonly type: 'float' | 'int64';
  readonly shape: readonly (number | string)[];
}

/** A named constant of 32-bit floats, row by row. */
export interface Weights {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

const TYPES = { float: 1, int64: 7 } as const;
const IR_VERSION = 8;
const OPSET = 13;
const INT = 2;
const INTS = 7;

const varint = (value: number): Buffer => {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Buffer.from([...bytes, rest]);
};
const number = (field: number, value: number): Buffer => Buffer.concat([varint(field * 8), varint(value)]);
const bytes = (field: number, value: Uint8Array): Buffer =>
  Buffer.concat([varint(field * 8 + 2), varint(value.length), value]);
const text = (field: number, value: string): Buffer => bytes(field, Buffer.from(value));
const message = (field: number, parts: readonly Buffer[]): Buffer => bytes(field, Buffer.concat(parts));

const attribute = ([name, value]: [string, number | readonly number[]]): Buffer =>
  message(
    5,
    typeof value === 'number'
      ? [text(1, name), number(3, value), number(20, INT)]
      : [text(1, name), ...value.map((one) => number(8, one)), number(20, INTS)],
  );

const node = ({ operator, inputs, outputs, attributes = {} }: Node): Buffer =>
  message(1, [
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, operator),
    ...Object.entries(attributes).map(attribute),
  ]);

const weights = ({ name, shape, values }: Weights): Buffer =>
  message(5, [
    ...shape.map((size) => number(1, size)),
    number(2, TYPES.float),
    text(8, name),
    bytes(9, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
  ]);

const port = (field: number, { name, type, shape }: Port): Buffer => {
  const dimensions = shape.map((size) =>
    message(1, [typeof size === 'number' ? number(1, size) : text(2, size)]),
  );
  return message(field, [
    text(1, name),
    message(2, [message(1, [number(1, TYPES[type]), message(2, dimensions)])]),
  ]);
};

/** The bytes of a model file. */
export const onnxModel = (graph: {
  readonly nodes: readonly Node[];
  readonly weights: readonly Weights[];
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
}): Buffer =>
  Buffer.concat([
    number(1, IR_VERSION),
    message(7, [
      ...graph.nodes.map(node),
      text(2, 'test'),
      ...graph.weights.map(weights),
      ...graph.inputs.map((input) => port(11, input)),
      ...graph.outputs.map((output) => port(12, output)),
    ]),
    message(8, [text(1, ''), number(2, OPSET)]),
  ]);
