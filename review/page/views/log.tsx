import { useEffect, useState } from 'preact/hooks';
import { LANE_WORDS } from '../../../model/index.js';
import type { LogPage, LogProof } from '../../api.js';
import { Pager } from '../parts/pager.js';
import { ScrollTable } from '../parts/scroll-table.js';
import { go, route, sayError } from '../state/app.js';
import { get } from '../state/client.js';
import { useCommands } from '../state/keyboard.js';
import { hashOf } from '../state/route.js';
import { momentWords } from '../words.js';

const ACT_WORDS = { do: '决定', undo: '撤销', redo: '重做' } as const;

/** Every decision, the newest first, and the proof that none was changed or dropped. */
export const LogPlace = () => {
  const { query } = route.value;
  const [log, setLog] = useState<LogPage | null>(null);
  const [proof, setProof] = useState<LogProof | null>(null);
  useEffect(() => {
    get<LogPage>('log', { page: query.page, document: query.document }).then(setLog, sayError);
  }, [query.page, query.document]);
  const toPage = (page: number): void => {
    if (log && page >= 1 && (page - 1) * log.size < log.total) go('log', { ...query, page: String(page) });
  };
  useCommands('log', {
    'next-log': () => toPage((log?.page ?? 1) + 1),
    'previous-log': () => toPage((log?.page ?? 1) - 1),
  });
  return (
    <div class="page">
      <h1>决定记录</h1>
      <p class="hint">
        每个决定都记在这里，只增不改；撤销和重做也是记录。各条以校验值相连，改动任何一条都能查出。
      </p>
      <div class="buttons">
        <button type="button" onClick={() => get<LogProof>('log/verify').then(setProof, sayError)}>
          核验记录
        </button>
        <a href="/api/exports/log-jsonl" download>
          下载全部记录
        </a>
        {query.document && <a href={hashOf('log')}>看全部文件</a>}
      </div>
      {proof && (
        <p class={proof.whole ? 'good' : 'alert'} role="status">
          {proof.whole ? `记录完整，共 ${proof.events} 条，末条校验值 ` : `${proof.message} `}
          {proof.whole && <code>{proof.head}</code>}
        </p>
      )}
      {!log ? (
        <p class="loading">正在读取…</p>
      ) : (
        <>
          <ScrollTable name="决定记录表">
            <table class="plain">
              <thead>
                <tr>
                  <th scope="col">号</th>
                  <th scope="col">时间</th>
                  <th scope="col">人员</th>
                  <th scope="col">动作</th>
                  <th scope="col">内容</th>
                  <th scope="col">文件</th>
                  <th scope="col">校验值</th>
                </tr>
              </thead>
              <tbody>
                {log.events.map((event) => (
                  <tr key={event.seq}>
                    <td>{event.seq}</td>
                    <td>{momentWords(event.at)}</td>
                    <td>
                      {event.who}
                      <span class="hint"> {LANE_WORDS[event.lane]}</span>
                    </td>
                    <td>{ACT_WORDS[event.act]}</td>
                    <td>
                      {event.words}
                      {event.reason && <span class="hint">（{event.reason}）</span>}
                    </td>
                    <td>
                      <a href={hashOf('document', {}, event.document)}>
                        {event.about.title || event.about.source}
                      </a>
                    </td>
                    <td>
                      <code title={event.hash}>{event.hash.slice(0, 8)}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollTable>
          {log.total === 0 && <p class="empty">还没有决定。</p>}
          <Pager of={log} counted toPage={toPage} />
        </>
      )}
    </div>
  );
};
