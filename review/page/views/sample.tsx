import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { LANE_WORDS } from '../../../model/index.js';
import { AnswerPane } from '../sample/answer-pane.js';
import { HandInDialog } from '../sample/hand-in.js';
import { QuestionPane } from '../sample/question-pane.js';
import { dialog, route, session } from '../state/app.js';
import { run, useCommands } from '../state/keyboard.js';
import { hashOf } from '../state/route.js';
import {
  current,
  drafts,
  firstOpen,
  handed,
  keeps,
  moveBy,
  type OpenTask,
  openTask,
  task,
  taskProblem,
  toggleContext,
  toQuestion,
} from '../state/sample.js';
import {
  askHandIn,
  redoAnswer,
  takeAnswer,
  takeOf,
  toggleLetter,
  toggleNone,
  toNextOpen,
  undoAnswer,
} from '../state/sample-answers.js';
import { nextLookWords } from '../state/samples.js';
import { percent } from '../words.js';

/** A blind task: one question at a time, to be answered from its words alone. */
export const SamplePage = () => {
  const { number = '', task: kind = 'own', at = '' } = route.value.query;
  useEffect(() => {
    void openTask(Number(number) || 0, kind === 'agreed' ? 'agreed' : 'own', Number(at) || 0);
    return () => {
      task.value = null;
    };
  }, [number, kind]);
  useCommands('sample', {
    'answer-D': () => toggleLetter('D'),
    'answer-B': () => toggleLetter('B'),
    'answer-P': () => toggleLetter('P'),
    'answer-Q': () => toggleLetter('Q'),
    'answer-R': () => toggleLetter('R'),
    'answer-none': toggleNone,
    'take-answer': takeAnswer,
    'next-question': () => moveBy(1),
    'previous-question': () => moveBy(-1),
    'next-open': toNextOpen,
    'question-context': () => void toggleContext(),
    'answer-first': () => takeOf('first'),
    'answer-second': () => takeOf('second'),
    'hand-in': askHandIn,
    // What is answered here is taken back here: decisions on documents are not to be touched from here.
    undo: undoAnswer,
    redo: redoAnswer,
  });
  const now = task.value;
  if (!now)
    return (
      <div class="page">
        <h1>抽查</h1>
        <p>{taskProblem.value || '正在读取…'}</p>
      </div>
    );
  return (
    <div class="sample">
      <TaskHead task={now} />
      {now.numbers.length === 0 ? (
        <p class="empty">没有待合议的条目。</p>
      ) : (
        <div class="sample-panes">
          <QuestionPane />
          <AnswerPane />
        </div>
      )}
      <TaskFoot task={now} />
      {dialog.value === 'hand-in' && <HandInDialog />}
    </div>
  );
};

const TaskHead = ({ task: { sample, kind, numbers } }: { task: OpenTask }) => {
  const done = handed.value.size + drafts.value.size;
  const lane = kind === 'agreed' ? 'agreed' : session.value!.lane!;
  return (
    <header class="sample-head">
      <div class="sample-line">
        <h1>
          第 {sample.number} 次抽查 · {LANE_WORDS[lane]}
        </h1>
        <div class="progress-main">
          <progress max={Math.max(numbers.length, 1)} value={done} aria-label="已答的比例">
            {percent(done / Math.max(numbers.length, 1))}
          </progress>
          <span>
            已答 <b>{done}</b> / {numbers.length} 条
            {kind === 'own' && handed.value.size > 0 && `，已交卷 ${handed.value.size} 条`}
            {drafts.value.size > 0 && `，暂存本机未交 ${drafts.value.size} 条`}
          </span>
        </div>
        <JumpTo numbers={numbers} />
        <a href={hashOf('samples')}>返回抽查</a>
      </div>
      <p class="hint">
        {kind === 'own'
          ? `请只根据这里的原文作答，不要到其他页面查看本工具的标注。${nextLookWords(sample, firstOpen.value)}。`
          : '两人对是否涉及（D、B、P）看法不同的条目。请两人商量后选定，交卷后以此为准。'}
      </p>
      {kind === 'own' && sample.closed && <p class="alert">{sample.closed}</p>}
      {!keeps.value && (
        <p class="alert" role="alert">
          浏览器不能暂存答案：请勿关闭或刷新窗口，并及时交卷。
        </p>
      )}
    </header>
  );
};

const JumpTo = ({ numbers }: { numbers: readonly number[] }) => {
  const field = useRef<HTMLInputElement>(null);
  // The field follows the question, but never under somebody's hands.
  useLayoutEffect(() => {
    if (field.current && document.activeElement !== field.current)
      field.current.value = String(current.value);
  });
  return (
    <form
      class="jump"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = Number(field.current?.value);
        if (numbers.includes(wanted)) toQuestion(wanted);
        field.current?.blur();
      }}
    >
      <label>
        编号 <input ref={field} type="text" inputMode="numeric" size={5} aria-label="转到编号" />
      </label>
      <button type="submit">转到</button>
    </form>
  );
};

const TaskFoot = ({ task: { numbers, kind } }: { task: OpenTask }) => (
  <div class="sample-foot buttons">
    <button type="button" onClick={() => run('previous-question')} disabled={numbers[0] === current.value}>
      上一条 <kbd>K</kbd>
    </button>
    <button type="button" onClick={() => run('next-question')} disabled={numbers.at(-1) === current.value}>
      下一条 <kbd>J</kbd>
    </button>
    <button type="button" onClick={() => run('next-open')} disabled={firstOpen.value === null}>
      下一条未答 <kbd>A</kbd>
    </button>
    <button type="button" class="main" onClick={() => run('take-answer')}>
      答好，转下一条 <kbd>回车</kbd>
    </button>
    <button type="button" class="hand-in" onClick={() => run('hand-in')} disabled={drafts.value.size === 0}>
      {kind === 'own' ? '交卷' : '合议交卷'}
      {drafts.value.size > 0 && `（${drafts.value.size} 条）`} <kbd>H</kbd>
    </button>
  </div>
);
