import type { DisposalProposal, LegalLevel, ReadUnit, Regulation } from '../../model/index.js';

type Standing = 'yes' | 'no' | 'unknown';
/** 信用证, 信用卡, 信用社 … speak of banking. */
const CREDIT_TITLE =
  /信用(?!证|卡|社|合作|联社|担保|贷|保险|风险|债)|失信|守信|诚信|黑名单|红黑名单|联合惩戒|联合奖惩|经营异常名录|征信/u;
const NATIONAL_TEXT: readonly LegalLevel[] = ['law', 'administrative-regulation', 'central-policy'];

/** yes on either side is enough for a provision: 国办发〔2020〕49号（一）（六）（九） name both as possible grounds. */
export const standingOf = ({ assessment }: ReadUnit): Standing => {
  if (!assessment) return 'unknown';
  const answers = [assessment.national.answer, assessment.local.answer];
  return answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
};

/** What a proposal is made from. */
export interface DisposalQuestion {
  readonly regulation: Regulation;
  /** The document's own level. */
  readonly level: LegalLevel;
  /** The units with an assessment. */
  readonly flagged: readonly ReadUnit[];
  /** All units. */
  readonly total: number;
}

/**
 * The proposed 处置方式 for a document, by the notes below the form of 发改办财金〔2021〕15号; null where no unit is
 * flagged. 立法 is never proposed: only a person can plan legislation.
 */
export const proposeDisposal = (question: DisposalQuestion): DisposalProposal | null => {
  const { flagged, level } = question;
  if (flagged.length === 0) return null;
  if (NATIONAL_TEXT.includes(level)) {
    return {
      disposal: null,
      reason: '本文件属法律、行政法规或者党中央、国务院政策文件，不由报送单位处置，请人工判断是否列入台账',
    };
  }
  const standings = flagged.map(standingOf);
  const count = (standing: Standing): number => standings.filter((other) => other === standing).length;
  const [yes, no, unknown] = [count('yes'), count('no'), count('unknown')];
  if (yes === flagged.length) {
    return {
      disposal: '保留',
      reason: `涉及的${yes}处规定均直接援引了依据；请核对所引条文后确认保留`,
    };
  }
  if (no === flagged.length) return withoutBasis(question);
  if (unknown === flagged.length) {
    return {
      disposal: null,
      reason: `涉及的${unknown}处规定依据均待核实，请对照“依据”各栏的说明逐条核对后选择`,
    };
  }
  const parts = [
    yes && `${yes}处直接援引了依据，可以保留`,
    no && `${no}处缺乏依据，须修改或者删除`,
    unknown && `${unknown}处依据待核实`,
  ].filter(Boolean);
  return { disposal: '修订', reason: `${parts.join('；')}：有依据的保留，缺依据的修改` };
};

/** The three sample rows of the national form: a 条例 is revised, a notice and a 办法 on credit are repealed. */
const withoutBasis = ({ regulation, level, flagged, total }: DisposalQuestion): DisposalProposal => {
  const title = regulation.header.title?.value.trim() ?? '';
  const count = flagged.length;
  if (level === 'local-regulation' || /条例(?:[（(][^（）()]{1,16}[）)])?$/u.test(title)) {
    const what =
      level === 'local-regulation' ? '本文件属地方性法规' : '本文件名为条例，应由有立法权的机关制定';
    return {
      disposal: '修订',
      reason: `涉及的${count}处规定未见依据；${what}，不由报送单位废止，建议提请修订相关条款`,
    };
  }
  const named = CREDIT_TITLE.test(title);
  if (named || (count > 1 && count * 2 > total)) {
    const about = named ? '文件名称表明以信用、失信约束为主要内容' : `${total}处规定中有${count}处涉及`;
    return { disposal: '废止', reason: `涉及的${count}处规定均缺乏依据，且${about}，考虑废止` };
  }
  return {
    disposal: '修订',
    reason: `涉及的${count}处规定均缺乏依据，但不是本文件的主要内容，建议修改或者删除相关条款`,
  };
};
