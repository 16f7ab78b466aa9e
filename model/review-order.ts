/** Passages in the order in which a person had best look at them; those worth the same stay in their order. */
export const reviewOrder = <T extends { readonly usefulness: number }>(passages: readonly T[]): T[] =>
  passages
    .map((passage, at) => ({ passage, at }))
    .sort((a, b) => b.passage.usefulness - a.passage.usefulness || a.at - b.at)
    .map(({ passage }) => passage);
