import { territoryName, titleKey } from '../../corpus/index.js';
import {
  formatNumeral,
  inMarks,
  type LibraryVersion,
  parseNumeral,
  printable,
  UsageError,
} from '../../model/index.js';
import { LEVEL_WORDS } from '../../reports/index.js';
import type { OpenLibrary } from '../../store/index.js';
import { type CorpusOptions, openFilled } from './location.js';

export interface ShowOptions extends CorpusOptions {
  /** The version of this day, ISO. */
  readonly date?: string;
  /** A province or city, where statutes of several places have one title. */
  readonly place?: string;
  readonly json?: boolean;
}

/** `qinggui corpus show 法名 第X条`: a statute's facts, and the wording of its articles. Returns the exit status. */
export const runShow = async (
  title: string,
  articles: readonly string[],
  options: ShowOptions,
): Promise<number> => {
  const library = await openFilled(options);
  try {
    const version = versionOf(library, title, options);
    const numbers = library.articleNumbers(version.id);
    const wanted = articles.map((given) => articleNumber(given));
    const found = wanted.map((number) => ({ number, article: library.article(version.id, number) }));
    if (options.json) {
      const { id: _, ...facts } = version;
      process.stdout.write(
        `${JSON.stringify({ ...facts, numbers, wanted: found.map(({ number, article }) => ({ number, text: article?.text ?? null, path: article?.path ?? [] })) }, null, 2)}\n`,
      );
    } else
      process.stdout.write(
        headOf(version, numbers) + found.map((each) => articleText(each, numbers)).join(''),
      );
    return found.every(({ article }) => article) ? 0 : 1;
  } finally {
    library.close();
  }
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

const versionOf = (library: OpenLibrary, title: string, { date, place }: ShowOptions): LibraryVersion => {
  if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/u.test(date))
    throw new UsageError(`看不懂日期：${date}`, '请写成 2021-01-22');
  const all = library.versions(titleKey(title));
  if (all.length === 0) throw notFound(library, title);
  const here = all.filter(
    ({ territory }) => !place || (territory !== null && territoryName(territory).includes(place)),
  );
  const places = [...new Set(here.map(({ territory }) => (territory ? territoryName(territory) : '全国')))];
  if (here.length === 0 || places.length > 1) {
    const had = [...new Set(all.map(({ territory }) => (territory ? territoryName(territory) : '全国')))];
    throw new UsageError(
      here.length === 0
        ? `法规库中没有${place}的《${title}》`
        : `《${title}》有多个地方的同名法规：${places.join('、')}`,
      `请用 --place 选一个地方（${had.join('、')}）`,
    );
  }
  const then = date ? here.filter((version) => version.date <= date) : here;
  if (then.length === 0)
    throw new UsageError(`法规库中没有《${title}》在 ${date} 以前的版本`, '请换一个日期');
  return then[0]!;
};

const MOST_OFFERED = 8;

const notFound = (library: OpenLibrary, title: string): UsageError => {
  const key = titleKey(title);
  const near = library
    .all()
    .filter((version) => key.length > 1 && titleKey(version.title).includes(key))
    .map((version) => inMarks(version.title));
  const offered = [...new Set(near)].slice(0, MOST_OFFERED);
  return new UsageError(
    `法规库中没有《${title}》`,
    offered.length > 0
      ? `名称相近的有：${offered.join('、')}`
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

const articleText = (
  { number, article }: { number: string; article: ReturnType<OpenLibrary['article']> },
  numbers: readonly string[],
): string => {
  if (!article) {
    const range = numbers.length > 0 ? `，该版本有${numbers[0]}至${numbers.at(-1)}` : '';
    return `\n${number}：没有这一条${range}\n`;
  }
  const path = article.path.length > 0 ? `（${article.path.map(printable).join('　')}）` : '';
  return `\n${number}${path}\n${article.text.split('\n').map(printable).join('\n')}\n`;
};
