import type { DocumentView } from '../../api.js';
import { StateBadge } from '../parts/chip.js';
import { route } from '../state/app.js';
import { run } from '../state/keyboard.js';
import { filtersOf, hashOf } from '../state/route.js';

/** Which document it is, where it stands in the list, and what a person must know before deciding. */
export const DocumentHead = ({ view }: { view: DocumentView }) => {
  const { place, name, state, remark, changed, closed, notes, unread } = view;
  const filtered = Object.keys(filtersOf(route.value.query)).length > 0;
  return (
    <header class="document-head">
      <div class="document-line">
        <a href={hashOf('list', filtersOf(route.value.query))}>← 清单</a>
        <h1 title={view.source}>{name}</h1>
        <StateBadge state={state} />
        <span class="document-place">
          第 {place.number} / {place.total} 份{filtered && '（已筛选）'}
        </span>
        <span class="buttons">
          <button type="button" disabled={!place.previous} onClick={() => run('previous-document')}>
            上一份 <kbd>P</kbd>
          </button>
          <button type="button" disabled={!place.next} onClick={() => run('next-document')}>
            下一份 <kbd>N</kbd>
          </button>
        </span>
      </div>
      {remark && <p class="alert">{remark}</p>}
      {changed.map((words) => (
        <p class="alert" key={words}>
          {words}
        </p>
      ))}
      {closed && <p class="alert">{closed}</p>}
      {!unread && notes.length > 0 && (
        <details class="notes">
          <summary>读取说明 {notes.length} 条</summary>
          <ul>
            {notes.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </details>
      )}
    </header>
  );
};
