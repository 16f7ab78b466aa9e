import type { AuditedDocument } from './document.js';
import { grouped } from './grouped.js';
import { titleForm } from './titles.js';

/**
 * For each document, by index, the one that puts it out of force. A repeal that names a 文号 means that one; one that names a
 * title means the document of that title that was issued before.
 */
export const endedBy = (documents: readonly AuditedDocument[]): ReadonlyMap<number, AuditedDocument> => {
  const byNumber = grouped(documents, ({ documentNumber }) => documentNumber);
  const byTitle = grouped(documents, ({ title }) => (title === '' ? null : titleForm(title)));
  const ended = new Map<number, AuditedDocument>();
  for (const document of documents)
    for (const { title, number } of document.repeals) {
      const named =
        byNumber.get(number) ?? titled(byTitle.get(titleForm(title)) ?? [], number, document, documents);
      const meant = named.filter(
        (at) =>
          documents[at] !== document &&
          documents[at]!.source !== document.source &&
          (title === '' || titleForm(documents[at]!.title) === titleForm(title)),
      );
      for (const at of meant) if (!ended.has(at)) ended.set(at, document);
    }
  return ended;
};

const titled = (
  named: readonly number[],
  number: string,
  repealing: AuditedDocument,
  documents: readonly AuditedDocument[],
): number[] => {
  const now = latest(repealing);
  return named.filter((at) => {
    const then = latest(documents[at]!);
    // Another 文号 is another document of that title.
    const other = number !== '' && documents[at]!.documentNumber !== null;
    return !other && now !== undefined && then !== undefined && then < now;
  });
};

const latest = ({ dates }: AuditedDocument): string | undefined => [...dates].sort().at(-1);
