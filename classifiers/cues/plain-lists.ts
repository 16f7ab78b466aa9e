import type { Cue } from './cue.js';
import { MADE_GOOD, ON_LIST, SHUN_LIST, WRITE } from './registers.js';

const ENTER = `(?:${WRITE}|列为|列作|定为|认定为|确定为|作为|视为|移[至入]|上|进|归到|打入|归拢|登记为|标识为|标注为)`;
const MAKE =
  '(?:建立|设立|设置|编制|编成|汇成|汇总形成|形成|制定|造|搞一份|推出|开列|公布|发布|张贴|张榜|挂出|亮出|更新|调整|报送|抄送|互认|管理|拟定|另行)';
/** Words of listing that leave little doubt. */
const LISTED = '(?:列名|(?<![下所上开])列单(?!独|位)|编册|登册|上榜|登榜|编列(?!预算|计划|经费))';
const BY_WRONG =
  /违|骗|拒|拖欠|欠|失信|失约|毁约|背信|造假|虚假|伪造|弄虚|不良|投诉|处罚|查实|认定|挪用|恶意|情形之一|列管|上榜|串通|逃|赖|警示|不诚信|不守/;
const SAFE = /濒危|风景|红名单|守信|先进|优秀|示范|保护|文物|古树|野生|危险废物|疫情|产品目录|药品目录|候选/;

/** Lists of dishonest subjects under names of the drafter's own. */
export const PLAIN_LIST_CUES: readonly Cue[] = [
  {
    id: 'B.enter-shun-list',
    meaning: '列入警示、拒用、劣迹等名册或列为此类对象',
    pattern: new RegExp(`${ENTER}[^。；，]{0,20}?${SHUN_LIST}`),
    near: BY_WRONG,
    unless: SAFE,
    notAfter: /(?:被|已|曾)$/,
    weight: 0.6,
  },
  {
    id: 'B.make-shun-list',
    meaning: '编制、公布警示、拒用、劣迹等名册',
    pattern: new RegExp(
      `${MAKE}[^。；，]{0,20}?${SHUN_LIST}|${SHUN_LIST}(?:由|从|的?(?:编制|管理|认定|核定|公布|更新|审定))`,
    ),
    near: BY_WRONG,
    unless: SAFE,
    weight: 0.55,
  },
  {
    id: 'B.shun-list-word',
    meaning: '提到警示、拒用、劣迹等名册',
    pattern: new RegExp(SHUN_LIST),
    unless: SAFE,
    weight: 0.25,
  },
  {
    id: 'B.listing-procedure',
    meaning: '入册、列名、上榜的告知、决定与期限',
    pattern: new RegExp(
      `(?:(?:编入|列入|收入|写入)(?:[^。；，]{0,4}(?:名[册单录]|[簿册榜库]))?|拟标识|标识|${ON_LIST})(?:之?前|决定|决定书|期限|的?期间|后|的事由|的理由|的依据|满|之日起|的有效)`,
    ),
    near: /告知|告诉|申辩|陈述|听证|决定书|理由|依据|起止|提前|移出|离册|出册|划掉|勾销|除列|审议|公布|再犯|无新|未再/,
    unless: /守信|红名单|职工|员工|户籍|医保|药品|目录|规划|计划|预算/,
    weight: 0.5,
  },
  {
    id: 'B.off-the-list',
    meaning: '改正后从名册、榜、栏中移出',
    pattern:
      /(?:名单|名册|名录|册|簿|底表|榜|墙|栏|库|谱|表|专区|避雷区)(?:中|内|上|里)?[^。；，]{0,8}(?:移出|移除|移离|移走|划去|划掉|划出|勾销|勾掉|撤出|撤下|撤销|注销|去掉|除去|除名|清除|剔除|调出|删除)|(?:摘榜|撕榜|出册|离册|脱册|销册|撤号|除列|离栏|下墙|移离)|移出[^。；，]{0,10}(?:栏|册|榜|区|表)|取消(?:标识|慎入)/,
    near: MADE_GOOD,
    unless: /专家库|排污单位|濒危|保护|产品|目录|异议|植被|隐患|红榜|红名单|评标专家|选民/,
    weight: 0.55,
  },
  {
    id: 'B.leave-on-request',
    meaning: '列入、公布满一定期限后申请移出、解除',
    pattern:
      /(?:申请|请求|提出|可以|书面提请|准予|不予|提前)[^。；，]{0,8}(?:移出|移除|离册|除列|摘榜|下台|划掉|脱册)|期满[^。；，]{0,8}(?:移出|移除|取消标识|自动)/,
    near: /列入|编入|列名|公布|入册|登册|编列|登台|上榜|名单|名册|列管/,
    unless: /异议|红名单|守信/,
    weight: 0.5,
  },
  {
    id: 'B.conditions-of-listing',
    meaning: '有所列违法情形的，编入、列入名册或予以列名',
    pattern: new RegExp(
      `(?:情形|行为|条件|表现)之一[^。：]{0,40}(?:[编登转划收写归填]入|列为|列作|列入|列进|移至|记录在册|${LISTED})|(?:予以|可以|应当|不予|不得)${LISTED}`,
    ),
    near: /骗|造假|伪造|虚假|恶意|拒不|拖欠|欠薪|失信|违约|串通|售假|假药|非法|查实|弄虚|暴力|转包/,
    unless: /濒危|风景|信用|诚信|档案|目录|排污|预算|规划|计划|专家库|保护|税前|免税|成本/,
    weight: 0.4,
  },
  {
    id: 'B.listed',
    meaning: '列名、上榜、编册',
    pattern: new RegExp(LISTED),
    near: BY_WRONG,
    unless: /红榜|光荣|预算|规划|中央|国家安排/,
    weight: 0.3,
  },
  {
    id: 'B.put-in-a-book',
    meaning: '将违法失约者写入某一册、榜、表、栏或列为某类主体',
    pattern:
      /(?:归入|列为|列进|收入|写入|写上|写进|登入|登其名|进入|归为|定为|圈定|编进|造)[^。；，]{0,20}?(?:名册|花名册|册(?!子)|簿(?!记)|户单|榜|失[^。；，]{1,4}主体|一栏|之列|表(?!现|示|彰|决|述)|牌|之内|一类)/,
    near: /骗|造假|伪造|虚假|恶意|拒不|拒绝|拖欠|欠薪|失信|失约|失责|食言|违约|串通|弄虚|偷|转包|不良|劣|假|书面认定|警示/,
    unless:
      /信用|诚信|档案|预算|花名册发放|工资|登记簿记载|古树|文物|红榜|台账|资产负债|报表|申报表|申请表|登记表/,
    weight: 0.45,
  },
  {
    id: 'B.on-list',
    meaning: '提到入册、在册、上榜、亮牌',
    pattern: new RegExp(ON_LIST),
    near: BY_WRONG,
    unless: /职工|员工|户籍|红榜|示范|先进|濒危|风景/,
    weight: 0.25,
  },
];
