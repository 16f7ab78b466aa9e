import { FEATURE_GROUPS } from './groups.js';

/** Features are hashed into so many places; two that share one are told apart by the others of the text. */
export const FEATURE_BITS = 17;
const SPACE = 1 << FEATURE_BITS;
const SHIFT = 32 - FEATURE_BITS;

/** What takes the features of a text, one by one. */
export interface FeatureSink {
  /** A feature by its hash (any 32 bits) and its group's place in FEATURE_GROUPS; a second one at the same place adds nothing. */
  readonly add: (group: number, hash: number) => void;
}

/** Which places one text has used: a byte each, so that forgetting costs nothing for 255 texts. */
export class SeenPlaces {
  readonly #seen = new Uint8Array(SPACE);
  #round = 0;

  /** Forgets all places. */
  clear(): void {
    if (++this.#round < 256) return;
    this.#seen.fill(0);
    this.#round = 1;
  }

  /** Whether a place is used for the first time; from now on it is not. */
  first(place: number): boolean {
    if (this.#seen[place] === this.#round) return false;
    this.#seen[place] = this.#round;
    return true;
  }
}

/** The features of one text, each once: hashed places with their groups. One bag serves for all texts in turn. */
export class FeatureBag implements FeatureSink {
  /** Places of the features, `size` of them. */
  indices = new Int32Array(1024);
  /** The group of each. */
  groups = new Uint8Array(1024);
  size = 0;
  /** How many features each group has. */
  readonly counts = new Int32Array(FEATURE_GROUPS.length);
  readonly #seen = new SeenPlaces();

  clear(): void {
    this.size = 0;
    this.counts.fill(0);
    this.#seen.clear();
  }

  add(group: number, hash: number): void {
    const index = placeOfHash(hash);
    if (!this.#seen.first(index)) return;
    if (this.size === this.indices.length) this.#grow();
    this.indices[this.size] = index;
    this.groups[this.size] = group;
    this.size++;
    this.counts[group]!++;
  }

  #grow(): void {
    const indices = new Int32Array(this.size * 2);
    indices.set(this.indices);
    const groups = new Uint8Array(this.size * 2);
    groups.set(this.groups);
    this.indices = indices;
    this.groups = groups;
  }
}

/** Multiplicative hashing: the top bits are the well-mixed ones. */
export const placeOfHash = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> SHIFT;

/** One step of a hash over UTF-16 units (FNV-1a's multiplier, rotated so that short runs differ in all bits). */
export const mix = (hash: number, unit: number): number => {
  const mixed = Math.imul(hash ^ unit, 0x01000193);
  return mixed ^ (mixed >>> 15);
};

/** The hash of a word under a seed that keeps groups apart. */
export const hashOf = (seed: number, word: string): number => {
  let hash = seed;
  for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at));
  return hash;
};
