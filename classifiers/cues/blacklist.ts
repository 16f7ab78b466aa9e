import type { CueGroup } from './cue.js';
import { PLAIN_LIST_CUES } from './plain-lists.js';
import { gap, NEGATIVE_LIST } from './vocabulary.js';

const AFTER_PASSIVE =
  /(?:被|已|已经|曾|曾经|未|因|仍|属于)(?:依法|依规|依法依规|依照规定|人民法院|行政机关|有关部门|[^。；，]{0,10}(?:机关|部门|法院))?$/;

/** Not 守信名单, nor a list of places or things. */
const NOT_OF_MERIT = '(?<!守信|诚信|激励|激励对象|红|白|濒危|保护|遗产)';
/** Objections to an entry order none; the list is another article's matter. */
const DISPUTED = /不符合列入|未被移出|披露期限/;

export const BLACKLIST: CueGroup = {
  label: 'B',
  threshold: 0.5,
  trigger:
    /名[单录]|清单|黑榜|失信主体|失信行为|列入决定|移出决定|限制乘坐|惩戒对象|(?<![注手])册|[榜簿谱]|列[名单管为作]|编[入列]|归入|写入|收入|登入|警示|慎[入点交选用]|标识|一栏|登台|劝退|失信被|拒[用绝往]来/,
  item: { id: 'B.item-under-lead', meaning: '所列情形，按上文应列入名单' },
  cues: [
    {
      id: 'B.enter-list',
      meaning: '列入失信名单、黑名单或异常名录',
      pattern: new RegExp(
        `(?:列入|纳入|录入|载入|记入|计入|归入|转入|进入|列为|确定为|认定为|拉入|打入)[^。；，]{0,24}?${NEGATIVE_LIST}`,
      ),
      weight: 0.85,
      unless: DISPUTED,
      notAfter: AFTER_PASSIVE,
      notBefore: /^的(?!决定)/,
    },
    {
      id: 'B.entered-subject',
      meaning: '提到被列入名单的主体',
      pattern: new RegExp(`(?:列入|纳入|录入|载入|记入)${gap(20)}${NEGATIVE_LIST}`),
      weight: 0.3,
    },
    {
      id: 'B.wrongly-entered',
      meaning: '对不应列入名单的救济',
      pattern: new RegExp(`不应(?:当)?(?:被)?(?:列入|纳入)${gap(16)}${NEGATIVE_LIST}`),
      weight: 0.35,
    },
    {
      id: 'B.set-up-list',
      meaning: '设立、建立、实行或管理失信名单（黑名单）制度',
      pattern: new RegExp(
        `(?:建立|设立|设列|制定|健全|完善|实行|实施|推行|发布|公布|公开|公示|认定|确定|管理(?!对象|部门|机构|局|人)|更新|编制|曝光|报送|提交|通报|执行|落实)${gap(24)}${NEGATIVE_LIST}`,
      ),
      weight: 0.7,
      notBefore: /^的(?:企业|单位|个人|主体|人员|组织|经营者|生产者)[^。；]{0,12}(?:参|享|不得|禁止)/,
    },
    {
      id: 'B.list-rule',
      meaning: '规定名单的范围、标准、程序、公布或移出',
      pattern: new RegExp(
        `${NEGATIVE_LIST}(?:，?是指|制度|管理|的?(?:认定|范围|标准|条件|程序|公布|公开|公示|移出|退出|列入|期限|建立|设立|设列|确认|发布|更新|告知)|${gap(16)}(?:制度|认定|标准|条件|程序|公布|公开|公示|公告|移出|退出|期限|移除|撤出|由[^。；，]{0,16}(?:建立|确定|制定|公布)))`,
      ),
      weight: 0.7,
      unless: DISPUTED,
    },
    {
      id: 'B.leave-list',
      meaning: '移出失信名单',
      pattern: new RegExp(
        `(?:移出|移除|退出|撤出|剔除|解除|清出)${gap(20)}${NEGATIVE_LIST}|${NEGATIVE_LIST}${gap(40)}(?:自动|申请|予以|可以|应当|方可)(?:移出|移除|退出|撤出)|移出${gap(12)}${NOT_OF_MERIT}名单`,
      ),
      unless: DISPUTED,
      weight: 0.7,
    },
    {
      id: 'B.dishonesty-criteria',
      meaning: '规定严重失信行为或失信主体的认定标准',
      pattern:
        /(?:严重失信(?:行为|主体)|失信主体)(?:的)?(?:认定|范围|标准|界定)|(?:下列|以下)[^。；]{0,14}(?:属于|为|是)严重(?:违法)?失信|严重失信(?:行为|主体)(?:主要)?包括|(?:认定|确定|界定|公布|公开|公示)[^。；，]{0,10}(?:严重失信(?:主体|行为)|失信主体)|(?:认定|确定)[^。；，]{0,12}惩戒对象|(?:失信|联合)惩戒对象(?!名单)[^。；，]{0,10}(?:认定|申报|退出)|失信主体(?:信息)?(?:的)?(?:确定|公布|告知|移出)/,
      weight: 0.5,
      unless: /补充目录|目录管理/,
      notAfter: AFTER_PASSIVE,
    },
    {
      id: 'B.decision-to-enter',
      meaning: '列入、移出决定的作出、告知与送达',
      pattern: /(?:列入|移出)(?:名单|名录)?(?:的)?决定(?:书)?/,
      near: /移出|名单|名录|失信|列入事由|惩戒/,
      weight: 0.5,
    },
    {
      id: 'B.about-to-enter',
      meaning: '拟列入名单的告知、听证等程序',
      pattern: new RegExp(`拟(?:将[^。；，]{0,10})?(?:列入|纳入|认定为)${gap(20)}${NEGATIVE_LIST}`),
      weight: 0.6,
    },
    {
      id: 'B.before-entry',
      meaning: '列入、移出名单的告知、期限与条件',
      pattern:
        /(?:列入|纳入|移出|退出)名单(?:之)?(?:前|后|之日|期间|期限|的(?:事由|理由|依据|条件|期限|程序|决定))/,
      near: /告知|陈述|申辩|当事人|事由|理由|整改|惩戒|失信/,
      unless: DISPUTED,
      weight: 0.5,
    },
    {
      id: 'B.list-word',
      meaning: '提到失信名单、黑名单',
      pattern: new RegExp(NEGATIVE_LIST),
      weight: 0.25,
    },
    {
      id: 'B.list-under-title',
      meaning: '名单管理文件中关于名单的规定',
      pattern: /名单|名录|列入|移出|认定/,
      weight: 0.55,
      under: /黑名单|失信[^。；，]{0,12}名单|异常名录|严重违法[^。；，]{0,10}名单/,
    },
    ...PLAIN_LIST_CUES,
  ],
};
