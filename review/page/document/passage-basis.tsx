import type { DocumentView, ViewCitation, ViewPassage } from '../../api.js';
import { choose } from '../state/decide.js';
import { tab } from '../state/document.js';
import { SEVERITY_WORDS } from '../words.js';

/** Why the draft says what it says of a passage: measures, cited articles with their wording, answers, breaches. */
export const PassageBasis = ({ view, passage }: { view: DocumentView; passage: ViewPassage }) => {
  const breaches = view.breaches
    .map((breach, i) => ({ breach, i }))
    .filter(({ breach }) => breach.start < passage.end && passage.start < breach.end);
  const disposal = view.row?.disposal;
  return (
    <dl class="basis">
      {passage.kinds.length > 0 && (
        <>
          <dt>措施</dt>
          <dd>{passage.kinds.join('；')}</dd>
        </>
      )}
      <dt>引用依据</dt>
      <dd>
        {passage.citations.length === 0 ? (
          <span class="hint">本条没有引用依据</span>
        ) : (
          <ul class="citations">
            {passage.citations.map((citation) => (
              <Citation key={`${citation.start}-${citation.end}-${citation.words}`} citation={citation} />
            ))}
          </ul>
        )}
      </dd>
      {passage.national && (
        <>
          <dt>国家层面依据</dt>
          <dd>
            <b>{passage.national.answer}</b> {passage.national.reason}
          </dd>
        </>
      )}
      {passage.local && (
        <>
          <dt>地方性法规依据</dt>
          <dd>
            <b>{passage.local.answer}</b> {passage.local.reason}
          </dd>
        </>
      )}
      {passage.suggestions.length > 0 && (
        <>
          <dt>可考虑的依据</dt>
          <dd>
            <ul>
              {passage.suggestions.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {breaches.length > 0 && (
        <>
          <dt>不合规提示</dt>
          <dd>
            <ul>
              {breaches.map(({ breach, i }) => (
                <li key={i}>
                  <button
                    type="button"
                    class="link"
                    onClick={() => {
                      tab.value = 'breaches';
                      choose(`breach:${i}`);
                    }}
                  >
                    {SEVERITY_WORDS[breach.severity]}：{breach.message}
                  </button>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {disposal && (
        <>
          <dt>拟处置方式</dt>
          <dd>
            <b>{disposal.draft || '须人工选定'}</b> {disposal.reason}
          </dd>
        </>
      )}
    </dl>
  );
};

const Citation = ({
  citation: { words, verdict, counts, level, chain, wordings },
}: {
  citation: ViewCitation;
}) => (
  <li class="citation-item">
    <span class="citation">{words}</span>
    {verdict && <span class={`verdict${verdict === '已核实' ? ' verdict-good' : ''}`}>{verdict}</span>}
    <span class="hint">{[level, counts].filter(Boolean).join('，')}</span>
    {wordings.map(({ article, text }) => (
      <details key={article} open={wordings.length === 1}>
        <summary>{article}条文</summary>
        <p class="wording">{text}</p>
      </details>
    ))}
    {chain.length > 0 && (
      <details>
        <summary>核对过程</summary>
        <ol>
          {chain.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
    )}
  </li>
);
