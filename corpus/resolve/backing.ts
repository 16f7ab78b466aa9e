import type { Label, LabelBacking, Resolution } from '../../model/index.js';
import { articleCode, articleName, articleNumber } from '../articles.js';
import { type CreditFacts, creditFacts } from '../credit-articles.js';
import { measureLabels, measureName } from '../measures/find.js';
import type { MeasureId } from '../measures/kinds.js';
import { providedKinds } from '../measures/provided.js';
import { providesFor } from '../measures/provides.js';
import { citedPart } from './paragraphs.js';

/** The kinds of measure of a provision, by ledger label. */
export type ProvisionMeasures = ReadonlyMap<Label, readonly MeasureId[]>;

const MOST_NAMED = 4;

/**
 * What the cited articles say of the measures under each label: by their wording where it is at hand, else by what the
 * catalogue knows of them. Nothing is asserted of an article that neither has.
 */
export const backingOf = (resolution: Resolution, measures: ProvisionMeasures): readonly LabelBacking[] =>
  [...measures].map(([label, wanted]) => backingOfLabel(resolution, label, wanted));

const backingOfLabel = (
  { statute, articles, inForceThen }: Resolution,
  label: Label,
  wanted: readonly MeasureId[],
): LabelBacking => {
  const build = (
    says: LabelBacking['says'],
    reason: string,
    covered: readonly MeasureId[] = [],
    where: readonly string[] = [],
  ): LabelBacking => ({ label, says, wanted, covered, articles: where, reason });
  if (!statute) return build('unknown', '');
  const facts = creditFacts(statute.title, statute.territory, statute.date);
  if (articles.length === 0) {
    // 国办发〔2020〕49号（九） asks for the article: a statute as a whole is a hint where to look, no more.
    const naming = [...(facts?.articles ?? [])].filter(
      ([, fact]) => coveredBy(factKinds(fact, label), label, wanted).length > 0,
    );
    if (naming.length === 0) return build('unknown', '未写明条款，是否规定此类措施须核对');
    const covered = wanted.filter((kind) => naming.some(([, fact]) => factKinds(fact, label).includes(kind)));
    const where = naming.slice(0, MOST_NAMED).map(([code]) => nameOf(code));
    const more = naming.length > MOST_NAMED ? '等' : '';
    return build(
      'unknown',
      `其中${where.join('、')}${more}规定了${names(covered, label)}，未写明条款，请补写`,
      covered,
      where,
    );
  }
  const said = articles.map(({ cited, now, wording, exists }) => ({
    cited,
    ...(exists === 'no'
      ? UNREAD
      : sayingOf(cited, wording, knownOf(facts, now || cited, label), label, wanted)),
  }));
  const covered = wanted.filter((kind) => said.some((each) => each.covered.includes(kind)));
  const where = said.filter((each) => each.covered.length > 0).map(({ cited }) => cited);
  if (wanted.length > 0 && covered.length === wanted.length) {
    return build('yes', `该条规定了${names(covered, label)}`, covered, where);
  }
  if (covered.length > 0) {
    const missing = wanted.filter((kind) => !covered.includes(kind));
    return build(
      'unknown',
      `该条规定了${names(covered, label)}，未见规定${names(missing, label)}`,
      covered,
      where,
    );
  }
  if (said.some(({ forbids }) => forbids))
    return build('unknown', '该条提到此类措施，但属禁止性、限制性规定，须核对');
  if (said.every(({ says }) => says === 'no')) return build('no', '该条未规定此类措施');
  if (wanted.length === 0) return build('unknown', '本条的具体措施未能识别，所引条文是否为其依据须核对');
  if (said.some(({ read }) => read)) return build('unknown', '该条未写明此种措施');
  // Today's wording is not known; that of the version in force when the document was issued may be.
  const past = inForceThen && creditFacts(inForceThen.title, inForceThen.territory, inForceThen.date);
  const before = articles.flatMap(({ cited }) => {
    const known = past ? knownOf(past, cited, label) : null;
    return known === null || known === 'silent' ? [] : coveredBy(known, label, wanted);
  });
  return build(
    'unknown',
    before.length > 0
      ? `成文时的版本（${inForceThen!.date}版）该条规定了${names([...new Set(before)], label)}，现行版本是否仍然规定须核对`
      : '法规库中没有该条原文，是否规定此类措施须核对',
  );
};

/** What the catalogue knows of an article: its kinds of measure, that it has none, or nothing. */
type Known = readonly MeasureId[] | 'silent' | null;

const knownOf = (facts: CreditFacts | null, cited: string, label: Label): Known => {
  const number = articleNumber(cited);
  if (!facts || !number) return null;
  const code = articleCode(number);
  const fact = facts.articles.get(code);
  if (fact) return factKinds(fact, label);
  return facts.silent(code) ? 'silent' : null;
};

/** A kind counts where the article carries the label itself: one that only names the measure may forbid it. Q is P without the word. */
const factKinds = (
  { labels, kinds }: { readonly labels: readonly Label[]; readonly kinds: readonly MeasureId[] },
  label: Label,
): readonly MeasureId[] => (labels.includes(label) || (label === 'P' && labels.includes('Q')) ? kinds : []);

/** 第三十条 of 30, 第一百三十三条之一 of 133.1. */
const nameOf = (code: string): string => {
  const [article = 0, inserted = 0] = code.split('.').map(Number);
  return articleName([article, inserted]);
};

interface Saying {
  readonly says: 'yes' | 'no' | 'unknown';
  readonly covered: readonly MeasureId[];
  /** It names a wanted kind only to forbid it. */
  readonly forbids: boolean;
  /** Whether the article's wording is known, here or to the catalogue. */
  readonly read: boolean;
}

const UNREAD: Saying = { says: 'unknown', covered: [], forbids: false, read: false };

const sayingOf = (
  cited: string,
  wording: string | null,
  known: Known,
  label: Label,
  wanted: readonly MeasureId[],
): Saying => {
  const part = wording?.trim() ? citedPart(wording, cited) : null;
  if (part !== null) {
    const { provided, forbidden } = providedKinds(part);
    const covered = coveredBy(provided, label, wanted);
    const says = covered.length > 0 ? 'yes' : providesFor(part, { measures: wanted, labels: [label] });
    const forbids = covered.length === 0 && coveredBy(forbidden, label, wanted).length > 0;
    return {
      says: forbids || says === 'yes' ? (covered.length > 0 ? 'yes' : 'unknown') : says,
      covered,
      forbids,
      read: true,
    };
  }
  if (known === null) return UNREAD;
  if (known === 'silent') return { says: 'no', covered: [], forbids: false, read: true };
  const covered = coveredBy(known, label, wanted);
  return { says: covered.length > 0 ? 'yes' : 'unknown', covered, forbids: false, read: true };
};

/** The wanted kinds among those of an article; where the provision names none, those of the label. */
const coveredBy = (kinds: readonly MeasureId[], label: Label, wanted: readonly MeasureId[]): MeasureId[] =>
  wanted.length > 0
    ? wanted.filter((kind) => kinds.includes(kind))
    : kinds.filter((kind) => measureLabels(kind).includes(label));

const LABEL_WORDS: Readonly<Partial<Record<Label, string>>> = {
  D: '信用信息的记录、共享、公开',
  B: '名单认定',
  P: '失信惩戒',
};

const names = (kinds: readonly MeasureId[], label: Label): string =>
  kinds.length > 0 ? kinds.map(measureName).join('、') : (LABEL_WORDS[label] ?? '此类措施');
