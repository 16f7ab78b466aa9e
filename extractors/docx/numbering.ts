import { attribute, child, type Element, elementsOf } from '../package/element.js';
import { type List, type ListLevel, MAX_LEVEL_TEXT } from '../word/list-counter.js';
import type { Styles } from './styles.js';
import { numberOf, toggleOf, valOf } from './values.js';

/** Levels of a list, by their index, and the style that each is tied to. */
interface Levels {
  readonly levels: (ListLevel | undefined)[];
  readonly styles: Map<string, number>;
}

/** The list definitions of numbering.xml (ECMA-376 part 1, 17.9). */
export class Numbering {
  readonly #abstracts = new Map<string, Element>();
  readonly #numbers = new Map<string, Element>();
  readonly #lists = new Map<string, { list: List; styles: ReadonlyMap<string, number> } | undefined>();
  readonly #styles: Styles;

  constructor(root: Element | undefined, styles: Styles) {
    this.#styles = styles;
    for (const element of root ? elementsOf(root) : []) {
      if (element.name === 'w:abstractNum')
        this.#abstracts.set(attribute(element, 'w:abstractNumId') ?? '', element);
      else if (element.name === 'w:num') this.#numbers.set(attribute(element, 'w:numId') ?? '', element);
    }
  }

  /** The list of a w:numId; undefined for 0 (no number) and for one that is not defined. */
  list(id: string): List | undefined {
    return this.#resolve(id)?.list;
  }

  /** The level (from 0) that a list ties to one of the styles, the first that fits. */
  levelOfStyle(id: string, styles: readonly string[]): number | undefined {
    const tied = this.#resolve(id)?.styles;
    const style = styles.find((candidate) => tied?.has(candidate));
    return style === undefined ? undefined : tied!.get(style);
  }

  #resolve(id: string): { list: List; styles: ReadonlyMap<string, number> } | undefined {
    if (!this.#lists.has(id)) this.#lists.set(id, this.#read(id));
    return this.#lists.get(id);
  }

  #read(id: string): { list: List; styles: ReadonlyMap<string, number> } | undefined {
    const number = this.#numbers.get(id);
    if (!number || id === '0') return undefined;
    const counter = this.#abstractOf(id);
    const { levels, styles } = readLevels(this.#abstracts.get(counter));
    const startOverrides = new Map<number, number>();
    for (const override of elementsOf(number)) {
      const level = override.name === 'w:lvlOverride' ? levelIndex(override) : undefined;
      if (level === undefined) continue;
      const start = numberOf(override, 'w:startOverride');
      if (start !== undefined) startOverrides.set(level, start);
      const replacement = child(override, 'w:lvl');
      if (replacement) levels[level] = readLevel(replacement);
    }
    return { list: { id, counter, levels, startOverrides }, styles };
  }

  /** The w:abstractNum behind a w:num, following w:numStyleLink through the numbering style it names. */
  #abstractOf(id: string): string {
    let number: string | undefined = id;
    let abstract = '';
    const seen = new Set<string>();
    while (number !== undefined && !seen.has(number)) {
      seen.add(number);
      abstract = valOf(this.#numbers.get(number), 'w:abstractNumId') ?? '';
      const link = valOf(this.#abstracts.get(abstract), 'w:numStyleLink');
      number = link === undefined ? undefined : this.#styles.style(link).list;
    }
    return abstract;
  }
}

const levelIndex = (element: Element): number | undefined => {
  const value = attribute(element, 'w:ilvl');
  return value !== undefined && /^[0-8]$/.test(value) ? Number(value) : undefined;
};

const readLevels = (abstract: Element | undefined): Levels => {
  const levels: (ListLevel | undefined)[] = [];
  const styles = new Map<string, number>();
  for (const element of abstract ? elementsOf(abstract) : []) {
    const index = element.name === 'w:lvl' ? levelIndex(element) : undefined;
    if (index === undefined) continue;
    levels[index] = readLevel(element);
    const style = valOf(element, 'w:pStyle');
    if (style !== undefined && !styles.has(style)) styles.set(style, index);
  }
  return { levels, styles };
};

const readLevel = (element: Element): ListLevel => {
  // Formats newer than Word 2007 come with a plain one beside them for older readers.
  const older = child(child(element, 'mc:AlternateContent'), 'mc:Fallback');
  const format = valOf(element, 'w:numFmt') ?? valOf(older, 'w:numFmt') ?? 'decimal';
  const follow = valOf(element, 'w:suff');
  const restart = numberOf(element, 'w:lvlRestart');
  const text = (valOf(element, 'w:lvlText') ?? '').slice(0, MAX_LEVEL_TEXT);
  return {
    start: numberOf(element, 'w:start') ?? 0,
    format,
    text: format === 'bullet' ? [bulletSign(text)] : readLevelText(text),
    follow: follow === 'space' || follow === 'nothing' ? follow : 'tab',
    ...(restart === undefined ? {} : { restart }),
    legal: toggleOf(element, 'w:isLgl') ?? false,
  };
};

/** 第%1条 → ['第', 0, '条']. */
const readLevelText = (text: string): (string | number)[] =>
  text
    .split(/(%[1-9])/)
    .filter((part) => part !== '')
    .map((part) => (/^%[1-9]$/.test(part) ? Number(part[1]) - 1 : part));

/** Letters stand for signs of the symbol fonts here; the sign itself does not matter to a reader of the text. */
const bulletSign = (text: string): string => (/^[a-zA-Z\ue000-\uf8ff\s]$/u.test(text) ? '•' : text);
