/** What makes the public system of companies tell of conduct. */
const CONDUCT =
  '(?:处罚|违法|违反|失信|不良|异常|名单|逾期|拖欠|抽查|检查|评议|共享|互联|互通|履行职责|查处|企业信息|有关信息|冻结|[记计纳列载登归录]入|归于|严重)';

/**
 * Words that look like credit and are not: they are blanked out before any cue is tried. Bank credit, principles
 * of civil law, identification codes, company announcements, titles of statutes, items of site menus.
 */
export const TRAPS: RegExp = new RegExp(
  [
    '信用(?:证|卡|社(?!会)|联社|合作|贷款|借款|放款|额度|保险|担保|保证保险|风险缓释|交易|借贷|融资|凭证|债券|衍生|方式销售|用户)',
    '(?:买方|卖方|商业|银行)信用(?!信息|记录|档案|评价|等级|状况|管理|监管|体系)|出口信用(?=保险|担保|机构)',
    '诚实信用|诚信原则|诚信(?:友善|敬业|自律|公平)',
    '(?:统一)?社会信用代码|信用代码|信用机构代码',
    '特征信息|表征信息|特征信号|体征信息|象征信',
    '信用信息双公示|信用双公示|信用公示专栏',
    '(?:报纸上?(?:或者|或|和|、)?|在)国家企业信用信息(?:公示)?系统(?:上)?(?:予以|发布)?(?:拟注销|注销)?公告',
    '通过国家企业信用信息公示系统(?:予以)?公告',
    '不良(?:影响|后果|反应|事件|贷款|资产|环境影响|社会影响|地质|嗜好|风气|习惯|现象)',
    '失信于|诚信用网|电信用户',
    '严重不良行为|(?:未成年人|学生|少年)[^。；，]{0,10}不良行为|不良行为的?(?:未成年|学生|少年)',
    '违法(?:和|、|及|与|或者|、有害和?)?不良信息|等不良信息|网络不良信息|谣言(?:和|、)不良信息|传播[^。；，]{0,12}不良信息',
    // Names of bodies: who provides information says nothing of what is done with it.
    '信用信息(?:提供|使用)(?:单位|主体|机构)|信用服务(?:机构|业|行业)|(?<!(?:向|送|给)[^。；]{0,24})征信(?:机构|业)',
    '信用评级业|资信评级',
    // Lenders look into the banks’ own base; the public system of companies also shows mere facts of registration.
    '(?:接入|查询)[^。；，]{0,16}金融信用信息基础数据库(?:[^。；，]{0,4}信用报告)?|(?:借款人|被担保人|您)的?信用报告',
    `(?<!${CONDUCT}[^。]{0,120})(?:国家)?企业信用信息公示系统(?![^。]{0,180}${CONDUCT}|的(?:技术规范|技术标准|建设|运行|维护))`,
    // The purpose clause of a text: what it says is ordered by the articles that follow, if at all.
    '为(?:了)?[^。；：]{4,240}?制定本[^。；，]{1,8}(?=。|$)',
    '《[^《》。]{0,60}(?:法|条例|办法|规定|意见|通知|细则|备忘录|纲要|规划|方案|决定|规则|公告|规程|通则|标准|规范|合同|协议)(?:[（(][^《》]{0,10}[）)])?》',
  ].join('|'),
  'g',
);

/** The same text with every trap blanked out, length kept. */
export const withoutTraps = (text: string): string => text.replace(TRAPS, (trap) => '□'.repeat(trap.length));
