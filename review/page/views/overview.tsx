import { useEffect } from 'preact/hooks';
import { LABELS, REVIEW_STATE_WORDS } from '../../../model/index.js';
import type { Agreement, Count, Overview } from '../../api.js';
import { Progress } from '../parts/progress.js';
import { loadOverview, overview } from '../state/app.js';
import { hashOf } from '../state/route.js';
import { outboxTick } from '../state/saving.js';
import { LABEL_WORDS, percent } from '../words.js';

/** The collection in figures: every chart with the same figures as a table, whose entries lead to the documents. */
export const OverviewPage = () => {
  useEffect(() => void loadOverview(), []);
  const now = overview.value;
  if (!now) return <p class="loading">正在统计…</p>;
  const { files } = now;
  return (
    <div class="page">
      <h1>总览</h1>
      <Progress />
      <p>
        文件 {files.found} 个：读取 {files.read}，跳过 {files.skipped}，未能读取 {files.unread}；得到文件{' '}
        {now.documents} 份，台账 {now.rows} 行。
      </p>
      {now.agreement && <AgreementWords agreement={now.agreement} />}
      <div class="charts">
        <Chart name="progress" title="进度">
          <Counts counts={now.states} name="state" words={(value) => REVIEW_STATE_WORDS[value as never]} />
        </Chart>
        <Chart name="flags" title="各年份的标签">
          <Years overview={now} />
        </Chart>
        {now.kinds.length > 0 && (
          <Chart name="kinds" title="措施种类">
            <Counts counts={now.kinds} name="kind" />
          </Chart>
        )}
        {now.national.length > 0 && (
          <Chart name="basis" title="依据">
            <h4>国家层面依据</h4>
            <Counts counts={now.national} name="basis" />
            <h4>地方性法规依据</h4>
            <Counts counts={now.localBasis} />
          </Chart>
        )}
        {now.disposals.length > 0 && (
          <Chart name="disposal" title="处置方式">
            <Counts counts={now.disposals} name="disposal" words={(value) => value || '未定'} />
          </Chart>
        )}
      </div>
      {now.unread.length > 0 && (
        <section>
          <h2>未能读取的文件</h2>
          <ul class="unread-list">
            {now.unread.map(({ id, source, remark }) => (
              <li key={id}>
                <a href={hashOf('document', { state: 'unread' }, id)}>{source}</a>{' '}
                <span class="hint">{remark}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};

const Chart = ({
  name,
  title,
  children,
}: {
  name: string;
  title: string;
  children: preact.ComponentChildren;
}) => (
  <section class="chart">
    <h2>{title}</h2>
    <img src={`/api/charts/${name}?at=${outboxTick.value}`} alt={`${title}图，数字见下表`} loading="lazy" />
    <details>
      <summary>数字</summary>
      {children}
    </details>
  </section>
);

/** @param name the list's filter to which the entries lead; '' where there is none. */
const Counts = ({
  counts,
  name = '',
  words = (value: string) => value,
}: {
  counts: readonly Count[];
  name?: string;
  words?: (value: string) => string;
}) => (
  <table class="plain">
    <tbody>
      {counts.map(({ value, count }) => (
        <tr key={value}>
          <th scope="row">
            {name ? <a href={hashOf('list', { [name]: value || '未定' })}>{words(value)}</a> : words(value)}
          </th>
          <td>{count}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Years = ({ overview: { years } }: { overview: Overview }) => (
  <table class="plain">
    <thead>
      <tr>
        <th scope="col">年份</th>
        <th scope="col">文件</th>
        {LABELS.map((label) => (
          <th scope="col" key={label}>
            {label} {LABEL_WORDS[label].short}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {years.map(({ value, count, labels }) => (
        <tr key={value}>
          <th scope="row">
            <a href={hashOf('list', { year: value })}>{value}</a>
          </th>
          <td>{count}</td>
          {LABELS.map((label) => (
            <td key={label}>
              {labels[label] ? <a href={hashOf('list', { year: value, label })}>{labels[label]}</a> : 0}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

export const AgreementWords = ({
  agreement: { documents, findings, observed, kappa },
}: {
  agreement: Agreement;
}) => (
  <p class="agreement">
    初核与复核一致性：{documents} 份文件、{findings} 处认定，一致率 <b>{percent(observed)}</b>，Cohen κ{' '}
    <b>{kappa === null ? '无法计算（全部相同）' : kappa.toFixed(2)}</b>
  </p>
);
