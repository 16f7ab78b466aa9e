import { BAD_CREDIT, CREDIT_STANDING, CREDIT_STORE, gap, NEGATIVE_LIST } from '../../../classifiers/index.js';

/** Fragments of patterns that several rules share; they are matched on compact sentences. */
export { BAD_CREDIT, CREDIT_STANDING, CREDIT_STORE, gap, NEGATIVE_LIST };

/** Ordered, as against allowed or asked for. */
export const ORDERS = '(?:应当|应|必须|须|一律|不得|严禁|禁止|负责|要求|责成|责令)';
/** Rights or benefits cut, or duties added. */
export const LOSS =
  '(?:限制|禁止|不得|取消|不予|不准|不允许|不受理|暂停|停止|中止|降低|下调|降级|扣减|扣除|扣分|提高|拒绝|清退|剥夺|收回|终身禁入|一票否决|列为重点监管|从严|约束|惩戒)';
/** Entry into a list, or a list set up. */
export const ENTER = '(?:列入|纳入|录入|载入|记入|计入|归入|列为|确定为|认定为|评为|拉入|打入)';
/** Credit information goes to the public. */
export const PUBLISH = '(?:公布|公开|公示|曝光|披露|公告|发布|通报)';
/** Not an order but its opposite, or what someone else must not do. */
export const NEGATED =
  /(?:不得|不应|不应当|不予|不再|不|未|无须|无需|禁止|严禁|免于|避免|防止)(?:将其|将|对|向|被|以任何(?:形式|方式|名义|理由))?[^。；，]{0,6}$/u;

/** An instrument of legal effect: 国办发〔2020〕49号（二）. */
export const INSTRUMENT =
  /判决|裁定|裁决|仲裁|处罚|罚款|决定书|认定书|行政决定|法律文书|生效[^。；，]{0,10}文书|具有法律效力的文书|行政强制|责令[^。；，]{0,12}(?:决定|通知)书|责任认定/u;

/** Titles and names of lists that are kept nationwide under rules of their own: entry and exit stand there. */
export const KEPT_ELSEWHERE =
  /经营异常名录|异常经营名录|失信被执行人|严重违法失信(?:企业|单位|主体)?名单|严重违法失信名录|重大税收违法|税收违法[^。；，]{0,8}名单|拖欠农民工工资[^。；，]{0,12}名单|不可靠实体清单|失信惩戒人员名单/u;

/**
 * A sentence that restrains those who record, list and punish, as the notice itself asks for: what it forbids them, on
 * what they have to rest, how what they publish is masked, who may look it up. It brings nothing in and takes nothing
 * away, so that no ground is asked of it.
 */
export const RESTRAINS =
  /不得(?:侵犯|超出|擅自|加重|增设|泄露|强制|违法|违规|以[^。；，]{0,16}为由|因[^。；，]{0,16}(?:将|列入|限制)|因此|(?:将其?|对其)?[^。；，]{0,6}(?:列入|纳入|记入|公开|公示|归集|采集|查询|扩大))|不(?:予|再|应|应当)?(?:将其?)?(?:记录|记入|列入|纳入|公开|公示|归集|作为[^。；，]{0,8}依据)|隐去|脱敏|隐私|(?:应当|须|必须)(?:有|以|经)[^。；]{0,30}(?:依据|文书|同意|决定|规定)|书面授权|授权查询|查询权限|权限查询|查询日志|查询[^。；]{0,10}登记|撤回|宽容|审慎进行|^(?:第[^第]{1,8}条)?(?:鼓励|支持|引导|倡导)/u;
