/**
 * Audits collections of which the truth is known, over and over, and prints how often the bounds on recall hold, how tight they
 * are, and what the rule "stop after so many irrelevant ones in a row" comes to beside them. The collections are the written
 * set that comes with the program, the development set where it is at hand (QINGGUI_SHARED, ../shared by default), both
 * flagged by the tool itself, and generated ones. Ends with status 1 where a bound that must hold does not.
 *
 * Run: npm run bench:audit [-- RUNS]
 */
import { resolve } from 'node:path';
import { type Collection, generated, prevalenceOf, recallOf } from './audit/collections.js';
import { developmentSet, labelledCollections } from './audit/labelled.js';
import { CONFIDENCE, type Setting, type Simulated, simulate } from './audit/simulate.js';
import { ruleOfThumb } from './audit/thumb.js';

const RUNS = Number(process.argv[2] ?? 2_000);
const TARGET = 0.95;
const KNOWN = 60;
const begun = performance.now();

const row = (...cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
const head = (...cells: readonly string[]): void => {
  row(...cells);
  row(...cells.map((_, at) => (at === 0 ? '---' : '--:')));
};
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** A share of the runs and its Monte-Carlo error at 95 % (Agresti and Coull, which gives one where all runs agree, too). */
const shareOf = (part: number): { readonly share: number; readonly error: number } => {
  const middle = (part + 2) / (RUNS + 4);
  return { share: part / RUNS, error: 1.96 * Math.sqrt((middle * (1 - middle)) / (RUNS + 4)) };
};
const share = (part: number): string => {
  const { share, error } = shareOf(part);
  return `${(100 * share).toFixed(1)} ± ${(100 * error).toFixed(1)} %`;
};

/** Of the bounds that must hold: the one that did least often. */
const least = { share: 1, words: '' };
const failed: string[] = [];
const mustHold = (held: number, words: string): void => {
  const { share, error } = shareOf(held);
  if (share < least.share) Object.assign(least, { share, words });
  if (share + error < CONFIDENCE) failed.push(words);
};

const simple = (size: number, overlooked: number): Setting => ({
  design: { cuts: [], sizes: [size], known: KNOWN, looks: 1 },
  draws: 1,
  overlooked,
});

const audited = (collection: Collection, setting: Setting, what: string): Simulated => {
  const known = Math.min(setting.design.known, collection.confirmed);
  const result = simulate(collection, { ...setting, design: { ...setting.design, known } }, RUNS);
  const words = `${collection.name}, ${percent(recallOf(collection))}, ${what}, ${percent(setting.overlooked)} overlooked`;
  if (setting.overlooked === 0) mustHold(result.plainHeld, `bound: ${words}`);
  mustHold(result.carefulHeld, `careful bound: ${words}`);
  return result;
};

const FIGURES = ['bound holds', 'careful bound holds', 'bound (median)', 'careful (median)'] as const;
const figuresOf = ({ plainHeld, carefulHeld, plain, careful }: Simulated): string[] => [
  share(plainHeld),
  share(carefulHeld),
  percent(plain),
  percent(careful),
];
const factsOf = (collection: Collection): (string | number)[] => [
  collection.name,
  percent(prevalenceOf(collection)),
  collection.open.length,
  percent(recallOf(collection)),
];
const FACTS = ['collection', 'positives', 'unflagged', 'true recall'] as const;

console.log(
  `${RUNS} runs a setting, ${percent(CONFIDENCE)} confidence, ${KNOWN} known positives mixed in (all where there are fewer)`,
);
const development = developmentSet(resolve(process.env.QINGGUI_SHARED || '../shared'));
if (!development) console.log('The development set is not at hand (QINGGUI_SHARED), and is left out.');

const labelled = labelledCollections(development);
console.log('\nLabelled sets\n');
head(...FACTS, 'sample', 'overlooked', ...FIGURES);
for (const collection of labelled)
  for (const size of [100, 300])
    for (const overlooked of [0, 0.1, 0.3])
      row(
        ...factsOf(collection),
        size,
        percent(overlooked),
        ...figuresOf(audited(collection, simple(size, overlooked), `${size} drawn`)),
      );

console.log('\nGenerated collections\n');
head(...FACTS, 'sample', 'overlooked', ...FIGURES);
const PROVISIONS = 3_000;
const collections: Collection[] = [];
for (const prevalence of [0.01, 0.05, 0.2])
  for (const recall of [0.7, 0.9, 0.98]) {
    const collection = generated(PROVISIONS, prevalence, recall);
    collections.push(collection);
    for (const size of [200, 900])
      for (const overlooked of [0, 0.2])
        row(
          ...factsOf(collection),
          size,
          percent(overlooked),
          ...figuresOf(audited(collection, simple(size, overlooked), `${size} drawn`)),
        );
  }

console.log(
  '\nOther designs: each at the confidence that is stated, and what not dividing it would have come to\n',
);
const [written] = labelled;
const large = generated(PROVISIONS, 0.05, 0.8);
const design = { cuts: [], sizes: [400], known: KNOWN, looks: 1 };
const DESIGNS: readonly (readonly [string, Setting])[] = [
  [
    'three strata, 100 and 150 drawn and all of the third',
    {
      design: { ...design, cuts: [0.05, 0.5], sizes: [100, 150, -1] },
      draws: 1,
      overlooked: 0,
    },
  ],
  ['four looks, stopping at the best', { design: { ...design, looks: 4 }, draws: 1, overlooked: 0 }],
  ['five samples, reporting the best', { design, draws: 5, overlooked: 0 }],
  [
    'two strata, three looks, 10 % overlooked',
    {
      design: { ...design, cuts: [0.1], sizes: [200, 200], looks: 3 },
      draws: 1,
      overlooked: 0.1,
    },
  ],
];
head('collection', 'true recall', 'design', ...FIGURES, 'undivided holds');
for (const collection of [written!, large])
  for (const [what, setting] of DESIGNS) {
    const result = audited(collection, whole(setting, collection), what);
    row(
      collection.name,
      percent(recallOf(collection)),
      what,
      ...figuresOf(result),
      share(result.undividedHeld),
    );
  }

console.log(
  `\nThe rule of thumb: all flagged ones judged, the others looked at until so many in a row are none; it holds where the recall is then ${percent(TARGET)}\n`,
);
head(
  'collection',
  'recall before',
  'in a row',
  'best first: holds',
  'recall (median)',
  'looked at (median)',
  'by chance: holds',
  'recall (median)',
  'looked at (median)',
);
for (const collection of [...labelled, ...collections])
  for (const inARow of [20, 50, 100]) {
    const [best, chance] = (['best', 'chance'] as const).map((order) =>
      ruleOfThumb(collection, { order, inARow, recall: TARGET }, RUNS),
    );
    row(
      `${collection.name}, ${percent(prevalenceOf(collection))}`,
      percent(recallOf(collection)),
      inARow,
      ...[best!, chance!].flatMap(({ reached, recall, looked }) => [share(reached), percent(recall), looked]),
    );
  }

console.log(
  `\nLeast often of those that must hold: ${percent(least.share)} (${least.words}). ${((performance.now() - begun) / 60_000).toFixed(1)} minutes.`,
);
for (const words of failed) console.log(`Does not hold: ${words}`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** -1 stands for all of a stratum. */
function whole(setting: Setting, { open }: Collection): Setting {
  const { cuts, sizes } = setting.design;
  const inStratum = (at: number): number =>
    open.filter(({ score }) => cuts.filter((cut) => score >= cut).length === at).length;
  return {
    ...setting,
    design: { ...setting.design, sizes: sizes.map((size, at) => (size < 0 ? inStratum(at) : size)) },
  };
}
