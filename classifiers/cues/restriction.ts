import type { CueGroup } from './cue.js';
import { PLAIN_RESTRICTION_CUES } from './plain-restriction.js';
import { CREDIT, gap } from './vocabulary.js';

/** What a person or an enterprise is kept from: a licence, an office, a trade, a tender, a benefit. */
const ACT =
  '(?:申请|申报|参加|参与|从事|担任|承接|承揽|承担|受理|聘|注册|登记|取得|报考|报名|投标|竞买|竞投|享受|购买|进入|评|办理|录用|招用|颁发|授予|晋升|经营|执业|任职|批准|核准|许可|举办|发放|购房|申购|申领|认定|列入|考试|开展|资助|立项|推荐|提拔|报建|入库|代理|组建|晋升|购买|采购|委托|聘请|获得|进行|签发|核发|发给|承办|代办|主办|开办)';
const WRONG =
  /违反|违法|违规|转包|挂靠|串通|虚报|骗|失实|处罚|罚款|吊销|撤销|弄虚作假|虚假|欺骗|隐瞒|骗取|犯罪|刑|伪造|情节严重|行为之一|情形之一|取消|开除|撤职|追究|作弊|贿|不正当|逾期|拒不|责令|不按|未按|过错|事故|擅自|处分|欠缴|闲置|不履行|不执行|所列行为|的，/;
const CREDIT_NAMED = new RegExp(`${CREDIT}|名单|异常名录`);
/** Bars that follow leaving an office, not a wrong. */
const LEAVING = /离职|辞职|辞去|退休|离任|卸任|期满后|毕业|转让之日|竣工|验收/;
/** Terms and bars of proceedings: nothing is closed to anyone for a wrong. */
const ANOTHER_PROCEEDING =
  /再审|仲裁机构|已[^。；，]{0,4}(?:仲裁|起诉)|调解|和解|起诉的|不得起诉|重复检查|姓名变更|行政复议|公诉案件|抗诉/;
/** A licence that lapses because nothing is done with it. */
const IDLE = /未(?:从事|开展)[^。；，]{0,6}(?:经营|业务|活动)|未(?:开业|营业)/;
/** Posts within the authorities and standings that end otherwise than by a wrong in the market. */
const OFFICE =
  /执法(?:人员|机关|资格|证)|(?:检查|监督|督察)员的?资格|绩效(?:考核|评价)|候选人资格|村民代表|职业资格，|死亡宣告|工作调动|不能(?:担任|履行)/;
const YEARS =
  '(?:[一二两三四五六七八九十0-9]{1,3}(?:个)?(?:年|月)(?![0-9初底起])(?:之?内|以内)?|一定(?:的)?期限内|规定期限内|考验期(?:限)?内|下一?年度|次年度?)';

export const RESTRICTION: CueGroup = {
  label: 'Q',
  threshold: 0.5,
  trigger:
    /年内|月内|终身|资格|不得担任|不得从事|未逾|未满|不满|期限内|禁止|届满|以上不得|年不得|禁入|不得举办|不得申请|不得再|不得参加|不再受理|不予受理|后续|期内|下一?年度|次年|被吊销|停考|限制其|不得作为|不能作为|不得(?:录|招|聘|任|当选|参评|评)|不[准许让](?!确)|不再[接聘雇录核享批收派安受给]|逐出|永[不远]|当年不|当年评|清[偿欠]前|[年月][不停]|暂停[^。；，]{0,16}[年月]|不予[登注备许批核签颁聘晋录招提发]|不提名|不得被|不得(?:[授晋入]|提[职级拔]|考评)|改正[^。；，]{0,3}前|停止其?[从执]业/,
  item: { id: 'Q.item-under-lead', meaning: '所列情形，按上文不得申请、从事或担任' },
  cues: [
    {
      id: 'Q.barred-for-years',
      meaning: '违法后若干年内不得申请、从事或担任',
      pattern: new RegExp(
        `(?:${YEARS}|之日起(?!超过)[^。；，]{1,6}(?:年|个月)，?)${gap(28)}(?:不得|不予|不能|不再|不接受|不批准|禁止|限制|取消|丧失|拒绝(?=其|受理|该))(?<!不[予能](?=[^。；，]{0,14}的(?:[，；]|情形|决定)))${gap(20)}${ACT}|${YEARS}${gap(20)}(?:不受理|不再受理|不予受理)`,
      ),
      near: WRONG,
      notAfter:
        /(?:超过|(?:学习|工作|从业|居住|服务|执业|任职|培训)[^。；，]{0,6}(?:不满|不足|未满|少于))[一二两三四五六七八九十0-9]{0,3}$/,
      unless: new RegExp(
        `${CREDIT}|名单|异常名录|离职|辞职|辞去|退休|离任|卸任|毕业|上市交易|上市转让|移出|编册|册上|不再列入|再次列入|没有违|无违|禁止期限|Ⅲ类|${ANOTHER_PROCEEDING.source}|${IDLE.source}`,
      ),
      weight: 0.75,
    },
    {
      id: 'Q.forbidden-for-years',
      meaning: '禁止或限制其在若干年内从事、参加',
      pattern: new RegExp(
        `(?:禁止|限制|不得(?!超过)|取消)${gap(10)}(?:在|于)?(?:${YEARS}|[一二两三四五六七八九十0-9]{1,3}年(?:至|到|以上)[一二两三四五六七八九十0-9]{1,3}年(?:以下|之?内)?)${gap(16)}${ACT}`,
      ),
      near: WRONG,
      unless: new RegExp(`${CREDIT}|${LEAVING.source}|特定(?:活动|区域)`),
      weight: 0.55,
    },
    {
      id: 'Q.barred-for-life',
      meaning: '终身不得从事或担任',
      pattern:
        /终身(?:不得|禁止|不再|不予|禁入|取消|停止)|终身[^。；，]{0,10}禁入|(?:永久|永远)(?:不得|取消|禁止)/,
      unless: CREDIT_NAMED,
      weight: 0.85,
    },
    {
      id: 'Q.disqualified',
      meaning: '取消资格',
      pattern: /(?:取消|剥夺)(?!了|的)[^。；，]{0,26}?资格/,
      near: WRONG,
      unless: new RegExp(`${CREDIT_NAMED.source}|${OFFICE.source}|${IDLE.source}`),
      notAfter:
        /(?:不再符合|不符合)[^。；]{0,24}$|被(?!录)[^。；，]{0,14}$|(?:已|明令|国家规定)$|降低[^。；，]{0,14}(?:或者?|、|直至|并)$/,
      notBefore: /^(?:认定|审查|证|许可|的?要求|的(?:律师|注册|人员|单位))/,
      weight: 0.55,
    },
    {
      id: 'Q.barred-after-conviction',
      meaning: '受过刑罚、处罚或吊销的，不得担任或从事',
      pattern:
        /(?:不得|不能(?!归责)|不予(?![^。；，]{0,6}的决定)|禁止)[^。；：]{0,20}(?:担任|从事|申请|注册|招用|聘用|聘任|录用|举办|参加|颁发|任职|登记|报考|选任|取得)/,
      near: /(?:刑罚|刑事处罚|犯罪|吊销|撤销|开除|处罚|取消)[^。]{0,40}(?:未逾|不满|之日起|不足|未满|年)|(?:未逾|不满|不足|未满)[^。；]{0,4}年|(?:因|有)[^。；，]{0,20}(?:犯罪|受过?刑事处罚|判处刑罚|被吊销|开除公职)|受过刑事处罚|被开除|被吊销|犯罪记录/,
      unless: new RegExp(`${CREDIT_NAMED.source}|选举权|姓名变更|特定(?:活动|区域)`),
      notAfter: /规定$/,
      weight: 0.6,
    },
    {
      id: 'Q.market-ban',
      meaning: '市场禁入、行业禁入',
      pattern:
        /(?:市场|行业|职业|从业)(?:和[^。；，]{0,4})?禁入|(?:禁止|限制)(?:其)?(?:进入|参与)[^。；，]{0,14}(?:市场|行业|投标|采购|交易|竞买)|清出[^。；，]{0,10}市场/,
      absent: /失信/,
      unless: CREDIT_NAMED,
      weight: 0.6,
    },
    {
      id: 'Q.banned-from-trade',
      meaning: '情节严重的，禁止从事相关业务',
      pattern: /(?:情节严重|犯罪|处罚)[^。；]{0,60}(?:禁止|限制)(?:其)?从事/,
      unless: CREDIT_NAMED,
      weight: 0.55,
    },
    {
      id: 'Q.years-since-revocation',
      meaning: '吊销、处罚后须满若干年',
      pattern: new RegExp(
        `(?:被吊销|被撤销|被取消|受到处罚|处罚)${gap(30)}(?:已经?|须|应当?)满[一二两三四五六七八九十0-9]{1,3}年`,
      ),
      unless: CREDIT_NAMED,
      weight: 0.55,
    },
    {
      id: 'Q.suspended',
      meaning: '暂停资格、停考、限制新增项目',
      pattern:
        /(?:暂停|停止)[^。；，]{0,16}(?:投标|参评|申报|申请|考试|采购|竞买|从业|执业|备选|入选|入围|代理|代销|代办|交易)[^。；，]{0,6}资格|停考|限制其(?:新建|新增|新上|扩建)/,
      near: WRONG,
      unless: /未按时/,
      weight: 0.5,
    },
    {
      id: 'Q.not-accepted-as-basis',
      meaning: '其成果若干年内不得作为依据',
      pattern: new RegExp(`${YEARS}${gap(40)}(?:不得|不能|不予)作为${gap(20)}(?:依据|凭证|材料)`),
      weight: 0.6,
    },
    {
      id: 'Q.refused-later',
      meaning: '违法后拒绝受理其后续申请',
      pattern:
        /(?:拒绝|不再受理|不予受理|不受理)[^。；]{0,16}(?:后续|再次|今后|以后|新的)[^。；]{0,6}申请|不得再(?:次)?(?:申请|申报|从事|担任|参加|承接|报名|入[围选库]|执业|投标|招|聘|录)/,
      near: WRONG,
      unless: new RegExp(`${CREDIT_NAMED.source}|${ANOTHER_PROCEEDING.source}`),
      weight: 0.6,
    },
    ...PLAIN_RESTRICTION_CUES,
  ],
};
