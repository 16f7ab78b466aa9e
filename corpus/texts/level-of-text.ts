import type { LegalLevel } from '../../model/index.js';
import { levelName } from '../level.js';
import { levelOfTitle, placeOfTitle } from '../level-of-title.js';
import { findTerritory } from '../territories.js';
import { levelOfBody } from './level-of-body.js';

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
  地方政府规章: 'local-government-rule',
  DLC: 'other',
  案例: 'other',
  其他: 'other',
};
const NATIONAL: ReadonlySet<string> = new Set<LegalLevel>([
  'law',
  'administrative-regulation',
  'central-policy',
  'judicial-interpretation',
  'departmental-rule',
]);

interface Facts {
  readonly path: string;
  readonly title: string;
  readonly category: string;
  readonly head: string;
}

/** A level, and what speaks against it: in Chinese, '' where nothing does. */
export interface LevelOfText {
  readonly level: LegalLevel | 'unknown';
  readonly doubt: string;
}

/**
 * The level of a statute: by the body that its history names, else by the folder of the collection, else by its title.
 * A folder is named by anyone, and a wrong one would make a national basis of a city's rule: where the folder says
 * national and the title a place, the level is unknown.
 */
export const levelOfText = (facts: Facts): LevelOfText => {
  const { title } = facts;
  const folder = folderOf(facts);
  const body = levelOfBody(facts.head, title);
  const isLocal = isLocalTitle(title);
  // What no body of these levels makes (cases, standards) is filed by people who know.
  if (folder?.level === 'other') return sure('other');
  if (body) {
    // 国务院令第…号修改 in a province's own history: three witnesses of four say local.
    if (isLocal && NATIONAL.has(body) && folder?.level !== body)
      return folder && !NATIONAL.has(folder.level)
        ? sure(folder.level)
        : { level: 'unknown', doubt: '名称是地方的，文首的制定机关却是国家的，级别不能确定' };
    if (!folder || folder.level === body) return sure(body);
    return {
      level: body,
      doubt: `放在“${folder.name}”中，文首的制定机关表明是${levelName(body)}，按后者`,
    };
  }
  const byTitle = levelOfTitle(title).level;
  if (!folder) return sure(byTitle);
  if (isLocal && NATIONAL.has(folder.level)) {
    const level = NATIONAL.has(byTitle) ? 'unknown' : byTitle;
    return {
      level,
      doubt: `放在“${folder.name}”中，名称却是地方的，${level === 'unknown' ? '级别不能确定' : `按名称作为${levelName(level)}`}`,
    };
  }
  return sure(folder.level);
};

const sure = (level: LevelOfText['level']): LevelOfText => ({ level, doubt: '' });

const folderOf = ({
  path,
  category,
}: Facts): { readonly name: string; readonly level: LegalLevel } | null => {
  const names = [...path.split('/').slice(0, -1).reverse(), category];
  const name = names.find((each) => FOLDERS[each]);
  return name ? { name, level: FOLDERS[name]! } : null;
};

/** A title that begins with a place and is not that of a law of the whole country on it (…特别行政区基本法). */
const isLocalTitle = (title: string): boolean =>
  (placeOfTitle(title) !== '' || findTerritory(title.slice(0, 16)) !== null) &&
  !/(?<!办)法$/u.test(title.trim()) &&
  levelOfTitle(title).level !== 'law';
