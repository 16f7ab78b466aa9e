import { article49, type DocumentRule, type Found } from './rule.js';
import { dutySeverity, type Subject } from './subject.js';

const COLLECTS =
  /(?:采集|收集|征集|归集|获取|报送|录入)[^。；]{0,30}(?:个人|居民|市民|村民|公民|自然人|从业人员|学生|职工)(?:的)?[^。；，]{0,8}(?:信用|诚信|失信)[^。；，]{0,6}(?:信息|数据|记录)|(?:个人|居民|市民|村民|公民|自然人)(?:的)?[^。；，]{0,6}(?:信用|诚信|失信)(?:信息|数据|记录)[^。；]{0,24}(?:采集|收集|征集|归集|报送|录入)/u;
const WITHOUT =
  /(?:无需|无须|不需|不经|不必|未经|可以不经|免于)(?:征得|取得|经|获得)?[^。；，]{0,10}(?:本人|个人|当事人|信息主体|居民|其)(?:的)?(?:同意|授权)(?:即)?(?:，)?(?:可以?|有权|直接)?[^。；]{0,16}(?:采集|收集|征集|归集|查询|使用|报送|获取)|(?:采集|收集|征集|归集)[^。；]{0,24}(?:无需|无须|不需|不必)[^。；，]{0,10}(?:同意|授权)/u;
const FORBIDS = /采集员|编造|不得|禁止|严禁|违反|擅自|法律责任|处罚/u;
const BY_LAW = /法律|法规|《/u;
const AGREED =
  /(?:本人|个人|当事人|信息主体|其|被[^。；，]{0,6}人)(?:的)?(?:书面)?(?:同意|授权)|经[^。；，]{0,8}(?:同意|授权)|知情同意|授权书/u;

/** 国办发〔2020〕49号（十四）: purpose, manner and scope are told, and the person agrees. */
export const consent: DocumentRule = {
  id: '49-14-consent',
  article: article49('十四'),
  title: '收集使用个人信用信息须明示并经本人同意',
  looksAt: 'document',
  severity: 'error',
  suggestion: '写明为何收集、怎样收集、用在哪里，并取得本人同意；法律、法规规定不需同意的，写明其条款',
  check: (subject) => [...collectedWithout(subject), ...unsaid(subject)],
};

function* collectedWithout(subject: Subject): Generator<Found> {
  for (const { sentences } of subject.provisions)
    for (const sentence of sentences) {
      const span = FORBIDS.test(sentence.text) ? null : sentence.find(WITHOUT);
      if (!span || !/信用|诚信|失信/u.test(`${sentence.lead}${sentence.text}${subject.title}`)) continue;
      yield BY_LAW.test(sentence.text)
        ? {
            span,
            severity: 'note',
            message: '收集个人信用信息不经本人同意，所称法律、法规是否有此规定须核对',
          }
        : { span, message: '收集使用个人信用信息不经本人同意' };
    }
}

function* unsaid(subject: Subject): Generator<Found> {
  if (subject.says(AGREED)) return;
  for (const { sentences } of subject.provisions)
    for (const sentence of sentences) {
      const span = FORBIDS.test(sentence.text) ? null : sentence.find(COLLECTS);
      if (!span) continue;
      yield {
        span,
        severity: dutySeverity(subject),
        message: '收集个人信用信息，全文没有经本人同意的规定，也未写明法律、法规另有规定',
      };
      return;
    }
}
