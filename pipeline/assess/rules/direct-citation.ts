import type { ReadUnit, Severity } from '../../../model/index.js';
import { withoutGround } from './basis.js';
import { article49, type ProvisionRule } from './rule.js';
import { LOSS } from './words.js';

/** What is lost or added is named; 依法实施联合惩戒 alone names nothing. */
const CONCRETE = new RegExp(LOSS.replace('|约束|惩戒', ''), 'u');

/** 国办发〔2020〕49号（九）: a measure cites its ground directly. That it cites none, or 有关规定, the text itself shows. */
export const directCitation: ProvisionRule = {
  id: '49-9-direct-citation',
  article: article49('九'),
  title: '失信惩戒措施须直接援引依据',
  looksAt: 'provision',
  severity: 'error',
  suggestion: '在本条写明所依据的法律、法规或者党中央、国务院政策文件的名称和条款；没有依据的，删去该措施',
  check: (provision, subject) =>
    withoutGround(provision, subject, 'P', {
      severity: severityOf(provision.read),
      none: '采取失信惩戒措施没有直接援引依据',
      unknown: '采取失信惩戒措施，依据须核对',
      quotes: CONCRETE,
    }),
};

const severityOf = ({ classification }: ReadUnit): Severity =>
  classification.evidence.some(({ label, text }) => label === 'P' && CONCRETE.test(text))
    ? 'error'
    : 'warning';
