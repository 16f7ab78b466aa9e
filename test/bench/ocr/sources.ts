import { readdirSync, readFileSync } from 'node:fs';

/** A document of the examples as marked lines: '# ' title, '= ' centred, '> ' signed, '|' cells, else a paragraph. */
export interface Source {
  readonly name: string;
  readonly lines: readonly string[];
}

const FOLDER = new URL('../../../../scripts/examples/', import.meta.url);
const MARK = /^@(?:章|条|项) /u;

/** The project's own documents; automatic numbers are written out. */
export const sources = (): Source[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const body = readFileSync(new URL(name, FOLDER), 'utf8').split('\n---\n')[1]!;
      const counts = new Map<string, number>();
      const lines = body
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('meta: '))
        .map((line) => {
          const mark = MARK.exec(line)?.[0][1];
          if (!mark) return line;
          const count = (counts.get(mark) ?? 0) + 1;
          counts.set(mark, count);
          if (mark === '条') counts.set('项', 0);
          const text = line.slice(3);
          return mark === '项'
            ? `（${numeral(count)}）${text}`
            : `${mark === '章' ? '= ' : ''}第${numeral(count)}${mark}　${text}`;
        });
      return { name: name.slice(0, 2), lines };
    });

const DIGITS = '〇一二三四五六七八九';

/** 1 … 99 in Chinese. */
const numeral = (value: number): string => {
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 && tens > 0 ? '' : DIGITS[value % 10]!;
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones}`;
};
