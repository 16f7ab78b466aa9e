import { useEffect, useRef, useState } from 'preact/hooks';
import { LANE_WORDS } from '../../../model/index.js';
import type { ListedSample } from '../../sample-api.js';
import { go, session } from '../state/app.js';
import { useCommands } from '../state/keyboard.js';
import { hashOf } from '../state/route.js';
import { draftPrefix, keptAnswers } from '../state/sample-drafts.js';
import { loadSamples, nextLookWords, samples } from '../state/samples.js';
import { momentWords, percent } from '../words.js';

/** The audit samples, each with how far this reviewer is; what was found stands nowhere. */
export const SamplesPage = () => {
  const [at, setAt] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => void loadSamples(), []);
  const all = samples.value;
  const lane = session.value?.lane;
  const move = (to: number): void => {
    const next = Math.min(Math.max(to, 0), (all?.length ?? 1) - 1);
    setAt(next);
    list.current?.querySelectorAll<HTMLElement>('article')[next]?.focus();
  };
  useCommands('samples', {
    'next-sample': () => move(list.current?.contains(document.activeElement) ? at + 1 : at),
    'previous-sample': () => move(at - 1),
    'open-sample': () => all?.[at] && go('sample', { number: String(all[at].number) }),
  });
  return (
    <div class="page">
      <h1>抽查</h1>
      <p class="hint">
        随机抽取的条款，混有已确认涉及的条款，次序随机，没有得分和标注。您以
        {lane ? LANE_WORDS[lane] : ''}
        人的身份作答，看不到他人的答案；结果由 qinggui audit sample certificate 出具。
      </p>
      {!all && <p class="loading">正在读取…</p>}
      {all?.length === 0 && <p class="empty">还没有可以作答的抽查；由 qinggui audit sample draw 抽取。</p>}
      <ol class="differences" ref={list}>
        {all?.map((sample, i) => (
          <li key={sample.number}>
            <Line sample={sample} isCurrent={i === at} onFocus={() => setAt(i)} />
          </li>
        ))}
      </ol>
    </div>
  );
};

const Line = ({
  sample,
  isCurrent,
  onFocus,
}: {
  sample: ListedSample;
  isCurrent: boolean;
  onFocus: () => void;
}) => {
  const { number, mark, drawnAt, questions, handedIn, open, differences, closed } = sample;
  const waiting = draftsOf(sample);
  return (
    <article
      class="difference"
      tabIndex={-1}
      aria-current={isCurrent ? 'true' : undefined}
      onFocusCapture={onFocus}
    >
      <h2>第 {number} 次抽查</h2>
      <p class="hint">
        核对码 {mark}，抽取于 {momentWords(drawnAt)}
      </p>
      <div class="progress-main">
        <span>
          已交卷 <b>{handedIn}</b> / {questions} 条
        </span>
        <progress max={Math.max(questions, 1)} value={handedIn} aria-label="已交卷的比例">
          {percent(handedIn / Math.max(questions, 1))}
        </progress>
        {waiting > 0 && <span class="bad">本机暂存 {waiting} 条未交</span>}
      </div>
      <p>{open === null ? '您的部分已全部交卷。' : `${nextLookWords(sample, open)}。`}</p>
      {closed && <p class="alert">{closed}</p>}
      <div class="buttons">
        <a
          class={`button${open === null ? '' : ' main'}`}
          href={hashOf('sample', { number: String(number) })}
        >
          {open === null ? '查看' : handedIn + waiting > 0 ? '继续作答' : '开始作答'}
        </a>
        {!!differences && (
          <a class="button" href={hashOf('sample', { number: String(number), task: 'agreed' })}>
            合议：两人有 {differences} 条不一致
          </a>
        )}
        {differences === 0 && <span class="good">两人已答的没有待合议的不一致</span>}
      </div>
    </article>
  );
};

const draftsOf = ({ number, mark }: ListedSample): number => {
  try {
    return keptAnswers(localStorage, draftPrefix(session.peek()?.id ?? '', number, mark, 'own')).size;
  } catch {
    return 0;
  }
};
