import { territoryName } from '../../corpus/index.js';
import {
  inMarks,
  type LibraryArticle,
  type LibraryVersion,
  printable,
  type Resolution,
} from '../../model/index.js';
import { LEVEL_WORDS } from '../../reports/index.js';
import type { OpenLibrary } from '../../store/index.js';
import { lacking, type WantedArticle } from './article-argument.js';

export interface FoundArticle {
  readonly wanted: WantedArticle;
  readonly article: LibraryArticle | null;
}

/** Whether a text is in force, and why that is said. */
export type Standing = Pick<Resolution, 'standing' | 'successor' | 'reasons'>;

const STANDING: Readonly<Record<Resolution['standing'], string>> = {
  'in-force': '现行有效',
  ended: '已失效',
  unknown: '不能确定，须核对',
};

/**
 * Whether it is in force, as the catalogue or another imported text says; a text that only the user's library has is of
 * unknown standing, whatever its own file says. `known` is resolved with the library, `catalogued` without.
 */
export const standingOf = (known: Resolution, catalogued: Resolution): Standing => {
  const { standing, successor } = known;
  if (known.statute && !catalogued.statute && standing === 'in-force')
    return { standing: 'unknown', successor: '', reasons: ['目录没有收录，效力以发布机关公布的为准'] };
  return {
    standing,
    successor,
    reasons: known.reasons.map(asAsked).filter((reason) => !/本文件|本条/u.test(reason)),
  };
};

/** Reasons are written for a citing document; here a person asks. What still speaks of one is left out above. */
const asAsked = (reason: string): string =>
  reason
    .replace(/^本文件成文时（([^（）]{0,20})）适用的/u, '$1 适用的')
    .replace(/^本文件成文日期（([^（）]{0,20})）早于/u, '$1 早于')
    .replace('按本文件所在地取', '按 --place 取')
    .replace(/不适用于本文件所在地（([^（）]{0,40})）/u, '不适用于$1')
    .replace(/，本文件所在地不明$/u, '');

export const standingText = ({ standing, successor, reasons }: Standing): string => {
  const next = successor ? `，由${inMarks(successor)}代替` : '';
  return `效力：${STANDING[standing]}${next}${reasons.length > 0 ? `（${reasons.map(printable).join('；')}）` : ''}\n`;
};

/** A version's facts above its articles. */
export const headOf = (version: LibraryVersion, numbers: readonly string[]): string => {
  const facts = [
    LEVEL_WORDS[version.level],
    ...(version.territory ? [territoryName(version.territory)] : []),
    ...(version.number ? [version.number] : []),
    ...(version.date ? [`${version.date} 版`] : []),
    ...(version.effectiveOn ? [`${version.effectiveOn} 起施行`] : []),
    ...(version.status ? [`来源标注：${version.status}`] : []),
    numbers.length > 0 ? `共 ${numbers.length} 条` : '未分条',
  ];
  return `${printable(inMarks(version.title))}\n${facts.join('，')}\n来源：${printable(version.source)}\n`;
};

/** An article as a whole; and where a paragraph or item of it was asked for that it does not have, that it has none. */
export const articleText = ({ wanted, article }: FoundArticle, numbers: readonly string[]): string => {
  if (!article) {
    const range = numbers.length > 0 ? `，该版本有${numbers[0]}至${numbers.at(-1)}` : '';
    return `\n${wanted.number}：没有这一条${range}\n`;
  }
  const path = article.path.length > 0 ? `（${article.path.map(printable).join('　')}）` : '';
  const missing = lacking(wanted, article);
  return `\n${wanted.number}${path}\n${article.text.split('\n').map(printable).join('\n')}\n${missing ? `（${missing}）\n` : ''}`;
};

/** What the catalogue knows of a text that was not imported. */
export const catalogueText = ({ statute, range, articles }: Resolution, standing: Standing): string => {
  const { level, territory, number, date, effectiveOn, title } = statute!;
  const facts = [
    LEVEL_WORDS[level],
    ...(territory ? [territoryName(territory)] : []),
    ...(number ? [number] : []),
    ...(date ? [`${date} 版`] : []),
    ...(effectiveOn ? [`${effectiveOn} 起施行`] : []),
    ...(range ? [`${range}`] : []),
  ];
  const lines = articles.map(({ cited, exists, now }) => {
    const moved = now ? `，现为${now}` : '';
    return `${cited}：${exists === 'yes' ? '有这一条' : exists === 'no' ? '没有这一条' : '是否有这一条不能确定'}${moved}\n`;
  });
  return (
    `${printable(inMarks(title))}\n${facts.join('，')}\n${standingText(standing)}${lines.join('')}` +
    '法规库中没有这一版本的原文，以上为目录所载；可用 qinggui corpus import 导入原文。\n'
  );
};

/** That every version the library has is later than the day asked for. */
export const tooEarlyText = (
  date: string,
  versions: readonly LibraryVersion[],
  library: OpenLibrary,
): string => {
  const first = [...versions].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1))[0]!;
  const articles = library.articleNumbers(first.id).length;
  const facts = [
    first.date ? `${first.date} 版` : '版本日期不明',
    ...(first.effectiveOn ? [`${first.effectiveOn} 起施行`] : []),
    articles > 0 ? `共 ${articles} 条` : '未分条',
  ];
  return `${printable(inMarks(first.title))}：${date} 早于法规库中的所有版本，最早的是 ${facts.join('，')}\n`;
};

/** The day from which a version holds: of its effect, else of its making. */
export const startOf = ({ effectiveOn, date }: Pick<LibraryVersion, 'effectiveOn' | 'date'>): string =>
  effectiveOn || date;
