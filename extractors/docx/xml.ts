import { Parser } from 'htmlparser2';
import { FileError } from '../../model/index.js';
import { type Element, elementsOf } from './element.js';

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** Namespaces by the prefix used in this reader; the purl.oclc.org ones are those of strict files. */
const NAMESPACES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
    'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
    'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
    'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
    'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
    'http://purl.oclc.org/ooxml/drawingml/main': 'a',
    'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
    'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
    'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
    'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
    'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
    'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
    'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
    'urn:schemas-microsoft-com:vml': 'v',
    'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
    'http://purl.org/dc/elements/1.1/': 'dc',
    'http://purl.org/dc/terms/': 'dcterms',
  }),
);

const MAX_DEPTH = 1000;
/** Looks and leftovers that say nothing about the text; left out to keep the tree small. */
const IGNORED = new Set(
  [
    'w:pPrChange w:rPrChange w:sectPrChange w:tblPrChange w:tblGridChange w:tcPrChange w:trPrChange',
    'w:numberingChange w:sectPr w:rFonts w:lang w:color w:spacing w:ind w:shd w:pBdr w:bdr w:kern w:szCs',
    'w:bCs w:i w:iCs w:tabs w:tblBorders w:tcBorders w:tblCellMar w:tcMar w:tblGrid w:bookmarkStart',
    'w:bookmarkEnd w:proofErr w:lastRenderedPageBreak w:latentStyles a:blip',
  ].flatMap((names) => names.split(' ')),
);

const decode = (bytes: Uint8Array): string => {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
};

/**
 * Parses a part of the package. Only the five built-in entities and character references are decoded,
 * nothing outside is fetched; white space between elements is dropped.
 * Throws FileError('corrupt') where elements are left open, there is no root, or the nesting is absurd.
 */
export const parseXml = (bytes: Uint8Array, name: string): Element => {
  const top: Open = { name: '', attributes: NO_ATTRIBUTES, children: [] };
  /** Stands for every element inside ignored ones. */
  const discarded: Open = { name: '', attributes: NO_ATTRIBUTES, children: [] };
  const stack: Open[] = [top];
  const scopes: Scope[] = [new Scope(new Map())];
  let broken = false;
  const parser = new Parser(
    {
      onopentag(rawName, rawAttributes) {
        if (stack.length > MAX_DEPTH) throw new FileError('corrupt', `${name} 嵌套过深`);
        const scope = scopes.at(-1)!.inside(rawAttributes);
        scopes.push(scope);
        const parent = stack.at(-1)!;
        const elementName = scope.element(rawName);
        if (parent === discarded || IGNORED.has(elementName)) {
          stack.push(discarded);
          return;
        }
        const element: Open = {
          name: elementName,
          attributes: attributesOf(rawAttributes, scope),
          children: [],
        };
        parent.children.push(element);
        stack.push(element);
      },
      ontext(text) {
        const parent = stack.at(-1)!;
        if (parent !== discarded && (parent.name === 'w:t' || /\S/.test(text))) parent.children.push(text);
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
  readonly #prefixes: ReadonlyMap<string, string>;
  readonly #elements = new Map<string, string>();
  readonly #attributes = new Map<string, string>();

  constructor(prefixes: ReadonlyMap<string, string>) {
    this.#prefixes = prefixes;
  }

  /** The scope inside an element with these attributes: this one unless it declares prefixes. */
  inside(attributes: Readonly<Record<string, string>>): Scope {
    let prefixes: Map<string, string> | undefined;
    for (const key in attributes) {
      if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
      const prefix = key.slice(6);
      prefixes ??= new Map(this.#prefixes);
      prefixes.set(prefix, NAMESPACES.get(attributes[key]!) ?? prefix);
    }
    return prefixes ? new Scope(prefixes) : this;
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
): Readonly<Record<string, string>> => {
  let kept: Record<string, string> | undefined;
  for (const key in raw) {
    if (key.startsWith('xmlns') || key.startsWith('w:rsid')) continue;
    kept ??= {};
    kept[scope.attribute(key)] = raw[key]!;
  }
  return kept ?? NO_ATTRIBUTES;
};
