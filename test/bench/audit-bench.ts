/**
 * Draws samples from generated collections of which the truth is known, and prints how often the bound on recall holds, how
 * tight it is, and what the rule "stop after so many irrelevant ones in a row" comes to beside it.
 *
 * Run: npm run bench:audit [-- RUNS]
 */
import { type Chance, carefulBound, chanceFrom, drawn, recallBound } from '../../audit/index.js';

const RUNS = Number(process.argv[2] ?? 2_000);
const ALPHA = 0.05;
const KNOWN = 60;
/** Irrelevant ones in a row after which the rule of thumb stops. */
const IN_A_ROW = 50;
const FINE = 2 ** 30;

interface Setting {
  /** Unflagged provisions. */
  readonly population: number;
  /** Positives among them. */
  readonly missed: number;
  /** Confirmed positives beside them. */
  readonly positives: number;
  readonly sample: number;
  /** The share of positives that reviewers overlook. */
  readonly overlooked: number;
}

const SETTINGS: readonly Setting[] = [
  { population: 3_000, missed: 6, positives: 120, sample: 1_044, overlooked: 0 },
  { population: 3_000, missed: 30, positives: 120, sample: 600, overlooked: 0 },
  { population: 3_000, missed: 30, positives: 120, sample: 600, overlooked: 0.1 },
  { population: 3_000, missed: 30, positives: 120, sample: 600, overlooked: 0.3 },
  { population: 20_000, missed: 40, positives: 800, sample: 1_409, overlooked: 0 },
  { population: 20_000, missed: 200, positives: 800, sample: 1_409, overlooked: 0 },
  { population: 20_000, missed: 200, positives: 800, sample: 1_409, overlooked: 0.1 },
  { population: 20_000, missed: 200, positives: 800, sample: 1_409, overlooked: 0.3 },
];

const unit = (chance: Chance): number => (chance(FINE) + 0.5) / FINE;
const happened = (chance: Chance, count: number, probability: number): number => {
  let number = 0;
  for (let i = 0; i < count; i++) if (unit(chance) < probability) number++;
  return number;
};

/** One that remembers: outcomes come again and again. */
const remembered = <T>(work: (hits: number, found: number) => T) => {
  const known = new Map<string, T>();
  return (hits: number, found: number): T => {
    const key = `${hits} ${found}`;
    const value = known.get(key) ?? work(hits, found);
    known.set(key, value);
    return value;
  };
};

/**
 * The recall that is reached when provisions are looked at from the highest score down, until so many in a row are none. A
 * positive's score is the larger of two numbers by chance, any other's is one: the order is better than chance, as a tool's is.
 */
const ruleOfThumb = (chance: Chance, { population, missed, positives }: Setting): number => {
  const scored = Array.from({ length: population }, (_, at) => ({
    positive: at < missed,
    score: at < missed ? Math.max(unit(chance), unit(chance)) : unit(chance),
  })).sort((a, b) => b.score - a.score);
  let [found, row] = [0, 0];
  for (const { positive } of scored) {
    row = positive ? 0 : row + 1;
    if (positive) found++;
    if (row >= IN_A_ROW) break;
  }
  return (positives + found) / (positives + missed);
};

/** With its Monte-Carlo error at 95 % (Agresti and Coull, which gives one where all runs agree, too). */
const share = (part: number): string => {
  const middle = (part + 2) / (RUNS + 4);
  const error = 1.96 * Math.sqrt((middle * (1 - middle)) / (RUNS + 4));
  return `${((100 * part) / RUNS).toFixed(1)} ± ${(100 * error).toFixed(1)} %`;
};
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const row = (...cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);

console.log(`${RUNS} runs a setting, ${100 * (1 - ALPHA)} % confidence, ${KNOWN} known positives mixed in\n`);
row(
  'unflagged',
  'positives in them',
  'confirmed',
  'sample',
  'overlooked',
  'true recall',
  'bound holds',
  'careful bound holds',
  'bound (median)',
  'careful (median)',
  `recall ≥ 95 % after ${IN_A_ROW} in a row`,
);
row(...Array.from({ length: 11 }, () => '---'));
for (const [index, setting] of SETTINGS.entries()) {
  const { population, missed, positives, sample, overlooked } = setting;
  const boundsOf = remembered((hits, found) => {
    const facts = { positives, strata: [{ population, sample, hits }], alpha: ALPHA };
    return { plain: recallBound(facts), careful: carefulBound(facts, { shown: KNOWN, found }) };
  });
  let [held, carefulHeld, thumb] = [0, 0, 0];
  const [plains, carefuls]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    const chance = chanceFrom(`bench ${index} ${run}`);
    const inSample = drawn(chance, population, sample).filter((item) => item < missed).length;
    const hits = happened(chance, inSample, 1 - overlooked);
    const { plain, careful } = boundsOf(hits, happened(chance, KNOWN, 1 - overlooked));
    const truth = (positives + hits) / (positives + missed);
    if (truth >= plain.recall!) held++;
    if (truth >= careful.recall!) carefulHeld++;
    plains.push(plain.recall!);
    carefuls.push(careful.recall!);
    if (ruleOfThumb(chance, setting) >= 0.95) thumb++;
  }
  row(
    population,
    missed,
    positives,
    sample,
    `${100 * overlooked} %`,
    `${((100 * positives) / (positives + missed)).toFixed(1)} %`,
    share(held),
    share(carefulHeld),
    `${(100 * median(plains)).toFixed(1)} %`,
    `${(100 * median(carefuls)).toFixed(1)} %`,
    share(thumb),
  );
}
