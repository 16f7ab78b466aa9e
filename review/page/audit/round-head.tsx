import { useState } from 'preact/hooks';
import type { AuditView } from '../../audit-api.js';
import { FileDrop } from '../parts/file-drop.js';
import { ScrollTable } from '../parts/scroll-table.js';
import { go, route } from '../state/app.js';
import { mayAudit, setAuditFilter, takeAnswers } from '../state/audit.js';
import { address } from '../state/client.js';
import { momentWords } from '../words.js';

/** So many ledgers are named before the table is opened. */
const NAMED = 3;

/** Which comparison, what was compared, what comes out of it as files and what comes back. */
export const RoundHead = ({ view }: { view: AuditView }) => {
  const { round, rounds, ledgers, words, since, units, issuer, earlier } = view;
  const isAll = route.value.query.scope === 'all';
  return (
    <section class="round-head" aria-label="本次核对">
      <div class="round-line">
        <label class="field">
          <span class="unseen">哪一次核对</span>
          <select
            value={round.number}
            onChange={(event) => go('audit', { number: event.currentTarget.value })}
          >
            {rounds.map(({ number, at, items }) => (
              <option key={number} value={number}>
                第{number}次核对（{momentWords(at)}，{items}项）
              </option>
            ))}
          </select>
        </label>
        {mayAudit.value && (
          <button type="button" onClick={() => go('audit', { new: '1' })}>
            新的核对 <kbd>M</kbd>
          </button>
        )}
      </div>
      {words.map((each) => (
        <p key={each}>{each}</p>
      ))}
      {(since || units > 0 || issuer) && (
        <p class="hint">
          {[
            issuer && `只要求列入${issuer}印发的文件`,
            since && `新出台文件从${since}起`,
            units > 0 && `应报送台账的单位${units}个`,
          ]
            .filter(Boolean)
            .join('；')}
        </p>
      )}
      {(earlier > 0 || isAll) && (
        <p class="alert">
          {isAll
            ? '下面是历次核对提出、还没有更正的全部事项。'
            : `另有以前的核对提出、还没有更正的 ${earlier} 项。`}{' '}
          <button type="button" class="link" onClick={() => setAuditFilter('scope', isAll ? '' : 'all')}>
            {isAll ? `只看第${round.number}次核对的` : '一并列出'}
          </button>
        </p>
      )}
      {ledgers.length > 0 && (
        <details>
          <summary>
            台账 {ledgers.length} 份：
            {ledgers
              .slice(0, NAMED)
              .map(
                ({ source, unit, rows }) => `${source}（${[unit, `${rows}行`].filter(Boolean).join('，')}）`,
              )
              .join('、')}
            {ledgers.length > NAMED && '等'}
          </summary>
          <ScrollTable name="核对的台账">
            <table class="plain">
              <thead>
                <tr>
                  <th scope="col">台账</th>
                  <th scope="col">填报单位</th>
                  <th scope="col">填报日期</th>
                  <th scope="col">行数</th>
                  <th scope="col">没有填写、未作核对的栏</th>
                </tr>
              </thead>
              <tbody>
                {ledgers.map((ledger) => (
                  <tr key={ledger.source}>
                    <td>{ledger.source}</td>
                    <td>{ledger.unit || '未写明'}</td>
                    <td>{ledger.date ?? '未写明'}</td>
                    <td>{ledger.rows}</td>
                    <td>{ledger.empty.join('、') || '无'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollTable>
        </details>
      )}
      <Downloads view={view} />
      {mayAudit.value && <AnswersBack />}
    </section>
  );
};

const Downloads = ({ view: { round, facets, ledgers } }: { view: AuditView }) => {
  const [unit, setUnit] = useState('');
  const [date, setDate] = useState('');
  const units = [
    ...new Set([
      ...ledgers.map((ledger) => ledger.unit).filter(Boolean),
      ...facets.units.map(({ value }) => value),
    ]),
  ];
  const chosen = units.includes(unit) ? unit : '';
  const file = (kind: string, query = {}) =>
    address(`audits/${round.number}/files/${kind}`, { unit: chosen, ...query });
  return (
    <details>
      <summary>下载：反馈事项表、反馈意见、数据</summary>
      <div class="download-fields">
        <label class="field">
          <span>给哪个单位</span>
          <select value={chosen} onChange={(event) => setUnit(event.currentTarget.value)}>
            <option value="">全部单位</option>
            {units.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>反馈意见的落款日期</span>
          <input type="date" value={date} onInput={(event) => setDate(event.currentTarget.value)} />
        </label>
      </div>
      <ul class="exports">
        <li>
          <a href={file('xlsx')} download>
            反馈事项表（Excel）
          </a>
          <span class="hint">单位在“单位答复”“答复说明”两栏填写后，可在下面读回</span>
        </li>
        <li>
          <a href={file('docx', { date })} download>
            反馈意见（Word）
          </a>
          <span class="hint">每个单位一份，附事项清单，同样可以读回</span>
        </li>
        <li>
          <a href={file('json')} download>
            数据（JSON）
          </a>
        </li>
      </ul>
    </details>
  );
};

const AnswersBack = () => {
  const [said, setSaid] = useState<readonly { readonly words: string; readonly bad: boolean }[]>([]);
  const [busy, setBusy] = useState(false);
  const take = async (files: readonly File[]): Promise<void> => {
    setBusy(true);
    setSaid([]);
    setSaid(await takeAnswers(files));
    setBusy(false);
  };
  return (
    <details>
      <summary>读入单位交回的答复</summary>
      <FileDrop
        words="把单位填好的反馈事项表（.xlsx）或反馈意见（.docx）拖到这里，或选择文件"
        disabled={busy}
        take={(files) => void take(files)}
      />
      <div role="status">
        {busy && <p>正在读取…</p>}
        {said.map(({ words, bad }) => (
          <p key={words} class={bad ? 'alert' : 'good'}>
            {words}
          </p>
        ))}
      </div>
    </details>
  );
};
