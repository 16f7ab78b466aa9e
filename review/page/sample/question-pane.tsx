import { useLayoutEffect, useRef } from 'preact/hooks';
import { narrow } from '../state/app.js';
import { run } from '../state/keyboard.js';
import { contexts, current, questions } from '../state/sample.js';

/** What is to be judged: the words, where they stand, and what stands around them if it is asked for. */
export const QuestionPane = () => {
  const number = current.value;
  const question = questions.value.get(number);
  const article = useRef<HTMLElement>(null);
  const isThere = question !== undefined;
  const last = useRef(number);
  useLayoutEffect(() => {
    // Read out by screen readers, and no button keeps the focus that Enter would press; a field is left alone.
    if (isThere && !document.activeElement?.matches('input')) article.current?.focus({ preventScroll: true });
    const pane = article.current?.parentElement;
    pane?.scrollTo(0, 0);
    // In one column the window scrolls: the next question begins where it can be read.
    if (narrow.peek() && last.current !== number) pane?.scrollIntoView({ block: 'start' });
    if (isThere) last.current = number;
  }, [number, isThere]);
  const around = contexts.value.get(number);
  const isShown = !!around && !around.missing;
  return (
    <section class="question-pane" aria-label="条款">
      {question ? (
        <article ref={article} class="question" tabIndex={-1} aria-labelledby="question-name">
          <h2 id="question-name">
            <span class="question-number">{number}</span> {question.document}
            {question.place && <span class="question-place"> {question.place}</span>}
          </h2>
          {around?.before && <Beside title="前一条" {...around.before} />}
          {isShown && !around.before && <p class="hint">这是文件的第一条。</p>}
          <p class="question-text">{question.text}</p>
          {around?.after && <Beside title="后一条" {...around.after} />}
          {around?.missing && <p class="alert">{around.missing}</p>}
          {isShown && !around.after && <p class="hint">这是文件的最后一条。</p>}
          <p>
            <button type="button" aria-pressed={around !== undefined} onClick={() => run('question-context')}>
              {around === null ? '正在读取…' : '前后条文'} <kbd>C</kbd>
            </button>
          </p>
        </article>
      ) : (
        <p class="loading">正在读取第 {number} 条…</p>
      )}
    </section>
  );
};

const Beside = ({ title, place, text }: { title: string; place: string; text: string }) => (
  <aside class="beside" aria-label={title}>
    <p class="hint">
      {title}
      {place && `：${place}`}（仅供理解，不作答）
    </p>
    <p>{text}</p>
  </aside>
);
