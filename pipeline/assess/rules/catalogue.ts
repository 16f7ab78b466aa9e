import { needsGround } from './basis.js';
import { article49, type DocumentRule, type Found } from './rule.js';
import type { Subject } from './subject.js';

const PUBLIC_CREDIT = /公共信用信息|社会信用信息|信用信息(?:共享)?(?:服务)?(?:平台|系统)|信用中国/u;
const BROUGHT_IN = /归集|纳入|报送|推送|录入|采集|上传|记入|征集/u;
/** Catalogues do not bind: the text says so. */
const BEYOND =
  /(?:不限于|不受|超出|目录(?:以)?外|未列入|未纳入)[^。；，]{0,10}(?:信用信息)?(?:补充)?目录|目录(?:以外|之外|外)的?[^。；，]{0,16}(?:信息|行为|事项)[^。；]{0,16}(?:归集|纳入|记录|共享|公开|报送)|信用信息[^。；]{0,30}不限于[^。；]{0,6}目录/u;
const NEGATED = /不得|不予|禁止|严禁|追究|责任|不应/u;

/** 国办发〔2020〕49号（一）: public credit information is managed by a catalogue. */
export const catalogue: DocumentRule = {
  id: '49-1-catalogue',
  article: article49('一'),
  title: '公共信用信息实行目录制管理',
  looksAt: 'document',
  severity: 'error',
  suggestion:
    '写明信息以全国公共信用信息基础目录或者本地补充目录为限，并对照现行目录逐项核对；目录以外的不归集、不公开',
  check: (subject) => [...beyond(subject), ...unnamed(subject)],
};

function* beyond(subject: Subject): Generator<Found> {
  for (const { sentences } of subject.provisions)
    for (const sentence of sentences) {
      const span = sentence.find(BEYOND);
      if (span && BROUGHT_IN.test(sentence.text) && !NEGATED.test(sentence.text))
        yield { span, message: '把目录以外的信息纳入公共信用信息' };
    }
}

function* unnamed(subject: Subject): Generator<Found> {
  // A 地方性法规 is what a local catalogue rests on.
  if (!needsGround(subject) || subject.says(/目录/u)) return;
  for (const { sentences } of subject.provisions)
    for (const sentence of sentences) {
      const span =
        sentence.labels.has('D') && BROUGHT_IN.test(sentence.text) ? sentence.find(PUBLIC_CREDIT) : null;
      if (!span) continue;
      yield {
        span,
        severity: 'note',
        message: '归集公共信用信息而全文未提到目录，所归集的信息是否在目录之内须核对',
      };
      return;
    }
}
