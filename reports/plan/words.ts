import { inMarks, type Label, LEDGER_LABELS, type ReadUnit, VERDICT_WORDS } from '../../model/index.js';
import { citationWords } from '../ledger/from-analysis.js';
import { COUNTS_WORDS } from '../words.js';
import { known, type PlanRow, UNKNOWN } from './model.js';
import type { PlanProvision } from './provisions.js';

/** Which article of 国办发〔2020〕49号 asks for a ground of what a label stands for. */
const GROUND_ARTICLES: Readonly<Partial<Record<Label, string>>> = {
  D: '（一）',
  B: '（六）',
  P: '（九）',
};
/** Rules that find nothing but that a ground is missing. */
const GROUND_RULES: Readonly<Record<string, Label>> = {
  '49-1-disclosure-basis': 'D',
  '49-6-list-basis': 'B',
  '49-9-direct-citation': 'P',
};
const DIRECT_CITATION = '49-9-direct-citation';
const WRITE_GROUND =
  '写明所依据的法律、法规或者党中央、国务院政策文件的名称和条款；没有依据的，修改或者删除有关内容';
/** The place of an item that speaks of the whole document. */
export const WHOLE = '全文';
/** Suggested articles that are named. */
const MOST_SUGGESTIONS = 3;

/** What a person has said of the basis of the whole document: some, none on either side, or not yet. */
const rowGround = (row: PlanRow | null): 'some' | 'none' | 'unknown' => {
  const cells = row ? [row.nationalBasis.trim(), row.localBasis.trim()] : [];
  if (cells.includes('是')) return 'some';
  return cells.length > 0 && cells.every((cell) => cell === '否') ? 'none' : 'unknown';
};

/**
 * What is wrong with a provision, each sentence with the article that says so, numbered where there are several; [] where a
 * person's row answers it all.
 */
export const problemWords = (provision: PlanProvision, row: PlanRow | null): string[] => {
  const said = rowGround(row);
  const doubtful: number[] = [];
  const problems = provision.breaches.map(({ message, article, severity, rule }, index) => {
    const asksGround = rule in GROUND_RULES;
    // That no ground is cited stays true where a person knows of one.
    if (asksGround && rule !== DIRECT_CITATION && said === 'some')
      return `${message}（${article}）；台账填有依据，${UNKNOWN}`;
    // A warning is that something does not stand in this file; of a ground a person has already said more.
    if (severity === 'warning' && !(asksGround && said === 'none')) doubtful.push(index + 1);
    return `${message}（${article}）`;
  });
  const ground = groundProblem(provision, row);
  if (ground) problems.push(ground);
  const which = doubtful.length === problems.length ? '以上' : `第${doubtful.join('、')}项`;
  return [
    ...numbered(problems),
    ...(doubtful.length > 0 ? [`${which}属规则检查的警告，是否成立须结合其他文件核实（${UNKNOWN}）。`] : []),
  ];
};

/** That a ground is missing, or may be, where no breach has said it already; '' where there is nothing to say. */
const groundProblem = ({ breaches, unit, ground }: PlanProvision, row: PlanRow | null): string => {
  const said = rowGround(row);
  const open = ground === null || !unit ? [] : unsaidLabels(unit, breaches);
  if (open.length === 0 || said === 'some') return '';
  const articles = `国办发〔2020〕49号${open.map((label) => GROUND_ARTICLES[label]).join('')}`;
  if (ground === 'none') {
    const doubt = said === 'none' ? '' : `；依据栏尚未确认，${UNKNOWN}`;
    return `未见国家层面依据和地方性法规依据：${unended(unit!.assessment!.national.reason)}（${articles}）${doubt}`;
  }
  const filed = said === 'none' ? '台账填写为无国家层面依据、无地方性法规依据；' : '';
  return `${filed}本条的依据${UNKNOWN}${doubtOf(unit!)}（${articles}）`;
};

/** The unit's labels of whose ground no breach has spoken. */
const unsaidLabels = ({ classification }: ReadUnit, breaches: PlanProvision['breaches']): Label[] => {
  const said = new Set(breaches.map(({ rule }) => GROUND_RULES[rule]));
  return LEDGER_LABELS.filter((label) => classification.labels.includes(label) && !said.has(label));
};

const doubtOf = ({ assessment }: ReadUnit): string => {
  if (!assessment) return '';
  const { national, local } = assessment;
  return `：${unended(national.answer === 'unknown' || local.answer === 'no' ? national.reason : local.reason)}`;
};

/** Reasons end with a full stop or without one. */
const unended = (sentence: string): string => sentence.replace(/。$/u, '');

/** The grounds of a provision: those that it cites, then what the ledger says; articles to consider come last. */
export const basisWords = (unit: ReadUnit | null, row: PlanRow | null): string[] => {
  const cited = (unit?.assessment?.weighed ?? []).flatMap(({ citation, counts, verdict }) => {
    const name = citationWords(citation);
    const isGround = citation.role === 'basis' || citation.role === 'applied';
    return name && isGround ? [`${name}（${COUNTS_WORDS[counts]}，${VERDICT_WORDS[verdict]}）`] : [];
  });
  const filed = row?.basisContent.trim() ?? '';
  const said = rowGround(row);
  const ledger =
    filed !== '' && filed !== '无'
      ? [`台账填写：${filed}`]
      : cited.length > 0
        ? []
        : [said === 'none' ? '无' : UNKNOWN];
  const offered = (unit?.assessment?.suggestions ?? []).slice(0, MOST_SUGGESTIONS);
  return [
    ...new Set(cited),
    ...ledger,
    ...offered.map(({ statute, article }) => `可供参考（${UNKNOWN}）：${inMarks(statute.title)}${article}`),
  ];
};

/** What is to be done, by the row's 处置方式 and what the broken rules advise. */
export const measureWords = (
  place: string,
  { breaches, ground }: Pick<PlanProvision, 'breaches' | 'ground'>,
  row: PlanRow | null,
): string[] => {
  const advice = [...new Set(breaches.map(({ suggestion }) => suggestion))];
  const groundSaid = breaches.some(({ rule }) => rule in GROUND_RULES);
  if ((ground !== null && !groundSaid) || advice.length === 0) advice.push(WRITE_GROUND);
  switch (row?.disposal.trim() ?? '') {
    case '修订':
      return [`修订${place === WHOLE ? '有关条款' : place}。`, ...numbered(advice)];
    case '废止':
      return ['按规定程序废止本文件，不再执行所列措施。'];
    case '立法':
      return [
        '提请通过立法明确依据；依据明确前不执行所列措施。',
        ...(breaches.length > 0 ? ['立法时一并解决：', ...numbered(advice)] : []),
      ];
    case '保留':
      return [...numbered(advice), '台账的处置方式为“保留”，与所列问题不一致，请复核。'];
    default:
      return [`处置方式：${known(row?.disposal)}。可以采取的措施：`, ...numbered(advice)];
  }
};

const numbered = (sentences: readonly string[]): string[] => {
  const ended = sentences.map((each) => each.replace(/[。；]?$/u, '。'));
  return ended.length > 1 ? ended.map((each, index) => `${index + 1}．${each}`) : ended;
};

/** Of a document that is to be changed while nothing is known against any single provision. */
export const wholeProblem = (row: PlanRow): string =>
  rowGround(row) === 'none'
    ? '台账填写为无国家层面依据、无地方性法规依据（国办发〔2020〕49号（一）（六）（九））'
    : UNKNOWN;
