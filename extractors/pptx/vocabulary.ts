import type { Vocabulary } from '../package/xml.js';

/** Namespaces by the prefix used in this reader; the purl.oclc.org ones are those of strict files. */
const NAMESPACES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'http://schemas.openxmlformats.org/presentationml/2006/main': 'p',
    'http://purl.oclc.org/ooxml/presentationml/main': 'p',
    'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
    'http://purl.oclc.org/ooxml/drawingml/main': 'a',
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
    'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
    'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
    'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
    'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
    'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
    'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
    'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  }),
);

/** Looks and movements that say nothing about the text; left out to keep the tree small. */
const IGNORED = new Set(
  'p:timing p:transition p:extLst a:extLst a:rPr a:endParaRPr a:ln a:solidFill a:gradFill a:effectLst a:custGeom p:style a:tblGrid'.split(
    ' ',
  ),
);

export const VOCABULARY: Vocabulary = {
  namespaces: NAMESPACES,
  ignored: IGNORED,
  ignoredAttributes: [],
  blanks: new Set(['a:t', 'm:t']),
};
