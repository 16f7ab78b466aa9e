import { codeOf } from '../../model/index.js';
import { encoderRefusal } from './refusals.js';

/** A tensor as the library makes it: numbers row by row, and the size of each dimension. */
export interface Tensor {
  readonly dims: readonly number[];
  readonly type: string;
  readonly data: ArrayLike<number | bigint>;
}

/** Turns a text into the numbers of its tokens, those that frame it included. */
export interface Tokenizer {
  encode(text: string): number[];
  readonly all_special_ids: readonly number[];
}

/** What a model gives, by name: tensors, most often. */
export type Outputs = Readonly<Record<string, unknown>>;

/** A model in memory: called with its inputs by name. */
export interface Model {
  (inputs: Readonly<Record<string, Tensor>>): Promise<Outputs>;
  readonly sessions: Readonly<Record<string, { readonly inputNames: readonly string[] } | undefined>>;
  dispose(): Promise<unknown>;
}

/** The part of @huggingface/transformers that is used. Written down here so that the build does not need it. */
export interface Library {
  readonly env: {
    allowRemoteModels: boolean;
    allowLocalModels: boolean;
    useFSCache: boolean;
    useWasmCache: boolean;
    logLevel: number;
    fetch: () => Promise<never>;
  };
  readonly AutoTokenizer: { from_pretrained(folder: string, options: object): Promise<Tokenizer> };
  readonly AutoModel: { from_pretrained(folder: string, options: object): Promise<Model> };
  readonly Tensor: new (type: string, data: BigInt64Array, dims: readonly number[]) => Tensor;
}

const NAME: string = '@huggingface/transformers';
/** The library's level of silence: what is wrong comes out as an error, in the user's words. */
const SILENT = 50;

/**
 * Loads the library, on the first call only, and shuts it off from the network and from its own cache.
 * Throws UsageError where it is not installed or does not load.
 */
export const loadLibrary = async (load: () => Promise<unknown> = () => import(NAME)): Promise<Library> => {
  let library: Library;
  try {
    library = (await load()) as Library;
  } catch (error) {
    const absent = codeOf(error) === 'ERR_MODULE_NOT_FOUND' && String(error).includes(`'${NAME}'`);
    throw encoderRefusal(absent ? 'no-library' : 'broken-library', NAME, error);
  }
  Object.assign(library.env, {
    allowRemoteModels: false,
    allowLocalModels: true,
    useFSCache: false,
    useWasmCache: false,
    logLevel: SILENT,
    // The settings above suffice; this holds should a later version forget to ask one of them.
    fetch: () => Promise.reject(new Error('no network')),
  } satisfies Library['env']);
  return library;
};
