import { overview } from '../state/app.js';
import { percent } from '../words.js';

/** How far the work is, at a glance. */
export const Progress = () => {
  const now = overview.value;
  if (!now) return null;
  const { confirmed, toConfirm, rows, files } = now;
  return (
    <section class="progress" aria-label="进度">
      <div class="progress-main">
        <span>
          已确认 <b>{confirmed}</b> / {toConfirm} 份
        </span>
        <progress max={Math.max(toConfirm, 1)} value={confirmed} aria-label="已确认的比例">
          {percent(confirmed / Math.max(toConfirm, 1))}
        </progress>
        <span>{percent(confirmed / Math.max(toConfirm, 1))}</span>
      </div>
      <span>
        台账 <b>{rows}</b> 行
      </span>
      <span class={files.unread > 0 ? 'bad' : ''}>
        未能读取 <b>{files.unread}</b> 个文件
      </span>
    </section>
  );
};
