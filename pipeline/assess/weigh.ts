import { type CitedLevel, holdsIn, levelName, levelOfCitation, territoryName } from '../../corpus/index.js';
import {
  type Citation,
  inMarks,
  parseNumeral,
  type Territory,
  type WeighedCitation,
} from '../../model/index.js';

export type Side = 'national' | 'local';

/** What the weighing needs to know of the document that cites. */
export interface CitingDocument {
  readonly territory: Territory | null;
  /** The words that name its place: issuer and title. */
  readonly names: string;
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

/** 《title》（number）第三条、第五条, as a person would name it. */
export const citationName = ({ title, number, articles }: Citation): string => {
  const name = title ? `${inMarks(title)}${number && `（${number}）`}` : number;
  return name + articles.slice(0, 6).join('、') + (articles.length > 6 ? `等${articles.length}条` : '');
};

/** Weighs one citation: what it is, whether it could be a basis, and what is doubtful about it. */
export const weigh = (
  citation: Citation,
  place: WeighedCitation['place'],
  document: CitingDocument,
): Weighed => {
  const cited = levelOfCitation(citation, document.territory);
  const build = (could: readonly Side[], note: string, doubt = ''): Weighed => ({
    weighed: {
      citation,
      place,
      level: cited.level,
      levelReason: note,
      counts: could.length === 0 ? 'neither' : doubt ? 'unknown' : could[0]!,
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
      const own = document.territory ? `（${territoryName(document.territory)}）` : '';
      return build([], `${there}的地方性法规，不适用于本文件所在地${own}，不能作为依据`);
    }
    if (here === 'unknown') {
      return build(['local'], cited.reason, '地方性法规，但未能确定本文件是否在其适用地域内');
    }
  }
  return build(cited.could, cited.reason, doubtOf(citation, cited));
};

/** 地方性法规 hold only within their own territory: 立法法. */
const holdsHere = (cited: CitedLevel, document: CitingDocument): 'yes' | 'no' | 'unknown' => {
  if (cited.territory && document.territory) {
    return holdsIn(cited.territory, document.territory) ? 'yes' : 'no';
  }
  // A place that is in no list: the document's own names may have it all the same.
  if (!cited.territory && cited.place && document.names.includes(cited.place)) return 'yes';
  return 'unknown';
};

/** What the catalogue says against a citation: the document ended, or the article does not exist. */
const doubtOf = (citation: Citation, { statutes }: CitedLevel): string => {
  if (statutes.length === 0) return '';
  const ended = (status: string): boolean => /废止|失效/u.test(status);
  if (statutes.every(({ status }) => ended(status))) {
    const { status, date } = statutes[0]!;
    return `目录所载${date && `${date}版`}标注为“${status}”，须核对现行有效的版本`;
  }
  const known = statutes.map(({ articles }) => articles).filter((articles) => articles > 0);
  if (known.length === 0) return '';
  const most = Math.max(...known);
  const beyond = citation.articles.find((article) => (articleNumber(article) ?? 0) > most);
  return beyond ? `所援引的${beyond}超出目录所载条数（共${most}条），条文可能已调整，须核对` : '';
};

const articleNumber = (article: string): number | null => {
  const number = /第([^第条]{1,12})条/u.exec(article)?.[1];
  return number === undefined ? null : parseNumeral(number);
};
