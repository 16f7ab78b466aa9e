import type { Vocabulary } from '../package/xml.js';

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
  }),
);

/** Looks and leftovers that say nothing about the text; left out to keep the tree small. */
const IGNORED = new Set(
  [
    'w:pPrChange w:rPrChange w:sectPrChange w:tblPrChange w:tblGridChange w:tcPrChange w:trPrChange',
    'w:numberingChange w:sectPr w:rFonts w:lang w:color w:spacing w:ind w:shd w:pBdr w:bdr w:kern w:szCs',
    'w:bCs w:i w:iCs w:tabs w:tblBorders w:tcBorders w:tblCellMar w:tcMar w:tblGrid w:bookmarkStart',
    'w:bookmarkEnd w:proofErr w:lastRenderedPageBreak w:latentStyles a:blip',
  ].flatMap((names) => names.split(' ')),
);

export const VOCABULARY: Vocabulary = {
  namespaces: NAMESPACES,
  ignored: IGNORED,
  ignoredAttributes: ['w:rsid'],
  blanks: new Set(['w:t']),
};
