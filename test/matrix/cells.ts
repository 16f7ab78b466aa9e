import { describe, expect, it } from 'vitest';
import { FileError, type Manuscript, type ReasonCode } from '../../model/index.js';
import { analyse } from '../../pipeline/analyse.js';
import { readAll } from './read-all.js';
import { bytesOf, type Cell, type FormatSamples, NUMBERED, PLAIN, SEVERAL_TITLES, TABLE } from './sample.js';

type Outcome = ReasonCode | 'whole' | 'beginning' | 'wrong';
const REST = 8;

const compact = (text: string): string => text.replace(/\s/gu, '');

const textOf = (manuscripts: readonly Manuscript[]): string => manuscripts.map(({ text }) => text).join('\n');

/** The reason's code; or how much was read of a file that says PLAIN. */
const outcomeOf = async (bytes: Uint8Array): Promise<Outcome> => {
  try {
    const [text, whole] = [compact(textOf(await readAll(bytes))), compact(PLAIN.join(''))];
    if (text === whole) return 'whole';
    // The last characters may be half a character or half a tag.
    return whole.startsWith(text.slice(0, -REST)) ? 'beginning' : 'wrong';
  } catch (error) {
    if (error instanceof FileError) return error.reason.code;
    throw error;
  }
};

/** Holds a cell against what it must give: refused with its code, or read and judged. */
const hold = async (cell: Cell, judge: (manuscripts: readonly Manuscript[]) => void): Promise<void> => {
  const bytes = await bytesOf(cell);
  if (!bytes) return;
  if (typeof cell === 'object' && 'refused' in cell) {
    expect(await outcomeOf(bytes)).toBe(cell.refused);
    return;
  }
  judge(await readAll(bytes));
};

const without = (cell: Cell): string =>
  typeof cell === 'object' && 'none' in cell ? `: none, ${cell.none}` : '';

/** Where files are cut: inside and shortly before the end. Of a shorter beginning nobody can say what it was. */
const CUTS = [0.3, 0.6, 0.9, 0.99];
const HEAD = 0.02;

/** One test a cell of each format's row. */
export const holdMatrix = (formats: readonly FormatSamples[]): void => {
  describe.each(formats.map((format) => [format.name, format] as const))('%s', (_name, format) => {
    it(`plain text is read whole${without(format.plain)}`, () =>
      hold(format.plain, (manuscripts) => {
        const text = textOf(manuscripts);
        let from = 0;
        for (const line of format.says ?? PLAIN) {
          const at = compact(text).indexOf(compact(line), from);
          expect(at, line).toBeGreaterThanOrEqual(from);
          from = at;
        }
      }));

    it(`a table is read cell by cell${without(format.table)}`, () =>
      hold(format.table, (manuscripts) => {
        const cells = manuscripts.flatMap(({ text, blocks }) =>
          blocks.flatMap(({ cell, span }) =>
            cell ? [[cell.row, cell.column, compact(text.slice(span.start, span.end))]] : [],
          ),
        );
        expect(cells).toEqual(
          TABLE.flatMap((texts, row) => texts.map((cell, column) => [row, column, cell])),
        );
      }));

    it(`automatic numbers are text${without(format.numbered)}`, () =>
      hold(format.numbered, (manuscripts) => {
        const numbers = format.numbers ?? ['第一条', '第二条'];
        expect(compact(textOf(manuscripts))).toBe(
          compact(NUMBERED.map((content, index) => `${numbers[index]}${content}`).join('')),
        );
      }));

    it(`several documents in one file are told apart${without(format.several)}`, () =>
      hold(format.several, (manuscripts) => {
        const documents = manuscripts.flatMap((manuscript) => analyse(manuscript).documents);
        const titles = documents.map(({ regulation }) => regulation.header.title?.value);
        expect(titles).toEqual(SEVERAL_TITLES);
      }));

    it(`a file without text says so${without(format.empty)}`, () => hold(format.empty, () => undefined));

    it(`a file behind a password says so${without(format.encrypted)}`, () =>
      hold(format.encrypted, () => undefined));

    it(`a file that was cut off is ${format.truncated.join(' or ')}`, async () => {
      const bytes = (await bytesOf(format.plain))!;
      for (const share of CUTS.filter((cut) => cut > (format.head ?? 0))) {
        const outcome = await outcomeOf(bytes.subarray(0, Math.floor(bytes.length * share)));
        expect(format.truncated, `${share} of the file: ${outcome}`).toContain(outcome);
      }
      await outcomeOf(bytes.subarray(0, Math.floor(bytes.length * HEAD)));
    });
  });
};
