import { LABELS, type Label } from '../../../model/index.js';
import { LabelChip } from '../parts/chip.js';
import { LabelMeaning } from '../parts/codebook.js';
import { run } from '../state/keyboard.js';
import { current, drafts, handed, questions, task } from '../state/sample.js';
import { answerWords } from '../state/sample-answers.js';

/** The labels with their meaning, and what was said of the question in front. */
export const AnswerPane = () => {
  const now = task.value!;
  const number = current.value;
  const isHanded = handed.value.has(number);
  const answer = isHanded ? handed.value.get(number) : drafts.value.get(number);
  const both = now.both.get(number);
  const closed = isHanded || !questions.value.has(number) || (now.kind === 'own' && now.sample.closed !== '');
  return (
    <section class="answer-pane" aria-label="作答">
      {both && (
        <div class="two both">
          <Said title="初核" keyName="1" answer={both.first} act={() => run('answer-first')} />
          <Said title="复核" keyName="2" answer={both.second} act={() => run('answer-second')} />
        </div>
      )}
      <p class="answer-state" role="status">
        {isHanded ? (answer === null ? '已由同组的人交卷' : '已交卷：') : both ? '合议结果：' : '您的答案：'}
        {answer !== null && <b>{answerWords(answer ?? null)}</b>}
      </p>
      <div class="answers">
        {LABELS.map((label) => (
          <LetterButton key={label} label={label} isOn={answer?.includes(label) ?? false} closed={closed} />
        ))}
        <div class="answer">
          <button
            type="button"
            class="answer-button"
            aria-pressed={answer === ''}
            disabled={closed}
            onClick={(event) => press(event, 'answer-none')}
          >
            <span class="chip">无</span> 都不涉及 <kbd>N</kbd>
          </button>
        </div>
      </div>
      <p class="hint">D、B、P 是台账的三栏，Q、R 是提示；可以选几个。</p>
      <button type="button" class="link" onClick={() => run('codebook')}>
        标签说明：包括什么、不包括什么 <kbd>S</kbd>
      </button>
    </section>
  );
};

const LetterButton = ({ label, isOn, closed }: { label: Label; isOn: boolean; closed: boolean }) => (
  <div class="answer">
    <button
      type="button"
      class="answer-button"
      aria-pressed={isOn}
      disabled={closed}
      onClick={(event) => press(event, `answer-${label}`)}
    >
      <LabelChip label={label} words /> <kbd>{label}</kbd>
    </button>
    <LabelMeaning label={label} />
  </div>
);

/** Who clicks goes on by keys: Enter is not to press the button that was clicked. Who pressed it by key stays on it. */
const press = (event: MouseEvent, id: `answer-${Label}` | 'answer-none'): void => {
  run(id);
  if (event.detail > 0) document.querySelector<HTMLElement>('.question')?.focus({ preventScroll: true });
};

const Said = ({
  title,
  keyName,
  answer,
  act,
}: {
  title: string;
  keyName: string;
  answer: string;
  act: () => void;
}) => (
  <div class="difference-side">
    <h3>{title}</h3>
    <p>
      <b>{answerWords(answer)}</b>
    </p>
    <button type="button" onClick={act}>
      采用{title}答案 <kbd>{keyName}</kbd>
    </button>
  </div>
);
