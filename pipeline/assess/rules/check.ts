import {
  type Breach,
  type BreachPlace,
  type Manuscript,
  type Severity,
  type Span,
  sourceSpan,
} from '../../../model/index.js';
import { placeOf } from '../../segment/units.js';
import { sourcePlaceOf } from '../../source-place.js';
import { ownLevel } from '../assess.js';
import { type Found, isSubject, type Rule } from './rule.js';
import { type AssessedDocument, Company, type Subject, subjectOf } from './subject.js';
import { RULES } from './table.js';

/** Raise when the rules may say another thing of the same document. */
export const RULES_VERSION = '3';

/** Findings of one rule in one document that are told one by one; the others are named at the last of them. */
const MOST = 100;
/** Warnings that say the same, as on every row of a table of scores, are told one by one so often. */
const MOST_ALIKE = 10;
/** The longest stretch that is quoted as evidence, and of what stands around it on each side. */
const LONGEST_EVIDENCE = 300;
const REACH = 120;
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/**
 * The breaches of each document of a file, by place. Documents that stand together in one file (a notice and what it
 * issues) are asked together whether a duty is met. null for documents of a level that the rules do not speak to.
 */
export const findBreaches = (
  documents: readonly AssessedDocument[],
  manuscript: Manuscript,
): readonly (readonly Breach[] | null)[] => {
  const companies = companiesOf(documents);
  return documents.map((document, index) => {
    const level = ownLevel(document.regulation.header);
    if (!isSubject(level)) return null;
    const subject = subjectOf(document, level, companies[index]!);
    if (subject.provisions.length === 0) return [];
    const found = RULES.flatMap((rule) =>
      gathered([...foundBy(rule, subject)].map((each) => breachOf(each, rule, document, manuscript))),
    );
    return found.sort(byPlace);
  });
};

const foundBy = (rule: Rule, subject: Subject): Iterable<Found> =>
  rule.looksAt === 'document'
    ? rule.check(subject)
    : subject.provisions.flatMap((provision) => [...rule.check(provision, subject)]);

/** One company a root document, with all that is issued, attached or forwarded under it. */
const companiesOf = (documents: readonly AssessedDocument[]): readonly Company[] => {
  const roots: number[] = [];
  for (const [index, { regulation }] of documents.entries())
    roots.push(
      regulation.parent !== undefined && regulation.parent < index ? roots[regulation.parent]! : index,
    );
  const members = new Map<number, AssessedDocument[]>();
  for (const [index, root] of roots.entries()) {
    if (root === index) members.set(root, []);
    members.get(root)!.push(documents[index]!);
  }
  const companies = new Map([...members].map(([root, group]) => [root, new Company(group)] as const));
  return roots.map((root) => companies.get(root)!);
};

const breachOf = (
  found: Found,
  rule: Rule,
  { regulation }: AssessedDocument,
  manuscript: Manuscript,
): Breach => {
  const span = {
    start: found.span.start,
    end: Math.min(found.span.end, found.span.start + LONGEST_EVIDENCE),
  };
  const { text } = manuscript;
  const around = sentenceAround(text, span);
  return {
    rule: rule.id,
    severity: found.severity ?? rule.severity,
    article: rule.article,
    place: placeOf(regulation, span),
    sourcePlace: sourcePlaceOf(manuscript, span.start),
    span,
    ...(manuscript.sourceMap && { sourceSpan: sourceSpan(manuscript.sourceMap, span) }),
    evidence: text.slice(span.start, span.end),
    context: { start: around.start, text: text.slice(around.start, around.end) },
    message: found.message,
    suggestion: rule.suggestion,
  };
};

/** Up to the stops on both sides, or so far. */
const sentenceAround = (text: string, { start, end }: Span): Span => {
  let from = start;
  while (from > 0 && start - from < REACH && !/[。；\n]/u.test(text[from - 1]!)) from -= 1;
  let to = end;
  while (to < text.length && to - end < REACH && !/[。；\n]/u.test(text[to]!)) to += 1;
  return { start: from, end: to };
};

/** What says the same again is a further place of the first: every note, and the rest beyond what can be told singly. */
const gathered = (breaches: readonly Breach[]): Breach[] => {
  const kept: Breach[] = [];
  const also = new Map<Breach, BreachPlace[]>();
  const alike = new Map<string, { readonly first: Breach; count: number }>();
  for (const breach of breaches) {
    const key = `${breach.severity} ${breach.message}`;
    const known = alike.get(key);
    const enough = known !== undefined && known.count >= (breach.severity === 'note' ? 1 : MOST_ALIKE);
    const host = enough ? known.first : kept.length >= MOST ? kept[MOST - 1] : undefined;
    if (!host) {
      kept.push(breach);
      alike.set(key, { first: known?.first ?? breach, count: (known?.count ?? 0) + 1 });
      continue;
    }
    const places = also.get(host) ?? [];
    also.set(host, places);
    if (places.at(-1)?.span.start !== breach.span.start) places.push(placeIn(breach));
  }
  return kept.map((breach) => (also.has(breach) ? { ...breach, also: also.get(breach)! } : breach));
};

const placeIn = ({ place, sourcePlace, span, sourceSpan: source }: Breach): BreachPlace => ({
  place,
  sourcePlace,
  span,
  ...(source && { sourceSpan: source }),
});

const byPlace = (a: Breach, b: Breach): number =>
  a.span.start - b.span.start ||
  RANK[a.severity] - RANK[b.severity] ||
  (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
