import type { Label, SaidKind, SubjectKind } from '../../model/index.js';
import type { Said } from './find.js';
import { type Piece, scopeOf } from './passage.js';

/** Those who act, supervise, provide or answer for their office: their names hold the words that are looked for. */
const NOT_HIT =
  /(?<![对将把][^。；，]{0,20})(?:有关|相关)单位(?!和个人|、个人|及个人|和[^。；，]{0,6}人员|的(?:违法|失信|信用|不良))|本单位|(?:主管|监管|成员|提供|归集|使用|认定|实施|管理|职能|直属|所属|所在|牵头|披露|处理|发布)单位|(?:监督管理|管理|监管|执法|经办|监督|行政|工作|登记|管理和服务|信息管理服务)机[构关]|(?:企业|公司)登记机关|向[^。；]{0,40}?(?:通报|报送|推送|提供(?!单位)|抄送|移送)|通知的单位|秘密[、和]个人隐私|组织[^。；，]{0,8}专家|信息[^。；，、]{0,6}服务机构|(?:国家机关|部门|政府|机关|法院)[^。；，]{0,8}工作人员|(?:国家|行政|政府|执法|监管|监督检查|检查|办案)[^。；，、]{0,4}(?:工作)?人员|(?:企业|个人|法人)?信用信息(?:公示|共享|服务|基础)?(?:系统|平台|数据库)|事业单位(?:登记|招聘|承担)|法律[、，]?法规授权的[^。；，]{0,20}组织|群团组织|组织(?:实施|编制|制定|开展|有关|协调|指导|评审|认定)|人员信息|工作人员|确定责任人员|直接负责的主管人员[^。；]{0,20}处分|职工(?:安置|名册|基本|医疗)|业主(?:大会|委员会|自治)|(?<!评标)委员会|消费者|追究[^。；，]{0,16}责任|负责人约谈|个人信息保护/gu;
const ORGANISATION =
  /企业(?!家)|公司|市场主体|(?<!电子商务|网络交易|网络商品和服务)经营者|经营主体|经营人|单位|组织机构|(?:服务|中介|代理|医疗|养老|培训|检测|检验|检验检测|鉴定|评估|评审|护理|征信|信用服务|技术|家政|科研|教育|办学|托育|咨询|经营|从业|社会|医药|定点|测绘|监理|认证|融资)机构|(?:社会|经济|金融|慈善|行业|其他|非法人|相关|合作|民办)组织|组织和个人|个人和组织|个人、组织|组织、个人|公民、组织|法人(?!代表)|社会团体|基金会|供应商|投标人|中标人|招标人|承包人|发包人|施工方|生产者|销售者|代理商|开发商|商户|商家|店铺|门店|药店|合作社|旅行社|网吧|学校|幼儿园|医院|高校|物业服务人|仓库|矿山|工厂|第三方[^。；，]{0,12}机构|(?:小作坊|小餐饮|摊[点贩位])|(?:进口|出口|经销|承包|零售|批发)商|厂商|最终用户|及其(?:法定代表人|主要负责人|负责人)|运营方|乙方|私募基金管理人|个体工商户/u;
const PERSON =
  /个人|个体工商户|自然人|公民|人口|评标委员会成员|居民|村民|市民|业主(?!管)|住户|农户|养殖户|户主|养犬人|家庭|学生|考生|教师|医师|药师|律师|导游|驾驶[人员]|司机|骑手|乘客|旅客|游客|患者|参保人|职工|员工|人员|从业者|执业者|经纪人|演员|评估师|建筑师|法定代表人|负责人|实际控制人|股东|合伙人|项目经理|鉴定人|董事|监事|委员|专家|科技人才|党员|干部|公职|本人|加害人|赡养人|承租人|老年人|主播|师傅|工长|包工头/u;
/** Both, by the law's language. */
const BOTH = /信用主体|信息主体|被执行人|相对人/u;
/** Either: counts where nothing more exact is said. */
const EITHER =
  /失信主体|当事人|申请人|行为人|责任人|违法者|纳税人|用户|承诺人|申报人|竞买人|(?:电子商务|网络交易|网络商品和服务)经营者/u;
/** A bar of office, or one for a term, hits those whom its own sentence names. */
const BARS =
  /(?:不得|禁止|终身|不予|取消|吊销|暂停|撤销|限制)[^。；]{0,30}?(?:担任|从事|任职|录用|进入|申请|参加|参与|资格|许可|资质|执业|服务)/u;
const HOLDS_OFFICE = /(?:不得|禁止)[^。；]{0,24}(?:担任|录用|聘任|聘用)/u;
const ENTERPRISE_SYSTEM = /企业(?:征信|信用)/u;

/**
 * Whom a labelled provision hits: by the words of the sentences that carry the label, else of the paragraphs that speak
 * of credit, else of all.
 */
export const subjectOf = (
  pieces: readonly Piece[],
  labels: readonly Label[],
  make: () => Said<SubjectKind>,
): SaidKind<SubjectKind> => {
  const barred = labels.includes('Q') ? pieces.filter(({ text }) => BARS.test(text)) : [];
  const near = labels.some((label) => label !== 'Q') ? pieces.filter(({ credit }) => credit) : [];
  const said = make();
  for (const piece of near) if (!piece.item) said.read(piece, [{ kind: '个人和单位', pattern: BOTH }]);
  const both = said.in(['个人和单位'])[0];
  if (both) return both;
  // What is done wrong stands in the items of a list, and names others, too.
  const heads = near.filter(({ item }) => !item);
  for (const among of [[...barred, ...heads], [...barred, ...near], scopeOf(pieces), pieces])
    for (const patterns of [
      [ORGANISATION, PERSON],
      [EITHER, EITHER],
    ] as const) {
      const said = make();
      for (const piece of among) {
        // The company whose director one may not be is not what is hit.
        if (!HOLDS_OFFICE.test(piece.text)) readSubjects('单位', patterns[0], piece, said);
        readSubjects('个人', patterns[1], piece, said);
      }
      const found = said.in(['单位', '个人']);
      if (found.length === 2)
        return { kind: '个人和单位', words: found.flatMap(({ words }) => words.slice(0, 2)) };
      if (found[0]) return found[0];
    }
  const named = make();
  for (const piece of pieces) named.read(piece, [{ kind: '单位', pattern: ENTERPRISE_SYSTEM }]);
  return named.in(['单位'])[0] ?? { kind: '未写明', words: [] };
};

const readSubjects = (
  kind: '单位' | '个人',
  pattern: RegExp,
  piece: Piece,
  said: Said<SubjectKind>,
): void => {
  const text = piece.text.replace(NOT_HIT, (words) => '　'.repeat(words.length));
  said.read({ ...piece, text }, [{ kind, pattern }]);
};
