import type { Breach } from '../../model/index.js';
import { breachExcerpt } from '../excerpt.js';
import { SEVERITY_WORDS } from '../words.js';

/** What the rules say of a document, for a person. */
export const breachLines = (breaches: readonly Breach[] | null): string[] => {
  if (!breaches) return ['  规则检查：本文件的层级不在检查范围内'];
  return [
    breaches.length > 0 ? `  规则检查（${breaches.length}条）` : '  规则检查：未见问题，不等于没有问题',
    ...breaches.flatMap((breach) => [
      `    ${SEVERITY_WORDS[breach.severity]}  ${breach.place || breach.sourcePlace}  ${breach.message}（${breach.article}，${breach.rule}）`,
      `      ${breachExcerpt(breach)}`,
      ...(breach.also?.length ? [`      另有${breach.also.length}处相同`] : []),
    ]),
  ];
};
