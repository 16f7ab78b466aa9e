import type { CueGroup } from './cue.js';
import { PLAIN_DISCLOSURE_CUES } from './plain-disclosure.js';
import { RATING_CUES } from './ratings.js';
import { RECORD_CUES } from './records.js';
import { SCORE_ROW_DISCLOSURE } from './scoring.js';
import { CREDIT_STORE, gap, NEGATIVE_LIST, shortGap } from './vocabulary.js';

const NEGATED = /(?:不得|不予|不再|不应|不应当|不宜|暂不|可以不|可不|免于|不|未)(?:将其|将|被)?$/;
const RECORD =
  '(?:记入|计入|记作|记为|录入|载入|写入|归入|存入|输入|登入|登录|纳入|列入|并入|归集到|归集至|归集入|(?:记载|记录|登记)(?:入|在|到|于|至|其|该|进)|(?:如实|及时|应当|予以|负责)(?:记录|记载|登记)|建入|汇入|导入|填入|作为|形成|生成)';
const SHARE =
  '(?:推送|报送|归集|共享|上传|汇集|传送|传输|移送|接入|对接|上报|抄送|抄告|报告|提供|互联|互通|交换|通报|录至|提交|更新|公示|公开(?!形式|招标|竞争|透明|方式|、公平|、公正|公平|公正)|公布|发布|披露|告示)';
const HANDLE =
  '(?:归集|采集|征集|收集|汇集|整合|共享|公开(?!形式|招标|竞争|透明|方式|、公平|、公正|公平|公正)|公示|披露|查询|查阅|提供|报送|上报|记录|记载|目录|异议|更正|纠错|删除|标注|更新|屏蔽|交换|互通|互联|推送|填报|公布|发布|录入|保存|存储|期限|共建|互认|转档|报告|通报|申报)';
const CREDIT_INFORMATION =
  '(?:信用信息|失信信息|守信信息|不良信息|惩戒信息|征信信息|诚信信息|信用数据|信用记录|诚信记录|失信记录|信用状况(?!良好|较好|优良)|信用报告|信用档案|诚信档案|失信情况|失信行为信息|信用等[^。；，]{0,4}信息)';
const PUBLISH =
  '(?:公布|(?<!自愿、)公开(?!形式|招标|竞争|透明|方式|、公平|、公正|公平|公正)|公示|曝光|披露|公告|(?<!信息)发布|通报(?!批评))';
/** Companies' own announcements in the public system, and the liability of officials. */
const ANOTHER_MATTER =
  /认缴|简易注销|自行公示|债权人|清算组|拟注销|滥用职权|玩忽职守|徇私舞弊|年度报告(?![^。；，]{0,6}抽查)|办理注销|进行公告|适用本(?:条例|办法|规定)|所称[^。]{0,60}是指|，是指|信息是指/;
/** 信用记录良好的企业: a record spoken of as a merit. */
const WELL_STANDING = /^(?:状况)?(?:较好|良好|优良|好的|优秀)/;
/** One of several factors to weigh, or a requirement to have no bad record: nothing is recorded or shared. */
const ANOTHER_MATTER_OR_FACTOR = new RegExp(
  `${ANOTHER_MATTER.source}|综合考虑|等因素|(?:无|没有)[^。；，]{0,10}(?:不良|失信)`,
);
const DISHONESTY =
  '(?:失信(?:行为|信息|主体|企业|单位|人员|者|情况|事件|案例|典型|记录|人)|不良(?:信用|行为|经营|从业|执业)?(?:记录|信息|行为|档案)|信用(?:评价|等级|评定|考核|状况|评级|综合评价)(?:结果|情况|信息)?|诚信(?:状态|状况|评价|评级|评定|考核|等级|情况|记录)(?:结果)?|信用(?:档案|记录)|严重违法失信)';
/** What is done with information in the course of a repair is the repair. */
const REPAIRED =
  '(?:申请|提出|予以|及时|开展|完成|办理|符合|准予|进行|接受|已经?)[^。；，、]{0,6}修复|修复(?:申请|结果|记录|证明|条件|决定|后)';
const CREDIT_DOCUMENT = /信用|诚信|失信|征信|信誉/;

export const DISCLOSURE: CueGroup = {
  label: 'D',
  threshold: 0.5,
  trigger: new RegExp(
    [
      '信用|诚信|失信|守信|征信|信誉|不良|名单|名录|曝光|黑榜|违法[^。；，]{0,8}(?:记录|档案|信息库|数据库|登录)',
      // The same in other words.
      '守约|失约|毁约|违约|劣迹|口碑|警示|亮相|登报|点名|不受欢迎|慎入|师德|履职|履约(?!保)',
      '处罚[^。；]{0,50}(?:公[布开示告]|展示|上传|传至|推送|报送|录入|填报|通报|抄[送报告])|违[法规章][^。；]{0,50}(?:公[布开示告]|展示|上传|登记)',
      '(?:不文明|不端)[^。；，]{0,8}记录|(?:查处|处罚)的?情况|记[录载][^。；]{0,40}(?:查处|处罚)',
    ].join('|'),
  ),
  item: { id: 'D.item-under-lead', meaning: '所列情形，按上文应记入或公开信用信息' },
  cues: [
    {
      id: 'D.record-into-file',
      meaning: '记入信用档案、诚信档案或信用记录',
      pattern: new RegExp(`${RECORD}[^。；，]{0,30}?${CREDIT_STORE}`),
      weight: 0.9,
      notAfter: NEGATED,
    },
    {
      id: 'D.record-negated',
      meaning: '规定不记入或限制记入信用记录',
      pattern: new RegExp(`(?:不得|不予|不再|不应|不|未)(?:将其|将)?${RECORD}${gap(16)}${CREDIT_STORE}`),
      weight: 0.35,
    },
    {
      id: 'D.share-with-platform',
      meaning: '向信用信息平台、系统或数据库归集、报送、推送、共享',
      pattern: new RegExp(
        `${SHARE}${gap(24)}(?:信用|诚信|征信)${shortGap(14)}(?:平台|系统|数据库|网站|信息库)|(?:信用|诚信|征信)${shortGap(14)}(?:平台|系统|数据库|网站|信息库)${gap(20)}${SHARE}`,
      ),
      weight: 0.85,
      unless: new RegExp(`${ANOTHER_MATTER.source}|${REPAIRED}`),
    },
    {
      id: 'D.keep-file',
      meaning: '建立信用档案、信用记录或信用信息制度',
      pattern: new RegExp(
        `(?:建立|健全|完善|设立|建设(?!单位|行政|主管|部门|工程|用地|项目)|实行|推行|推进|更新|维护|编制(?!单位|人员|机构)|构建|加强|规范|制定)${gap(36)}(?:(?:信用|诚信|信誉|失信|守信)[^。；：，、]{0,10}(?:档案|记录|手册|数据库|信息库|平台|(?:评价|信息|管理|监管)系统|信息目录|信息公开|信息共享|信息公示|信息披露|信息[^。；：，、]{0,4}制度)|不良[^。；，、]{0,8}(?:记录|档案|信息|数据库))`,
      ),
      notBefore: WELL_STANDING,
      weight: 0.8,
    },
    {
      id: 'D.credit-file',
      meaning: '提到信用档案、诚信档案、信用信息平台或系统',
      pattern: new RegExp(
        `(?:信用|诚信|征信|信誉)${shortGap(8)}(?:档案|手册|数据库|信息库|信息${shortGap(6)}平台|信息${shortGap(6)}系统|管理系统|平台)|信用中国|征信系统`,
      ),
      weight: 0.55,
      unless: new RegExp(`${ANOTHER_MATTER_OR_FACTOR.source}|${REPAIRED}`),
    },
    {
      id: 'D.handle-credit-information',
      meaning: '归集、共享、公开、查询或更正信用信息',
      pattern: new RegExp(
        `${HANDLE}[^。；，]{0,18}?${CREDIT_INFORMATION}|${CREDIT_INFORMATION}(?:[^。；，]{0,18}?${HANDLE}|${gap(18)}(?:公示|公布|公开|共享|推送|报送|记载|记录|录入|更新|查询|异议|错误、遗漏))|(?:获取|出售|买卖|篡改|窃取|泄露)[^。；，]{0,18}?信用信息`,
      ),
      weight: 0.7,
      unless: new RegExp(
        `${ANOTHER_MATTER_OR_FACTOR.source}|${REPAIRED}|提供信用产品|虚假的信用|依法查处|工作档案|未按照?规定|构成(?:违反治安|犯罪)|给予处分`,
      ),
    },
    {
      id: 'D.publish-dishonesty',
      meaning: '公布、公示、曝光失信行为或信用评价结果',
      pattern: new RegExp(`${PUBLISH}[^。；，]{0,24}?${DISHONESTY}|${DISHONESTY}${gap(20)}${PUBLISH}`),
      weight: 0.75,
      notAfter: NEGATED,
      unless: new RegExp(`平台经营者|评价规则|${REPAIRED}`),
    },
    {
      id: 'D.gather-credit-information',
      meaning: '归集、公布有关主体的信用信息',
      pattern: new RegExp(
        `(?:归集|公布|公开(?!、公平)|公示|共享|征集|采集|披露|如实记录|推送)${gap(70)}(?:信用信息|信用记录|信用状况)`,
      ),
      weight: 0.45,
      unless: new RegExp(`${ANOTHER_MATTER.source}|${REPAIRED}`),
    },
    {
      id: 'D.record-dishonest-conduct',
      meaning: '记录失信行为、不良行为',
      pattern: new RegExp(
        `(?:如实|及时|应当|负责)(?:记录|登记|记载)${gap(60)}(?:失信|不良)(?:行为|信息|记录)`,
      ),
      weight: 0.6,
    },
    {
      id: 'D.to-credit-body',
      meaning: '与信用主管部门、信用机构共享或向其报送信息',
      pattern:
        /(?:与|向|至|报)[^。；，]{0,16}信用[^。；，]{0,8}(?:部门|机构|中心)[^。；，]{0,6}(?:共享|报送|推送|报告|归集|提供)|(?:报送|推送|抄告|通报|归集至|归集到)[^。；，]{0,10}信用[^。；，]{0,8}(?:部门|机构|中心)/,
      weight: 0.6,
    },
    {
      id: 'D.dishonesty-information-scope',
      meaning: '规定失信信息、信用信息的范围',
      pattern:
        /(?:为|属于|作为|列为)(?:严重|一般|轻微)?(?:失信|不良|守信)信息|(?:失信|不良|守信|公共信用)信息(?:主要)?包括/,
      weight: 0.55,
    },
    {
      id: 'D.rating-made-public',
      meaning: '信用评价结果向社会公布',
      pattern: new RegExp(`信用(?:评价|评定|评级|考核)${gap(80)}(?:向社会|予以)(?:公布|公开|公示)`),
      weight: 0.55,
    },
    {
      id: 'D.publish-list',
      meaning: '公布失信名单、黑名单',
      pattern: new RegExp(`${NEGATIVE_LIST}${gap(30)}${PUBLISH}|${PUBLISH}${gap(16)}${NEGATIVE_LIST}`),
      weight: 0.65,
    },
    {
      id: 'D.illegal-conduct-base',
      meaning: '建立违法行为信息库或违法记录并公布',
      pattern:
        /违法(?:违规)?行为(?:信息)?(?:库|数据库|记录|档案)|违法(?:违规|失信)?(?:记录|档案)[^。；]{0,20}(?:公布|公示|公开)/,
      notAfter: /(?:有|无|处理的?|严重|交通(?:安全)?|驾驶)[^。；，]{0,10}$/,
      weight: 0.6,
    },
    {
      id: 'D.points-table',
      meaning: '信用信息的评价标准和赋分',
      pattern: /(?:守信|失信)信息.{0,80}?[-+＋－—−]\d|信用(?:赋分|分值)/,
      weight: 0.6,
    },
    {
      id: 'D.exposure',
      meaning: '媒体曝光违法失信行为',
      pattern: /曝光/,
      near: /违法|违规|失信|信用|诚信|不良/,
      weight: 0.4,
    },
    {
      id: 'D.public-credit-body',
      meaning: '公共信用信息的管理（机构、目录、平台）',
      pattern: /公共信用(?!修复|平台)(?:信息)?|市场信用信息|社会信用信息/,
      weight: 0.3,
      unless: ANOTHER_MATTER,
    },
    {
      id: 'D.credit-record',
      meaning: '提到信用记录、信用评价',
      pattern: /(?:信用|诚信|失信)(?:记录|评价|信息|等级|状况)/,
      weight: 0.25,
      unless: ANOTHER_MATTER,
    },
    {
      id: 'D.credit-information-under-title',
      meaning: '信用管理文件中关于信用信息的规定',
      pattern:
        /(?:信用|信息|诚信|守信|失信)[^。；]{0,30}(?:信息|采集|归集|记录|录入|公示|公开|披露|查询|上报|报送|档案|共享|使用|有效期|保存|目录|平台|系统)|(?:采集|删除|更正|公示|公开|查询|录入|报送|披露)[^。；]{0,24}信息/,
      weight: 0.5,
      under: CREDIT_DOCUMENT,
    },
    ...RATING_CUES,
    ...PLAIN_DISCLOSURE_CUES,
    ...RECORD_CUES,
    SCORE_ROW_DISCLOSURE,
  ],
};
