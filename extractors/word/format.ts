import type { Block } from '../../model/index.js';
import type { Format } from './manuscript-writer.js';

/** How the characters of a paragraph look, counted while it is read. */
export interface CharacterCount {
  /** Characters by size in half-points; 0: not said. */
  readonly sizes: ReadonlyMap<number, number>;
  /** How many are bold. */
  readonly bold: number;
}

/** The look of a paragraph: the size that most of it has, bold where most of it is; `outline` from 0, 9 is body text. */
export const formatOf = (
  { sizes, bold }: CharacterCount,
  align: Block['align'],
  outline: number | undefined,
): Format => {
  const [size] = [...sizes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0];
  const characters = [...sizes.values()].reduce((sum, count) => sum + count, 0);
  return {
    ...(align ? { align } : {}),
    ...(outline !== undefined && outline >= 0 && outline < 9 ? { headingLevel: outline + 1 } : {}),
    ...(size > 0 ? { fontSize: size / 2 } : {}),
    ...(bold * 2 > characters ? { bold: true } : {}),
  };
};
