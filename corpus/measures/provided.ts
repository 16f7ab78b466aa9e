import { measuresIn } from './find.js';
import type { MeasureId } from './kinds.js';

/** Words of a clause that forbid what follows: 不得将…列入名单, 任何单位不得公开…. */
const FORBIDS = /(?:不得|禁止|严禁|不应当?|不可以?|不能|不允许|不予|无权|避免|防止)[^，。；：\n]{0,40}$/u;
const LONGEST_CLAUSE = 80;

/** What an article says of kinds of measure. */
export interface ProvidedKinds {
  /** Kinds for which it provides at one place at least. */
  readonly provided: readonly MeasureId[];
  /** Kinds that it names only to forbid or to limit them. */
  readonly forbidden: readonly MeasureId[];
}

/** The kinds of measure for which an article provides, apart from those that it only forbids. */
export const providedKinds = (article: string): ProvidedKinds => {
  const provided = new Set<MeasureId>();
  const named = new Set<MeasureId>();
  for (const { kind, start } of measuresIn(article)) {
    named.add(kind);
    const before = article.slice(Math.max(0, start - LONGEST_CLAUSE), start);
    const clause = before.slice(Math.max(...[...'，。；：\n'].map((sign) => before.lastIndexOf(sign))) + 1);
    if (!FORBIDS.test(clause)) provided.add(kind);
  }
  return { provided: [...provided], forbidden: [...named].filter((kind) => !provided.has(kind)) };
};
