import { BLACKLIST_KINDS, type BlacklistKind, type SaidKind } from '../../model/index.js';
import { NEGATIVE_LIST } from '../cues/vocabulary.js';
import type { Said, Saying } from './find.js';
import { type Piece, scopeOf } from './passage.js';

const LIST = `(?:${NEGATIVE_LIST}|名单|名录|惩戒对象|负面册|数据库)`;
const LISTED = new RegExp(LIST, 'u');
const ENTER = '(?:列入|纳入|录入|列为|载入|记入|归入|编入|拉入|确定为|认定为|定为)';
/** Being on the list already, or not to be put there. */
const STATE = /(?:被|已|已经|拟|误|不得|不应|不应当|不予|不当|将不应当|未|可能)$/u;
const LEAVE = '(?:移出|移除|退出|撤出|剔除|解除|撤销|摘除)';

const SAYINGS: readonly Saying<BlacklistKind>[] = [
  {
    kind: '设列',
    pattern: new RegExp(
      `(?:建立|设立|设置|设|推行|实行|建)[^。；，]{0,50}?${LIST}(?:制度|管理)?|${LIST}(?:管理)?制度`,
      'u',
    ),
  },
  {
    kind: '认定标准',
    notAfter: /(?:按照|依据|根据|符合)$/u,
    pattern: /认定(?:标准|条件|范围)|具体情形|(?:下列|以下)(?:范围|情形|行为|条件|失信行为)|属于严重失信/u,
  },
  {
    kind: '认定程序',
    pattern:
      /告知|陈述|申辩|听证|决定书|异议|送达|认定程序|会商|征求意见|公示期|作出[^。；，]{0,12}决定|救济|复核/u,
  },
  {
    kind: '列入',
    pattern: new RegExp(`${ENTER}[^。；，]{0,30}?${LIST}(?!的|之|后|期间)`, 'u'),
    notAfter: STATE,
  },
  {
    kind: '移出',
    pattern: new RegExp(
      `${LEAVE}[^。；，]{0,20}?${LIST}|(?:${LIST}[^。；]{0,16})(?:移出|移除|退出|剔除|有效期)|从名单中[^。；，]{0,6}移除`,
      'u',
    ),
  },
];

/** What a provision with B does with a list. */
export const blacklistOf = (
  pieces: readonly Piece[],
  said: Said<BlacklistKind>,
): readonly SaidKind<BlacklistKind>[] => {
  const listed = pieces.some(({ text }) => LISTED.test(text));
  for (const piece of listed ? scopeOf(pieces) : pieces) said.read(piece, SAYINGS);
  return said.in(BLACKLIST_KINDS);
};
