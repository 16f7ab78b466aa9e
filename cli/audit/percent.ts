/** Two decimals, rounded down, never up: a bound that is rounded up promises too much. */
export const least = (share: number): string => `${(Math.floor(share * 1e4 + 1e-9) / 100).toFixed(2)}%`;

/** Up to so many decimals, those that say nothing left out. */
export const percent = (share: number, decimals: number): string =>
  `${Number((100 * share).toFixed(decimals))}%`;
