import type { Vocabulary } from '../package/xml.js';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';

/** Namespaces by the prefix used in this reader. */
const NAMESPACES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    [`${OASIS}:office:1.0`]: 'office',
    [`${OASIS}:text:1.0`]: 'text',
    [`${OASIS}:table:1.0`]: 'table',
    [`${OASIS}:drawing:1.0`]: 'draw',
    [`${OASIS}:style:1.0`]: 'style',
    [`${OASIS}:xsl-fo-compatible:1.0`]: 'fo',
    [`${OASIS}:svg-compatible:1.0`]: 'svg',
    [`${OASIS}:meta:1.0`]: 'meta',
    [`${OASIS}:manifest:1.0`]: 'manifest',
    'http://purl.org/dc/elements/1.1/': 'dc',
    'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
    'http://www.w3.org/XML/1998/namespace': 'xml',
  }),
);

/** Looks, remarks and what only programs need. */
const IGNORED = new Set(
  'office:annotation office:annotation-end office:forms office:scripts office:font-face-decls office:event-listeners office:binary-data text:sequence-decls text:variable-decls text:user-field-decls text:note-citation text:ruby-text svg:title svg:desc table:table-column table:table-columns table:table-header-columns style:graphic-properties style:section-properties style:page-layout'.split(
    ' ',
  ),
);

export const VOCABULARY: Vocabulary = {
  namespaces: NAMESPACES,
  ignored: IGNORED,
  ignoredAttributes: [],
  blanks: new Set([
    'text:p',
    'text:h',
    'text:span',
    'text:a',
    'text:ruby-base',
    'text:meta',
    'text:meta-field',
  ]),
};
