import { type Place, type Provision, type Regulation, shift, type Unit } from '../../model/index.js';

/** Tells of each unit that is an article where it stands, for the 前款 and 前条 in it; undefined for other units. */
export const articlePlaces = ({ provisions }: Regulation): ((unit: Unit) => Place | undefined) => {
  const places = new Map<number, Place>();
  let before = '';
  const visit = (provision: Provision): void => {
    const { kind, number, span, children } = provision;
    // The articles of an attachment are numbered by themselves.
    if (kind === 'attachment') before = '';
    if (kind === 'article') {
      const paragraphs = children
        .filter((child) => child.kind === 'paragraph')
        .map((child) => shift(child.span, -span.start));
      places.set(span.start, { article: number, before, paragraphs });
      before = number;
      return;
    }
    for (const child of children) visit(child);
  };
  for (const provision of provisions) visit(provision);
  return (unit) => (unit.kind === 'article' ? places.get(unit.span.start) : undefined);
};
