import { type List, type ListLevel, MAX_LEVEL_TEXT } from '../word/list-counter.js';
import { formatOfCode } from '../word/number-format-codes.js';

const LEVELS = 9;
/** More lists than any document has; further ones are left out. */
const MAX_LISTS = 10_000;
const FOLLOW = ['tab', 'space', 'nothing'] as const;

interface Level {
  format: string;
  start: number;
  follow: ListLevel['follow'];
  legal: boolean;
  norestart: boolean;
  text: readonly (string | number)[];
}

interface Override {
  listId: number;
  readonly starts: Map<number, number>;
  levels: number;
  startsHere: boolean;
}

/** The list table and the list override table (RTF 1.9.1), gathered from their control words. */
export class ListTables {
  readonly #lists = new Map<number, Level[]>();
  readonly #overrides = new Map<number, Override>();
  readonly #built = new Map<number, List | undefined>();
  #levels: Level[] = [];
  #override: Override | undefined;

  /** Takes a control word inside of either table. */
  word(word: string, parameter: number | undefined): void {
    const level = this.#levels.at(-1);
    const value = parameter ?? 0;
    switch (word) {
      case 'list':
        this.#levels = [];
        break;
      case 'listlevel':
        if (this.#levels.length < LEVELS) this.#levels.push(newLevel());
        break;
      case 'listid':
        if (this.#override) this.#override.listId = value;
        else if (this.#lists.size < MAX_LISTS) this.#lists.set(value, this.#levels);
        break;
      case 'listoverride':
        this.#override = { listId: 0, starts: new Map(), levels: -1, startsHere: false };
        break;
      case 'lfolevel':
        if (this.#override)
          Object.assign(this.#override, { levels: this.#override.levels + 1, startsHere: false });
        break;
      case 'listoverridestartat':
        if (this.#override) this.#override.startsHere = true;
        break;
      case 'levelstartat':
        if (this.#override) this.#overrideStart(this.#override, value);
        else if (level) level.start = value;
        break;
      case 'ls':
        if (this.#override && this.#overrides.size < MAX_LISTS) this.#overrides.set(value, this.#override);
        break;
      default:
        if (level && !this.#override) setLevel(level, word, value);
    }
  }

  /** The text of \leveltext: its length as a character, then text in which 0 … 8 stand for numbers of levels. */
  levelText(text: string): void {
    const level = this.#levels.at(-1);
    if (!level || this.#override) return;
    const shown = text.slice(1, 1 + Math.min(text.charCodeAt(0), MAX_LEVEL_TEXT));
    level.text = [...shown].map((char) => (char.charCodeAt(0) < LEVELS ? char.charCodeAt(0) : char));
  }

  /** The list of an \ls; undefined for none and for one that is not defined. */
  list(ls: number): List | undefined {
    if (!this.#built.has(ls)) this.#built.set(ls, this.#build(ls));
    return this.#built.get(ls);
  }

  #overrideStart(override: Override, start: number): void {
    if (override.startsHere && override.levels >= 0 && override.levels < LEVELS)
      override.starts.set(override.levels, start);
  }

  #build(ls: number): List | undefined {
    const override = this.#overrides.get(ls);
    const levels = override && this.#lists.get(override.listId);
    if (!levels || levels.length === 0) return undefined;
    return {
      id: String(ls),
      counter: String(override.listId),
      levels: levels.map(({ norestart, ...level }) => ({ ...level, ...(norestart ? { restart: 0 } : {}) })),
      startOverrides: override.starts,
    };
  }
}

const newLevel = (): Level => ({
  format: 'decimal',
  start: 1,
  follow: 'tab',
  legal: false,
  norestart: false,
  text: [],
});

const setLevel = (level: Level, word: string, value: number): void => {
  if (word === 'levelnfc' || word === 'levelnfcn') level.format = formatOfCode(value);
  else if (word === 'levelfollow') level.follow = FOLLOW[value] ?? 'tab';
  else if (word === 'levellegal') level.legal = value === 1;
  else if (word === 'levelnorestart') level.norestart = value === 1;
};
