import { findTerritory, resolveCitation, territoryName, titleKey } from '../../corpus/index.js';
import {
  formatNumeral,
  inMarks,
  type LibraryArticle,
  type LibraryVersion,
  parseNumeral,
  printable,
  type Resolution,
  UsageError,
} from '../../model/index.js';
import { LEVEL_WORDS } from '../../reports/index.js';
import { type OpenLibrary, openLibrary } from '../../store/index.js';
import { type CorpusOptions, libraryPath } from './location.js';

export interface ShowOptions extends CorpusOptions {
  /** The version of this day, ISO. */
  readonly date?: string;
  /** A province or city, where statutes of several places have one title. */
  readonly place?: string;
  readonly json?: boolean;
}

/**
 * `qinggui corpus show 法名 第X条`: a statute's facts, and the wording of its articles. Returns the exit status, 1 where
 * the text or an article is not at hand.
 */
export const runShow = async (
  title: string,
  articles: readonly string[],
  options: ShowOptions,
): Promise<number> => {
  const wanted = articles.map((given) => articleNumber(given));
  const library = await openLibrary(libraryPath(options));
  try {
    const known = resolveCitation(
      { title, number: '', articles: wanted },
      { territory: findTerritory(options.place ?? ''), date: dateOf(options), library },
    );
    const version = versionOf(library, title, known, options);
    if (!version && !known.statute) throw notFound(title, known, library);
    if (!version) return showFacts(known, options);
    const numbers = library.articleNumbers(version.id);
    const found = wanted.map((number) => ({ number, article: library.article(version.id, number) }));
    if (options.json) writeJson({ ...factsOf(version), ...standingFacts(known), numbers }, found);
    else
      process.stdout.write(
        headOf(version, numbers) +
          standingText(known) +
          found.map((each) => articleText(each, numbers)).join(''),
      );
    return found.every(({ article }) => article) ? 0 : 1;
  } finally {
    library.close();
  }
};

const dateOf = ({ date }: ShowOptions): string | null => {
  if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/u.test(date))
    throw new UsageError(`看不懂日期：${date}`, '请写成 2021-01-22');
  return date ?? null;
};

type FoundArticle = { readonly number: string; readonly article: LibraryArticle | null };

const factsOf = ({ id: _, ...facts }: LibraryVersion): object => facts;

const standingFacts = ({ standing, successor, reasons }: Resolution): object => ({
  standing,
  successor,
  reasons,
});

const writeJson = (facts: object, found: readonly FoundArticle[]): void => {
  const wanted = found.map(({ number, article }) => ({
    number,
    text: article?.text ?? null,
    path: article?.path ?? [],
  }));
  process.stdout.write(`${JSON.stringify({ ...facts, wanted }, null, 2)}\n`);
};

const STANDING: Readonly<Record<Resolution['standing'], string>> = {
  'in-force': '现行有效',
  ended: '已失效',
  unknown: '不能确定，须核对',
};

/** Whether it is in force, by the catalogue; nothing of what the catalogue does not have. */
const standingText = ({ statute, standing, successor, reasons }: Resolution): string => {
  if (!statute) return '';
  const next = successor ? `，由${inMarks(successor)}代替` : '';
  return `效力：${STANDING[standing]}${next}${reasons.length > 0 ? `（${reasons.map(printable).join('；')}）` : ''}\n`;
};

/** What the catalogue knows of a text that was not imported. */
const showFacts = (known: Resolution, { json }: ShowOptions): number => {
  const { range, articles } = known;
  const statute = known.statute!;
  if (json) {
    writeJson(
      { ...statute, ...standingFacts(known), range },
      articles.map(({ cited }) => ({ number: cited, article: null })),
    );
    return 1;
  }
  const facts = [
    LEVEL_WORDS[statute.level],
    ...(statute.territory ? [territoryName(statute.territory)] : []),
    ...(statute.number ? [statute.number] : []),
    ...(statute.date ? [`${statute.date} 版`] : []),
    ...(statute.effectiveOn ? [`${statute.effectiveOn} 起施行`] : []),
    ...(range ? [`${range}`] : []),
  ];
  const lines = articles.map(({ cited, exists, now }) => {
    const moved = now ? `，现为${now}` : '';
    return `${cited}：${exists === 'yes' ? '有这一条' : exists === 'no' ? '没有这一条' : '是否有这一条不能确定'}${moved}`;
  });
  process.stdout.write(
    `${printable(inMarks(statute.title))}\n${facts.join('，')}\n${standingText(known)}${lines.map((line) => `${line}\n`).join('')}` +
      '法规库中没有这一版本的原文，以上为目录所载；可用 qinggui corpus import 导入原文。\n',
  );
  return 1;
};

/** 第三十条, 第30条, 30, 第三十条第二款 → 第三十条. */
const articleNumber = (given: string): string => {
  const match =
    /^第?([^第条款项]{1,9})条?(?:之([一二三四五六七八九十]{1,3}))?(?:第.{1,8}[款项].{0,12})?$/u.exec(
      given.trim(),
    );
  const value = match ? parseNumeral(match[1]!) : null;
  if (value === null || value === 0)
    throw new UsageError(`看不懂条文号：${given}`, '请写成 第三十条、第30条 或者 30');
  return `第${formatNumeral(value)}条${match?.[2] ? `之${match[2]}` : ''}`;
};

/** The version to show; null where the library has no text of it. */
const versionOf = (
  library: OpenLibrary,
  title: string,
  { statute }: Resolution,
  options: ShowOptions,
): LibraryVersion | null => {
  const { place } = options;
  const date = dateOf(options);
  const own = library.versions(titleKey(title));
  const all = own.length > 0 || !statute ? own : library.versions(titleKey(statute.title));
  if (all.length === 0) return null;
  const nameOf = ({ territory }: LibraryVersion): string => (territory ? territoryName(territory) : '全国');
  const here = all.filter((version) => !place || nameOf(version).includes(place));
  const places = [...new Set(here.map(nameOf))];
  if (places.length !== 1) {
    const had = [...new Set(all.map(nameOf))].join('、');
    throw new UsageError(
      places.length === 0
        ? `法规库中没有${place}的${inMarks(title)}`
        : `${inMarks(title)}有多个地方的同名法规：${places.join('、')}`,
      `请用 --place 选一个地方（${had}）`,
    );
  }
  // Of a day before the library's first version the catalogue may know more.
  const then = date ? here.filter((version) => version.date <= date) : here;
  return then[0] ?? null;
};

const MOST_OFFERED = 8;

const notFound = (title: string, { alternatives }: Resolution, library: OpenLibrary): UsageError => {
  const key = titleKey(title);
  const imported = library
    .all()
    .filter((version) => key.length > 1 && titleKey(version.title).includes(key))
    .map((version) => version.title);
  const near = [...new Set([...alternatives.map((each) => each.title), ...imported])].slice(0, MOST_OFFERED);
  return new UsageError(
    `法规库和目录中都没有${inMarks(title)}`,
    near.length > 0
      ? `名称相近的有：${near.map(inMarks).join('、')}`
      : '请核对名称，或者用 qinggui corpus search 按内容查找；没有收录不等于没有这部法规',
  );
};

const headOf = (version: LibraryVersion, numbers: readonly string[]): string => {
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

const articleText = ({ number, article }: FoundArticle, numbers: readonly string[]): string => {
  if (!article) {
    const range = numbers.length > 0 ? `，该版本有${numbers[0]}至${numbers.at(-1)}` : '';
    return `\n${number}：没有这一条${range}\n`;
  }
  const path = article.path.length > 0 ? `（${article.path.map(printable).join('　')}）` : '';
  return `\n${number}${path}\n${article.text.split('\n').map(printable).join('\n')}\n`;
};
