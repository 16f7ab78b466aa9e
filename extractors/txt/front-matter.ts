import type { MetadataField } from '../../model/index.js';
import type { SourceLine } from './lines.js';

/** The head that some collections put before a text: name: value lines between two lines of ---. */
export const splitFrontMatter = (
  lines: readonly SourceLine[],
): { metadata: MetadataField[]; lines: readonly SourceLine[] } => {
  const end = lines.findIndex((line, index) => index > 0 && line.text === '---');
  const head = lines.slice(1, Math.max(1, end));
  if (lines[0]?.text !== '---' || end < 2 || !head.every((line) => /^(?:[\w-]+:|- )/u.test(line.text)))
    return { metadata: [], lines };
  const metadata = head.flatMap(({ text }): MetadataField[] => {
    const [, name, value] = /^([\w-]+):\s*(.+)$/u.exec(text) ?? [];
    return name && value ? [{ name, value, from: 'meta' }] : [];
  });
  return { metadata, lines: lines.slice(end + 1) };
};
