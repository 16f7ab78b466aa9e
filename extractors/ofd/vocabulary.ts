import type { Vocabulary } from '../package/xml.js';

/**
 * Local names: producers use several namespaces, and some none (GB/T 33190-2016 allows one). Patterns are left
 * out: the text inside one is a watermark.
 */
export const VOCABULARY: Vocabulary = {
  ignored: new Set([
    'Pattern',
    'GouraudShd',
    'LaGourandShd',
    'Clips',
    'Outlines',
    'Actions',
    'Bookmarks',
    'Extensions',
    'VPreferences',
    'Permissions',
    'ColorSpaces',
  ]),
  ignoredAttributes: [],
  blanks: new Set(['TextCode']),
};
