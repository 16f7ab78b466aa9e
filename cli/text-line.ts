import { z } from 'zod';

export const id = z
  .union([z.string(), z.number()])
  .meta({ description: 'Given back as it came, to tell the answers apart.' });

/** One line on standard input of `classify`, `similar` and `cite`. Other members are ignored. */
export const textLine = z.object({
  id,
  text: z.string().meta({ description: 'A provision or passage as plain text.' }),
});
export type TextLine = z.infer<typeof textLine>;
