import type { Answer, Disposal, LedgerField } from '../../model/index.js';

/** The columns that ask for 是 or 否. */
export const ANSWER_FIELDS = [
  'disclosure',
  'blacklist',
  'punishment',
  'nationalBasis',
  'localBasis',
] as const satisfies readonly LedgerField[];

/** Longer text answers by its first word only where a stop parts that from the rest. */
const LONGEST_ANSWER = 40;
/** Marks that a scan has left beside the word, or that hung over from the cell before. */
const STRAY = /^[》）〕】，。、；：.,'’|丨_]+(?=.)/u;
const TICK = '[☑☒√✓✔■●\uf052\uf0fe]';
const TICKED = [new RegExp(`${TICK}([是有否无])`, 'u'), new RegExp(`([是有否无])[（(]?${TICK}`, 'u')];
// Ticks and crosses of Wingdings come as letters where the font is not kept: ü, þ, P, R and û, ý.
const YES = /^(?:是|有(?!待)|涉及|[√✓✔✅☑∨\uf0fc\uf0fe\uf050\uf052]|[vy](?:es)?$|[prüþ]$)/iu;
const NO =
  /^(?:否|无(?!法)|没有|不(?:是(?!很)|涉及|存在)|未涉及|[×✗✘✕╳❌☒\uf0fb\uf0fd\uf04f\uf051]|no?$|[xûý]$|[/／\\—–－-]{1,4}$)/iu;

/** 是 or 否 as people write it; unknown where a cell is empty, says both, or says something else. */
export const answerOf = (text: string): Answer => {
  const plain = text.replace(/\s+/gu, '').replace(STRAY, '');
  if (plain === '') return 'unknown';
  if (plain.length > LONGEST_ANSWER) {
    const first = /^(\p{Script=Han}{1,3})[。，：；:,;（(]/u.exec(plain)?.[1];
    return first ? answerOf(first) : 'unknown';
  }
  const ticked = TICKED.map((pattern) => pattern.exec(plain)?.[1]).find(Boolean);
  if (ticked) return /[是有]/u.test(ticked) ? 'yes' : 'no';
  if (/[□☐○]|^(?:是否|[是有][/／、或][否无])/u.test(plain)) return 'unknown';
  return YES.test(plain) ? 'yes' : NO.test(plain) ? 'no' : 'unknown';
};

/** An answer to whether there is a basis: naming one says that there is. */
export const basisOf = (text: string): Answer => {
  const answer = answerOf(text);
  return answer === 'unknown' && /《[^《》]{2,80}》/u.test(text) ? 'yes' : answer;
};

/**
 * Whether a ledger answers every question that it answers with 否 in words: in one that only ticks what is so, and never
 * writes 否, a blank is the answer 否.
 *
 * @param rows the texts of its columns that ask for 是 or 否, row by row.
 */
export const leavesNoBlank = (rows: readonly (readonly string[])[]): boolean => {
  const answers = rows.flat().map(answerOf);
  return answers.includes('no') || !answers.includes('yes');
};

const DISPOSALS: readonly (readonly [RegExp, Disposal])[] = [
  [/保留/u, '保留'],
  [/修订|修改/u, '修订'],
  [/废止|废除/u, '废止'],
  [/立法/u, '立法'],
];

/** The one 处置方式 that a cell names; null where it names none or several. */
export const disposalOf = (text: string): Disposal | null => {
  const named = DISPOSALS.filter(([pattern]) => pattern.test(text.replace(/\s+/gu, '')));
  return named.length === 1 ? named[0]![1] : null;
};

/** 经梳理，不涉及 and other words by which a unit says that it has nothing to clean up. */
const NOTHING =
  /不涉及|无涉及|未涉及|没有涉及|零报告|(?:不|无)需(?:要)?(?:清理|规范|整改)|(?:没有|无|不存在)(?:此类|相关|上述|该类|需要?|应当?|应予)?(?:清理|规范|涉及|文件|规章|措施|情况|事项)/u;

/** True for a short statement that there is nothing to clean up. */
export const saysNothing = (text: string): boolean => {
  const plain = text.replace(/\s+/gu, '');
  return plain.length <= 80 && !/是否|[如请]/u.test(plain) && NOTHING.test(plain);
};

/** True for a cell of the second column that names no document: 无, /, 经梳理，不涉及. */
export const namesNothing = (text: string): boolean =>
  /^(?:无|没有|[/／\\—－-]{1,4})。?$/u.test(text.trim()) || (!text.includes('《') && saysNothing(text));
