import type { Citation, LegalLevel, Territory } from '../model/index.js';
import { type LevelByForm, levelOfNumber } from './level-of-number.js';
import { levelOfTitle, placeOfTitle } from './level-of-title.js';
import { lookupMinistryDocument, lookupPolicy } from './policies.js';
import { lookupStatute, type Statute } from './statutes.js';
import { findTerritory, territoryOfNumber } from './territories.js';

/** What is known of a cited document. */
export interface CitedLevel {
  readonly level: LegalLevel | 'unknown';
  /** How the level was judged, in Chinese, without a full stop. */
  readonly reason: string;
  /** On which sides the document could be a basis; [] for one that never can. */
  readonly could: readonly ('national' | 'local')[];
  /** The place of a local document; null where none is known. */
  readonly territory: Territory | null;
  /** The place's name as the title has it, also of places that no list has: 清水市; '' where there is none. */
  readonly place: string;
  /** The catalogue's versions, newest first; [] where it has none. */
  readonly statutes: readonly Statute[];
}

/** 法律、行政法规、党中央国务院政策文件 on one side, 地方性法规 on the other; see 国办发〔2020〕49号（一）（六）（九）. */
const SIDES: Readonly<Record<LegalLevel, readonly ('national' | 'local')[]>> = {
  law: ['national'],
  'administrative-regulation': ['national'],
  'central-policy': ['national'],
  'local-regulation': ['local'],
  // Not in the list of 国办发〔2020〕49号, but of legal force: a person decides.
  'judicial-interpretation': ['national'],
  'departmental-rule': [],
  'local-government-rule': [],
  'normative-document': [],
  other: [],
};

const NAMES: Readonly<Record<LegalLevel | 'unknown', string>> = {
  law: '法律',
  'administrative-regulation': '行政法规',
  'central-policy': '党中央、国务院政策文件',
  'local-regulation': '地方性法规',
  'judicial-interpretation': '司法解释',
  'departmental-rule': '部门规章',
  'local-government-rule': '地方政府规章',
  'normative-document': '规范性文件',
  other: '其他文件',
  unknown: '级别不明',
};

/** On which sides a document of a level can be a basis; [] for one that never can. */
export const sidesOf = (level: LegalLevel): readonly ('national' | 'local')[] => SIDES[level];

/** 法律, 行政法规 … */
export const levelName = (level: LegalLevel | 'unknown'): string => NAMES[level];

/**
 * The level of a cited document: by the catalogue, else by the prefix of its 文号, else by the form of its title.
 * What none of them can say is unknown; "not in the catalogue" never means "no basis".
 *
 * @param territory where the citing document holds: it chooses among local statutes of one name.
 */
export const levelOfCitation = (
  citation: Pick<Citation, 'title' | 'number'>,
  territory?: Territory | null,
): CitedLevel => {
  const { title, number } = citation;
  const byNumber = levelOfNumber(number);
  const place = placeOfTitle(title);
  const where = findTerritory(title) ?? territoryOfNumber(number);
  const known = (level: LegalLevel, reason: string, more: Partial<CitedLevel> = {}): CitedLevel => ({
    level,
    reason,
    could: SIDES[level],
    territory: SIDES[level].includes('local') ? where : null,
    place,
    statutes: [],
    ...more,
  });
  const byForm = ({ level, reason, could }: LevelByForm): CitedLevel =>
    level === 'unknown'
      ? { level, reason, could, territory: where, place, statutes: [] }
      : known(level, reason);

  // CASE 1: the catalogue has the title.
  const statutes = lookupStatute(title, territory);
  const statute = statutes[0];
  if (statute) {
    const { level } = statute;
    if (statutes.some((other) => other.level !== level)) {
      return {
        ...byForm({ level: 'unknown', reason: '目录中同名文件级别不一', could: ['national', 'local'] }),
        statutes,
      };
    }
    // 《…条例》（某政发〔…〕…号): the number speaks of another document than the title.
    if (
      byNumber &&
      byNumber.level !== 'unknown' &&
      SIDES[byNumber.level].length === 0 &&
      SIDES[level].length
    ) {
      const reason = `目录有同名${NAMES[level]}，但${byNumber.reason}，二者不一致`;
      return { ...byForm({ level: 'unknown', reason, could: SIDES[level] }), statutes };
    }
    const version = statute.date ? `，${statute.date}版` : '';
    return known(level, `目录收录为${NAMES[level]}${version}`, {
      territory: statute.territory,
      statutes,
    });
  }
  const policy = lookupPolicy(title, number);
  if (policy && (!byNumber || byNumber.level === 'central-policy' || byNumber.level === 'unknown')) {
    return known('central-policy', `目录收录为${policy.issuer}政策文件`);
  }

  const ministry = policy ? null : lookupMinistryDocument(title, number);
  if (ministry && (!byNumber || byNumber.level === ministry.level)) {
    return known(ministry.level, `目录收录为${NAMES[ministry.level]}`);
  }

  // CASE 2: the 文号 says it.
  if (byNumber && byNumber.level !== 'unknown') return known(byNumber.level, byNumber.reason);

  // CASE 3: the title's form says it, or says what it could be.
  const byTitle = title ? levelOfTitle(title) : null;
  if (byTitle && byTitle.level !== 'unknown') return known(byTitle.level, `名称形式：${byTitle.reason}`);
  return byForm(
    byNumber ?? byTitle ?? { level: 'unknown', reason: '名称、文号均不明', could: ['national', 'local'] },
  );
};
