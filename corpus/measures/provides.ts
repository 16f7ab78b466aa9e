import type { Label } from '../../model/index.js';
import { measureKindsIn, measureLabels } from './find.js';
import { MEASURE_KINDS, type MeasureId } from './kinds.js';

/** Bodies whose names hold the words that are looked for. */
const BODIES = /(?:监督管理|监管|监督)(?:部门|机构|机关|局|委员会|总局|主管部门|单位|人员|职责|工作)/gu;
/** Words of which every article that could touch a subject's record, standing or rights has one. */
const TOUCHES =
  /信用|诚信|失信|守信|征信|信誉|名单|名录|黑榜|公布|公示|公开|曝光|披露|通报|公告|限制|禁止|禁入|取消|资格|资质|吊销|撤销|暂扣|暂停|停止|停业|终身|记录|记入|档案|归集|共享|监管|监督检查|重点|惩戒|优先|优惠|不予|不得(?:担任|从事|参加|申请|再|享受|参与|聘|录)/u;
/** 依照…的规定处罚: what it provides for stands elsewhere. */
const REFERS_ON =
  /(?:依照|按照|依据|根据|适用)[^。；]{0,60}(?:规定|法律|法规|条例|办法)[^。；]{0,24}(?:处罚|处理|执行|办理|追究|给予|予以|实施|的，|。|$)/u;

/**
 * Whether an article provides for a provision's kinds of measure: 国办发〔2020〕49号 (九) wants the basis cited directly,
 * so the article has to say it itself.
 *
 * - yes: it names one of the kinds;
 * - unknown: it names another kind, or refers on to another text, or only has words of the field;
 * - no: nothing of credit, lists, publication, restriction, record or supervision stands in it.
 *
 * @param wanted the provision's kinds of measure; or its labels, where no kind was found in it.
 */
export const providesFor = (
  article: string,
  wanted: { readonly measures: readonly MeasureId[]; readonly labels?: readonly Label[] },
): 'yes' | 'no' | 'unknown' => {
  const found = new Set(measureKindsIn(article));
  // A label with one kind is that kind: B is 列入名单.
  const only = (wanted.labels ?? []).flatMap((label) => {
    const kinds = MEASURE_KINDS.filter(({ labels }) => labels.includes(label));
    return kinds.length === 1 ? [kinds[0]!.id] : [];
  });
  const measures = wanted.measures.length > 0 ? wanted.measures : only;
  if (measures.some((kind) => found.has(kind))) return 'yes';
  if (found.size > 0) return 'unknown';
  if (REFERS_ON.test(article)) return 'unknown';
  return TOUCHES.test(article.replace(BODIES, '')) ? 'unknown' : 'no';
};

/** The labels of a set of kinds, each once. */
export const labelsOf = (measures: readonly MeasureId[]): readonly Label[] =>
  (['D', 'B', 'P', 'Q', 'R'] as const).filter((label) =>
    measures.some((kind) => measureLabels(kind).includes(label)),
  );
