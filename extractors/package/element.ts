/** An XML element; its name is written as the vocabulary of its format says (see xml.ts). */
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

/** The text directly inside an element. */
export const textOf = (element: Element): string =>
  element.children.filter((part): part is string => typeof part === 'string').join('');

/** Whether an element of one of the names stands anywhere inside. */
export const holds = (element: Element, names: ReadonlySet<string>): boolean =>
  elementsOf(element).some((inner) => names.has(inner.name) || holds(inner, names));
