import type { MetadataField } from '../../model/index.js';
import { isFurniture, isMenu } from './boilerplate.js';
import { type Element, hintsOf, parentOf } from './dom.js';
import { labelAlone, labelledValues } from './labels.js';
import type { Line } from './lines.js';
import type { MainContent } from './main-content.js';

const TITLE_HINT = /title|headline|biaoti|\bbt\b|\btit\b|subject/iu;
const NAMED = /^(?:ArticleTitle|title|名称|标题|文件名称|信息名称|公文名称|文件标题|公文标题)$/iu;
const DOCUMENT_NOUN =
  /(?:通知|意见|办法|规定|条例|决定|决议|细则|方案|规则|公告|通告|公报|通报|批复|复函|函|规划|计划|目录|清单|标准|规范|制度|规程|措施|法|备忘录|指南|解读)(?:[（(][^（）()]{1,20}[）)])?[》”]?$/u;
/** 文号 on its own line, which some pages have in their <title> as well. */
const NUMBER = /^[^《》]{2,20}[〔[［【（(](?:19|20)\d{2}[〕\]］】）)]\s?第?\d{1,5}\s?号$/u;
/** A line must reach this to be taken for the headline. */
const ENOUGH = 5;
/** The headline counts as repeated when it stands among the first lines of the text, with little around it. */
const REPEAT_WITHIN = 12;
const REPEAT_EXTRA = 16;

/** The lines of the displayed headline. */
export interface Headline {
  readonly lines: readonly number[];
  /** Where the text below begins with the same words: the headline's own lines are then one time too many. */
  readonly repeated: readonly number[];
}

/** The headline that a page shows above its text, by its element, its class and the page's own title; or null. */
export const findHeadline = (
  lines: readonly Line[],
  { kept, bodyStart }: MainContent,
  metadata: readonly MetadataField[],
): Headline | null => {
  const names = metadata.filter((field) => NAMED.test(field.name)).map((field) => tight(field.value));
  let best: { group: readonly number[]; score: number } | null = null;
  for (const group of groupsOf(lines, bodyStart)) {
    const score = scoreOf(
      group.map((i) => lines[i]!),
      names,
    );
    if (score >= ENOUGH && score >= (best?.score ?? 0)) best = { group, score };
  }
  if (!best) return null;
  const group = widened(best.group, lines, bodyStart, names);
  const last = group.at(-1)!;
  const following = kept.filter((i) => i > last && !/[。；]$/u.test(lines[i]!.text));
  return { lines: group, repeated: repetition(group, following, lines) };
};

/** With the lines around it that are parts of the same title by the page's own word. */
const widened = (
  group: readonly number[],
  lines: readonly Line[],
  end: number,
  names: readonly string[],
): readonly number[] => {
  const wide = [...group];
  const joins = (indices: readonly number[]): boolean => {
    const text = tight(indices.map((i) => lines[i]!.text).join(''));
    return names.some((name) => name.includes(text)) && !indices.some((i) => NUMBER.test(lines[i]!.text));
  };
  while (wide[0]! > 0 && joins([wide[0]! - 1, ...wide])) wide.unshift(wide[0]! - 1);
  while (wide.at(-1)! + 1 < Math.min(end, lines.length) && joins([...wide, wide.at(-1)! + 1]))
    wide.push(wide.at(-1)! + 1);
  return wide;
};

const tight = (text: string): string => text.normalize('NFKC').replace(/[\s《》〈〉“”"]/gu, '');

/** Lines of one block together: a headline may be broken by <br>. */
const groupsOf = (lines: readonly Line[], end: number): number[][] => {
  const groups: number[][] = [];
  for (let i = 0; i < Math.min(end, lines.length); i++) {
    const line = lines[i]!;
    const before = groups.at(-1)?.at(-1);
    if (before === i - 1 && line.block !== null && lines[before]!.block === line.block)
      groups.at(-1)!.push(i);
    else groups.push([i]);
  }
  return groups.filter((group) => group.length <= 6 && group.every((i) => couldBe(lines[i]!)));
};

const couldBe = (line: Line): boolean =>
  line.chars <= 150 &&
  !isMenu(line) &&
  !isFurniture(line) &&
  !labelAlone(line.text) &&
  labelledValues(line.text).length === 0 &&
  !/[。；]$/u.test(line.text);

const scoreOf = (group: readonly Line[], names: readonly string[]): number => {
  const text = tight(group.map((line) => line.text).join(''));
  if (text.length < 4 || text.length > 200) return 0;
  const [first] = group as readonly [Line];
  const same = names.some(
    (name) => (text.length >= 6 && name.includes(text)) || (name.length >= 8 && text.includes(name)),
  );
  return (
    (same ? 5 : 0) +
    (first.headingLevel === 1 ? 4 : first.headingLevel ? 2 : 0) +
    (hinted(first.block) ? 4 : 0) +
    (DOCUMENT_NOUN.test(text) ? 3 : 0) +
    (first.align === 'center' ? 1 : 0) +
    ((first.fontSize ?? 0) >= 14 ? 1 : 0) +
    (first.bold ? 1 : 0)
  );
};

const hinted = (block: Element | null): boolean => {
  for (let element = block, steps = 0; element && steps < 2; element = parentOf(element), steps++)
    if (TITLE_HINT.test(hintsOf(element))) return true;
  return false;
};

/** The lines at the text's beginning that are the headline, or most of it; words in a sentence do not count. */
const repetition = (
  group: readonly number[],
  following: readonly number[],
  lines: readonly Line[],
): readonly number[] => {
  const headline = tight(group.map((i) => lines[i]!.text).join(''));
  for (let from = 0; from < Math.min(REPEAT_WITHIN, following.length); from++) {
    let joined = '';
    for (let to = from; to < Math.min(from + 6, following.length); to++) {
      joined += tight(lines[following[to]!]!.text);
      if (joined.length > headline.length + REPEAT_EXTRA) break;
      const most = from === 0 && joined.length >= Math.max(8, headline.length * 0.6);
      if (joined.includes(headline) || (most && headline.includes(joined)))
        return following.slice(from, to + 1);
    }
  }
  return [];
};
