import { type Label, REVIEW_STATE_WORDS, type ReviewState } from '../../../model/index.js';
import type { Count, DocumentList } from '../../api.js';
import { go, route } from '../state/app.js';
import { filtersOf } from '../state/route.js';
import { LABEL_WORDS } from '../words.js';

/** Sets one filter, beginning again with the first page. */
export const setFilter = (name: string, value: string): void => {
  const filters = filtersOf(route.peek().query);
  if ((filters[name] ?? '') !== value) go('list', { ...filters, [name]: value });
};

const SORTS = [
  ['folder', '按文件夹'],
  ['doubt', '存疑的在前'],
  ['name', '按名称'],
  ['year', '按年份'],
] as const;

/** What is chosen, in a few words before the number. */
export const chosenWords = (query: Readonly<Record<string, string>>): string => {
  const { state, label, issuer, year, basis, disposal, kind, doubt, q } = query;
  const words = [
    state && REVIEW_STATE_WORDS[state as ReviewState],
    label && LABEL_WORDS[label as Label]?.full,
    issuer,
    year && (year === '无' ? '年份不明' : `${year} 年`),
    basis && `依据：${basis}`,
    disposal && `处置：${disposal}`,
    kind && `措施：${kind}`,
    doubt && '有存疑',
    q && `含“${q}”`,
  ].filter(Boolean);
  return words.length > 0 ? `${words.join('，')}：` : '';
};

/** By state, label, unit, year, doubt; with how many documents stand under each. */
export const Filters = ({ list: { facets } }: { list: DocumentList }) => {
  const { query } = route.value;
  return (
    <section class="filters" aria-label="筛选">
      <Choices
        title="状态"
        name="state"
        counts={facets.states}
        words={(value) => REVIEW_STATE_WORDS[value as ReviewState]}
      />
      <Choices
        title="标签"
        name="label"
        counts={facets.labels}
        words={(value) => `${value} ${LABEL_WORDS[value as Label].short}`}
      />
      <fieldset>
        <legend>其他</legend>
        <label class="check">
          <input
            type="checkbox"
            checked={query.doubt === '1'}
            onChange={(event) => setFilter('doubt', event.currentTarget.checked ? '1' : '')}
          />
          只看有存疑的
        </label>
        <Select title="单位" name="issuer" counts={facets.issuers} />
        <Select title="年份" name="year" counts={facets.years} />
        <label class="field">
          排序
          <select
            value={query.sort ?? 'folder'}
            onChange={(event) => setFilter('sort', event.currentTarget.value)}
          >
            {SORTS.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
    </section>
  );
};

const Choices = ({
  title,
  name,
  counts,
  words,
}: {
  title: string;
  name: string;
  counts: readonly Count[];
  words: (value: string) => string;
}) => {
  const chosen = route.value.query[name] ?? '';
  return (
    <fieldset>
      <legend>{title}</legend>
      <div class="choice-row">
        <button type="button" aria-pressed={chosen === ''} onClick={() => setFilter(name, '')}>
          全部
        </button>
        {counts.map(({ value, count }) => (
          <button
            key={value}
            type="button"
            aria-pressed={chosen === value}
            onClick={() => setFilter(name, chosen === value ? '' : value)}
          >
            {words(value)} <span class="count">{count}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
};

const Select = ({ title, name, counts }: { title: string; name: string; counts: readonly Count[] }) => (
  <label class="field">
    {title}
    <select
      value={route.value.query[name] ?? ''}
      onChange={(event) => setFilter(name, event.currentTarget.value)}
    >
      <option value="">全部</option>
      {counts.map(({ value, count }) => (
        <option key={value} value={value}>
          {value || '（未识别）'}（{count}）
        </option>
      ))}
    </select>
  </label>
);
