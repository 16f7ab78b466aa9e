import { article49, type ProvisionRule } from './rule.js';

const CREDIT = '(?:失信|信用|诚信|黑名单|名单|不良记录|不良信用|黑榜)';
const BEYOND_LAW = new RegExp(
  `${CREDIT}[^。；]{0,50}(?:加重处罚|加倍(?:处罚|处以|罚款|扣|收取|征收)|双倍(?:处罚|罚款|收取|征收)|(?:高于|超过|突破)法定[^。；，]{0,8}(?:标准|幅度|上限)|(?:另行|额外|追加)(?:处以|收取|缴纳)[^。；，]{0,10}(?:罚款|违约金|保证金)|在法定[^。；，]{0,10}(?:标准|幅度|处罚)[^。；，]{0,6}(?:上|外|之上|基础上)[^。；，]{0,6}(?:加|增))|(?:加重处罚|加倍处罚|双倍罚款)[^。；，]{0,20}(?:并)?[^。；]{0,20}${CREDIT}`,
  'u',
);
const TOP_OF_RANGE = new RegExp(
  `${CREDIT}[^。；]{0,50}(?:顶格|从重(?:处罚|处理|查处)|(?:按|按照)?(?:法定)?(?:最高|上限)(?:额|限|幅度|标准)?(?:予以|进行|处以)?(?:处罚|罚款|处理)|一律按上限)|(?:顶格|从重)(?:处罚|处理|查处)[^。；]{0,20}${CREDIT}的`,
  'u',
);
const INSUFFICIENT =
  /(?:现行|法定|处罚)[^。；，]{0,12}(?:力度|标准)(?:不足|不够|偏低|过低|较轻)[^。；]{0,40}(?:增设|增加|加重|提高|补充)[^。；，]{0,12}(?:惩戒|处罚|措施|标准)/u;
const LAWFUL = /《|依法从重|依照[^。；，]{0,20}(?:法|条例)|减轻|从轻|不得/u;

/** 国办发〔2020〕49号（十）: nothing added to, or heavier than, what the law provides. */
export const heavier: ProvisionRule = {
  id: '49-10-heavier',
  article: article49('十'),
  title: '不得增设惩戒或者在法定标准上加重惩戒',
  looksAt: 'provision',
  severity: 'error',
  suggestion:
    '删去增设、加重的内容，按照法律、法规规定的种类和幅度执行；确需加大力度的，提出修法建议（国办发〔2020〕49号（十五））',
  check: function* ({ sentences }) {
    for (const sentence of sentences) {
      if (/不得|禁止|严禁/u.test(sentence.text)) continue;
      const beyond = sentence.find(INSUFFICIENT) ?? sentence.find(BEYOND_LAW);
      if (beyond) {
        yield LAWFUL.test(sentence.text)
          ? { span: beyond, severity: 'note', message: '因失信加重处理，所引文件是否规定了加重须核对' }
          : { span: beyond, message: '因失信在法定标准之上增设或者加重惩戒' };
        continue;
      }
      const top = sentence.find(TOP_OF_RANGE);
      if (top && !LAWFUL.test(sentence.text))
        yield {
          span: top,
          severity: 'warning',
          message: '因失信一律从重或者按上限处罚，法律、法规没有规定的属于加重惩戒',
        };
    }
  },
};
