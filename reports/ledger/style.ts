import type { Alignment, Borders, Fill, Font } from 'exceljs';

/**
 * 宋体 for heads, 仿宋 for what is filled in, as in official tables. Charset 134 (GB2312) and the family tell
 * a system without these fonts to take another Chinese one.
 */
const font = (name: '宋体' | '仿宋', family: 1 | 3, size: number, bold = false): Partial<Font> => ({
  name,
  family,
  charset: 134,
  size,
  bold,
});

export const titleFont = font('宋体', 1, 18, true);
export const lineFont = font('仿宋', 3, 11);
export const headFont = font('宋体', 1, 10, true);
export const bodyFont = (size: number): Partial<Font> => font('仿宋', 3, size);
export const noteFont = font('宋体', 1, 10);

const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

/** The three marks of a draft. */
export const FILLS = {
  /** Filled in by the tool, not yet confirmed. */
  proposed: solid('FFFFF8DC'),
  /** 待核实: the tool can not say. */
  unknown: solid('FFFBD5B5'),
  /** Empty: only the unit can fill it. */
  missing: solid('FFDCE9F7'),
  /** In the evidence sheet: what has no column in the form. */
  hint: solid('FFE8F3E4'),
  head: solid('FFEDEDED'),
} as const;

export type CellMark = 'proposed' | 'unknown' | 'missing';

export const MARK_WORDS: Readonly<Record<CellMark, string>> = {
  proposed: '预填，待人工确认',
  unknown: '待核实，请人工判断',
  missing: '须由填报单位填写',
};

const thin = { style: 'thin', color: { argb: 'FF000000' } } as const;
export const BORDER: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin };

export const centred: Partial<Alignment> = { horizontal: 'center', vertical: 'middle', wrapText: true };
export const left: Partial<Alignment> = { horizontal: 'left', vertical: 'middle', wrapText: true };
export const topCentred: Partial<Alignment> = { horizontal: 'center', vertical: 'top', wrapText: true };
export const topLeft: Partial<Alignment> = { horizontal: 'left', vertical: 'top', wrapText: true };
