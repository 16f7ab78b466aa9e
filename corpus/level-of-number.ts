import { type LegalLevel, normaliseDocumentNumber } from '../model/index.js';

/** What a 文号 says of its document's level, with the words for a person. */
export interface LevelByForm {
  readonly level: LegalLevel | 'unknown';
  /** In Chinese, without a full stop. */
  readonly reason: string;
  /** For an unknown level: the sides on which the document could be a basis. */
  readonly could: readonly ('national' | 'local')[];
}

/** The prefixes of documents in the name of 党中央、国务院 or their general offices: 国办发〔2020〕49号 and 发改办财金〔2021〕15号 一(一). */
const CENTRAL = /^(中发|中办发|厅字|国发|国办发|国函|国办函|国发明电|国办发明电)〔\d{4}〕/u;
/** Other series of the same offices, whose rank is not settled by the prefix. */
const CENTRAL_OTHER = /^(?:国办|中办|中委|中字|国字|国令|国阅)[\p{Script=Han}]{0,4}〔\d{4}〕/u;
const DECREE = /令(?:\d{4}年)?(?:\(?第?[0-9零〇一二三四五六七八九十百]{1,6}号\)?)?$|第[0-9]{1,4}号令$/u;

const forms: readonly (readonly [RegExp, LegalLevel | 'unknown', string, ('national' | 'local')[]?])[] = [
  [/主席令/u, 'law', '主席令公布的是法律'],
  [/(?:军委|军事委员会)[^省市]{0,6}令/u, 'unknown', '军事机关的令，级别须人工判断', ['national']],
  [/国务院(?:第\d+号)?令/u, 'administrative-regulation', '国务院令公布的是行政法规'],
  [/政府(?:第\d+号)?令|[\p{Script=Han}](?:府|政)令/u, 'local-government-rule', '政府令公布的是地方政府规章'],
  [
    /(?:部|委|委员会|总局|局|署|行|会|总署)(?:等[\p{Script=Han}]{1,3}(?:部委|部门))?(?:第\d+号)?令/u,
    'departmental-rule',
    '部门令公布的是部门规章',
  ],
];

/** The level of the document that carries this 文号; null for '' and for what is no 文号. */
export const levelOfNumber = (documentNumber: string): LevelByForm | null => {
  const number = normaliseDocumentNumber(documentNumber).normalize('NFKC');
  if (!number) return null;
  const result = (
    level: LevelByForm['level'],
    reason: string,
    could: LevelByForm['could'] = [],
  ): LevelByForm => ({ level, reason, could });
  const central = CENTRAL.exec(number)?.[1];
  if (central) return result('central-policy', `文号前缀“${central}”属党中央、国务院（含两办）文件`);
  if (CENTRAL_OTHER.test(number)) {
    return result('unknown', '两办的其他文号，是否属党中央、国务院政策文件须人工判断', ['national']);
  }
  if (/^(?:法释|高检发释字)/u.test(number)) {
    return result('judicial-interpretation', '“法释”是司法解释的文号');
  }
  if (DECREE.test(number)) {
    for (const [pattern, level, reason, could] of forms) {
      if (pattern.test(number)) return result(level, reason, could);
    }
    return result('unknown', '发布令的机关不明，级别须人工判断', ['national', 'local']);
  }
  if (/(?:人民代表大会|人大)(?:常务委员会|常委会)?.{0,10}公告/u.test(number)) {
    return /^全国/u.test(number)
      ? result('law', '全国人民代表大会及其常务委员会的公告')
      : result('local-regulation', '地方人民代表大会（常务委员会）公告公布的是地方性法规');
  }
  if (/〔\d{4}〕.*号$|公告/u.test(number)) {
    return result('normative-document', '文号不属党中央、国务院（含两办），是规范性文件');
  }
  return result('unknown', '文号不完整，级别须人工判断', ['national', 'local']);
};
