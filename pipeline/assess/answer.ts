import { levelName } from '../../corpus/index.js';
import { findBlanketReferences } from '../../extractors/citations/index.js';
import type { BasisAnswer, CitationRole, Label, LegalLevel } from '../../model/index.js';
import {
  type Found,
  groundOf,
  isRefuted,
  join,
  provides,
  refutedWords,
  said,
  speaks,
  together,
} from './grounds.js';
import { citationName, LABEL_SUBJECTS, type Side, type Weighed } from './weigh.js';

/** What both basis questions for one provision are answered from. */
export interface Question {
  /** The provision's text. */
  readonly text: string;
  /** It cites, but only the document itself. */
  readonly selfOnly: boolean;
  /** The ledger labels it carries; at least one. */
  readonly labels: readonly Label[];
  /** Those under which it names a kind of measure. */
  readonly measured: readonly Label[];
  readonly direct: readonly Found[];
  /** The grounds of the whole document. */
  readonly enacting: readonly Weighed[];
  /** The level of the document that the provision stands in. */
  readonly level: LegalLevel;
}

/**
 * Why an answer is unknown. place: something that counts is cited, but not as the ground of this measure, so that the
 * text has to change whatever the check shows; document: it is cited as the ground, but whether it counts is not known.
 */
export type Doubt = 'place' | 'document';

export interface Answered {
  readonly answer: BasisAnswer;
  /** null unless the answer is unknown. */
  readonly doubt: Doubt | null;
}

const SIDE_NAME: Readonly<Record<Side, string>> = {
  national: '法律、行政法规或者党中央、国务院政策文件',
  local: '地方性法规',
};
const WEIGHT: Readonly<Record<CitationRole, number>> = {
  basis: 0,
  applied: 1,
  mention: 2,
  violated: 3,
  object: 4,
  repealed: 5,
};

/** Levels of the documents that are national grounds themselves: 国办发〔2020〕49号（一）（六）（九）. */
export const NATIONAL_LEVELS: readonly LegalLevel[] = ['law', 'administrative-regulation', 'central-policy'];

/** yes, no or unknown for one side, with the reason in words. A wrong yes is the worse error: in doubt, unknown. */
export const answerOf = (side: Side, question: Question): Answered => {
  const { labels, direct, enacting, level } = question;
  const here = direct.filter((found) => found.could.includes(side) && speaks(found));
  const sure = here.filter(({ role, doubtful }) => role === 'basis' && !doubtful);

  // CASE 1: every measure of the provision rests on a directly cited article that provides for it. A label for which
  // the provision names no measure only refers to records or lists: it stands and falls with the others.
  const doing = labels.filter((label) => question.measured.includes(label));
  const grounds = (doing.length > 0 ? doing : labels).map((label) => groundOf(label, sure));
  if (grounds.every(({ says }) => says === 'yes')) {
    const used = [...new Set(grounds.flatMap(({ by }) => by.filter(({ weighed }) => provides(weighed))))];
    const reason = `本条直接援引${join(used.map(({ words }) => words))}，${together(grounds.map((each) => each.reason))}`;
    return { answer: { answer: 'yes', reason }, doubt: null };
  }
  // CASE 2: the document is itself what others rest on.
  if (NATIONAL_LEVELS.includes(level)) {
    return side === 'local'
      ? { answer: { answer: 'no', reason: '本文件属国家层面文件，不以地方性法规为依据' }, doubt: null }
      : unknown(
          `本文件自身属${levelName(level)}，即国办发〔2020〕49号（一）（六）（九）所列可作依据的文件，是否还需填写依据由人工判断`,
          'document',
        );
  }
  // CASE 3: every measure has its ground named, and what the cited articles say of it is open.
  if (grounds.every(({ says, by }) => says !== 'no' && by.length > 0)) {
    const open = grounds.filter(({ says }) => says !== 'yes');
    const names = join(sure.map(({ words }) => words));
    return unknown(`本条直接援引${names}；${join(open.map((each) => each.reason))}`, 'document');
  }
  // CASE 4: something that counts, or may count, is cited here, but not so that it settles the question.
  const open = here.filter((found) => found.doubtful || !isRefuted(found, labels));
  if (open.length > 0) {
    // One doubt a document is enough, that of its weightiest place.
    const first = new Map<string, string>();
    for (const found of [...open].sort((a, b) => WEIGHT[a.role] - WEIGHT[b.role])) {
      const { title, number } = found.weighed.citation;
      const name = title || number;
      if (!first.has(name)) first.set(name, doubtIn(found, labels));
    }
    const named = open.filter(({ role, beside }) => role === 'basis' && beside.length === labels.length);
    return unknown(join([...first.values()], '；'), named.length > 0 ? 'document' : 'place');
  }
  // CASE 5: the grounds of the whole document name something that counts or may count.
  const general = enacting.filter(({ could }) => could.includes(side));
  if (general.length > 0) {
    const names = join(general.map(({ words }) => words));
    const told = join(general.map(said).filter(Boolean));
    const check = told ? `；${told}` : '，需核对其是否规定了此类措施';
    return unknown(`制定依据援引了${names}，但本条未直接援引${check}`, 'place');
  }
  // CASE 6: criteria of a nationwide list may for now rest on a ministry's rule.
  const exception = side === 'national' ? listException(question) : '';
  if (exception && labels.length === 1) return unknown(exception, 'document');

  // CASE 7: nothing that could be a basis.
  const why = refutedWords(here, labels) || whyNone(side, question);
  const more = exception ? `；其中名单认定标准：${exception}` : '';
  const own = side === 'local' && level === 'local-regulation' ? OWN_LOCAL : '';
  return { answer: { answer: 'no', reason: `${why}${more}${own}` }, doubt: null };
};

/** The first sample row of the form, a city's 条例, says 否 to both questions; the rules name 地方性法规 as a ground. */
const OWN_LOCAL =
  '；本文件自身为地方性法规，按发改办财金〔2021〕15号附件1示例预填“否”，自身可否作为依据请人工判断（国办发〔2020〕49号（一）（七）（九））';

const unknown = (reason: string, doubt: Doubt): Answered => ({
  answer: { answer: 'unknown', reason },
  doubt,
});

/** Why a citation that may count does not settle the question. */
const doubtIn = (found: Found, labels: readonly Label[]): string => {
  const { role, doubtful, beside, words } = found;
  const told = said(found) && `（${said(found)}）`;
  if (role === 'violated') return `${words}是被违反的文件，未写明它是采取此类措施的依据，需核对${told}`;
  if (role === 'applied') return `${words}是行政处罚等处理的依据，是否也规定了此类措施需核对${told}`;
  if (role === 'mention') {
    return `本条提到${words}，但未写明“根据”“依照”其规定采取此类措施，需核对${told}`;
  }
  if (doubtful) return `本条援引${words}，需核对`;
  const apart = labels.filter((label) => !beside.includes(label)).map((label) => LABEL_SUBJECTS[label]);
  return `${words}未与${apart.join('、')}内容直接相连，是否为其依据需核对`;
};

/** 国办发〔2020〕49号（七）: a list in force nationwide may for now have its criteria in a 部门规章. '' where not so. */
const listException = ({ labels, direct, level }: Question): string => {
  const rule = direct.find(({ weighed }) => weighed.level === 'departmental-rule');
  if (!labels.includes('B') || (level !== 'departmental-rule' && !rule)) return '';
  const source = rule ? `本条援引的${citationName(rule.weighed.citation)}` : '本文件';
  return `${source}为部门规章，全国范围内名单的认定标准暂可由部门规章确定（国办发〔2020〕49号（七）），是否属此情形需人工判断`;
};

const whyNone = (side: Side, { text, selfOnly, direct, enacting }: Question): string => {
  const neither = direct.filter(({ could }) => could.length === 0);
  if (neither.length > 0) return `本条援引${join(neither.map(({ words }) => words))}`;
  const blanket = findBlanketReferences(text)[0]?.text;
  if (blanket) {
    return `本条只有“${blanket}”一类笼统引用，未指明文件和条款（国办发〔2020〕49号（九）要求直接援引）`;
  }
  if (direct.some(({ could, weighed }) => could.length > 0 && weighed.level !== 'unknown')) {
    return side === 'local'
      ? '本条援引的是国家层面文件，未援引地方性法规'
      : '本条援引的是地方性法规，未援引国家层面文件';
  }
  if (selfOnly) return `本条只援引本文件自身的条款，文件自身不能作为依据，未援引${SIDE_NAME[side]}`;
  const general = enacting.filter(({ could }) => could.length === 0);
  return general.length > 0
    ? `本条未援引${SIDE_NAME[side]}，制定依据中只有${join(general.map(({ words }) => words))}`
    : `本条及制定依据均未援引${SIDE_NAME[side]}`;
};
