import { CREDIT_USE_CUES } from './credit-use.js';
import type { CueGroup } from './cue.js';
import { PLAIN_PUNISHMENT_CUES } from './plain-punishment.js';
import { SCORE_ROW_PUNISHMENT } from './scoring.js';
import { BAD_CREDIT, CREDIT_STANDING, gap, NEGATIVE_LIST } from './vocabulary.js';

const LOSS =
  '(?:限制|禁止|不得(?!提供|擅自|公开|公示|披露|泄露|归集|采集|(?:申请)?(?:信用)?修复|超过|少于|低于|违反|违法|收取|向社会|将|以)|取消|不允许|不准(?!确)|不予(?!(?:信用)?修复|公开|公示|披露|提供|受理异议)|不受理|暂停|(?:停止|中止|终止)(?:办理|受理|享受|发放|拨付|审批|其|执业|从业|一切|有关业务)|降低|下调|降级|提高|增加|加大|重点(?:监管|监督|检查|抽查|监控|关注|核查|审查)|从严|严格(?:监管|审查|审核|管理|控制)|约束|拒绝|清退|吊销|责令(?:停业|停止|限期整改)|不适用|扣减|扣除|慎重|审慎|制约|不再(?:续签|续约|聘用|合作|安排|享受|给予|签订)|停贷|按(?:照)?最高(?:比例|标准|档次)|经常(?:性)?(?:稽查|检查)|差别(?:化)?(?:电价|水价|信贷|利率)|加强[^。；，]{0,14}?(?:监管|监督|检查|检验|审查|审核|监控|抽查|现场|管理)|禁入|受限|通报批评|否决)';
/** The list of what officials answer for names measures without ordering them. */
const OFFICIALS_LIABLE = /工作人员[^。：]{0,60}有下列(?:行为|情形)之一/;
/** A clause that rewards and says nothing of the others. */
const ONLY_INCENTIVES =
  '^(?!.*(?:失信|惩|差异|差别|分级|分类|提高|增加|严|不良|较差)).*(?:激励|优惠|简化|重点推荐|优先)';
/** 不得作为惩戒依据, 停止惩戒: the opposite of a measure. */
const NO_PUNISHMENT =
  /(?:不得|不|不应|不再)作为(?:实施)?(?:失信)?(?:联合)?$|(?:停止|终止|解除)(?:对其)?(?:实施)?(?:相应)?(?:的)?(?:失信)?(?:联合)?$/;
/** 惩戒对象名单, 惩戒信息, 惩戒措施提示: names in which the word stands. */
const ONLY_NAMED = /^(?:对象|信息|记录|措施提示|提示|的提示|子)/;
/** A bar beside a recording follows the illegal act, not the record. */
const BEING_RECORDED = /(?:记入|计入|载入|录入|纳入|列入|登记|记录|归入|写入|通报)[^。；，]{0,18}$/;
const MEASURE_CONTEXT = /信用|诚信|失信|联合|名单|守信|征信|违背承诺|未履行承诺|虚假承诺/;

export const PUNISHMENT: CueGroup = {
  label: 'P',
  threshold: 0.5,
  trigger:
    /信用|诚信|失信|守信|征信|信誉|惩戒|等级|不良|名单|名录|记分|扣分|减分|黑榜|[降判](?:为)?[A-D]级|[榜簿谱]|(?<![注手])册|守约|失约|毁约|违约|履[约责职]|[红橙黄黑灰][色档牌旗]|赖账|不守|违诺|言而|说话|背信|承诺不|慎[入选]|登台|奖惩[措清]|违[法规][^。；，]{0,4}记录|公布期|推送期|乘坐|高消费|欺诈|列[名单管]|警示/,
  item: { id: 'P.item-under-lead', meaning: '所列情形或措施，属上文规定的失信惩戒' },
  cues: [
    {
      id: 'P.joint-punishment',
      meaning: '失信惩戒、联合惩戒',
      pattern:
        /(?:失信|信用|联合|协同|共同|诚信)[^。；，、：]{0,6}(?:惩戒|惩治|惩罚|制裁|约束)|联合(?:激励|奖励)[^。；，]{0,8}惩戒|(?:联合|信用)奖惩|联奖联惩|联奖联罚|失信[^。；，]{0,8}(?:惩戒|惩处|受限|受惩|制约)|失信联动/,
      weight: 0.85,
      unless: /滥用职权|玩忽职守|徇私舞弊|适用本(?:条例|办法|规定)/,
      absent: OFFICIALS_LIABLE,
      notAfter: NO_PUNISHMENT,
      notBefore: ONLY_NAMED,
    },
    {
      id: 'P.punish',
      meaning: '采取、实施惩戒措施',
      pattern:
        /(?:采取|实施|依法|给予|予以|进行|落实|接受|相应|联合)[^。；，]{0,10}惩戒(?:措施)?|惩戒措施|惩戒机制/,
      anywhere: MEASURE_CONTEXT,
      notAfter: NO_PUNISHMENT,
      notBefore: ONLY_NAMED,
      unless: /教育惩戒|法官|检察官|学生|滥用职权|玩忽职守/,
      absent: OFFICIALS_LIABLE,
      weight: 0.7,
    },
    {
      id: 'P.bad-credit-loss',
      meaning: '对失信或有不良记录的主体限制权利、增加义务',
      pattern: new RegExp(`${BAD_CREDIT}${gap(40)}${LOSS}`),
      weight: 0.7,
    },
    {
      id: 'P.loss-for-bad-credit',
      meaning: '限制、取消、禁止失信或有不良记录的主体',
      pattern: new RegExp(
        `(?:限制|禁止|取消|重点监管|重点监督|加强(?!${gap(20)}(?:体系|建设))|提高|增加|加大|从严)${gap(24)}${BAD_CREDIT}`,
      ),
      weight: 0.55,
    },
    {
      id: 'P.listed-loss',
      meaning: '对列入名单的主体限制权利、增加义务',
      pattern: new RegExp(
        `${NEGATIVE_LIST}${gap(60)}(?:${LOSS}|(?:监管|约束|惩戒|管理)措施|撤销(?:相应|其|有关))|${LOSS}${gap(24)}${NEGATIVE_LIST}的`,
      ),
      notBefore: /^提示/,
      notAfter: /与(?:被)?列入[^。；，]{0,10}$/,
      weight: 0.65,
    },
    {
      id: 'P.bar-with-listed-ground',
      meaning: '以失信名单、失信记录为不得从事或不得申请的情形',
      pattern: /(?:失信|不良)(?:联合惩戒|被执行人|主体|行为|信用|记录)[^。；]{0,20}(?:名单|对象|记录)?/,
      near: /有下列情形之一[^。：]{0,20}(?:不得|不予|不适用|取消|重点|增加)|不得担任|不得从事|不得举办|增加[^。；，]{0,6}频次|重点检查|重点监管/,
      weight: 0.6,
    },
    {
      id: 'P.graded-supervision',
      meaning: '按信用等级、信用状况实行分级分类（差异化）监管',
      pattern: new RegExp(
        `(?:信用|诚信|信誉)(?!建设)(?:(?!按风险|按照风险)[^。；]){0,24}?(?:分级|分类|差异化|差别化|分等级)[^。；]{0,6}(?:监管|管理|监督|检查|处理|服务和管理|制度|标准)?|(?:分级分类|分类分级|差异化|差别化)[^。；，]{0,8}信用(?:监管|管理)|(?:根据|依据|按照|依照|结合|对照|考虑)[^。；，]{0,20}?${CREDIT_STANDING}${gap(40)}(?:监管|检查|抽查|分类|分级|频次|差异|差别|奖惩|措施)`,
      ),
      weight: 0.65,
      unless: new RegExp(
        `信息[^。；]{0,6}分类|(?:归集|共享|披露)[^。；]{0,16}分类管理(?:制度|机制)|等级分类、|所称|${ONLY_INCENTIVES}`,
      ),
    },
    {
      id: 'P.frequency-by-credit',
      meaning: '信用状况决定检查频次、抽查比例',
      pattern: new RegExp(
        `${CREDIT_STANDING}${gap(50)}(?:(?<!更新|变更)频次|抽查比例|检查比例|抽查概率|抽查力度|检查力度|比例(?:进行|开展|实施)?(?:抽查|检查)|查验率|抽检率)|(?:频次|抽查比例|概率)${gap(20)}${CREDIT_STANDING}`,
      ),
      weight: 0.6,
    },
    {
      id: 'P.used-as-ground',
      meaning: '信用记录、信用评价作为准入、招投标、评优、扶持的依据',
      pattern: new RegExp(
        `${CREDIT_STANDING}${gap(40)}(?:作为|列为|纳入[^。；，]{0,8}(?:考核|评价|评标|评审|评分))${gap(90)}(?:依据|参考|条件|因素|内容|指标|参照|前提|范围|体系)`,
      ),
      notAfter: /(?:评定|评价|划分|核定)[^。；，]{0,12}$/,
      unless: /不得作为|惩戒的依据|政务诚信|下级人民政府/,
      weight: 0.55,
    },
    {
      id: 'P.linked-to-credit',
      meaning: '信用评价结果与准入、招投标、资金、考核挂钩',
      pattern:
        /(?:信用|诚信|信誉)[^。；]{0,24}?(?:挂钩|联动)|(?:信用|诚信|信誉)[^。；，]{0,8}(?:结果|等级|状况|记录|考核)[^。；，]{0,24}?相(?:结合|衔接|匹配|适应)/,
      weight: 0.5,
    },
    {
      id: 'P.credit-points',
      meaning: '信用记分、扣分、降级',
      pattern:
        /(?:扣减|扣分|减分)[^。；]{0,30}失信(?:行为|记录|信息)|(?:信用|诚信|失信|不良行为|信誉)[^。；]{0,30}(?:记分|扣分|减分|扣减|扣除|降级|降低等级|降低[^。；，]{0,6}等级|降低信用|分(?:值)?[^。；，]{0,3}(?:减|扣|清零)|下调|直接判|判为|降为)|(?:记分|扣分|扣|减分|扣减|扣除|降低|降|下调)[^。；]{0,16}(?:信用|诚信|信誉)(?:分|积分|等级|级别|评价|等次)?/,
      weight: 0.7,
    },
    {
      id: 'P.points-table',
      meaning: '失信扣分、降级的评价标准',
      pattern: /失信信息.{0,80}?[-－—−]\d|[降判](?:为|至)?[A-D]级/,
      weight: 0.6,
    },
    {
      id: 'P.recorded-and-barred',
      meaning: '因信用、失信情形限制资格或参与',
      pattern: new RegExp(
        `(?:信用|诚信|失信|不良)${gap(60)}(?:(?:年|月)内(?:不得|不予|不受理|禁止|限制)|取消${gap(36)}资格|不得享受|终身(?:不得|禁止)|本年度不得|清出)|(?:记入|列入|纳入)[^。；，]{0,20}(?:信用|诚信)[^。；，]{0,8}之日起${gap(20)}(?:不得|不予)`,
      ),
      notAfter: BEING_RECORDED,
      weight: 0.55,
    },
    {
      id: 'P.terms-by-credit',
      meaning: '按信用状况确定费率、额度、资格等待遇',
      pattern:
        /(?:根据|依据|按照|结合|考虑)[^。；，规]{0,44}?(?:信用|诚信|信誉)(?:状况|记录|评价|等级|情况)[^。；]{0,40}(?:确定|调整|更新|核定|决定|给予|浮动|实行)[^。；]{0,20}(?:费率|保证金|额度|比例|资格|名单|待遇|期限|次数)/,
      weight: 0.55,
    },
    {
      id: 'P.restricted-accordingly',
      meaning: '对失信主体依法依规予以限制',
      pattern: /(?:予以|必要的?|相应的?|依法|依规)(?:限制|约束)(?:措施)?/,
      near: /信用|失信|诚信/,
      weight: 0.55,
    },
    {
      id: 'P.factor',
      meaning: '信用记录是审查、许可或选择的考虑因素',
      pattern: new RegExp(`${CREDIT_STANDING}${gap(30)}因素`),
      weight: 0.55,
      unless: /公开(?!形式|招标)|公示|归集|不得(?:视|作)为|是指/,
    },
    {
      id: 'P.factor-listed',
      meaning: '信用记录列为审查的考虑因素',
      pattern: new RegExp(`(?:因素|情况|事项|条件|内容)[：，][^。]{0,200}${CREDIT_STANDING}`),
      near: /(?:综合)?考虑[^。；]{0,8}因素/,
      weight: 0.55,
    },
    {
      id: 'P.credit-rating-failed',
      meaning: '信用（信誉）考核不合格的后果',
      pattern:
        /(?:信用|诚信|信誉)(?:考核|评价|评定|等级|评级)[^。；]{0,10}(?:不合格|不达标|较差|差的|最低|[CD]级)|(?:信用|诚信|信誉)(?:经营|服务)?考核[^；]{0,12}考核不合格/,
      weight: 0.6,
    },
    {
      id: 'P.credit-used-to-choose',
      meaning: '按信用状况择优或确定待遇',
      pattern:
        /(?:根据|依据|按照|结合|考虑)[^。；，规]{0,44}?(?:信用|诚信|信誉)(?:状况|记录|评价|等级|情况|评价结果|档案|信息)/,
      weight: 0.4,
      unless: new RegExp(`公开|公示|守信激励|归集|信息主体|${ONLY_INCENTIVES}`),
    },
    {
      id: 'P.points-under-title',
      meaning: '信用积分（评价）文件中的扣分、评级、分类规定',
      pattern: /扣分|减分|扣减|判级|直接判|降级|[ABCD]级|零星|等次|惩戒|信用积分|信用分数/,
      weight: 0.55,
      under:
        /信用[^。；，]{0,4}(?:积分|评价|等级|分级|分类|考核|记分)|诚信(?:评价|考核|积分|记分)|失信惩戒|联合惩戒|失信信息/,
    },
    ...CREDIT_USE_CUES,
    ...PLAIN_PUNISHMENT_CUES,
    SCORE_ROW_PUNISHMENT,
  ],
};
