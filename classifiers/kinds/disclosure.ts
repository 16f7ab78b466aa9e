import { MEASURE_KINDS } from '../../corpus/index.js';
import { DISCLOSURE_KINDS, type DisclosureKind, type SaidKind } from '../../model/index.js';
import { CREDIT_STORE } from '../cues/vocabulary.js';
import type { Said, Saying } from './find.js';
import { type Piece, scopeOf } from './passage.js';

const STORE = `(?:${CREDIT_STORE}|档案|数据库|信用|诚信|征信|台账|卷宗|信誉|名单库)`;
const NOT_PLATFORM = '(?![^。；，]{0,14}(?:平台|目录))';
/** Rules, standards and lists of the law are published, too. */
const OF_RULES =
  /(?:公布|发布)(?:实施|施行)|(?:制定|编制|拟定|批准)[^。；]{0,16}(?:公布|发布)|报[^。；]{0,20}批准|公开征求/u;
/** Wrong information is spoken of, or what those who hold it must not do. */
const OBJECTION = /异议|存在错误|滥用职权/u;
const PUBLICITY = MEASURE_KINDS.find(({ id }) => id === 'publicity')!.pattern;
const SAYINGS: readonly Saying<DisclosureKind>[] = [
  {
    kind: '记录',
    pattern: new RegExp(
      `(?:记入|计入|载入|录入(?!的)|登入|写入|归入|存入|记载|登记(?:于|到|入|在))[^。；]{0,40}?${STORE}|(?:纳入|列入(?![^。；，]{0,30}目录))[^。；，]{0,30}?${CREDIT_STORE}(?<!平台)${NOT_PLATFORM}|纳入[^。；，]{0,30}?(?:档案|信用|诚信|征信|信誉)[^。；，]{0,10}?(?:档案|记录|体系|系统|评价|管理|数据库|信息)(?<!目录管理)${NOT_PLATFORM}`,
      'u',
    ),
    unless: OBJECTION,
  },
  {
    kind: '记录',
    pattern:
      /(?:建立|设立|健全|完善|建(?!设)|推行|实行)[^。；，]{0,50}?(?:信用|诚信|信誉|守信|守法|违法|违规|失信|不良)[^。；，]{0,12}(?:记录|档案|信息(?:管理)?系统|信息库|评价系统|(?<!基础)数据库|手册|台账)|(?:信用|诚信|守法)[^。；，、]{0,4}(?:档案|手册)|(?:信用|诚信|失信)[^。；，]{0,4}记录制度|档案应当(?:同时)?记载/u,
    unless: OBJECTION,
  },
  {
    kind: '记录',
    pattern:
      /(?:(?:如实|完整|全面|及时|准确|规范|依法|应当)[^。；，]{0,6}(?:记录|记载)|进行记录|^记录|，记录)[^。；]{0,60}?(?:信用|诚信|违法|违规|失信|查处|不良|处罚)|[^。；，]{0,20}(?:情况|行为)进行记录|(?:按照|应当)[^。；，]{0,16}(?<!信用|诚信|违法|失信|不良|处罚)记录[^。；，]{0,12}信用信息|目录记录|予以记[录载]|系统中?记录|记录(?:、|和)(?:采集|归集|整理)[^。；]{0,30}信用/u,
    unless: OBJECTION,
  },
  {
    kind: '归集共享',
    pattern:
      /归集(?!单位)|共享(?!属性|平台|服务平台)|报送(?!年度报告)|推送|汇集|汇聚|互联互通|互通|互认|互联(?!网)|对接|抄送|抄告|(?<!信息)采集|(?:信用信息)采集|征集|归集|上传|函告|通报[^。；，]{0,20}(?:部门|机构|单位)|向[^。；]{0,50}(?:数据库|平台|系统|机构|部门|单位)[^。；，]{0,12}(?:提供|通报|报告)|填报[^。；，]{0,8}信用信息|(?:提供|收到)的[^。；，]{0,6}信用信息|(?:基础|信用|资源)(?:信息)?(?:数据)?库[^。；]{0,30}建设|基础(?:信息)?数据库|纳入[^。；]{0,24}(?:共享[^。；，]{0,4}平台|国家[^。；，]{0,6}信用信息系统)/u,
    unless: OBJECTION,
  },
  {
    kind: '公示公开',
    pattern: PUBLICITY,
    unless: new RegExp(`${OF_RULES.source}|${OBJECTION.source}|公开(?:信用)?承诺`, 'u'),
  },
  {
    kind: '公示公开',
    pattern:
      /(?:公开|公布|公示|披露)(?!、)[^。；，]{0,30}(?:信用|诚信|失信)(?!承诺|信息公示系统)|向社会(?:公布|公示|公开|公告|发布|披露)|予以(?:公示|公布|公开|公告)|公示系统|公示制度|[、]公示(?!系统|期)|披露|依法公[布告示]|公开公示|(?:共享|归集|记录|采集)[^。；，]{0,12}(?<!非)(?:公开|披露|公布)|(?:定期|及时|公开)(?:公布|公示|公告|公开)|(?:公布|公示|公告)[^。；，]{0,14}(?:结果|名单)/u,
    unless: new RegExp(`${OF_RULES.source}|${OBJECTION.source}`, 'u'),
  },
  {
    kind: '查询使用',
    pattern:
      /查询(?:服务|权限|制度|程序|规范|信用|、|和使用)|(?:使用|应用|运用|利用)(?!单位|等|者|人|的)[^。；，]{0,8}(?:信用|诚信)(?!档案)|(?:信用|诚信)信息[^。；，]{0,24}(?:使用(?!单位)|应用|查询|运用)|(?:信用|诚信)信息的?处理|处理[^。；，]{0,8}信用信息|信用报告|异议/u,
  },
  {
    kind: '查询使用',
    pattern: /(?:提供|授权|公众|便捷的?|社会)[^。；，]{0,12}查询|查询[^。；，]{0,14}(?:信用|诚信)|更正/u,
    needs: /信用|诚信|征信|失信/u,
  },
  {
    kind: '目录',
    pattern:
      /信息[^。；，]{0,10}目录|目录(?:管理|编制|应当)|(?:信用|诚信)(?:信息|档案|记录)(?:记录)?[^。；，]{0,8}(?:应当|主要|内容)[^。；，]{0,6}(?:包括|记载|包含)|下列信息为|不得采集/u,
    unless: /资源目录|事项(?:清单)?目录|产品目录|项目目录/u,
  },
];

const INTO_PLATFORM =
  /(?:纳入|记入|录入|载入)[^。；，]{0,30}?(?:信用|诚信|征信)[^。；，]{0,10}(?<!共享)平台/u;
/** What is put into a public platform is gathered there; where no more is said of gathering, it is the record, too. */
const SHARED: Saying<DisclosureKind> = { kind: '归集共享', pattern: INTO_PLATFORM, unless: OBJECTION };
const RECORDED: Saying<DisclosureKind> = { kind: '记录', pattern: INTO_PLATFORM, unless: OBJECTION };

/** What a provision with D does with credit information. */
export const disclosureOf = (
  pieces: readonly Piece[],
  said: Said<DisclosureKind>,
): readonly SaidKind<DisclosureKind>[] => {
  const scope = scopeOf(pieces);
  for (const piece of scope) said.read(piece, SAYINGS);
  const platform = said.has('归集共享') ? [SHARED] : [SHARED, RECORDED];
  for (const piece of scope) said.read(piece, platform);
  return said.in(DISCLOSURE_KINDS);
};
