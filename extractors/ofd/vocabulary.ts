import type { Vocabulary } from '../package/xml.js';

/**
 * Local names: producers use several namespaces, and some none (GB/T 33190-2016 allows one). Patterns and shades are
 * left out: the text inside one is a watermark.
 */
export const VOCABULARY: Vocabulary = {
  ignored: new Set([
    'Pattern',
    'AxialShd',
    'RadialShd',
    'GouraudShd',
    'LaGourandShd',
    'Clips',
    'Outlines',
    'Actions',
    'Bookmarks',
    'Extensions',
    'VPreferences',
    'Permissions',
    'DrawParams',
    'ColorSpaces',
  ]),
  ignoredAttributes: [],
  blanks: new Set(['TextCode']),
};
