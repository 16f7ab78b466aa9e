/** A generator of regulations, the same for the same number: xorshift, so that a bench can be run again. */
const random = (seed: number): (() => number) => {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
};

const PLACES = ['清水市', '青岭区', '云川县', '白石镇', '南塘区', '松江县', '北渡市', '柳河区'];
const OFFICES = [
  '城市管理局',
  '交通运输局',
  '市场监督管理局',
  '住房和城乡建设局',
  '农业农村局',
  '文化和旅游局',
  '生态环境局',
  '应急管理局',
  '卫生健康局',
  '教育局',
];
const THINGS = [
  '户外广告',
  '农贸市场',
  '道路运输',
  '建筑施工',
  '餐饮服务',
  '旅游市场',
  '校外培训',
  '污水处理',
  '危险货物',
  '停车场',
  '物业服务',
  '种子经营',
  '医疗美容',
  '网络订餐',
  '文物保护',
];
const SUBJECTS = ['经营者', '施工单位', '从业人员', '运输企业', '培训机构', '服务单位', '申请人', '承租人'];
const DUTIES = [
  '建立台账并妥善保存',
  '按照规定配备专职人员',
  '定期检查设施设备',
  '在显著位置公示服务项目',
  '接受有关部门的监督检查',
  '及时报告安全隐患',
  '制定应急预案并组织演练',
  '不得擅自改变用途',
];
const MEASURES = [
  '将其违法信息记入信用档案',
  '列入严重失信主体名单，并向社会公布',
  '三年内限制参加政府采购活动',
  '依法实施联合惩戒',
  '通过信用信息共享平台予以归集',
  '纠正违法行为后可以申请信用修复',
];

export interface Generated {
  readonly source: string;
  readonly text: string;
}

/** A regulation of so many articles, of which about one in twelve has to do with credit. */
export const generatedRegulation = (number: number, articles: number): Generated => {
  const next = random(number + 1);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const [place, office, thing] = [pick(PLACES), pick(OFFICES), pick(THINGS)];
  const year = 2001 + Math.floor(next() * 22);
  const lines = [
    `${place}${thing}管理办法`,
    `${place}${office}`,
    `（${place.slice(0, 1)}${office.slice(0, 1)}发〔${year}〕${1 + Math.floor(next() * 120)}号）`,
    `第一条　为了规范${thing}活动，维护各方合法权益，结合本地实际，制定本办法。`,
  ];
  for (let at = 2; at < articles; at++) {
    const subject = pick(SUBJECTS);
    const duty = `${thing}${subject}应当${pick(DUTIES)}，并${pick(DUTIES)}；第${1 + Math.floor(next() * 900)}类活动另有规定的，从其规定。`;
    const credit =
      next() < 1 / 12 ? `违反前款规定受到行政处罚的，由${place}${office}${pick(MEASURES)}。` : '';
    lines.push(`第${chinese(at)}条　${duty}${credit}`);
  }
  lines.push(`第${chinese(articles)}条　本办法自${year + 1}年1月1日起施行。`);
  return {
    source: `${place}/${office}/${String(number).padStart(5, '0')} ${lines[0]}.txt`,
    text: `${lines.join('\n')}\n`,
  };
};

const DIGITS = '零一二三四五六七八九';

/** 1 … 999 as articles are numbered: 二十一, 一百零五. */
const chinese = (number: number): string => {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const tenWords =
    tens === 0 ? (hundreds && ones ? '零' : '') : `${tens === 1 && !hundreds ? '' : DIGITS[tens]}十`;
  return `${hundreds ? `${DIGITS[hundreds]}百` : ''}${tenWords}${ones ? DIGITS[ones] : ''}`;
};
