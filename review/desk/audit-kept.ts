import { followedItems } from '../../audit/index.js';
import type { AuditReport, AuditRound, FollowedItem, RoundMark } from '../../model/index.js';
import { progressWords, resultWords, scopeWords } from '../../reports/index.js';
import { auditRevision, repliesOf, roundsOf } from '../../store/index.js';
import { NotFound } from '../errors.js';
import type { DeskContext } from './context.js';

/** A comparison without its items and matches, which are many. */
export interface KeptRound extends RoundMark {
  readonly facts: Pick<AuditReport, 'ledgers' | 'since' | 'units' | 'issuer'>;
  readonly words: readonly string[];
  readonly items: number;
}

/** What is kept of a collection's comparisons while nothing comes to them. */
export interface KeptAudits {
  /** The oldest first. */
  readonly rounds: readonly KeptRound[];
  /** What has become of every item, as `followedItems` says. */
  readonly items: readonly FollowedItem[];
  /** The comparisons that have found an item, by its id, ascending. */
  readonly foundIn: ReadonlyMap<string, readonly number[]>;
}

const KEPT = new WeakMap<DeskContext, { readonly revision: string; readonly made: Promise<KeptAudits> }>();

/** Every comparison and what was said: read once, not for every page and filter. */
export const keptAudits = async (context: DeskContext): Promise<KeptAudits> => {
  const revision = await auditRevision(context.store, context.collection);
  const known = KEPT.get(context);
  if (known?.revision === revision) return known.made;
  const made = readAudits(context);
  KEPT.set(context, { revision, made });
  made.catch(() => KEPT.delete(context));
  return made;
};

const readAudits = async ({ store, collection }: DeskContext): Promise<KeptAudits> => {
  const rounds = await roundsOf(store, collection);
  const items = followedItems(rounds, await repliesOf(store, collection));
  const foundIn = new Map<string, number[]>();
  for (const { number, report } of rounds)
    for (const { id } of report.items) foundIn.set(id, [...(foundIn.get(id) ?? []), number]);
  return { rounds: rounds.map((round) => keptRound(round, items)), items, foundIn };
};

const keptRound = ({ number, at, report }: AuditRound, items: readonly FollowedItem[]): KeptRound => {
  const { ledgers, since, units, issuer } = report;
  const words = [
    ...scopeWords(report),
    resultWords(report),
    progressWords(report, { round: { number, at }, items }),
  ];
  return {
    number,
    at,
    facts: { ledgers, since, units, issuer },
    words: words.filter(Boolean),
    items: report.items.length,
  };
};

/** @throws NotFound where no comparison has the number. */
export const mustHave = <T extends RoundMark>(rounds: readonly T[], number: number): T => {
  const found = rounds.find((each) => each.number === number);
  if (!found) throw new NotFound('没有这次核对', '请返回台账核对页重新选择');
  return found;
};
