import { compactForm } from '../../../classifiers/index.js';
import {
  type Evidence,
  type Label,
  type LegalLevel,
  type ReadDocument,
  type ReadUnit,
  type Severity,
  type Span,
  shift,
} from '../../../model/index.js';
import { isPurpose } from '../enacting-clause.js';
import { type Sentence, sentencesOf } from './sentences.js';

/** A document after assessment. */
export type AssessedDocument = Pick<ReadDocument, 'regulation' | 'units'>;

/** A provision with its sentences. */
export interface ProvisionText {
  readonly read: ReadUnit;
  readonly sentences: readonly Sentence[];
  readonly has: (label: Label) => boolean;
}

/** What a rule is asked about: one document, in the company of those that stand with it in the file. */
export interface Subject {
  readonly level: LegalLevel;
  /** Its title, compact; '' where there is none. */
  readonly title: string;
  /** Its title says that credit is what it is about. */
  readonly isAboutCredit: boolean;
  /** A plan, a list of tasks, a speech, a report: it announces rules and makes none. */
  readonly isPlan: boolean;
  /** The provisions that speak of credit, purpose clauses left out. */
  readonly provisions: readonly ProvisionText[];
  /** Whether a pattern holds anywhere in the document or in its company: a duty met in the one is met for all. */
  readonly says: (pattern: RegExp) => boolean;
}

/** No provision without one of these words breaks a rule. */
const SPEAKS = /信用|失信|诚信|守信|征信|名单|名录|惩戒|修复|个人信息|积分|不良记录|黑榜|曝光/u;
const PLAN =
  /(?:工作(?:要点|方案|计划|安排|总结|报告|任务)|实施方案|行动(?:方案|计划)|规划|纲要|计划|分工|总结|讲话|解读|答记者问|倡议书?|公示|征求意见的?(?:通知|公告)|要点|纪要|须知|问答)(?:[（(][^（）()]{1,20}[）)])?(?:的(?:通知|函|意见|公告))?$/u;

/** 信用证, 信用卡, 信用社 … speak of banking. */
const CREDIT_TITLE =
  /(?<!电)信用(?!证|卡|社|合作|联社|担保|贷|保险|风险|债)|失信|守信|诚信|征信|黑名单|联合惩戒|联合奖惩|积分/u;

/** What the documents of one file say together, asked once for each pattern. */
export class Company {
  readonly #texts: readonly string[];
  readonly #known = new Map<RegExp, boolean>();

  constructor(documents: readonly AssessedDocument[]) {
    this.#texts = documents.flatMap(({ units }) => units.map(({ unit }) => compactForm(unit.text)));
  }

  says(pattern: RegExp): boolean {
    const known = this.#known.get(pattern);
    if (known !== undefined) return known;
    const said = this.#texts.some((text) => pattern.test(text));
    this.#known.set(pattern, said);
    return said;
  }
}

export const subjectOf = (document: AssessedDocument, level: LegalLevel, company: Company): Subject => {
  const title = compactForm(document.regulation.header.title?.value ?? '');
  return {
    level,
    title,
    isAboutCredit: CREDIT_TITLE.test(title),
    isPlan: PLAN.test(title),
    provisions: document.units
      .filter((read) => read.classification.labels.length > 0 || SPEAKS.test(compactForm(read.unit.text)))
      .filter((read) => !isPurpose(read))
      .map((read) => ({
        read,
        sentences: sentencesOf(read),
        has: (label) => read.classification.labels.includes(label),
      })),
    says: (pattern) => company.says(pattern),
  };
};

/**
 * A duty that another document may meet: a warning; a note where the document only announces rules, or is a
 * 地方性法规, which may leave the procedure to rules under it.
 */
export const dutySeverity = ({ isPlan, level }: Subject): Severity =>
  isPlan || level === 'local-regulation' ? 'note' : 'warning';

/** The words of a unit that carried a label, in Manuscript.text: the first that the test takes; null where none. */
export const evidenceSpan = (
  { unit, classification }: ReadUnit,
  label: Label,
  takes: (evidence: Evidence) => boolean = () => true,
): Span | null => {
  const found = classification.evidence.find(
    (evidence) => evidence.label === label && evidence.end > evidence.start && takes(evidence),
  );
  return found ? shift(found, unit.span.start) : null;
};
