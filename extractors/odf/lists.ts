import { attribute, child, type Element, elementsOf } from '../package/element.js';
import { type List, ListCounter, type ListLevel } from '../word/list-counter.js';
import type { ListNumber } from '../word/manuscript-writer.js';

/** style:num-format by its first character (ODF 1.3 part 3, 19.508, and what LibreOffice adds) as Word names it. */
const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  一: 'chineseCounting',
  壹: 'chineseLegalSimplified',
  '①': 'decimalEnclosedCircle',
  甲: 'ideographTraditional',
  子: 'ideographZodiac',
  '１': 'decimalFullWidth',
};
const LEVELS = 9;

/** A list that is being read: its style, its counter, and how deep the reader is in it (from 0). */
export interface OpenList {
  readonly style: string;
  readonly counter: string;
  readonly level: number;
}

/** Counts the lists of a document, and its headings where they are numbered. */
export class OdtLists {
  readonly #levels = new Map<string, readonly (ListLevel | undefined)[]>();
  readonly #outline: List;
  readonly #counter = new ListCounter();
  /** Counters by xml:id of their list, and the last one of each style. */
  readonly #byId = new Map<string, string>();
  readonly #byStyle = new Map<string, string>();
  #lists = 0;

  constructor(parts: readonly (Element | undefined)[]) {
    const styles = parts.flatMap((part) => (part ? elementsOf(part) : []));
    for (const style of styles)
      if (style.name === 'text:list-style')
        this.#levels.set(attribute(style, 'style:name') ?? '', readLevels(style));
    const outline = styles.find((style) => style.name === 'text:outline-style');
    const levels = outline ? readLevels(outline) : [];
    this.#outline = { id: 'outline', counter: 'outline', levels, startOverrides: new Map() };
  }

  /** Enters a text:list, inside of another or not. */
  enter(list: Element, outer: OpenList | undefined): OpenList {
    const named = attribute(list, 'text:style-name');
    if (outer) return { ...outer, style: named ?? outer.style, level: outer.level + 1 };
    const style = named ?? '';
    const continued = attribute(list, 'text:continue-list');
    const goesOn = attribute(list, 'text:continue-numbering') === 'true';
    this.#lists += 1;
    const counter =
      (continued === undefined ? undefined : this.#byId.get(continued)) ??
      (goesOn ? this.#byStyle.get(style) : undefined) ??
      `list ${this.#lists}`;
    const id = attribute(list, 'xml:id');
    if (id !== undefined) this.#byId.set(id, counter);
    this.#byStyle.set(style, counter);
    return { style, counter, level: 0 };
  }

  /** The number of a list item's first paragraph; `start` is the value that the item sets. */
  next({ style, counter, level }: OpenList, start: number | undefined): ListNumber | undefined {
    if (level >= LEVELS) return undefined;
    this.#lists += start === undefined ? 0 : 1;
    const list: List = {
      id: `${counter}/${start === undefined ? '' : this.#lists}`,
      counter,
      levels: this.#levels.get(style) ?? [],
      startOverrides: new Map(start === undefined ? [] : [[level, start]]),
    };
    return this.#counter.next(list, level);
  }

  /** The number of a heading outside of lists, at a level from 1. */
  nextHeading(level: number): ListNumber | undefined {
    return level <= LEVELS ? this.#counter.next(this.#outline, level - 1) : undefined;
  }
}

const readLevels = (style: Element): (ListLevel | undefined)[] => {
  const levels: (ListLevel | undefined)[] = [];
  for (const element of elementsOf(style)) {
    const level = Number(attribute(element, 'text:level')) - 1;
    if (!(level >= 0 && level < LEVELS)) continue;
    if (element.name === 'text:list-level-style-number' || element.name === 'text:outline-level-style')
      levels[level] = readLevel(element, level);
  }
  return levels;
};

const readLevel = (element: Element, level: number): ListLevel => {
  const format = attribute(element, 'style:num-format') ?? '';
  const start = Number(attribute(element, 'text:start-value') ?? '1');
  const label = child(child(element, 'style:list-level-properties'), 'style:list-level-label-alignment');
  const followed = attribute(label, 'text:label-followed-by');
  return {
    start: Number.isInteger(start) && start >= 0 && start <= 32_767 ? start : 1,
    format: format === '' ? 'none' : (FORMATS[format[0]!] ?? 'decimal'),
    text: textOf(element, level, format === ''),
    follow: followed === 'nothing' || followed === 'space' ? followed : 'tab',
    legal: false,
  };
};

/** 第%1%条 where the file says it so; else prefix, numbers of the levels to be shown with points between, suffix. */
const textOf = (element: Element, level: number, silent: boolean): (string | number)[] => {
  const format = attribute(element, 'style:num-list-format') ?? attribute(element, 'loext:num-list-format');
  if (format !== undefined)
    return format
      .split(/%(\d{1,2})%/)
      .map((part, index) => (index % 2 === 1 ? Number(part) - 1 : part))
      .filter((part) => part !== '' && (typeof part === 'string' || part < LEVELS));
  const prefix = attribute(element, 'style:num-prefix') ?? '';
  const suffix = attribute(element, 'style:num-suffix') ?? '';
  if (silent) return [prefix + suffix];
  const shown = Math.min(
    Math.max(Number(attribute(element, 'text:display-levels') ?? '1') || 1, 1),
    level + 1,
  );
  const numbers = Array.from({ length: shown }, (_, at) => level - shown + 1 + at);
  return [prefix, ...numbers.flatMap((at, index) => (index > 0 ? ['.', at] : [at])), suffix];
};
