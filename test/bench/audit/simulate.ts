import {
  chanceFrom,
  type Design,
  drawSample,
  type Question,
  recallBound,
  standingOf,
  statementOf,
} from '../../../audit/index.js';
import { type Collection, recallOf, unit } from './collections.js';

export const CONFIDENCE = 0.95;

/** How a collection is audited, again and again. */
export interface Setting {
  readonly design: Omit<Design, 'seed'> & { readonly looks: number };
  /** How many samples are drawn, of which the best may be picked. */
  readonly draws: number;
  /** The share of positives that reviewers overlook, each by chance. */
  readonly overlooked: number;
}

/** What many audits came to. A figure holds in a run if it is no higher than the recall that was reached, at whichever look, in whichever draw. */
export interface Simulated {
  readonly runs: number;
  readonly plainHeld: number;
  readonly carefulHeld: number;
  /** The plain bound, had nobody divided what may go wrong by looks, draws and strata. */
  readonly undividedHeld: number;
  /** The median of the best that a run could report. */
  readonly plain: number;
  readonly careful: number;
}

/**
 * Draws, has reviewers answer by the truth, save what they overlook, counts and states, all by the same functions as the
 * program, and compares with the truth.
 */
export const simulate = (collection: Collection, setting: Setting, runs: number): Simulated => {
  const { open, confirmed } = collection;
  const frame = { open: open.map(({ score }) => score), positive: confirmed, hash: collection.name };
  const { design, draws, overlooked } = setting;
  const before = recallOf(collection);
  const statements = statementsOf(collection, setting);
  let [plainHeld, carefulHeld, undividedHeld] = [0, 0, 0];
  const best: { plain: number[]; careful: number[] } = { plain: [], careful: [] };
  for (let run = 0; run < runs; run++) {
    const holds = { plain: true, careful: true, undivided: true };
    let [plain, careful] = [0, 0];
    for (let draw = 0; draw < draws; draw++) {
      const seed = `${run} ${draw} ${JSON.stringify(setting)}`;
      const sample = drawSample(frame, { ...design, seed });
      const chance = chanceFrom(`reviewers ${seed}`);
      const isFound = ({ item, stratum }: Question): boolean =>
        (stratum === null || open[item]!.missed) && (overlooked === 0 || unit(chance) >= overlooked);
      const answers = sample.questions.map((question) => (isFound(question) ? 'D' : ''));
      for (let look = 1; look <= design.looks; look++) {
        const until = Math.ceil((answers.length * look) / design.looks);
        const tally = standingOf(sample, design.looks, {
          first: Object.fromEntries(answers.slice(0, until).map((answer, at) => [at + 1, answer])),
        });
        const said = statements(tally);
        const found = tally.strata.reduce((sum, { hits }) => sum + hits, 0);
        const truth = before + (found * before) / confirmed;
        for (const kind of ['plain', 'careful', 'undivided'] as const)
          if (said[kind] > truth + ROUNDING) holds[kind] = false;
        plain = Math.max(plain, said.plain);
        careful = Math.max(careful, said.careful);
      }
    }
    if (holds.plain) plainHeld++;
    if (holds.careful) carefulHeld++;
    if (holds.undivided) undividedHeld++;
    best.plain.push(plain);
    best.careful.push(careful);
  }
  return {
    runs,
    plainHeld,
    carefulHeld,
    undividedHeld,
    plain: median(best.plain),
    careful: median(best.careful),
  };
};

/** Equal shares may differ in their last digits. */
const ROUNDING = 1e-12;

type Tally = Parameters<typeof statementOf>[0];

interface Figures {
  readonly plain: number;
  readonly careful: number;
  readonly undivided: number;
}

/** One that remembers: the same counts come again and again. */
const statementsOf = ({ confirmed }: Collection, { design, draws }: Setting): ((tally: Tally) => Figures) => {
  const known = new Map<string, Figures>();
  return (tally) => {
    const key = JSON.stringify([tally.strata.map(({ sample, hits }) => [sample, hits]), tally.known]);
    const figures = known.get(key) ?? figuresOf(tally);
    known.set(key, figures);
    return figures;
  };

  function figuresOf(tally: Tally): Figures {
    const how = { confidence: CONFIDENCE, looks: design.looks, draws };
    const said = statementOf(tally, confirmed, how);
    const { plain, careful } = said.picked ?? said;
    const parts = tally.strata.filter(({ population, sample }) => sample < population).length || 1;
    const alpha = (1 - CONFIDENCE) * parts;
    const undivided = recallBound({ positives: confirmed, strata: tally.strata, alpha });
    return {
      plain: plain.recall!,
      careful: careful.recall!,
      undivided: undivided.recall!,
    };
  }
};

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
