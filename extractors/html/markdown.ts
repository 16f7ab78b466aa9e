import type { MetadataField } from '../../model/index.js';
import { sliceLine } from './line-edit.js';
import type { Line } from './lines.js';

/** Front matter longer than this is none. */
const FRONT_MATTER_LINES = 80;
const FIELD = /^([A-Za-z][\w-]{0,40}|\p{Script=Han}{2,10})\s?[:：]\s?(\S.*)$/u;
/** Signs of static site generators around the text: edges of boxes with their captions, tabs, contents, rules. */
const SIGNS = /^(?::{3,}.*|@tab\b.*|\[\[toc\]\]|-{3,}|\*{3,}|`{3,}\w*)$/iu;
/** Jumps inside of the page, as tables of contents have them, and links without words. */
const JUMPS = /^(?:[-*]\s)?(?:\[[^\][]{0,40}\]\(#[^()\s]{0,80}\)\s?)+$/u;
const HEADING = /^(#{1,6})\s+/u;
const ATTRIBUTES = /\s?\{[^{}]{0,80}\}\s?$/u;

/** What Markdown signs between HTML paragraphs mean: the sources of many small law collections are written so. */
export interface MarkdownText {
  readonly lines: readonly Line[];
  readonly fields: readonly MetadataField[];
}

/**
 * Reads front matter as metadata (its title stands first in the text, as such sites show it), headings by their
 * level, and takes signs without text away. Only lines outside of HTML elements are looked at.
 */
export const readMarkdown = (lines: readonly Line[]): MarkdownText => {
  const front = frontMatterEnd(lines);
  const fields: MetadataField[] = [];
  const read: Line[] = [];
  lines.forEach((line, i) => {
    if (i < front) {
      const field = FIELD.exec(line.text);
      if (!field) return;
      fields.push({ name: field[1]!, value: field[2]!, from: 'meta' });
      if (field[1] !== 'title') return;
      const title = sliceLine(line, line.text.length - field[2]!.length, line.text.length);
      if (title) read.push({ ...title, headingLevel: 1 });
    } else {
      const shown = line.block ? line : withoutSigns(line);
      if (shown) read.push(shown);
    }
  });
  return { lines: read, fields };
};

/** Index behind the closing '---'; 0 where the text does not begin with front matter. */
const frontMatterEnd = (lines: readonly Line[]): number => {
  if (!/^-{3}$/u.test(lines[0]?.text ?? '')) return 0;
  const end = lines.slice(1, FRONT_MATTER_LINES).findIndex((line) => /^-{3}$/u.test(line.text));
  return end < 0 ? 0 : end + 2;
};

const withoutSigns = (line: Line): Line | null => {
  if (SIGNS.test(line.text) || JUMPS.test(line.text)) return null;
  const heading = HEADING.exec(line.text);
  const start = heading?.[0].length ?? 0;
  const attributes = ATTRIBUTES.exec(line.text);
  const shown = sliceLine(line, start, attributes?.index ?? line.text.length);
  if (!shown) return null;
  const centred =
    attributes && /align\s?=\s?"?center/u.test(attributes[0]) ? { align: 'center' as const } : {};
  return { ...shown, ...centred, ...(heading ? { headingLevel: heading[1]!.length } : {}) };
};
