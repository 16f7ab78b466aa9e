/** An XML element; names carry the usual prefix of their namespace, whatever the file's own prefix is: `w:p`. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

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
