import type { DocumentView } from '../../api.js';
import { hashOf } from '../state/route.js';

/** What is known of the file itself. */
export const InfoPanel = ({ view }: { view: DocumentView }) => (
  <>
    <dl class="facts">
      <dt>文件</dt>
      <dd>{view.source}</dd>
      <dt>格式</dt>
      <dd>{view.format}</dd>
      {view.facts.map(({ name, value }) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
    {view.notes.length > 0 && (
      <>
        <h3>读取说明</h3>
        <ul>
          {view.notes.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </>
    )}
    <p>
      <a href={hashOf('log', { document: String(view.id) })}>这份文件的决定记录</a>
    </p>
  </>
);
