import { PUNISHMENT_KINDS, type PunishmentKind, type SaidKind } from '../../model/index.js';
import type { Said } from './find.js';
import { type Piece, scopeOf } from './passage.js';
import { PUNISHMENT_SAYINGS } from './punishment-sayings.js';

const GENERAL = '联合惩戒（概括）';
/** General words stand for these where they are named after them: 下列惩戒措施：限制…; or by them: 在…方面实施联合惩戒. */
const NAMED = PUNISHMENT_KINDS.filter((kind) => ![GENERAL, '其他', '重点监管', '增加检查'].includes(kind));
const NAMED_BY = /(?:方面|环节|领域|等)[^。；，]{0,16}(?:惩戒|约束)/u;
/** 对守信的…, up to the words on the others. */
const REWARDED =
  /对[^，；]{0,20}(?:守信|信用(?:状况|等级)?(?:良好|较好|优良|好|高))[^；]{0,200}?(?=[，、]?(?:对[^，；]{0,20}(?:失信|违法|不良|较差|差|低|惩戒)|依法限制)|$)/gu;

/** The measures that a provision with P orders; 其他 where no words of any were found. */
export const punishmentOf = (
  pieces: readonly Piece[],
  besideRestriction: boolean,
  said: Said<PunishmentKind>,
): readonly SaidKind<PunishmentKind>[] => {
  let general = false;
  let named = false;
  for (const piece of scopeOf(pieces, besideRestriction ? 'strict' : 'onwards')) {
    const text = piece.text.replace(REWARDED, (words) => '　'.repeat(words.length));
    const kinds = said.read({ ...piece, text }, PUNISHMENT_SAYINGS);
    const here = kinds.get(GENERAL) ?? text.length;
    const from = general || NAMED_BY.test(text) ? 0 : here;
    general ||= kinds.has(GENERAL);
    named ||= general && NAMED.some((kind) => (kinds.get(kind) ?? -1) >= from);
  }
  if (named) said.drop(GENERAL);
  const found = said.in(PUNISHMENT_KINDS);
  return found.length > 0 ? found : [{ kind: '其他', words: [] }];
};
