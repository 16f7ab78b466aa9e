import type { Label } from '../../model/index.js';

/** What is done to a subject, or to information about it. The ids stay: they stand in catalogue/credit-articles.tsv. */
export type MeasureId =
  | 'record'
  | 'share'
  | 'publicity'
  | 'list'
  | 'rating'
  | 'joint'
  | 'use'
  | 'access'
  | 'office'
  | 'consumption'
  | 'exit'
  | 'schooling'
  | 'tender'
  | 'procurement'
  | 'trading'
  | 'funds'
  | 'honours'
  | 'finance'
  | 'supervision'
  | 'convenience'
  | 'licence'
  | 'recruitment'
  | 'repair';

/** A kind of measure as the lists of measures (失信惩戒措施基础清单) and statutes name it. */
export interface MeasureKind {
  readonly id: MeasureId;
  /** As users read it. */
  readonly name: string;
  /** Labels under which it stands in the ledger. */
  readonly labels: readonly Label[];
  /** On text without white space and quotation marks; every gap ends at the end of a sentence and is bounded. */
  readonly pattern: RegExp;
}

/** Anything within a sentence. */
const within = (most: number): string => `[^。；]{0,${most}}?`;
/** Anything within a phrase. */
const near = (most: number): string => `[^。；，、：]{0,${most}}?`;

/** 诚实信用原则 is a principle of contracts. */
const CREDIT = '(?:(?<!诚实)信用|诚信|失信|守信|征信|信誉)';
/** Where conduct is recorded. */
const STORE = `(?:${CREDIT}${near(14)}(?:记录|档案|信息|系统|平台|数据库|手册|台账|信息库)|(?:不良|违法|违规)${near(8)}(?:记录|档案|信息库|数据库)|守法${near(6)}档案|个人征信|执业档案|诚信表)`;
const PUT =
  '(?:记入|计入|载入|录入|纳入|列入|记载|记录|归入|存入|登记(?:于|到|入)|写入|建立|建档|健全|完善|设立)';
/** What stands for a wrong or a standing where something is published about a subject. */
const WRONG =
  '(?:违法|违规|违反|违约|失信|信用(?!信息公示系统)|诚信|处罚|不良|不合格|未履行|不履行|拒不|逾期|拖欠|欠缴|欠薪|虚假|名单|记录|黑榜|受到处理|查处|案件|行为)';
/** Not 公示系统, a name, nor 公开、公平、公正. */
const TELL = '(?:公布|公示(?!系统)|公开(?!、)|曝光|披露|发布|公告|通报|通告)';
/**
 * To keep from: the verb of a restriction. 不得 and 禁止 forbid conduct, too (不得挪用资金): they count before a verb of
 * applying or taking part, or with a term (三年内不得从事).
 */
const TERM =
  '(?:[一二两三四五六七八九十0-9]{1,3}(?:个)?(?:年|月)(?:之?内|以内)?|终身|永久|期限内|处罚|吊销|失信|名单|名录|信用|情节严重|被撤销|弄虚作假)';
const BAR = `(?:限制|取消|不予|不准|不允许|暂停|停止|拒绝|不再|剥夺|撤销|丧失|停权|暂缓|慎重|从严|不接受|不受理|(?:不得|不能|禁止)(?=[^。；]{0,6}?(?:再|申请|申报|参加|参与|享受|获得|取得|评|列入))|${TERM}[^。；]{0,30}?(?:不得|不能|禁止))`;
const kind = (id: MeasureId, name: string, labels: readonly Label[], ...sources: string[]): MeasureKind => ({
  id,
  name,
  labels,
  pattern: new RegExp(sources.join('|'), 'gu'),
});

/** All kinds, in the order of the ledger's columns: information, lists, then what is taken away, then repair. */
export const MEASURE_KINDS: readonly MeasureKind[] = [
  kind(
    'record',
    '记入信用记录（档案）',
    ['D'],
    `${PUT}${within(24)}${STORE}`,
    `(?:记入|计入|载入|录入|纳入)${near(10)}${CREDIT}`,
    `(?:信用|诚信)(?:记录|档案)(?:制度|管理)`,
    `${STORE}(?:中)?(?:予以)?(?:记载|记录|登记)`,
    `(?:记|扣)${near(4)}(?:信用|诚信)分|不良行为记分`,
  ),
  kind(
    'share',
    '归集、共享信用信息',
    ['D'],
    `(?:归集|共享|报送|推送|汇集|交换|传送|上传|提供|互联互通|抄送|抄告|采集|征集|通报)${within(26)}${STORE}`,
    `${CREDIT}${within(16)}(?:归集|共享|报送|推送|互联互通|交换|采集|征集|互认|查询)`,
  ),
  kind(
    'publicity',
    '公示、公布（曝光）',
    ['D'],
    `${WRONG}${within(40)}(?:向社会|予以|依法|定期|及时|公开|网站|媒体|系统|新闻)${within(14)}${TELL}`,
    `(?:向社会|予以|依法|定期|及时|公开|应当|可以|上)${near(12)}${TELL}${within(24)}${WRONG}`,
    `(?:公示(?!系统)|公布|曝光|公开(?!、))${near(8)}(?:处罚|违法|违规|失信|不良)`,
    `(?:公开|予以|媒体)曝光|(?!信用信息公示系统)${CREDIT}${near(16)}(?:公示(?!系统)|公开|公布|披露)|公示${near(6)}${CREDIT}`,
  ),
  kind(
    'list',
    '列入名单（名录）',
    ['B'],
    '黑名单|红黑榜|黑榜',
    `(?:失信|违法|违规|欠薪|拖欠|惩戒|管控|监控|重点监管|重点关注|关注|警示|禁入|不良|异常|被执行人|严重|限制|禁止)${near(18)}名单`,
    `(?:经营|活动|办学)?异常(?:经营)?${near(4)}名录|失信${near(10)}名录|不可靠实体清单`,
  ),
  kind(
    'rating',
    '信用评价、分级分类',
    ['D', 'P'],
    `${CREDIT}${near(10)}(?:评价|评级|评定|考核|等级|分级|分类|评分|积分|得分|考评|计分|记分)`,
    `(?:评定|评价|划分|确定|降低|下调)${near(10)}${CREDIT}${near(4)}(?:等级|级别|状况)`,
  ),
  kind(
    'joint',
    '失信惩戒（联合惩戒）',
    ['P'],
    `(?:联合|协同|失信|信用|依法(?:依规)?(?:予以|实施|给予)?)惩戒|惩戒(?:措施|机制|对象)|失信约束|信用约束|激励(?:和|与|、)惩戒`,
  ),
  kind(
    'use',
    '行政管理中查询、应用信用信息',
    ['P'],
    `(?:查询|查验|核查|应用|使用)${near(14)}${CREDIT}${near(4)}(?:记录|信息|报告|状况|产品)`,
    `${CREDIT}${within(40)}作为${within(40)}(?:依据|参考|条件|内容|因素)|(?:结合|根据|依据|考虑)${within(16)}${CREDIT}${near(4)}(?:状况|等级|情况|记录|评价)`,
  ),
  kind(
    'access',
    '限制市场或者行业准入',
    ['P'],
    `(?:市场|行业|职业|从业)${near(6)}(?:禁入|准入)`,
    `${BAR}${within(16)}(?:从事|进入|开展|经营|设立|举办|执业|承接|承揽|承包|代理|准入|申请${near(10)}(?:许可|资质|执照|证|登记|批准|注册))`,
    `(?:${TERM}[^。；]{0,30}?(?:不予|拒绝)|不再|不得再)(?:行政)?(?:受理|许可|注册|登记|批准|核准|审批|颁发|发放)`,
    `清出${near(10)}市场|逐出${near(8)}市场`,
  ),
  kind(
    'office',
    '限制任职',
    ['P'],
    `${BAR}${within(12)}(?:担任|任职|出任|聘任|聘用|录用|招用)`,
    `(?:任职|从业|执业)(?:限制|禁止|资格)`,
  ),
  kind(
    'consumption',
    '限制消费',
    ['P'],
    `限制${near(6)}(?:高)?消费|高消费|${BAR}${within(12)}(?:乘坐|乘机|乘车|购买${near(8)}(?:机票|车票|不动产|房产|车辆)|入住|旅游|度假)`,
  ),
  kind('exit', '限制出境', ['P'], `(?:限制|禁止|阻止|不准|不予|不得|不批准)${near(6)}(?:出境|出国|离境)`),
  kind(
    'schooling',
    '限制升学复学',
    ['P'],
    `${BAR}${within(10)}(?:升学|复学|入学|就读|报考|招生|学籍|参加${near(8)}考试)`,
  ),
  kind(
    'tender',
    '限制、取消投标资格',
    ['P'],
    `${BAR}${within(24)}(?:投标|招标|竞标|评标|中标|竞买|竞投|竞拍)`,
    `(?:投标|中标|评标)(?:人)?资格`,
  ),
  kind('procurement', '限制参加政府采购', ['P'], `${BAR}${within(20)}(?:政府)?采购(?:活动|项目|市场|资格)?`),
  kind(
    'trading',
    '限制参加土地、工程、产权等交易',
    ['P'],
    `${BAR}${within(20)}(?:土地(?:使用权)?(?:出让|供应|交易|竞)|用地|产权交易|公共资源交易|特许经营|矿业权|工程建设)`,
  ),
  kind(
    'funds',
    '限制财政资金、优惠政策',
    ['P'],
    `${BAR}${within(24)}(?:财政|补助|补贴|资助|资金|优惠|扶持|奖励|项目(?:申报|资金)|专项|政策支持|减免|低保|救助|公积金|保障性住房|公租房)`,
    `(?:追回|收回|退回|停止发放)${within(14)}(?:资金|补助|补贴|资助|奖励)`,
  ),
  kind(
    'honours',
    '限制评先评优',
    ['P'],
    `${BAR}${within(24)}(?:评优|评先|评奖|评选|荣誉|表彰|奖励|先进|称号|文明${near(2)}(?:单位|村|户|家庭))`,
    `(?:评优|评先)(?:评优|评先|创优)?资格|撤销${within(16)}(?:荣誉|称号|表彰|奖励)`,
  ),
  kind(
    'finance',
    '限制融资授信',
    ['P'],
    `${BAR}${within(24)}(?:融资|授信|贷款|信贷|发行${near(8)}(?:股票|债券|证券)|上市|保险|担保)`,
    `(?:提高|上浮)${near(6)}(?:利率|费率|保证金)`,
  ),
  kind(
    'supervision',
    '纳入重点监管',
    ['P'],
    `重点(?:监管|监督|检查|监控|关注|核查|审查|稽查|监测|抽查|对象|管理)`,
    `(?:增加|提高|加大)${within(20)}(?:检查|抽查|监管|监督|核查|稽查|抽检)${near(6)}(?:频次|频率|比例|力度|次数|密度)`,
    `(?:${CREDIT}|名单|名录|违法)${within(30)}(?:加强|强化|严格)${near(8)}(?:监管|监督|检查|监控)`,
    `(?:分级分类|分类分级|差异化|差别化|分类)(?:监管|监督|管理)|列为${near(12)}(?:监管|监督|检查)对象`,
  ),
  kind(
    'convenience',
    '不适用告知承诺、绿色通道等便利',
    ['P'],
    `${BAR}${within(18)}(?:告知承诺|容缺|绿色通道|便利(?:措施|化)?|简化程序|免检|免予检查|优先|信用承诺)`,
    `从严(?:审核|审查|审批|审慎)|(?:不适用|不得适用)${within(16)}(?:承诺|容缺|便利)`,
  ),
  kind(
    'licence',
    '吊销、撤销、降低资质许可',
    ['P'],
    `(?:吊销|撤销|暂扣|收回|降低|取消|暂停)${within(24)}(?:许可|执照|资质|资格|证书|证照|登记|认证|认定|执业证|等级|批准)`,
    `(?:责令|停止)(?:其)?停产停业|停业整顿|责令关闭|停止(?:其)?执业|暂停(?:其)?(?:执业|营业|业务|从业)`,
  ),
  kind(
    'recruitment',
    '限制招录（聘）、入伍、入党',
    ['P'],
    `${BAR}${within(16)}(?:公务员|事业单位|招录|招聘|录取|入伍|征兵|应征|入党)`,
  ),
  kind(
    'repair',
    '信用修复',
    ['R'],
    `(?:信用|信誉)(?:修复|恢复|重建|救济)|修复${near(6)}信用`,
    `(?:移出|移除|退出|撤出|剔除|解除)${near(16)}(?:名单|名录)|(?:名单|名录)${within(16)}(?:移出|移除|退出|解除)`,
    `(?:停止|终止|撤下|删除|屏蔽|不再)${within(12)}(?:公示|公布|公开|${CREDIT}${near(6)}(?:信息|记录))`,
  ),
];
