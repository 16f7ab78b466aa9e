import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { FORMATS, PICTURES } from '../matrix/formats.js';
import { bytesOf, type FormatSamples } from '../matrix/sample.js';
import { type Inside, insideCompound, insideGzip, insidePdf, insideZip } from './inside.js';

/** What is mutated of a format. */
export interface FuzzFormat {
  readonly name: string;
  readonly seeds: readonly Uint8Array[];
  /** Changes inside of the container, where the format is one. */
  readonly inside: Inside | undefined;
}

const INSIDE: Readonly<Record<string, Inside>> = {
  docx: insideZip,
  xlsx: insideZip,
  ofd: insideZip,
  pptx: insideZip,
  odt: insideZip,
  zip: insideZip,
  'tar.gz': insideGzip,
  doc: insideCompound,
  wps: insideCompound,
  xls: insideCompound,
  et: insideCompound,
  ppt: insideCompound,
  msg: insideCompound,
  pdf: insidePdf,
};
const EXAMPLES = 'corpus/examples';

const ALL: readonly FormatSamples[] = [...FORMATS, ...PICTURES];
/** Names of all formats, in an order that stays. */
export const FORMAT_NAMES: readonly string[] = ALL.map(({ name }) => name);
const PICTURE_NAMES = new Set(PICTURES.map(({ name }) => name));
/** Recognition takes seconds a page: of so many pictures one is recognised. */
const RECOGNISED = 100;

/** Whether a mutant's pixels are read as well. */
export const isRecognised = (name: string, number: number): boolean =>
  PICTURE_NAMES.has(name) && number % RECOGNISED === 0;

/** A format with its seeds: the examples that are of it, and the matrix's files. */
export const fuzzFormat = async (name: string): Promise<FuzzFormat> => {
  const samples = ALL.find((format) => format.name === name);
  if (!samples) throw new Error(`unknown format ${name}; there are ${FORMAT_NAMES.join(' ')}`);
  return { name, seeds: await seedsOf(samples), inside: INSIDE[name] };
};

const seedsOf = async (samples: FormatSamples): Promise<Uint8Array[]> => {
  const { plain, table, numbered, several, extension } = samples;
  const examples = readdirSync(EXAMPLES)
    .filter((file) => extname(file) === `.${extension}`)
    .sort()
    .map((file) => readFileSync(join(EXAMPLES, file)));
  const built = await Promise.all([plain, table, numbered, several].map(bytesOf));
  return [...examples, ...built.flatMap((bytes) => (bytes ? [bytes] : []))];
};
