import type { Attachment, Header, Manuscript, Regulation, RegulationRole } from '../../model/index.js';
import type { Start } from './boundaries.js';
import { comparable } from './title-words.js';

/** How many documents back the one that issues or attaches another may stand. */
const REACH = 60;

/** Which earlier document this one belongs to, and how. */
export const relation = (
  header: Header,
  start: Start,
  before: readonly Regulation[],
  manuscript: Manuscript,
): { role: RegulationRole; parent?: Regulation } => {
  const last = before.at(-1);
  if (!last) return { role: 'main' };
  const title = comparable(header.title?.value ?? '');
  for (let i = before.length - 1; i >= Math.max(0, before.length - REACH); i--) {
    const parent = before[i]!;
    const above = comparable(parent.header.title?.value ?? '');
    if (parent.attachments.some((entry) => sameTitle(entry.title, title)) && !/印发|转发|批转/u.test(above)) {
      return { role: 'attached', parent };
    }
    // The page's headline may be the regulation's title, so that the notice below it seems to bear it too.
    if (title.length >= 4 && above.includes(title)) return { role: handedOn(above), parent };
  }
  const words = comparable(last.header.title?.value ?? '');
  const text = comparable(
    manuscript.text.slice(last.span.start, Math.min(last.span.end, last.span.start + 1500)),
  );
  const hands = /转发|批转|印发|公布|发布|下发/u;
  if (hands.test(words) || (title.length >= 4 && hands.test(text) && text.includes(title))) {
    return { role: handedOn(hands.test(words) ? words : text), parent: last };
  }
  if (start.attached)
    return { role: 'attached', parent: last.role === 'attached' ? (before[last.parent ?? 0] ?? last) : last };
  return { role: 'main' };
};

const handedOn = (words: string): RegulationRole => (/转发|批转/u.test(words) ? 'forwarded' : 'issued');

const sameTitle = (entry: string, title: string): boolean => {
  const listed = comparable(entry);
  return title.length >= 4 && (listed.includes(title) || (listed.length >= 6 && title.includes(listed)));
};

/** A regulation issued by a notice has the notice's 文号, issuer and dates where it gives none of its own. */
export const inherit = (own: Header, parent: Header): Header => {
  const fact = <T extends { readonly from: string }>(mine: T | null, theirs: T | null): T | null =>
    mine ?? (theirs && { ...theirs, from: 'inherited' });
  const issuer = fact(own.issuer, parent.issuer);
  return {
    ...own,
    documentNumber: fact(own.documentNumber, parent.documentNumber),
    issuer,
    issuers: own.issuer ? own.issuers : parent.issuers,
    issuedOn: fact(own.issuedOn, parent.issuedOn),
    publishedOn: fact(own.publishedOn, parent.publishedOn),
    level: own.level.value === 'other' ? parent.level : own.level,
    territory: own.territory ?? parent.territory,
  };
};

/** Each entry of an attachment list learns which of the file's documents it is. */
export const linkAttachments = (regulations: readonly Regulation[]): Regulation[] => {
  const children = new Map<number, { index: number; title: string }[]>();
  for (const { index, parent, header } of regulations) {
    if (parent === undefined) continue;
    const child = { index, title: comparable(header.title?.value ?? '') };
    const siblings = children.get(parent);
    if (siblings) siblings.push(child);
    else children.set(parent, [child]);
  }
  return regulations.map((regulation) => ({
    ...regulation,
    attachments: regulation.attachments.map((entry): Attachment => {
      const target = children
        .get(regulation.index)
        ?.slice(0, REACH)
        .find(({ title }) => sameTitle(entry.title, title));
      return target ? { ...entry, regulation: target.index } : entry;
    }),
  }));
};
