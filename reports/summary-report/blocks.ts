import type { Drawing } from '../charts/drawing.js';

/** What the report is made of, before it is a Word file. */
export type Block =
  | { readonly kind: 'heading' | 'subheading' | 'body' | 'text'; readonly text: string }
  | { readonly kind: 'chart'; readonly drawing: Drawing }
  | {
      readonly kind: 'table';
      readonly columns: readonly {
        readonly head: string;
        readonly width: number;
        readonly centred?: boolean;
      }[];
      readonly rows: readonly (readonly string[])[];
    };

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const subheading = (text: string): Block => ({ kind: 'subheading', text });
export const body = (text: string): Block => ({ kind: 'body', text });
/** Not set in, and with an even left edge alone: long words would stretch the blanks of a line. */
export const text = (words: string): Block => ({ kind: 'text', text: words });
export const chart = (drawing: Drawing): Block => ({ kind: 'chart', drawing });

/** 甲3件、乙2件; parts without anything are left out, '' where all are. */
export const listed = (parts: readonly (readonly [name: string, count: number])[], unit: string): string =>
  parts
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name}${count}${unit}`)
    .join('、');
