import { type Label, REVIEW_STATE_WORDS, type ReviewState } from '../../../model/index.js';
import type { Count, DocumentList } from '../../api.js';
import { Choices } from '../parts/choices.js';
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
        choices={facets.states.map((each) => ({
          ...each,
          words: REVIEW_STATE_WORDS[each.value as ReviewState],
        }))}
        chosen={query.state ?? ''}
        choose={(value) => setFilter('state', value)}
      />
      <Choices
        title="标签"
        choices={facets.labels.map((each) => ({
          ...each,
          words: `${each.value} ${LABEL_WORDS[each.value as Label].short}`,
        }))}
        chosen={query.label ?? ''}
        choose={(value) => setFilter('label', value)}
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
