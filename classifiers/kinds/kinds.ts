import type {
  ActorKind,
  BlacklistKind,
  DisclosureKind,
  Kinds,
  Label,
  PunishmentKind,
  SubjectKind,
} from '../../model/index.js';
import { actorsOf } from './actors.js';
import { blacklistOf } from './blacklist.js';
import { disclosureOf } from './disclosure.js';
import { Said } from './find.js';
import { piecesOf } from './passage.js';
import { punishmentOf } from './punishment.js';
import { subjectOf } from './subject.js';

/** Raise when the kinds of the same text may change: cached analyses are then made again. */
export const KINDS_VERSION = '1';

/**
 * What a provision that carries labels orders, whom it hits and who acts, each with the words that say so. Pure: the
 * same input gives the same kinds.
 *
 * @param input the text, and the words that introduce the list of which it is one entry.
 * @param labels what the classifier or a person gave to the text; kinds are looked for under these alone.
 */
export const kindsOf = (
  input: { readonly text: string; readonly lead?: string },
  labels: readonly Label[],
): Kinds => {
  const { text } = input;
  const lead = input.lead ?? '';
  const pieces = piecesOf(text, lead);
  const said = <Kind extends string>(): Said<Kind> => new Said<Kind>(text, lead);
  const has = (label: Label): boolean => labels.includes(label);
  return {
    punishment: has('P') ? punishmentOf(pieces, has('Q'), said<PunishmentKind>()) : [],
    disclosure: has('D') ? disclosureOf(pieces, said<DisclosureKind>()) : [],
    blacklist: has('B') ? blacklistOf(pieces, said<BlacklistKind>()) : [],
    subject: subjectOf(pieces, labels, () => said<SubjectKind>()),
    actors: actorsOf(pieces, said<ActorKind>()),
  };
};
