/** Fragments of patterns that several cue files share. */

/** Anything but the end of a clause. */
export const gap = (most: number): string => `[^。；]{0,${most}}?`;
/** Anything but the end of a phrase. */
export const shortGap = (most: number): string => `[^。；：，、]{0,${most}}?`;

/** Words that say that credit is spoken of. */
export const CREDIT = '(?:信用|诚信|失信|守信|征信|信誉|黑名单|不良行为|不良记录|不良信息)';

/** Where conduct is recorded: 信用档案, 诚信手册, 不良行为记录, 信用信息共享平台. */
export const CREDIT_STORE = `(?:(?:信用|诚信|征信|失信|信誉|守信)${shortGap(14)}(?:记录|档案|信息|系统|平台|数据库|手册|诚信表|数据|台账|网站|评价体系)|(?:诚信|信用)(?:建设)?体系|个人征信|信用中国|信用[\\u4e00-\\u9fa5]{2,3}网|不良(?:信用|行为|从业|执业|经营|诚信|从业行为|经营行为|执业行为|安全)?(?:信息|记录|档案|数据库)|(?:违法|违规)(?:违规|违纪|违章|失信|违约)?(?:行为)?(?:信息)?(?:记录|档案|信息库|数据库)|守法[^。；：，、]{0,6}档案)`;

/** A record, grade or standing that costs something when it is bad. */
export const CREDIT_STANDING =
  '(?:(?:信用|诚信|信誉|守信)(?:评价|考核|评定|评级|综合评价|等级|分类|分级|状况|情况|记录|档案|信息|风险|评分|得分|分值|积分|状态|度|考评|水平|表现|核查|核验|审查)(?:结果|等级|情况|状况|记录|等){0,3})';

/** Bad standing as a subject or cause. */
export const BAD_CREDIT =
  '(?:失信|不守信|不诚信|不良(?:信用|行为|诚信|从业|经营|执业)?(?:的)?(?:记录|信息|档案|行为|状况)|信用(?:状况|等级|评价|记录|情况|风险)?[^。；，、]{0,6}(?:不良|较低|较差|低|差|不合格|较高风险|高风险|风险(?:等级)?(?:较)?高)|(?:信用|诚信|信誉)(?:考核|评价|评定)(?:结果)?[^。；，]{0,8}(?:不合格|不达标|差)|黑名单|违背信用|违反诚信)';

/** Lists of dishonest or otherwise disfavoured subjects. */
export const NEGATIVE_LIST =
  '(?:[黑灰]名单|红黑榜|[黑灰]榜|黑册|(?:失信|违法(?!者|排污|添加|使用)|违规|欠薪|拖欠|惩戒|重点监管|重点关注|重点监控|重点监督|监督检查|限期整改|关注|管控|警示|禁入|负面|从业禁止|禁止从[业教]|不良|异常|老赖|逃废债|诚信缺失|失德|被执行人)[^。；，、：]{0,14}?名单|失信[^。；，、：]{0,10}?名录|不可靠实体清单|异常[^。；，、]{0,4}名录|(?:限制|禁止)(?:乘坐|乘机|入场|入园|进入|准入|合作|交易|参与)[^。；，、]{0,8}名单)';
