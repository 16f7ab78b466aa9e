import { inMarks } from '../../model/index.js';
import { IN_FORCE } from '../catalogue/in-force.js';
import { DOUBTS, ENDED_STATUTES, type EndedStatute } from '../catalogue/standing.js';
import { readTable } from '../catalogue/tables.js';
import { titleKey } from '../titles.js';
import type { Identity, Version } from './identity.js';

/** Whether a statute is in force, on what ground. */
export interface Standing {
  readonly standing: 'in-force' | 'ended' | 'unknown';
  /** What took its place; ''. */
  readonly successor: string;
  /** In Chinese without a full stop; '' where there is nothing to say. */
  readonly reason: string;
}

interface Repeal {
  readonly by: string;
  readonly region: string;
  /** ISO date. */
  readonly from: string;
  /** The day itself is not known: at the latest from `from`. */
  readonly atLatest: boolean;
}

let ended: ReadonlyMap<string, EndedStatute> | undefined;
let sound: ReadonlyMap<string, string> | undefined;
let doubts: ReadonlyMap<string, string> | undefined;
let repeals: ReadonlyMap<string, readonly Repeal[]> | undefined;

const loadRepeals = (): ReadonlyMap<string, readonly Repeal[]> => {
  const map = new Map<string, Repeal[]>();
  for (const [title = '', by = '', region = '', from = ''] of readTable('repeals.tsv')) {
    const key = titleKey(title);
    if (titleKey(by) === key) continue;
    const repeal = { by, region, from: from.replace('<=', ''), atLatest: from.startsWith('<=') };
    map.set(key, [...(map.get(key) ?? []), repeal]);
  }
  return map;
};

/**
 * The standing of a statute whose latest version is `today`, on the day `now`. Grounds, the surest first: what was
 * entered by hand with its source; a repeal in another statute's last article, later than the version; the source's
 * own mark. The mark 废止或失效 alone proves nothing: it stands on statutes in force, too.
 */
export const standingOf = (identity: Identity, today: Version, now: string): Standing => {
  ended ??= new Map(ENDED_STATUTES.map((entry) => [titleKey(entry.title), entry]));
  const end = identity.ended ?? ended.get(identity.key);
  // 《…（试行）》 and the statute that took its place have one key: the later version is the successor itself.
  if (
    end &&
    titleKey(end.by) !== identity.key &&
    !identity.territory &&
    end.on <= now &&
    today.date < end.on
  ) {
    return {
      standing: 'ended',
      successor: end.by,
      reason: `已于${end.on}由${inMarks(end.by)}废止或者代替`,
    };
  }
  repeals ??= loadRepeals();
  const start = today.effectiveOn || today.date;
  const repeal = repeals
    .get(identity.key)
    ?.find(
      ({ region, from }) =>
        (region === '' || region === identity.territory?.province) && from > start && from <= now,
    );
  if (repeal) return endOf(repeal);
  sound ??= new Map(IN_FORCE.map(([title, date, act]) => [`${titleKey(title)} ${date}`, act]));
  const act = sound.get(`${identity.key} ${today.date}`);
  if (act) {
    return {
      standing: 'in-force',
      successor: '',
      reason: `现行有效：${today.date}版由${act}公布（来源的“废止或失效”标注有误）`,
    };
  }
  if (/废止|失效/u.test(today.status)) {
    return {
      standing: 'unknown',
      successor: '',
      reason: '来源标注为“废止或失效”，没有查到废止它的文件，须核对',
    };
  }
  if (today.fromLibrary && identity.versions.every(({ fromLibrary }) => fromLibrary)) {
    return /有效/u.test(today.status)
      ? { standing: 'in-force', successor: '', reason: `法规库中的文本标注为“${today.status}”` }
      : { standing: 'unknown', successor: '', reason: '只有法规库收录，文本没有标注是否有效，须核对' };
  }
  doubts ??= new Map(DOUBTS.map(([title, doubt]) => [titleKey(title), doubt]));
  return { standing: 'in-force', successor: '', reason: doubts.get(identity.key) ?? '' };
};

/**
 * What the last articles of other statutes say of a title that no table has: it ended, and by what; null where none
 * speaks of it. Nothing is known of its level.
 */
export const repealedTitle = (key: string, now: string): Standing | null => {
  repeals ??= loadRepeals();
  const repeal = repeals.get(key)?.find(({ from }) => from !== '' && from <= now);
  return repeal ? endOf(repeal) : null;
};

const endOf = ({ by, from, atLatest }: Repeal): Standing => ({
  standing: 'ended',
  successor: by,
  reason: `${atLatest ? `不晚于${from}已` : `已于${from}`}由${inMarks(by)}废止`,
});
