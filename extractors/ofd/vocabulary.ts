import type { Vocabulary } from '../package/xml.js';

/**
 * Local names: producers use several namespaces, and some none (GB/T 33190-2016 allows one). Colours are left out:
 * the text inside a fill pattern is a watermark.
 */
export const VOCABULARY: Vocabulary = {
  ignored: new Set([
    'FillColor',
    'StrokeColor',
    'Clips',
    'Outlines',
    'Actions',
    'Bookmarks',
    'Extensions',
    'VPreferences',
    'Permissions',
    'DrawParams',
    'ColorSpaces',
    'MultiMedias',
  ]),
  ignoredAttributes: [],
  blanks: new Set(['TextCode']),
};
