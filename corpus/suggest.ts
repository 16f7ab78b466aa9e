import type { StatuteLibrary, StatuteRef, Territory } from '../model/index.js';
import { articleName } from './articles.js';
import { allCreditFacts, type CreditFacts, territoryOfFacts } from './credit-articles.js';
import { placeOfTitle } from './level-of-title.js';
import { measureName } from './measures/find.js';
import type { MeasureId } from './measures/kinds.js';
import { identitiesUnder } from './resolve/identity.js';
import { standingOf } from './resolve/standing.js';
import { refOf, timelineOf } from './resolve/timeline.js';
import { holdsIn } from './territories.js';
import { titleKey } from './titles.js';

/** An article that may be a basis: offered with its reasons, for a person to read and to take. */
export interface SuggestedBasis {
  readonly statute: StatuteRef;
  /** 第一百一十三条. */
  readonly article: string;
  /** The wanted kinds of measure for which it provides. */
  readonly kinds: readonly MeasureId[];
  /** From the user's library; null where its text is not at hand. */
  readonly wording: string | null;
  /** Higher is better; only comparable within one call. */
  readonly score: number;
  /** In Chinese, each without a full stop. */
  readonly reasons: readonly string[];
}

/** A provision that needs a basis. */
export interface BasisWanted {
  readonly measures: readonly MeasureId[];
  /** The document's title and the headings above the provision: what the document is about. */
  readonly title: string;
  /** The provision itself: a word of a field counts less in it. */
  readonly text: string;
  readonly territory: Territory | null;
  /** ISO date of the document; null where not known. */
  readonly date: string | null;
}

/** Words that every title has and that tell no field. */
const NO_FIELD =
  /中华人民共和国|全国|国务院|关于|实施|管理|条例|办法|规定|若干|暂行|试行|细则|促进|保障|保护|监督|法$|法(?=实施|办法)|[《》〈〉()（）]/gu;
/** Statutes on credit itself and on the treatment of enterprises apply in every field. */
const GENERAL = /信用|优化营商环境|企业信息公示|政府信息公开/u;
const GENERAL_FIELD = 0.45;
/** A field of which less stands in the document is another one. */
const LEAST_FIELD = 0.45;
/** A word of a statute's field counts so much where the provision has it and the document's title does not. */
const IN_TEXT = 0.6;
/** Pairs of characters that stand in documents of every field, and the little that they say of one. */
const EVERYWHERE = new Set(
  '人民 政府 社会 公共 个人 信息 工程 建设 市场 企业 服务 机关 单位 行政 国家 法律 法规 登记 事业 组织 机构 安全 资源 经济 城市 地方 公民 中国 生产 经营 发展 职工 设施 项目 质量 会保 技术 资质'.split(
    ' ',
  ),
);
const EVERYWHERE_WEIGHT = 0.3;
/** More articles of one statute crowd the others out. */
const MOST_OF_A_STATUTE = 2;
const LONGEST_TEXT = 4000;
/** National statutes count wherever they are; a nearer one says more of the place. */
const LOCAL_BONUS = 0.05;
/** An article that was labelled for the ledger says more than one that only restricts. */
const LABELLED = 0.1;

interface Field {
  readonly facts: CreditFacts;
  /** What the statute is about: its title without place and common words, ' ' between the parts. */
  readonly core: string;
  readonly pairs: readonly string[];
  readonly general: boolean;
}
let fields: readonly Field[] | undefined;

const load = (): readonly Field[] =>
  allCreditFacts().map((facts): Field => {
    const key = titleKey(facts.title);
    const core = key.slice(placeOfTitle(key).length).replace(NO_FIELD, ' ');
    const pairs = core
      .split(' ')
      .flatMap((word) =>
        Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2)),
      );
    return { facts, core, pairs: [...new Set(pairs)], general: GENERAL.test(key) };
  });

/**
 * Articles of statutes that hold here today and provide for one of the wanted kinds of measure in this field, best
 * first. From the catalogue's credit-related articles: not complete, above all for local statutes.
 */
export const suggestBases = (
  { measures, title, text, territory, date }: BasisWanted,
  library: StatuteLibrary,
  limit: number,
): readonly SuggestedBasis[] => {
  fields ??= load();
  const about = title.slice(0, LONGEST_TEXT).replace(/\s+/gu, '');
  const plain = text.slice(0, LONGEST_TEXT).replace(/\s+/gu, '');
  const ranked = fields
    .flatMap((field) => {
      const fit = fitOf(field, about, plain);
      const place = territoryOfFacts(field.facts);
      if (fit < LEAST_FIELD || (place && !(territory && holdsIn(place, territory)))) return [];
      return [...field.facts.articles].flatMap(([code, { labels, kinds }]) => {
        const shared = measures.filter((kind) => kinds.includes(kind));
        if (shared.length === 0) return [];
        const score =
          fit +
          shared.length / measures.length +
          (place ? LOCAL_BONUS : 0) +
          (labels.some((label) => label !== 'Q') ? LABELLED : 0);
        return [{ field, code, shared, score, fit }];
      });
    })
    .sort(
      (a, b) =>
        b.score - a.score ||
        (a.field.facts.title < b.field.facts.title
          ? -1
          : a.field.facts.title > b.field.facts.title
            ? 1
            : 0) ||
        Number(a.code) - Number(b.code),
    );
  const found: SuggestedBasis[] = [];
  const taken = new Map<string, number>();
  for (const { field, code, shared, score, fit } of ranked) {
    if (found.length >= limit) break;
    const version = versionInForce(field.facts, date, library);
    const count = taken.get(field.facts.title) ?? 0;
    if (!version || count >= MOST_OF_A_STATUTE) continue;
    taken.set(field.facts.title, count + 1);
    const [article = '0', inserted = '0'] = code.split('.');
    const name = articleName([Number(article), Number(inserted)]);
    found.push({
      statute: refOf(version),
      article: name,
      kinds: shared,
      wording: version.libraryId === null ? null : (library.article(version.libraryId, name)?.text ?? null),
      score: Math.round(score * 100) / 100,
      reasons: [
        `该条涉及${shared.map(measureName).join('、')}`,
        field.general && fit === GENERAL_FIELD
          ? '信用和营商环境方面的一般规定'
          : `名称中的“${wordsOf(field, about, plain).join('、')}”也见于本文件名称或者本条`,
        field.facts.province ? '在本文件所在地适用的地方性法规' : '国家层面的法律、行政法规',
        '条文内容须核对原文',
      ],
    });
  }
  return found;
};

/**
 * The share of the statute's field that stands in the document; a title names its field first, so that the first word
 * counts twice. Words of every field alone make none.
 */
const fitOf = ({ pairs, general }: Field, title: string, text: string): number => {
  let all = 0;
  let common = 0;
  let telling = false;
  pairs.forEach((pair, at) => {
    const everywhere = EVERYWHERE.has(pair);
    const weight = (at === 0 ? 2 : 1) * (everywhere ? EVERYWHERE_WEIGHT : 1);
    const share = title.includes(pair) ? 1 : text.includes(pair) ? IN_TEXT : 0;
    all += weight;
    common += weight * share;
    if (share > 0 && !everywhere) telling = true;
  });
  const fit = telling ? common / all : 0;
  return Math.max(fit, general ? GENERAL_FIELD : 0);
};

/** The stretches of the statute's title that stand in the document. */
const wordsOf = ({ core }: Field, title: string, text: string): readonly string[] => {
  const has = (pair: string): boolean => pair.length === 2 && (title.includes(pair) || text.includes(pair));
  const words: string[] = [];
  for (const part of core.split(' ')) {
    for (let from = 0; from + 1 < part.length; from++) {
      let to = from;
      while (has(part.slice(to, to + 2))) to++;
      if (to === from) continue;
      words.push(part.slice(from, to + 1));
      from = to;
    }
  }
  return [...new Set(words)];
};

/** The version of the facts, where it is today's and in force; judicial interpretations and ministries' rules are no basis. */
const versionInForce = (facts: CreditFacts, date: string | null, library: StatuteLibrary) => {
  const place = facts.province;
  const identity = identitiesUnder(titleKey(facts.title), library).find(
    ({ territory }) => (territory?.province ?? '') === place,
  );
  if (!identity || !['law', 'administrative-regulation', 'local-regulation'].includes(identity.level))
    return null;
  const { today, now } = timelineOf(identity, date);
  if (today.date !== facts.date) return null;
  return standingOf(identity, today, now).standing === 'in-force' ? today : null;
};
