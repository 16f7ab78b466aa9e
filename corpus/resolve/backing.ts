import type { Label, LabelBacking, Resolution } from '../../model/index.js';
import { articleCode, articleName, articleNumber } from '../articles.js';
import { type CreditFacts, creditFacts } from '../credit-articles.js';
import { measureKindsIn, measureLabels, measureName } from '../measures/find.js';
import type { MeasureId } from '../measures/kinds.js';
import { providesFor } from '../measures/provides.js';

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
    covered: readonly MeasureId[],
    reason: string,
  ): LabelBacking => ({
    label,
    says,
    wanted,
    covered,
    reason,
  });
  if (!statute) return build('unknown', [], '');
  const facts = creditFacts(statute.title, statute.territory, statute.date);
  if (articles.length === 0) {
    const naming = [...(facts?.articles ?? [])].filter(
      ([, { kinds }]) => coveredBy(kinds, label, wanted).length > 0,
    );
    if (naming.length === 0) return build('unknown', [], '未写明条款，是否规定此类措施须核对');
    const covered = wanted.filter((kind) => naming.some(([, { kinds }]) => kinds.includes(kind)));
    const whole = wanted.length === 0 || covered.length === wanted.length;
    const where = naming.slice(0, MOST_NAMED).map(([code]) => nameOf(code));
    return build(
      whole ? 'yes' : 'unknown',
      covered,
      `其中${where.join('、')}${naming.length > MOST_NAMED ? '等' : ''}规定了${names(covered, label)}`,
    );
  }
  const said = articles.map(({ cited, now, wording, exists }) =>
    exists === 'no' ? null : sayingOf(wording, knownOf(facts, now || cited), label, wanted),
  );
  const covered = wanted.filter((kind) => said.some((each) => each?.covered.includes(kind)));
  const any = said.some((each) => each?.says === 'yes');
  if (any && covered.length === wanted.length) {
    return build('yes', covered, `该条规定了${names(covered, label)}`);
  }
  if (covered.length > 0) {
    const missing = wanted.filter((kind) => !covered.includes(kind));
    return build('unknown', covered, `该条规定了${names(covered, label)}，未见规定${names(missing, label)}`);
  }
  if (said.every((each) => each?.says === 'no')) return build('no', [], `该条未规定此类措施`);
  if (said.some((each) => each?.read)) return build('unknown', [], '该条未写明此种措施');
  // Today's wording is not known; that of the version in force when the document was issued may be.
  const past = inForceThen && creditFacts(inForceThen.title, inForceThen.territory, inForceThen.date);
  const before = articles.flatMap(({ cited }) => {
    const known = past ? knownOf(past, cited) : null;
    return known === null || known === 'silent' ? [] : coveredBy(known, label, wanted);
  });
  return build(
    'unknown',
    [],
    before.length > 0
      ? `成文时的版本（${inForceThen!.date}版）该条规定了${names([...new Set(before)], label)}，现行版本是否仍然规定须核对`
      : '法规库中没有该条原文，是否规定此类措施须核对',
  );
};

/** What the catalogue knows of an article: its kinds of measure, that it has none, or nothing. */
type Known = readonly MeasureId[] | 'silent' | null;

const knownOf = (facts: CreditFacts | null, cited: string): Known => {
  const number = articleNumber(cited);
  if (!facts || !number) return null;
  const code = articleCode(number);
  return facts.articles.get(code)?.kinds ?? (facts.silent(code) ? 'silent' : null);
};

/** 第三十条 of 30, 第一百三十三条之一 of 133.1. */
const nameOf = (code: string): string => {
  const [article = 0, inserted = 0] = code.split('.').map(Number);
  return articleName([article, inserted]);
};

interface Saying {
  readonly says: 'yes' | 'no' | 'unknown';
  readonly covered: readonly MeasureId[];
  /** Whether the article's wording is known, here or to the catalogue. */
  readonly read: boolean;
}

const sayingOf = (
  wording: string | null,
  known: Known,
  label: Label,
  wanted: readonly MeasureId[],
): Saying => {
  if (wording?.trim()) {
    const covered = coveredBy(measureKindsIn(wording), label, wanted);
    const says = covered.length > 0 ? 'yes' : providesFor(wording, { measures: wanted, labels: [label] });
    return { says, covered, read: true };
  }
  if (known === null) return { says: 'unknown', covered: [], read: false };
  if (known === 'silent') return { says: 'no', covered: [], read: true };
  const covered = coveredBy(known, label, wanted);
  return { says: covered.length > 0 ? 'yes' : 'unknown', covered, read: true };
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
