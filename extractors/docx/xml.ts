import { Parser } from 'htmlparser2';
import { FileError } from '../../model/index.js';

/** An XML element; names carry the usual prefix of their namespace, whatever the file's own prefix is: `w:p`. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
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
  const top: Open = { name: '', attributes: {}, children: [] };
  const stack: Open[] = [top];
  const scopes: ReadonlyMap<string, string>[] = [new Map()];
  let broken = false;
  const parser = new Parser(
    {
      onopentag(rawName, rawAttributes) {
        if (stack.length > MAX_DEPTH) throw new FileError('corrupt', `${name} 嵌套过深`);
        const scope = declared(rawAttributes, scopes.at(-1)!);
        scopes.push(scope);
        const element: Open = {
          name: canonical(rawName, scope, true),
          attributes: attributesOf(rawAttributes, scope),
          children: [],
        };
        if (!IGNORED.has(element.name)) stack.at(-1)!.children.push(element);
        stack.push(element);
      },
      ontext(text) {
        const parent = stack.at(-1)!;
        if (parent.name === 'w:t' || /\S/.test(text)) parent.children.push(text);
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

/** The namespace prefixes in force inside an element. */
const declared = (
  attributes: Readonly<Record<string, string>>,
  outer: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> => {
  let scope: Map<string, string> | undefined;
  for (const key in attributes) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
    const prefix = key.slice(6);
    scope ??= new Map(outer);
    scope.set(prefix, NAMESPACES.get(attributes[key]!) ?? prefix);
  }
  return scope ?? outer;
};

const canonical = (raw: string, scope: ReadonlyMap<string, string>, element: boolean): string => {
  const colon = raw.indexOf(':');
  if (colon < 0) {
    const prefix = element ? scope.get('') : undefined;
    return prefix ? `${prefix}:${raw}` : raw;
  }
  const prefix = raw.slice(0, colon);
  const known = scope.get(prefix) ?? prefix;
  return known === prefix ? raw : `${known}${raw.slice(colon)}`;
};

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

const attributesOf = (
  raw: Readonly<Record<string, string>>,
  scope: ReadonlyMap<string, string>,
): Record<string, string> => {
  let kept: Record<string, string> | undefined;
  for (const key in raw) {
    if (key.startsWith('xmlns') || key.startsWith('w:rsid')) continue;
    kept ??= {};
    kept[canonical(key, scope, false)] = raw[key]!;
  }
  return kept ?? NO_ATTRIBUTES;
};

/** The child elements. */
export const elementsOf = (element: Element): Element[] =>
  element.children.filter((child): child is Element => typeof child !== 'string');

/** The first child element of a name. */
export const child = (element: Element | undefined, name: string): Element | undefined => {
  if (!element) return undefined;
  for (const candidate of element.children) {
    if (typeof candidate !== 'string' && candidate.name === name) return candidate;
  }
  return undefined;
};

/** An attribute's value; own attributes only. */
export const attribute = (element: Element | undefined, name: string): string | undefined =>
  element && Object.hasOwn(element.attributes, name) ? element.attributes[name] : undefined;

/** `w:val` of a child element: `<w:jc w:val="center"/>`. */
export const valOf = (element: Element | undefined, name: string): string | undefined =>
  attribute(child(element, name), 'w:val');

/** `w:val` of a child element as a whole number; undefined where it is absent or no number. */
export const numberOf = (element: Element | undefined, name: string): number | undefined => {
  const value = valOf(element, name);
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
};

/** An on/off property: `<w:b/>` is true, `<w:b w:val="0"/>` false, absent undefined. */
export const toggleOf = (element: Element | undefined, name: string): boolean | undefined => {
  const property = child(element, name);
  return property && !['0', 'false', 'off'].includes(attribute(property, 'w:val') ?? '');
};

/** The text directly inside an element. */
export const textOf = (element: Element): string =>
  element.children.filter((part): part is string => typeof part === 'string').join('');

/** Whether an element of one of the names stands anywhere inside. */
export const holds = (element: Element, names: ReadonlySet<string>): boolean =>
  elementsOf(element).some((inner) => names.has(inner.name) || holds(inner, names));
