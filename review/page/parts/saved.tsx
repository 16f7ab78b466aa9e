import { dialog } from '../state/app.js';
import { outbox, outboxTick } from '../state/saving.js';

/** Whether everything is with the server. */
export const SavedState = () => {
  outboxTick.value;
  const box = outbox.value;
  if (!box) return null;
  const waiting = box.entries.length;
  const troubled = box.entries.filter(({ batch }) => box.troubleOf(batch)).length;
  if (troubled > 0)
    return (
      <button
        type="button"
        class="saved saved-bad"
        onClick={() => {
          dialog.value = 'trouble';
        }}
      >
        {troubled} 项待处理
      </button>
    );
  if (waiting === 0) return <span class="saved">已保存</span>;
  if (box.state === 'sending') return <span class="saved">正在保存…</span>;
  return (
    <span class="saved saved-bad">
      未保存 {waiting} 项，{box.state === 'stranger' ? '请重新登录' : '正在重试'}
      {!box.keeps && '（浏览器不能暂存，请勿关闭窗口）'}
    </span>
  );
};
