import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DocumentList, ListedDocument } from '../../api.js';
import { LabelChip, StateBadge } from '../parts/chip.js';
import { Pager } from '../parts/pager.js';
import { Progress } from '../parts/progress.js';
import { go, loadOverview, narrow, route, sayError } from '../state/app.js';
import { get } from '../state/client.js';
import { useCommands } from '../state/keyboard.js';
import { filtersOf, hashOf } from '../state/route.js';
import { onOtherWindow } from '../state/saving.js';
import { percent } from '../words.js';
import { chosenWords, Filters, setFilter } from './list-filters.js';

/** The last answer stays, so that coming back from a document shows the list at once. */
const list = signal<DocumentList | null>(null);
/** The line that was left for a document. */
const line = signal(0);

const load = async (query: Readonly<Record<string, string>>): Promise<void> => {
  try {
    const { page } = query;
    list.value = await get<DocumentList>('documents', { ...filtersOf(query), page });
  } catch (error) {
    sayError(error);
  }
};

/** The work list: what there is, how far it is, and the way to each document. */
export const ListPage = () => {
  const { query } = route.value;
  const key = JSON.stringify(query);
  useEffect(() => {
    void load(query);
  }, [key]);
  useEffect(() => {
    void loadOverview();
    return onOtherWindow(() => void load(route.peek().query));
  }, []);
  const now = list.value;
  const documents = now?.documents ?? [];
  const at = Math.min(line.value, Math.max(documents.length - 1, 0));
  const body = useRef<HTMLTableSectionElement>(null);
  const toLine = (next: number): void => {
    line.value = Math.min(Math.max(next, 0), Math.max(documents.length - 1, 0));
    body.current?.querySelectorAll<HTMLElement>('a.open')[line.value]?.focus();
  };
  const toPage = (page: number): void => {
    if (!now || page < 1 || (page - 1) * now.size >= now.total) return;
    line.value = 0;
    go('list', { ...filtersOf(query), page: page > 1 ? String(page) : undefined });
  };
  useCommands('list', {
    'next-line': () => toLine(body.current?.contains(document.activeElement) ? at + 1 : at),
    'previous-line': () => toLine(at - 1),
    open: () => documents[at] && go('document', filtersOf(query), documents[at].id),
    'next-page': () => toPage((now?.page ?? 1) + 1),
    'previous-page': () => toPage((now?.page ?? 1) - 1),
  });
  return (
    <div class="list-page">
      <h1 class="unseen">文件清单</h1>
      <div class="list-top">
        <Search />
        <Progress />
      </div>
      <div class="list-body">
        {now && (narrow.value ? <NarrowFilters list={now} /> : <Filters list={now} />)}
        <section class="list-main" aria-label="文件">
          <p class="list-words" aria-live="polite">
            {now ? `${chosenWords(query)}共 ${now.total} 份` : '正在读取…'}
            {Object.keys(filtersOf(query)).some((name) => name !== 'sort') && (
              <a href={hashOf('list', { sort: query.sort })}>清除筛选</a>
            )}
          </p>
          <table class="documents">
            <thead>
              <tr>
                <th scope="col">文件</th>
                <th scope="col">状态</th>
                <th scope="col">标签</th>
                <th scope="col">国家依据</th>
                <th scope="col">地方依据</th>
                <th scope="col">处置</th>
                <th scope="col">不合规</th>
                <th scope="col">存疑</th>
              </tr>
            </thead>
            <tbody ref={body}>
              {documents.map((each, i) => (
                <Line key={each.id} document={each} index={i} />
              ))}
            </tbody>
          </table>
          {now && now.total === 0 && <p class="empty">没有符合条件的文件。</p>}
          {now && now.total > now.size && <Pager of={now} toPage={toPage} />}
        </section>
      </div>
    </div>
  );
};

/** In one column the list itself comes first. */
const NarrowFilters = ({ list: now }: { list: DocumentList }) => (
  <details>
    <summary>筛选和排序</summary>
    <Filters list={now} />
  </details>
);

const Line = ({ document, index }: { document: ListedDocument; index: number }) => {
  const { query } = route.value;
  const { id, name, source, issuer, year, state, remark, labels, errors, warnings, doubt, doubtfulWords } =
    document;
  return (
    <tr class={`line-${state}`}>
      <td class="wide-cell">
        <a
          class="open"
          href={hashOf('document', filtersOf(query), id)}
          onFocus={() => {
            line.value = index;
          }}
        >
          {name}
        </a>
        <div class="hint">
          {[issuer, year, source].filter(Boolean).join(' · ')}
          {remark && <span class="bad"> {remark}</span>}
        </div>
      </td>
      <td data-name="状态">
        <StateBadge state={state} />
      </td>
      <td data-name="标签">
        {labels.map((label) => (
          <LabelChip key={label} label={label} />
        ))}
      </td>
      <td data-name="国家依据">{document.national}</td>
      <td data-name="地方依据">{document.local}</td>
      <td data-name="处置">{document.disposal}</td>
      <td data-name="不合规">
        {errors > 0 && <span class="bad">{errors}</span>}
        {warnings > 0 && <span class="hint"> +{warnings}</span>}
      </td>
      <td data-name="存疑">
        {doubt >= 0.005 ? percent(doubt) : ''}
        {doubtfulWords > 0 && <span class="hint"> {doubtfulWords} 字</span>}
      </td>
    </tr>
  );
};

/** Search over titles and text; each pause in typing asks again, but never while an input method is composing. */
const Search = () => {
  const { query } = route.value;
  const [words, setWords] = useState(query.q ?? '');
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => setWords(query.q ?? ''), [query.q]);
  useEffect(() => {
    if (!query.find) return;
    field.current?.focus();
    go('list', filtersOf(query));
  }, [query.find]);
  const ask = (next: string, pause: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setFilter('q', next.trim()), pause);
  };
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask(words, 0);
        }}
      >
        <label class="unseen" for="search">
          搜索标题和正文
        </label>
        <input
          id="search"
          ref={field}
          type="search"
          placeholder="搜索标题和正文，按 / 进入"
          value={words}
          onInput={(event) => {
            setWords(event.currentTarget.value);
            if (!event.isComposing) ask(event.currentTarget.value, 300);
          }}
          onCompositionEnd={(event) => ask(event.currentTarget.value, 300)}
        />
        <button type="submit">搜索</button>
      </form>
    </search>
  );
};
