export { atMost, type Draw, mostPositives, type SamplePlan, sampleSize } from './bound.js';
