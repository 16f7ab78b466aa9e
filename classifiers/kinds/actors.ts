import { ACTOR_KINDS, type ActorKind, type SaidKind } from '../../model/index.js';
import type { Said } from './find.js';
import { type Piece, scopeOf } from './passage.js';

/** Bodies by their names; longer names stand before the shorter ones that they hold. */
const BODIES: readonly (readonly [ActorKind, string])[] = [
  ['司法机关', '(?:最高|各级|地方)?人民(?:法院|检察院)|法院|检察院|审判机关|检察机关|司法机关'],
  ['行业协会', '行业协会(?:商会)?|协会商会|协会(?!会员)|商会|学会|行业组织|自律组织|联合会'],
  ['信用服务机构', '信用服务机构|征信机构|评级机构|信用评级机构|第三方信用[^。；，]{0,4}机构|征信系统运营'],
  [
    '金融机构',
    '(?:银行业|地方|各)?金融(?:机构|组织)|(?:商业)?银行(?!账户|存款|卡|账号|保函|保险|流水|业)|保险(?:公司|机构)|证券公司|(?:小额)?贷款公司|担保(?:公司|机构)|信用社|农商行',
  ],
  [
    '基层组织',
    '村(?:民)?委会|村民委员会|居(?:民)?委会|居民委员会|村（居）(?:民)?委(?:员)?会|村“两委”|社区(?!矫正|服务)|村集体|业主委员会|业委会|业主大会|网格员|党支部',
  ],
  [
    '行政机关',
    '(?:人民)?政府(?!采购|投资|扶持|资金|相关|购买|补充|性|组织的|文件|及其工作人员|信息)|行政(?:主管|管理|监督|执法)?(?:部门|机关|机构)|(?:主管|监管|管理|监督|监督管理|职能|有关|相关|各|执法|公安|税务|海关|牵头|认定|成员)(?:部门|机关|单位)|(?:监督管理|管理|监管|执法|经办|监督)机构|部门|海关|公安机关|税务机关|国家机关|信用办|发改委|管委会|街道办事处|街道办|乡镇|[一-鿿]{2,6}(?:局|厅|委)(?!部|域|面|限|员|托|派)|市局|县局|区局|省厅|联席会议|领导小组',
  ],
  [
    '事业单位或企业',
    '(?:网络|交易|电商|网约车|信用信息)?平台(?:经营者|企业|公司|方|客服)|(?:物业服务|供水|供电|燃气|供热|用人|建设|用工|采购|委托)(?:企业|单位|人)|物业服务人|物业公司|招标人|采购人|代理机构|公共信用(?:信息)?(?:中心|工作机构)|信用中心|(?:交易|服务|登记|结算|管理)中心|学校|高校|医院|图书馆|景区|旅行社|(?:新闻)?媒体|新闻单位|事业单位(?!和|、)',
  ],
];
const NAMES = new RegExp(BODIES.map(([, source]) => `(${source})`).join('|'), 'gu');
/** What stands between a body and what it does, or behind 由. */
const ACTS =
  /^[^。；，]{0,24}?(?:，)?(?:应当?|可以?|负责|必须|须|不得|有权|依法|会同|按照|按(?=月|季|年|规定)|根据|将|对|把|要|在|建立|实施|予以|及时|定期|列入|记入|认定|评定|制定|共享|暂停|停止|不予|不受理|公布|会商|录入|归集|采取|进行|审批|办理|认为|作出|给予|责令|取消|限制|降低|下调|撤销|吊销|通报)/u;
/** 由县水行政主管部门. */
const CHARGED = /由[^。；，、]{0,16}$/u;
const BY = /(?:会同|，|、|及|和|与|^|以及|或者)[^。；，、]{0,30}$/u;
/** Told, asked or supervised, and so no one who acts. */
const MERELY_MET = /(?:向|报|对|给|抄送|抄告|函告|通报|报送|推送至?|被|经与|接受|配合|将)[^。；，]{0,10}$/u;
const BEHIND = 40;
const BEFORE = 40;

/** The bodies that act in the pieces that speak of the matter; 未写明 alone where none is named. */
export const actorsOf = (pieces: readonly Piece[], said: Said<ActorKind>): readonly SaidKind<ActorKind>[] => {
  for (const piece of scopeOf(pieces)) readActors(piece, said);
  const found = said.in(ACTOR_KINDS);
  return found.length > 0 ? found : [{ kind: '未写明', words: [] }];
};

const readActors = (piece: Piece, said: Said<ActorKind>): void => {
  for (const match of piece.text.matchAll(NAMES)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = piece.text.slice(Math.max(0, start - BEFORE), start);
    if (!CHARGED.test(before)) {
      if (MERELY_MET.test(before) || !BY.test(before)) continue;
      if (!ACTS.test(piece.text.slice(end, end + BEHIND))) continue;
    }
    const at = match.slice(1).findIndex((group) => group !== undefined);
    said.add(BODIES[at]![0], piece, start, end);
  }
};
