import type { DocumentView } from '../../api.js';
import { choose } from '../state/decide.js';
import { chosen } from '../state/document.js';
import { SEVERITY_WORDS } from '../words.js';

/** What in the document goes against the rules, with the article and what can be done. */
export const BreachList = ({ view }: { view: DocumentView }) =>
  view.breaches.length === 0 ? (
    <p class="empty">没有不合规提示。</p>
  ) : (
    <ol class="breaches">
      {view.breaches.map((breach, i) => (
        <li
          key={`${breach.rule}-${breach.start}`}
          class={`breach breach-${breach.severity}`}
          aria-current={chosen.value === `breach:${i}` ? 'true' : undefined}
        >
          <div class="breach-head">
            <span class="severity">{SEVERITY_WORDS[breach.severity]}</span>
            <span>{breach.article}</span>
            <button type="button" class="link" onClick={() => choose(`breach:${i}`)}>
              {breach.place || '看原文'}
            </button>
            {breach.also > 0 && <span class="hint">同类另有 {breach.also} 处</span>}
          </div>
          <p>{breach.message}</p>
          {breach.evidence && <q>{breach.evidence}</q>}
          <p class="hint">建议：{breach.suggestion}</p>
        </li>
      ))}
    </ol>
  );
