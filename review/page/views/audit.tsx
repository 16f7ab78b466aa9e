import { useEffect, useRef, useState } from 'preact/hooks';
import { AUDIT_WORDS, type AuditKind, REPLY_WORDS, type ReplyKind } from '../../../model/index.js';
import type { AuditView, ListedItem } from '../../audit-api.js';
import { AuditFilters } from '../audit/audit-filters.js';
import { choose, ItemCard, placeOf } from '../audit/item-card.js';
import { NewAudit } from '../audit/new-audit.js';
import { ReplyDialog } from '../audit/reply-dialog.js';
import { RoundHead } from '../audit/round-head.js';
import { Pager } from '../parts/pager.js';
import { dialog, go, route, say, session } from '../state/app.js';
import {
  askReply,
  auditProblem,
  auditView,
  current,
  loadAudit,
  loadRounds,
  mayAudit,
  rounds,
  selected,
  setAuditFilter,
  subjects,
} from '../state/audit.js';
import { run, useCommands } from '../state/keyboard.js';

/** Filed ledgers against the documents: what was found, what units say of it, what follows. */
export const AuditPage = () => {
  const { query } = route.value;
  const known = rounds.value;
  useEffect(() => void loadRounds(), []);
  useEffect(() => {
    if (known && known.length > 0) void loadAudit();
  }, [JSON.stringify(query), known?.[0]?.number]);
  if (session.value?.role === 'second')
    return (
      <div class="page">
        <h1>台账核对</h1>
        <p class="empty">核对以初核的决定为准，而复核须独立进行；请由初核人或管理员核对。</p>
      </div>
    );
  const isNew = mayAudit.value && (query.new === '1' || known?.length === 0);
  const view = auditView.value;
  return (
    <div class="page audit-page">
      <h1>台账核对</h1>
      {auditProblem.value && <p class="alert">{auditProblem.value}</p>}
      {known === null && !auditProblem.value && <p class="loading">正在读取…</p>}
      {isNew && <NewAudit />}
      {known?.length === 0 && !isNew && <p class="empty">还没有核对过台账。</p>}
      {!isNew && known && known.length > 0 && (
        <>
          {!view && !auditProblem.value && <p class="loading">正在读取…</p>}
          {view && <Comparison view={view} />}
        </>
      )}
      {dialog.value === 'reply' && <ReplyDialog />}
    </div>
  );
};

const ACTS: readonly (readonly [ReplyKind, string])[] = [
  ['accepted', 'A'],
  ['explained', 'E'],
  ['refused', 'X'],
  ['closed', 'C'],
  ['pursued', 'D'],
];

const Comparison = ({ view }: { view: AuditView }) => {
  const list = useRef<HTMLDivElement>(null);
  const { items, corrected } = view;
  const at = items.findIndex(({ id }) => id === current.value);
  const move = (to: number): void => {
    const next = items[Math.min(Math.max(to, 0), items.length - 1)];
    if (!next) return;
    current.value = next.id;
    const card = list.current?.querySelector<HTMLElement>(`[data-item="${next.id}"]`);
    card?.focus();
    card?.scrollIntoView({ block: 'nearest' });
  };
  const toPage = (page: number): void => {
    if (page < 1 || (page - 1) * view.size >= view.total) return;
    go('audit', { ...route.peek().query, page: String(page) });
  };
  const withFocus = document.activeElement?.closest('article.audit-item') != null;
  useCommands('audit', {
    'next-audit-item': () => move(list.current?.contains(document.activeElement) ? at + 1 : at),
    'previous-audit-item': () => move(at - 1),
    'open-audit-item': () => {
      const address = items[at] && placeOf(items[at]);
      if (address) location.hash = address;
      else say('这一项没有可以打开的文件', true);
    },
    'select-audit-item': () => {
      if (mayAudit.peek() && items[at]) choose(items[at].id, !selected.peek().has(items[at].id));
    },
    ...Object.fromEntries(ACTS.map(([kind]) => [`reply-${kind}`, () => askReply(kind)])),
    'next-audit-page': () => toPage(view.page + 1),
    'previous-audit-page': () => toPage(view.page - 1),
    'new-audit': () => {
      if (mayAudit.peek()) go('audit', { new: '1' });
    },
    undo: () => say('答复和处理只增不改；记错的，请再记一条'),
    redo: () => say('答复和处理只增不改；记错的，请再记一条'),
  });
  // Where the item in front was answered, the keys go on from it.
  useEffect(() => {
    if (withFocus) list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
  }, [view]);
  return (
    <>
      <RoundHead view={view} />
      <div class="list-body">
        <AuditFilters view={view} />
        <div ref={list}>
          <Search />
          <Total view={view} />
          <Groups items={items} />
          {items.length === 0 && (
            <p class="empty">
              {view.facets.certain + view.facets.toCheck > 0
                ? '没有符合条件的事项。'
                : '没有需要反馈的事项。未发现不等于没有。'}
            </p>
          )}
          {view.total > view.size && <Pager of={view} toPage={toPage} />}
          {mayAudit.value && items.length > 0 && <ActBar />}
          {corrected.total > 0 && (
            <details class="audit-corrected" open={items.length === 0}>
              <summary>
                <h2>已更正 {corrected.total} 项</h2>
              </summary>
              <p class="hint">以前的核对提出、后来的核对不再发现的。</p>
              {corrected.items.map((item) => (
                <ItemCard key={item.id} item={item} fixed />
              ))}
              {corrected.total > corrected.items.length && (
                <p class="hint">其余的在反馈事项表的“已更正事项”中。</p>
              )}
            </details>
          )}
        </div>
      </div>
    </>
  );
};

const Search = () => {
  const asked = route.value.query.q ?? '';
  // Kept apart from what was asked: an answer that arrives while somebody is typing takes no letter away.
  const [words, setWords] = useState(asked);
  useEffect(() => setWords(asked), [asked]);
  return (
    <search>
      <form
        class="audit-search"
        onSubmit={(event) => {
          event.preventDefault();
          setAuditFilter('q', words.trim());
        }}
      >
        <input
          id="search"
          type="search"
          aria-label="搜索事项"
          placeholder="文件名称、单位、条文、答复中的词"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <button type="submit">搜索</button>
      </form>
    </search>
  );
};

const Total = ({ view: { items, total } }: { view: AuditView }) => {
  const all = items.length > 0 && items.every(({ id }) => selected.value.has(id));
  return (
    <p class="list-words">
      <span role="status">共 {total} 项</span>
      {mayAudit.value && items.length > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={all}
            onChange={(event) => {
              selected.value = new Set(event.currentTarget.checked ? items.map(({ id }) => id) : []);
            }}
          />
          选中本页 {items.length} 项
        </label>
      )}
    </p>
  );
};

/** The items under the names of their kinds. */
const Groups = ({ items }: { items: readonly ListedItem[] }) => {
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return (
    <>
      {kinds.map((kind: AuditKind) => (
        <section key={kind} aria-label={AUDIT_WORDS[kind]}>
          <h2>{AUDIT_WORDS[kind]}</h2>
          {items
            .filter((item) => item.kind === kind)
            .map((item) => (
              <ItemCard key={item.id} item={item} />
            ))}
        </section>
      ))}
    </>
  );
};

const ActBar = () => {
  const chosen = selected.value.size;
  return (
    <section class="act-bar" aria-label="记录答复和处理">
      <span>{chosen > 0 ? `所选 ${chosen} 项：` : subjects.value.length > 0 ? '当前一项：' : ''}</span>
      {ACTS.map(([kind, key]) => (
        <button key={kind} type="button" onClick={() => run(`reply-${kind}`)}>
          {REPLY_WORDS[kind]} <kbd>{key}</kbd>
        </button>
      ))}
    </section>
  );
};
