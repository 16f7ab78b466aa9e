import { useState } from 'preact/hooks';
import type { RowDecision } from '../../../model/index.js';
import type { DocumentView } from '../../api.js';
import { mayWrite, session } from '../state/app.js';
import { counts } from '../state/changes.js';
import { confirmRow, reopenRow } from '../state/decide.js';
import { cellSaved, items, pending } from '../state/document.js';
import { RevealButton } from './reveal.js';

/** Says exactly what the next key will confirm, and confirms it. */
export const DecideBar = ({ view }: { view: DocumentView }) => {
  const [note, setNote] = useState('');
  if (!mayWrite.value || view.closed)
    return (
      <footer class="decide">
        <p>{view.closed || '您的身份只能查看。'}</p>
        {session.value?.lane === 'second' && <RevealButton view={view} />}
      </footer>
    );
  const done = doneWords(view);
  if (view.unread)
    return (
      <footer class="decide">
        <p>{done ?? '这个文件没有读出文字，请打开原件人工查阅。'}</p>
        <span class="buttons">
          {!done && (
            <input
              type="text"
              aria-label="查阅说明"
              placeholder="查阅说明（可不填）"
              value={note}
              onInput={(event) => setNote(event.currentTarget.value)}
            />
          )}
          {done ? (
            <button type="button" onClick={reopenRow}>
              取消“已查阅”
            </button>
          ) : (
            <button type="button" class="main" onClick={() => void confirmRow(true, note)}>
              已人工查阅，下一份 <kbd>空格</kbd>
            </button>
          )}
        </span>
      </footer>
    );
  // Confirmed, and nothing has changed since: there is nothing to say again.
  const settled = done !== null && view.state === 'confirmed';
  return (
    <footer class="decide">
      <p aria-live="polite">
        {done}
        {done && !settled && '，之后有变化。'}
        {!settled && aboutToConfirm(view)}
      </p>
      <span class="buttons">
        {session.value?.lane === 'second' && <RevealButton view={view} />}
        {done && (
          <button type="button" onClick={reopenRow}>
            取消确认
          </button>
        )}
        {view.row && !settled && (
          <button type="button" onClick={() => void confirmRow(false)}>
            不列入台账 <kbd>Shift+X</kbd>
          </button>
        )}
        <button type="button" class="main" onClick={() => void confirmRow(view.row !== null)}>
          {settled ? '下一份待确认' : view.row ? '确认本行，下一份' : '确认不列入台账，下一份'}{' '}
          <kbd>空格</kbd>
        </button>
      </span>
    </footer>
  );
};

const doneWords = (view: DocumentView): string | null => {
  if (pending.value.some(({ kind }) => kind === 'row' || kind === 'file')) return '正在保存确认…';
  const { row, file } = view.decisions;
  if (file?.value) return `${file.who} 已查阅`;
  const value = row?.value as RowDecision | null | undefined;
  return row && value ? `${row.who} 已确认${value.included ? '列入台账' : '不列入台账'}` : null;
};

const aboutToConfirm = (view: DocumentView): string => {
  if (!view.row) return '将确认：没有应列入台账的内容';
  const left = items.value.filter((item) => item.stand === 'open' && counts(item)).length;
  const undecided = left > 0 ? `；其余 ${left} 处未逐条决定的认定随之确认成立` : '';
  const rejected = items.value.filter(({ stand }) => stand === 'rejected').length;
  const cells = (['nationalBasis', 'localBasis', 'disposal'] as const).map((field) => cellSaved(field));
  const missing = [
    ...(cells[0] === '待核实' ? ['国家层面依据待核实'] : []),
    ...(cells[1] === '待核实' ? ['地方性法规依据待核实'] : []),
    ...(cells[2] === '' ? ['处置方式未填'] : []),
  ];
  return `将确认：本行 13 栏按现有内容列入台账，处置方式“${cells[2] || '未填'}”${missing.length > 0 ? `（${missing.join('，')}）` : ''}${rejected > 0 ? `；${rejected} 处已判不成立` : ''}${undecided}`;
};
