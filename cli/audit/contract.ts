import { z } from 'zod';

const count = z.int().nonnegative();
const share = z.number().gt(0).lt(1);

/** Standard output of `audit plan --json`. */
export const auditPlan = z.strictObject({
  population: count.meta({ description: 'Provisions that nobody has flagged.' }),
  positives: count.meta({ description: 'Confirmed ones beside them.' }),
  recall: share.meta({ description: 'What is to be shown.' }),
  confidence: share,
  sizes: z.array(
    z.strictObject({
      hits: count.meta({ description: 'Misses that the sample may turn out to hold.' }),
      sample: count.nullable().meta({
        description: 'How many to draw, the least that shows the recall; null where no sample does.',
      }),
    }),
  ),
});
