import type { ListNumber } from './manuscript-writer.js';
import { formatCounter } from './number-format.js';

/** One of the nine levels of a list. */
export interface ListLevel {
  readonly start: number;
  /** A name of ST_NumberFormat. */
  readonly format: string;
  /** Literal text, and the levels (from 0) whose number stands between: ['第', 0, '条']. */
  readonly text: readonly (string | number)[];
  readonly follow: 'tab' | 'space' | 'nothing';
  /** The level below which (counted from 1) a paragraph restarts this one; 0 never, undefined any higher one. */
  readonly restart?: number;
  /** 正规形式编号: all numbers in Arabic digits. */
  readonly legal: boolean;
}

/** A list as paragraphs refer to it. Lists with the same `counter` go on counting each other's numbers. */
export interface List {
  readonly id: string;
  readonly counter: string;
  readonly levels: readonly (ListLevel | undefined)[];
  /** Level → the value that it restarts from when this list first uses it. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

const LEVELS = 9;
/** Characters around the numbers of a level; programs let nobody write more. */
export const MAX_LEVEL_TEXT = 255;

/** After these a number needs no blank: 一、 and （一） stand close to their text. */
const CLOSED = /[、）】〕》：，。．]$/;

/** Counts the numbered paragraphs of a file, in reading order, as Word does. */
export class ListCounter {
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #restarted = new Set<string>();

  /** The number of the next paragraph at a level (from 0) of a list; undefined where the level shows none. */
  next(list: List, level: number): ListNumber | undefined {
    const own = list.levels[level];
    if (!own) return undefined;
    const counts = this.#countsOf(list.counter);
    counts[level] = this.#step(list, level, counts[level]);
    for (let deeper = level + 1; deeper < LEVELS; deeper += 1) {
      const restart = list.levels[deeper]?.restart;
      if (restart === undefined || level < restart) counts[deeper] = undefined;
    }
    const text = own.text
      .map((part) => (typeof part === 'string' ? part : this.#shown(list, part, level, counts, own.legal)))
      .join('')
      .trim();
    if (!text) return undefined;
    return { text, separator: own.follow === 'nothing' || CLOSED.test(text) ? '' : ' ' };
  }

  #countsOf(counter: string): (number | undefined)[] {
    const known = this.#counts.get(counter);
    if (known) return known;
    const fresh: (number | undefined)[] = new Array(LEVELS).fill(undefined);
    this.#counts.set(counter, fresh);
    return fresh;
  }

  #step(list: List, level: number, current: number | undefined): number {
    const override = list.startOverrides.get(level);
    const key = `${list.id}/${level}`;
    if (override !== undefined && !this.#restarted.has(key)) {
      this.#restarted.add(key);
      return override;
    }
    return current === undefined ? startOf(list, level) : current + 1;
  }

  /** A level that no paragraph has used yet shows its start; a deeper level than the paragraph's own nothing. */
  #shown(
    list: List,
    part: number,
    level: number,
    counts: readonly (number | undefined)[],
    legal: boolean,
  ): string {
    const { format } = list.levels[part] ?? { format: 'decimal' };
    if (part > level || format === 'none' || format === 'bullet') return '';
    return formatCounter(counts[part] ?? startOf(list, part), legal ? 'decimal' : format);
  }
}

const startOf = (list: List, level: number): number =>
  list.startOverrides.get(level) ?? list.levels[level]?.start ?? 1;
