/** The page's places. All of them live behind the `#`, so that the server has one page to serve. */
export const PLACES = [
  'list',
  'document',
  'overview',
  'differences',
  'exports',
  'log',
  'people',
  'samples',
  'sample',
  'audit',
  'sign-in',
] as const;
export type Place = (typeof PLACES)[number];

export interface Route {
  readonly place: Place;
  /** The document's number; null everywhere but at `document`. */
  readonly document: number | null;
  /** The list's filters, the log's page, the passage to go to. */
  readonly query: Readonly<Record<string, string>>;
}

/** The route of `location.hash`; what is none leads to the list. */
export const routeOf = (hash: string): Route => {
  const [path = '', query = ''] = hash.replace(/^#?\/?/u, '').split('?', 2);
  const [first = '', second = ''] = path.split('/');
  const values = Object.fromEntries([...new URLSearchParams(query)].filter(([, value]) => value !== ''));
  if (first === 'document' && /^[1-9]\d{0,14}$/u.test(second))
    return { place: 'document', document: Number(second), query: values };
  const place = PLACES.find((name) => name === first && name !== 'document' && name !== 'list') ?? 'list';
  return { place, document: null, query: values };
};

/** The address of a route, from `#` on. Empty values are left out. */
export const hashOf = (
  place: Place,
  query: Readonly<Record<string, string | undefined>> = {},
  document: number | null = null,
): string => {
  const path = place === 'list' ? '' : place === 'document' ? `document/${document}` : place;
  const words = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]),
  ).toString();
  return `#/${path}${words ? `?${words}` : ''}`;
};

const LIST_FILTERS = ['state', 'label', 'issuer', 'year', 'basis', 'disposal', 'kind', 'doubt', 'q', 'sort'];

/** The part of a query that chooses documents: it goes along from the list to each document and back. */
export const filtersOf = (query: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter(([name]) => LIST_FILTERS.includes(name)));
