import { findTerritory, territoryOfNumber } from '../../corpus/index.js';
import type { Header, StatuteLibrary } from '../../model/index.js';
import type { CitingDocument } from './weigh.js';

/** What the weighing of citations needs to know of the document that cites. */
export const citingDocument = (header: Header, library: StatuteLibrary): CitingDocument => {
  const title = header.title?.value ?? '';
  const issuer = header.issuer?.value ?? '';
  return {
    territory:
      header.territory ??
      findTerritory(issuer) ??
      findTerritory(title) ??
      territoryOfNumber(header.documentNumber?.value ?? ''),
    date: (header.issuedOn ?? header.publishedOn)?.value ?? null,
    library,
    title,
    names: `${issuer}\n${header.issuers.join('\n')}\n${title}`,
  };
};
