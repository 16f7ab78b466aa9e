import { confirmedJudgements } from '../../review/index.js';
import { type Judgement, logHead, type Store, scannedCollections } from '../../store/index.js';

/** What persons have said in the review of every output folder that a database knows, in rows that stand confirmed. */
export const reviewedJudgements = async (
  store: Store,
): Promise<{ readonly judgements: readonly Judgement[]; readonly passedOver: number }> => {
  // Most databases of a first training have no decisions: then nothing is opened.
  if ((await logHead(store)).seq === 0) return { judgements: [], passedOver: 0 };
  const found = [];
  for (const collection of await scannedCollections(store))
    found.push(await confirmedJudgements({ store, collection }));
  return {
    judgements: found.flatMap(({ judgements }) => judgements),
    passedOver: found.reduce((sum, { passedOver }) => sum + passedOver.length, 0),
  };
};
