import { levelName } from '../../corpus/index.js';
import type { DisposalProposal, LegalLevel, Regulation } from '../../model/index.js';
import { NATIONAL_LEVELS } from './answer.js';
import type { Standing } from './basis.js';

/** 信用证, 信用卡, 信用社 … speak of banking. */
const CREDIT_TITLE =
  /信用(?!证|卡|社|合作|联社|担保|贷|保险|风险|债)|失信|守信|诚信|黑名单|红黑名单|联合惩戒|联合奖惩|经营异常名录|征信/u;
/** Rules of repair have to be made: 国办发〔2020〕49号（十一）. They are revised, not repealed. */
const REPAIR_TITLE = /(?:信用|失信)[\p{Script=Han}]{0,6}修复/u;
const DRAFT_TITLE = /征求意见稿|送审稿|讨论稿|草案/u;

/** A provision that needs a ground. */
export interface Measure {
  readonly standing: Standing;
  /** It carries P: 国办发〔2020〕49号（九） asks that its ground be cited directly. */
  readonly punishes: boolean;
}

/** What a proposal is made from. */
export interface DisposalQuestion {
  readonly regulation: Regulation;
  /** The document's own level. */
  readonly level: LegalLevel;
  readonly measures: readonly Measure[];
  /** All units. */
  readonly total: number;
}

/**
 * The proposed 处置方式 for a document, by the notes below the form of 发改办财金〔2021〕15号; null where no unit is
 * flagged. 立法 is never proposed: only a person can plan legislation. Where an open question leaves one disposal
 * whatever its answer, that one is proposed, with what has to be checked; docs/decisions/basis-first-form.md.
 */
export const proposeDisposal = (question: DisposalQuestion): DisposalProposal | null => {
  const { measures, level, regulation } = question;
  if (measures.length === 0) return null;
  const { disposal, reason } = NATIONAL_LEVELS.includes(level) ? ofNational(level) : proposalFor(question);
  return { disposal, reason: `${reason}${caveat(level, regulation)}` };
};

const ofNational = (level: LegalLevel): DisposalProposal => ({
  disposal: null,
  reason: `本文件属${levelName(level)}。清理的是有关部门和单位出台的措施（发改办财金〔2021〕15号一）：不由报送单位出台的不列入台账，请删去本行；由报送单位出台的，请人工判断`,
});

const proposalFor = (question: DisposalQuestion): DisposalProposal => {
  const { measures, level } = question;
  const count = (standing: Standing): number => measures.filter((each) => each.standing === standing).length;
  const [yes, no, unsaid, doubtful] = [count('yes'), count('no'), count('unsaid'), count('doubtful')];
  if (yes === measures.length) {
    return {
      disposal: '保留',
      reason: `涉及的${yes}处规定${all(yes)}直接援引了依据；请核对所引条文后确认保留`,
    };
  }
  if (no === measures.length) return withoutBasis(question);
  const found = `涉及的${measures.length}处规定${inWords([
    [yes, '直接援引了依据，可以保留'],
    [no, '缺乏依据，须修改或者删除'],
    [unsaid, '可能有依据但未直接援引，核对有依据的补充写明具体条款，没有的修改或者删除'],
    [doubtful, '所引文件能否作为依据待核实'],
  ])}`;
  if (no + unsaid === 0) {
    return { disposal: null, reason: `${found}：能作为依据的填“保留”，不能的填“修订”或者“废止”` };
  }
  // A 地方性法规 is a ground itself and need not cite one: what it rests on decides between 保留 and 修订.
  if (level === 'local-regulation' && no === 0) {
    return {
      disposal: null,
      reason: `涉及的${measures.length}处规定未全部直接援引确定的依据。地方性法规自身可作依据，不必逐条援引（国办发〔2020〕49号（一）（七）（九））：与上位法一致的填“保留”，不一致的填“修订”`,
    };
  }
  const about = mainContent(question);
  if (about && yes === 0) {
    return {
      disposal: null,
      reason: `${found}。${about}：核对后有依据的填“修订”，均无依据的填“废止”`,
    };
  }
  return { disposal: '修订', reason: `${found}${citedDirectly(measures)}` };
};

/** 均 where there are several of which something holds. */
const all = (count: number): string => (count > 1 ? '均' : '');

/** 均… where one holds for all, else 中，1处…；2处…. */
const inWords = (counts: readonly (readonly [count: number, words: string])[]): string => {
  const present = counts.filter(([count]) => count > 0);
  const [only, ...others] = present;
  return only && others.length === 0
    ? `${all(only[0])}${only[1]}`
    : `中，${present.map(([count, words]) => `${count}处${words}`).join('；')}`;
};

/** What 国办发〔2020〕49号 asks of measures whose ground stands elsewhere. */
const citedDirectly = (measures: readonly Measure[]): string => {
  const unsaid = measures.filter(({ standing }) => standing === 'unsaid');
  if (unsaid.length === 0) return '';
  if (unsaid.some(({ punishes }) => punishes)) {
    return '（失信惩戒措施须直接援引依据：国办发〔2020〕49号（九）、发改办财金〔2021〕15号一（三））';
  }
  const kept = unsaid.length === measures.length ? '；核对后认为依据明确、无需修改的，可改填“保留”' : '';
  return `（纳入信用信息、设列名单须以法律、法规或者党中央、国务院政策文件为依据：国办发〔2020〕49号（一）（六））${kept}`;
};

/** Why credit is what the document is about; '' where it is not, or not surely. */
const mainContent = ({ regulation, measures, total }: DisposalQuestion): string => {
  const title = regulation.header.title?.value ?? '';
  if (REPAIR_TITLE.test(title)) return '';
  if (CREDIT_TITLE.test(title)) return '文件名称表明以信用、失信约束为主要内容';
  const count = measures.length;
  return count > 1 && count * 2 > total ? `${total}处规定中有${count}处涉及，属主要内容` : '';
};

/** The three sample rows of the national form: a 条例 is revised, a notice and a 办法 on credit are repealed. */
const withoutBasis = (question: DisposalQuestion): DisposalProposal => {
  const { regulation, level, measures } = question;
  const title = regulation.header.title?.value.trim() ?? '';
  const count = measures.length;
  if (level === 'local-regulation' || /条例(?:[（(][^（）()]{1,16}[）)])?$/u.test(title)) {
    const what =
      level === 'local-regulation' ? '' : '；本文件名为条例，应由有立法权的机关制定，不由报送单位废止';
    return { disposal: '修订', reason: `涉及的${count}处规定未见依据，建议提请修订相关条款${what}` };
  }
  if (REPAIR_TITLE.test(title)) {
    return {
      disposal: '修订',
      reason: `涉及的${count}处规定${all(count)}缺乏依据；信用修复规定应当制定（国办发〔2020〕49号（十一）），建议修改或者删除其中名单认定、信息公开、惩戒的内容`,
    };
  }
  const about = mainContent(question);
  if (about) {
    return { disposal: '废止', reason: `涉及的${count}处规定${all(count)}缺乏依据，且${about}，考虑废止` };
  }
  return {
    disposal: '修订',
    reason: `涉及的${count}处规定${all(count)}缺乏依据，但不是本文件的主要内容，建议修改或者删除相关条款`,
  };
};

/** Who decides, where the unit that reports can not; and that a draft is no document in force. */
const caveat = (level: LegalLevel, { header }: Regulation): string => {
  const draft = DRAFT_TITLE.test(header.title?.value ?? '')
    ? '。本文件为征求意见稿或者草案，未印发的不列入台账'
    : '';
  const makers: Readonly<Partial<Record<LegalLevel, string>>> = {
    'local-regulation': '。地方性法规的修改、废止由制定机关决定',
    'departmental-rule': '。部门规章的修改、废止由制定机关决定，不由报送单位出台的不列入台账',
    'local-government-rule': '。地方政府规章的修改、废止由制定机关决定，由起草部门提出',
  };
  return `${makers[level] ?? ''}${draft}`;
};
