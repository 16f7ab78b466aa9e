import { Parser } from 'htmlparser2';
import { FileError } from '../../model/index.js';
import { type Element, elementsOf } from './element.js';

/** How the elements of a format are called in its reader, and what its reader does not want to see. */
export interface Vocabulary {
  /** Prefix by namespace: names carry it, whatever the file's own prefix is. Without it, names are local ones. */
  readonly namespaces?: ReadonlyMap<string, string>;
  /** Elements that are left out with all that they hold, to keep the tree small. */
  readonly ignored: ReadonlySet<string>;
  /** Attributes with one of these beginnings are left out. */
  readonly ignoredAttributes: readonly string[];
  /** Elements whose text counts even where it is blank. */
  readonly blanks: ReadonlySet<string>;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const MAX_DEPTH = 1000;
/** A tree of so many elements takes a few hundred megabytes. */
const MAX_ELEMENTS = 2_000_000;
/** Prefixes in force at once; Word declares some thirty. Each element that declares one more copies them all. */
const MAX_PREFIXES = 200;
/** By its mark; else as declared, where that is a Chinese encoding; else UTF-8. */
const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const chinese = /^<\?xml[^>]*encoding=["']gb(?:k|2312|18030)["']/i.test(head);
  return new TextDecoder(chinese ? 'gb18030' : 'utf-8').decode(bytes);
};

/**
 * Parses a part of a package. Only the five built-in entities and character references are decoded,
 * nothing outside is fetched; white space between elements is dropped.
 * Throws FileError: corrupt where elements are left open, there is no root, or the nesting is absurd; too-large.
 */
export const parseXml = (bytes: Uint8Array, name: string, vocabulary: Vocabulary): Element => {
  const top: Open = { name: '', attributes: NO_ATTRIBUTES, children: [] };
  /** Stands for every element inside ignored ones. */
  const discarded: Open = { name: '', attributes: NO_ATTRIBUTES, children: [] };
  const stack: Open[] = [top];
  const scopes: Scope[] = [new Scope(vocabulary.namespaces, new Map())];
  let broken = false;
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(rawName, rawAttributes) {
        if (stack.length > MAX_DEPTH) throw new FileError('corrupt', `${name} 嵌套过深`);
        if (++elements > MAX_ELEMENTS) throw new FileError('too-large', `${name} 内容过多`);
        const scope = scopes.at(-1)!.inside(rawAttributes);
        scopes.push(scope);
        const parent = stack.at(-1)!;
        const elementName = scope.element(rawName);
        if (parent === discarded || vocabulary.ignored.has(elementName)) {
          stack.push(discarded);
          return;
        }
        const element: Open = {
          name: elementName,
          attributes: attributesOf(rawAttributes, scope, vocabulary),
          children: [],
        };
        parent.children.push(element);
        stack.push(element);
      },
      ontext(text) {
        const parent = stack.at(-1)!;
        if (parent !== discarded && (vocabulary.blanks.has(parent.name) || /\S/.test(text)))
          parent.children.push(text);
      },
      onclosetag(_rawName, implied) {
        const closed = stack.pop()!;
        scopes.pop();
        // An element closed by itself (<w:tab/>) is reported as implied too, but is always empty.
        if (implied && closed.children.length > 0) broken = true;
      },
    },
    { xmlMode: true },
  );
  parser.end(decode(bytes));
  const root = elementsOf(top)[0];
  if (!root || broken) throw new FileError('corrupt', `${name} 内容不完整`);
  return root;
};

/** The namespace prefixes in force, and the names already translated with them. */
class Scope {
  readonly #namespaces: Vocabulary['namespaces'];
  readonly #prefixes: ReadonlyMap<string, string>;
  readonly #elements = new Map<string, string>();
  readonly #attributes = new Map<string, string>();

  constructor(namespaces: Vocabulary['namespaces'], prefixes: ReadonlyMap<string, string>) {
    this.#namespaces = namespaces;
    this.#prefixes = prefixes;
  }

  /** The scope inside an element with these attributes: this one unless it declares prefixes. */
  inside(attributes: Readonly<Record<string, string>>): Scope {
    if (!this.#namespaces) return this;
    let prefixes: Map<string, string> | undefined;
    for (const key in attributes) {
      if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
      const prefix = key.slice(6);
      prefixes ??= new Map(this.#prefixes);
      if (prefixes.size >= MAX_PREFIXES) throw new FileError('corrupt', '命名空间过多');
      prefixes.set(prefix, this.#namespaces.get(attributes[key]!) ?? prefix);
    }
    return prefixes ? new Scope(this.#namespaces, prefixes) : this;
  }

  /** A name without prefix belongs to the default namespace. */
  element(raw: string): string {
    return remembered(this.#elements, raw, () => this.#translate(raw, this.#prefixes.get('') ?? ''));
  }

  /** A name without prefix belongs to no namespace. */
  attribute(raw: string): string {
    return remembered(this.#attributes, raw, () => this.#translate(raw, ''));
  }

  #translate(raw: string, standard: string): string {
    const colon = raw.indexOf(':');
    if (!this.#namespaces) return raw.slice(colon + 1);
    const prefix = colon < 0 ? standard : (this.#prefixes.get(raw.slice(0, colon)) ?? raw.slice(0, colon));
    const local = raw.slice(colon + 1);
    return prefix ? `${prefix}:${local}` : local;
  }
}

const remembered = (known: Map<string, string>, key: string, make: () => string): string => {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
};

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

const attributesOf = (
  raw: Readonly<Record<string, string>>,
  scope: Scope,
  { ignoredAttributes }: Vocabulary,
): Readonly<Record<string, string>> => {
  let kept: Record<string, string> | undefined;
  for (const key in raw) {
    if (key.startsWith('xmlns') || ignoredAttributes.some((start) => key.startsWith(start))) continue;
    kept ??= {};
    kept[scope.attribute(key)] = raw[key]!;
  }
  return kept ?? NO_ATTRIBUTES;
};
