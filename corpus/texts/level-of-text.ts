import type { LegalLevel } from '../../model/index.js';
import { levelOfNumber } from '../level-of-number.js';
import { levelOfTitle } from '../level-of-title.js';

/** Folders of the collections, and categories of their heads. */
const FOLDERS: Readonly<Record<string, LegalLevel>> = {
  宪法: 'law',
  法律: 'law',
  刑法: 'law',
  民法典: 'law',
  民法商法: 'law',
  宪法相关法: 'law',
  社会法: 'law',
  经济法: 'law',
  行政法: 'law',
  诉讼与非诉讼程序法: 'law',
  行政法规: 'administrative-regulation',
  司法解释: 'judicial-interpretation',
  部门规章: 'departmental-rule',
  地方性法规: 'local-regulation',
  DLC: 'other',
  案例: 'other',
  其他: 'other',
};

interface Facts {
  readonly path: string;
  readonly title: string;
  readonly category: string;
  readonly head: string;
}

/**
 * The level of a statute: by the body that the history names, else by the folder of the collection, else by the title.
 * The folder comes second because collections file rules of congresses and rules of ministries under 行政法规 at times.
 */
export const levelOfText = ({ path, title, category, head }: Facts): LegalLevel | 'unknown' => {
  for (const folder of path.split('/').slice(0, -1).reverse()) {
    const level = FOLDERS[folder];
    if (level) return level;
  }
  const byCategory = FOLDERS[category];
  if (byCategory) return byCategory;
  return levelOfHead(head, title) ?? levelOfTitle(title).level;
};

const levelOfHead = (head: string, title: string): LegalLevel | null => {
  if (/最高人民(?:法院|检察院)/u.test(head) || /^最高人民(?:法院|检察院)/u.test(title)) {
    return 'judicial-interpretation';
  }
  if (/全国人民代表大会(?:常务委员会)?第|第[一二三四五六七八九十]{1,3}届全国人民代表大会/u.test(head))
    return 'law';
  if (/国务院令第|国务院第[\d一二三四五六七八九十百]{1,5}次常务会议/u.test(head))
    return 'administrative-regulation';
  if (/人民代表大会/u.test(head)) return 'local-regulation';
  const decree = /[\p{Script=Han}]{2,20}令(?:\d{4}年)?第?[\d一二三四五六七八九十百]{1,5}号/u.exec(head)?.[0];
  const level = decree ? levelOfNumber(decree)?.level : undefined;
  return level && level !== 'unknown' ? level : null;
};
