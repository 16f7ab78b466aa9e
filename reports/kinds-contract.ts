import { z } from 'zod';
import {
  ACTOR_KINDS,
  BLACKLIST_KINDS,
  DISCLOSURE_KINDS,
  type Kinds,
  PUNISHMENT_KINDS,
  type SaidKind,
  SUBJECT_KINDS,
} from '../model/index.js';

const offset = z.int().nonnegative();
const words = z.array(
  z.strictObject({
    start: offset,
    end: offset,
    text: z.string(),
    in: z.enum(['text', 'lead']).meta({
      description:
        'Where the offsets count: in the provision, or in the words that introduce the list of which it is one entry.',
    }),
  }),
);
const said = <Kind extends string>(kinds: readonly [Kind, ...Kind[]]) =>
  z.strictObject({ kind: z.enum(kinds), words });

/** What exactly a provision with labels orders. */
export const kinds = z
  .strictObject({
    punishment: z.array(said(PUNISHMENT_KINDS)).meta({
      description: 'The measures under P; 其他 also where the words of none were found, then without words.',
    }),
    disclosure: z
      .array(said(DISCLOSURE_KINDS))
      .meta({ description: 'What is done with information, under D.' }),
    blacklist: z.array(said(BLACKLIST_KINDS)).meta({ description: 'What is done with a list, under B.' }),
    subject: said(SUBJECT_KINDS).meta({ description: 'Whom it hits.' }),
    actors: z.array(said(ACTOR_KINDS)).meta({ description: 'Who acts.' }),
  })
  .meta({ description: 'With the first of the words that say each kind.' });

/** Kinds with the members of the contract and no others. */
export const kindsLine = ({
  punishment,
  disclosure,
  blacklist,
  subject,
  actors,
}: Kinds): z.infer<typeof kinds> => ({
  punishment: punishment.map(saidLine),
  disclosure: disclosure.map(saidLine),
  blacklist: blacklist.map(saidLine),
  subject: saidLine(subject),
  actors: actors.map(saidLine),
});

const saidLine = <Kind extends string>({ kind, words }: SaidKind<Kind>) => ({
  kind,
  words: words.map(({ start, end, text, in: place }) => ({ start, end, text, in: place })),
});
