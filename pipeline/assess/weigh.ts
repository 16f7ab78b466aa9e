import {
  backingOf,
  type CitedLevel,
  holdsIn,
  levelName,
  levelOfCitation,
  type ProvisionMeasures,
  resolveCitation,
  sidesOf,
  territoryName,
  verdictOf,
} from '../../corpus/index.js';
import {
  type Answer,
  type Citation,
  inMarks,
  type Label,
  type LabelBacking,
  type Resolution,
  type StatuteLibrary,
  type Territory,
  VERDICT_WORDS,
  type Verdict,
  type WeighedCitation,
} from '../../model/index.js';

export type Side = 'national' | 'local';

/** What the weighing needs to know of the document that cites. */
export interface CitingDocument {
  readonly territory: Territory | null;
  readonly title: string;
  /** The words that name its place: issuer and title. */
  readonly names: string;
  /** ISO date of issue; null where not known. */
  readonly date: string | null;
  readonly library: StatuteLibrary;
}

/** A citation with what it could prove on each side, before the place where it stands is considered. */
export interface Weighed {
  readonly weighed: WeighedCitation;
  /** The sides on which it could be a basis. */
  readonly could: readonly Side[];
  /** It can not be taken for sure even where it is cited directly; `words` say why. */
  readonly doubtful: boolean;
  /** Its name and how it was judged, for the reason: 《…》（目录收录为法律）. */
  readonly words: string;
}

/** Cited articles that are kept with their wording, and how much of it: a citation of a hundred articles proves nothing. */
const MOST_ARTICLES = 20;
/** Articles that are named in a row. */
const MOST_NAMED = 6;
const LONGEST_WORDING = 2000;

const listed = (names: readonly string[]): string =>
  names.slice(0, MOST_NAMED).join('、') + (names.length > MOST_NAMED ? `等${names.length}条` : '');

/** 《title》（number）第三条、第五条, as a person would name it. */
export const citationName = ({ title, number, articles }: Citation): string => {
  const name = title ? `${inMarks(title)}${number && `（${number}）`}` : number;
  return name + listed(articles);
};

/**
 * Weighs one citation: what it is, whether it holds here and now, whether its articles exist and provide for the
 * measures.
 *
 * @param measures the provision's; empty for the enacting clause, which is general authority for the whole document.
 * @param resolution what the citation means, where that is known already.
 */
export const weigh = (
  citation: Citation,
  place: WeighedCitation['place'],
  document: CitingDocument,
  measures: ProvisionMeasures,
  resolution: Resolution = resolveCitation(citation, document),
): Weighed => {
  const { territory } = document;
  const cited = levelWith(resolution, levelOfCitation(citation, territory));
  const backing = backingOf(resolution, measures);
  const verdict = verdictOf(resolution, cited, overall(backing));
  const build = (could: readonly Side[], note: string, doubt = ''): Weighed => ({
    weighed: {
      citation,
      place,
      level: cited.level,
      levelReason: note,
      counts: could.length === 0 ? 'neither' : doubt ? 'unknown' : could[0]!,
      verdict,
      resolution: trimmed(resolution),
      backing,
      chain: chainOf(citation, resolution, verdict, doubt || note, backing),
    },
    could,
    doubtful: doubt !== '',
    words: `${citationName(citation)}（${doubt || note}）`,
  });
  if (cited.level === 'unknown') return build(cited.could, cited.reason, `级别未能确定：${cited.reason}`);
  if (cited.level === 'judicial-interpretation') {
    const doubt = '司法解释，不在国办发〔2020〕49号所列依据之内，需人工判断能否作为依据';
    return build(['national'], cited.reason, doubt);
  }
  if (cited.could.length === 0) return build([], `${cited.reason}；${levelName(cited.level)}不能作为依据`);
  if (cited.level === 'local-regulation') {
    const here = holdsHere(cited, document);
    if (here === 'no') {
      const there = cited.territory ? territoryName(cited.territory) : cited.place;
      const own = territory ? `（${territoryName(territory)}）` : '';
      return build([], `${there}的地方性法规，不适用于本文件所在地${own}，不能作为依据`);
    }
    if (here === 'unknown') {
      return build(['local'], cited.reason, '地方性法规，但未能确定本文件是否在其适用地域内');
    }
  }
  return build(cited.could, cited.reason, doubtOf(verdict, resolution));
};

/** What the catalogue does not know, the user's library may: the level of the text that was found there. */
const levelWith = ({ statute, score }: Resolution, cited: CitedLevel): CitedLevel => {
  if (cited.level !== 'unknown' || !statute || score < 1 || !LEVELS.has(statute.level)) return cited;
  const { level, territory, date } = statute;
  const reason = `法规库收录为${levelName(level)}${date && `，${date}版`}`;
  return { ...cited, level, reason, could: sidesOf(level), territory };
};

/** Those that a file of the library can be known to have. */
const LEVELS: ReadonlySet<string> = new Set([
  'law',
  'administrative-regulation',
  'local-regulation',
  'judicial-interpretation',
  'departmental-rule',
]);

/** 地方性法规 hold only within their own territory: 立法法. */
const holdsHere = (cited: CitedLevel, document: CitingDocument): 'yes' | 'no' | 'unknown' => {
  if (cited.territory && document.territory) {
    return holdsIn(cited.territory, document.territory) ? 'yes' : 'no';
  }
  // A place that is in no list: the document's own names may have it all the same.
  if (!cited.territory && cited.place && document.names.includes(cited.place)) return 'yes';
  return 'unknown';
};

/** The least that the articles say of any label: a provision is backed when all its measures are. */
const overall = (backing: readonly LabelBacking[]): Answer => {
  if (backing.length === 0) return 'unknown';
  if (backing.every(({ says }) => says === 'yes')) return 'yes';
  return backing.every(({ says }) => says === 'no') ? 'no' : 'unknown';
};

/** What stands against a citation whatever its articles say: it ended, the article does not exist, another may be meant. */
const doubtOf = (
  verdict: Verdict,
  { standing, successor, reasons, articles, range, statute, matched, versionDoubt }: Resolution,
): string => {
  if (verdict === 'ended') {
    const moved = articles.filter(({ now }) => now !== '').map(({ cited, now }) => `${cited}现为${now}`);
    const what = standing === 'ended' ? '已失效' : '已修订';
    const last = reasons.at(-1) ?? '';
    const next = successor && !last.includes(successor) ? `，由${inMarks(successor)}代替` : '';
    const why = moved.length > 0 ? `，${moved.join('、')}` : '';
    return `${what}${next}${why}${last && `：${last}`}`;
  }
  if (verdict === 'no-such-article') {
    const missing = articles.filter(({ exists }) => exists === 'no').map(({ cited }) => cited);
    return `${listed(missing)}不存在，现行文本为${range}，须核对`;
  }
  if (matched === 'ambiguous') return reasons.join('；');
  if (versionDoubt) return versionDoubt;
  // Title and number speak of different documents, or the sources differ on whether it is in force.
  if (verdict === 'judgement' && statute && standing !== 'in-force') return reasons.join('；');
  return '';
};

const trimmed = (resolution: Resolution): Resolution => ({
  ...resolution,
  articles: resolution.articles
    .slice(0, MOST_ARTICLES)
    .map((each) => ({ ...each, wording: each.wording?.slice(0, LONGEST_WORDING) ?? null })),
});

/** The way from the citation to its verdict, step by step. */
const chainOf = (
  citation: Citation,
  resolution: Resolution,
  verdict: Verdict,
  note: string,
  backing: readonly LabelBacking[],
): readonly string[] => {
  const { statute, articles } = resolution;
  const means =
    statute && statute.title !== citation.title
      ? `${citationName(citation)}指${inMarks(statute.title)}`
      : citationName(citation);
  const exist = articles
    .filter(({ exists }) => exists === 'yes')
    // Without the wording only the article is known, not its 款 and 项.
    .map(({ cited, wording }) =>
      wording === null ? cited.replace(/(?<=条(?:之[一二三四五六七八九十]{1,3})?)第.*$/u, '') : cited,
    );
  return [
    `${means}：${VERDICT_WORDS[verdict]}`,
    note,
    ...resolution.reasons.filter((reason) => !note.includes(reason)),
    ...(exist.length > 0 ? [`${listed(exist)}存在（现行文本${resolution.range}）`] : []),
    ...backing
      .map(({ label, reason }) => (reason ? `${LABEL_SUBJECTS[label]}：${reason}` : ''))
      .filter(Boolean),
  ];
};

/** What each label is about, in a few words. */
export const LABEL_SUBJECTS: Readonly<Record<Label, string>> = {
  D: '信用信息',
  B: '名单认定',
  P: '失信惩戒',
  Q: '资格限制',
  R: '信用修复',
};
