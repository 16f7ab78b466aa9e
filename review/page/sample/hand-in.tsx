import { useState } from 'preact/hooks';
import { closeDialog, Modal } from '../parts/dialog.js';
import { drafts, firstOpen, task } from '../state/sample.js';
import { handIn } from '../state/sample-answers.js';
import { nextLookWords } from '../state/samples.js';

/** Asks once more: what is handed in stays. Nothing in it is pressed by Enter before somebody has gone to it. */
export const HandInDialog = () => {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState('');
  const { kind, numbers, sample } = task.value!;
  const count = drafts.value.size;
  const left =
    numbers.filter((number) => !drafts.value.has(number)).length - (kind === 'own' ? sample.handedIn : 0);
  const send = async (): Promise<void> => {
    setSending(true);
    const why = await handIn();
    setSending(false);
    setProblem(why);
    if (!why) closeDialog();
  };
  return (
    <Modal title={kind === 'own' ? '交卷' : '合议交卷'}>
      <p>
        把已答的 <b>{count}</b> 条交卷。<b>交卷后答案不能更改</b>，也不能撤回。
      </p>
      <p>
        {left > 0 ? `还有 ${left} 条未答，可以以后再答、再交。` : '各条都已作答。'}
        {kind === 'own' && left > 0 && `${nextLookWords(sample, firstOpen.value)}。`}
      </p>
      {problem && (
        <p class="alert" role="alert">
          没有交成：{problem}。答案仍暂存在本机，可以再交。
        </p>
      )}
      <div class="buttons">
        <button type="button" class="main" disabled={isSending} onClick={() => void send()}>
          {isSending ? '正在交卷…' : `交卷 ${count} 条`}
        </button>
        <button type="button" disabled={isSending} onClick={closeDialog}>
          返回修改
        </button>
      </div>
    </Modal>
  );
};
