export { atMost, type Draw, mostPositives, type SamplePlan, sampleSize } from './bound.js';
export { foundAtMost, type KnownPositives, mostOverlooked, mostWithOversights } from './misses.js';
export { type Chance, chanceFrom, drawn, xoshiro } from './random.js';
export {
  type CarefulBound,
  carefulBound,
  type RecallBound,
  type RecallFacts,
  recallBound,
  type SampledStratum,
} from './recall.js';
