import { z } from 'zod';
import type { Label } from '../../model/index.js';

const LONGEST_TEXT = 50_000;
const LONGEST_WORDS = 1_000;

/** PostgreSQL takes no NUL. */
const withoutNul = (given: string): string => given.replaceAll('\0', '');

const words = z.string().max(LONGEST_WORDS).overwrite(withoutNul);
const text = z
  .string()
  .max(LONGEST_TEXT)
  .overwrite(withoutNul)
  .refine((given) => given.trim() !== '');
const labels = z.array(z.enum(['D', 'B', 'P', 'Q', 'R'] satisfies Label[])).optional();

/** One line of the file that `train --decisions` reads: what a person said of a text. Other members are ignored. */
export const decisionLine = z.object({
  text: text.meta({ description: 'The provision as it stood when it was judged.' }),
  confirmed: labels.meta({ description: 'Labels that it carries.' }),
  rejected: labels.meta({
    description: 'Labels that it does not carry; those named nowhere do not count as carried.',
  }),
  path: z
    .array(words)
    .max(20)
    .optional()
    .meta({ description: 'Title of the document and headings above, outermost first.' }),
  kind: words.optional().meta({ description: 'article, item, paragraph, text, row …' }),
  place: z.number().min(0).max(1).optional().meta({ description: 'How far down in its document.' }),
  source: words.optional().meta({ description: 'The file: what stands in one file is judged together.' }),
  who: words.optional(),
  at: z.iso.datetime({ offset: true }).optional().meta({ description: 'When it was judged.' }),
});
