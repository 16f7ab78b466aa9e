import type { Label } from '../../model/index.js';
import { compactForm } from '../compact.js';
import type { LabelReading } from '../cue-reading.js';
import { type FeatureSink, hashOf, mix } from './bag.js';
import { groupIndex } from './groups.js';

/** What is known of where a text stands; every member may be absent. */
export interface Surroundings {
  /** Titles of the document and the headings above, outermost first. */
  readonly path?: readonly string[];
  /** What the passage is: article, item, row. */
  readonly kind?: string;
  /** 0 … 1: how far down in its document it stands. */
  readonly place?: number;
  /** The labels that the cues give the passages before and behind. */
  readonly neighbours?: { readonly before: readonly Label[]; readonly after: readonly Label[] };
}

const CHARS = groupIndex('chars');
const WORDS = groupIndex('words');
const CUES = groupIndex('cues');
const PATH = groupIndex('path');
const KIND = groupIndex('kind');
const PLACE = groupIndex('place');
const NEIGHBOURS = groupIndex('neighbours');

/** The longest run of characters that is a feature. */
export const LONGEST_RUN = 4;
export const RUN_SEED = 0x51ed270b;
const WORD_SEED = 0x2c1b3c6d;
const PAIR_SEED = 0x297a2d39;
const CUE_SEED = 0x1b873593;
const SCORE_SEED = 0x0e6546b6;
const PATH_SEED = 0x3c6ef372;
const KIND_SEED = 0x2a65f2c1;
const PLACE_SEED = 0x7fb5d329;
const BEFORE_SEED = 0x165667b1;
const AFTER_SEED = 0x27d4eb2f;

/** Runs never reach over what ends a sentence or stands for words that were blanked out: 1 at such units. */
export const ENDS = new Uint8Array(0x10000);
for (const sign of '。；□：！？') ENDS[sign.charCodeAt(0)] = 1;

/** Every run of one to four characters of a compact text from `from` on. */
export const addRuns = (
  sink: FeatureSink,
  text: string,
  from: number,
  group = CHARS,
  seed = RUN_SEED,
): void => {
  for (let start = from; start < text.length; start++) {
    let hash = seed;
    const last = Math.min(text.length, start + LONGEST_RUN);
    for (let at = start; at < last; at++) {
      const unit = text.charCodeAt(at);
      if (ENDS[unit]) break;
      hash = mix(hash, unit);
      sink.add(group, hash);
    }
  }
};

const SIGN = /^[^\p{L}\p{N}]+$/u;

/** The hash of each word of a text, 0 for signs. */
export const wordHash = (word: string): number => (SIGN.test(word) ? 0 : hashOf(WORD_SEED, word));

/** The hash of two words that stand next to each other. */
export const pairHash = (before: number, word: number): number =>
  mix(mix(PAIR_SEED ^ before, word & 0xffff), word >>> 16);

/** Words, and pairs of words that stand next to each other. */
export const addWords = (sink: FeatureSink, words: readonly string[]): void => {
  let before = 0;
  for (const word of words) {
    const hash = wordHash(word);
    if (hash !== 0) {
      sink.add(WORDS, hash);
      if (before !== 0) sink.add(WORDS, pairHash(before, hash));
    }
    before = hash;
  }
};

/** Which cues hold, and how sure each label is by them, in steps of a fifth. */
export const addCues = (sink: FeatureSink, labels: readonly LabelReading[]): void => {
  for (const { group, own, score } of labels) {
    for (const { cue } of own) sink.add(CUES, hashOf(CUE_SEED, cue.id));
    if (score > 0) sink.add(CUES, hashOf(SCORE_SEED, group.label + Math.round(score * 5)));
  }
};

/** 办法, 通知, 备忘录: what kind of document a title says. */
const DOCUMENT_KIND =
  /(条例|规定|办法|细则|规则|规范|通知|意见|方案|决定|公告|通告|备忘录|纪要|标准|清单|目录|制度|公约|章程|通报|批复|函|法)(?:[（(].{0,12}[）)])?$/;

/** What is known of where the text stands. */
export const addSurroundings = (sink: FeatureSink, { path, kind, place, neighbours }: Surroundings): void => {
  if (path?.length) {
    for (const heading of path.slice(-3))
      addRuns(sink, compactForm(heading).slice(0, 60), 0, PATH, PATH_SEED);
    const document = DOCUMENT_KIND.exec(compactForm(path[0]!))?.[1];
    if (document) sink.add(KIND, hashOf(KIND_SEED, document));
  }
  if (kind) sink.add(KIND, hashOf(KIND_SEED, kind));
  if (place !== undefined) sink.add(PLACE, hashOf(PLACE_SEED, String(Math.min(4, Math.floor(place * 5)))));
  for (const label of neighbours?.before ?? []) sink.add(NEIGHBOURS, hashOf(BEFORE_SEED, label));
  for (const label of neighbours?.after ?? []) sink.add(NEIGHBOURS, hashOf(AFTER_SEED, label));
};
