import { useState } from 'preact/hooks';
import { REPLY_WORDS, type ReplyKind, UNIT_ANSWERS } from '../../../model/index.js';
import { closeDialog, Modal } from '../parts/dialog.js';
import { replyDraft, replyKind, sendReply, subjects } from '../state/audit.js';

const isUnits = (kind: ReplyKind): boolean => UNIT_ANSWERS.some((each) => each === kind);

const HINTS: Readonly<Record<ReplyKind, string>> = {
  accepted: '单位同意更正。可写明何时、怎样更正。',
  explained: '请写明单位说了什么，附了什么材料。',
  refused: '请写明单位不采纳的理由。',
  closed: '不再要求单位答复，以后的反馈意见中不再列出。可写明依据。',
  pursued: '答复不能接受，要求单位继续更正。请写明要求。',
};

/** Takes down what a unit has answered, or what the office makes of it, with the words. */
export const ReplyDialog = () => {
  // What is answered does not change while the dialog is open, whatever is loaded behind it.
  const [items] = useState(subjects.peek());
  const [busy, setBusy] = useState(false);
  const kind = replyKind.value;
  const send = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    if (await sendReply(items)) closeDialog();
    else setBusy(false);
  };
  const title = isUnits(kind) ? `单位答复：${REPLY_WORDS[kind]}` : `处理：${REPLY_WORDS[kind]}`;
  return (
    <Modal title={title}>
      <p>
        {items.length === 1 ? items[0]!.subject : `所选 ${items.length} 项，都记为“${REPLY_WORDS[kind]}”。`}
      </p>
      <label class="stacked">
        <span>说明</span>
        <textarea
          data-first
          rows={4}
          maxLength={2_000}
          value={replyDraft.value}
          onInput={(event) => {
            replyDraft.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
              event.preventDefault();
              void send();
            }
          }}
        />
      </label>
      <p class="hint">{HINTS[kind]}记录后不能修改或删除，有变化的另记一条。</p>
      <div class="buttons">
        <button type="button" class="main" disabled={busy} onClick={() => void send()}>
          记录 <kbd>Ctrl+回车</kbd>
        </button>
        <button type="button" onClick={closeDialog}>
          取消
        </button>
      </div>
    </Modal>
  );
};
