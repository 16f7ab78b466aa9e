import { useState } from 'preact/hooks';
import { type Label, type Subject, type SubjectValue, subjectOf } from '../../../model/index.js';
import type { Change, Conflict } from '../../api.js';
import { changeSubject } from '../state/changes.js';
import { loadDocument, view } from '../state/document.js';
import type { Entry, Outbox } from '../state/outbox.js';
import { outbox, outboxTick } from '../state/saving.js';
import { FIELD_WORDS, LABEL_WORDS, momentWords } from '../words.js';
import { closeDialog, Modal } from './dialog.js';

/** What a subject is called. */
export const subjectWords = (subject: Subject): string => {
  const parts = subjectOf(subject);
  switch (parts?.kind) {
    case 'finding': {
      const place = view.value?.passages.find(({ key }) => key === parts.passage)?.place;
      return `${parts.label} ${LABEL_WORDS[parts.label as Label]?.short ?? ''}${place ? `（${place}）` : ''}`;
    }
    case 'cell':
      return FIELD_WORDS[parts.field];
    case 'correction':
      return '识别文字改正';
    case 'row':
      return '本行的确认';
    case 'file':
      return '人工查阅';
    default:
      return '查看初核意见';
  }
};

/** What was decided, in words. */
export const valueWords = (value: SubjectValue | Change['after']): string => {
  if (value === null) return '未决定';
  if (typeof value === 'string') return value || '（空）';
  if (value === true) return '已查看';
  if ('verdict' in value) return value.verdict === 'confirmed' ? '成立' : '不成立';
  if ('included' in value) return value.included ? '确认列入台账' : '确认不列入台账';
  if ('replacement' in value) return `“${value.original}”→“${value.replacement}”`;
  return `已查阅${value.note ? `：${value.note}` : ''}`;
};

/** What the server did not write: both words stand side by side, and the person says which counts. */
export const TroubleDialog = () => {
  outboxTick.value;
  const box = outbox.value;
  const entry = box?.entries.find(({ batch }) => box.troubleOf(batch));
  const trouble = entry && box?.troubleOf(entry.batch);
  if (!box || !entry || !trouble) return null;
  return (
    <Modal title={trouble.kind === 'conflict' ? '他人已先作决定' : '没有保存'} wide key={entry.batch}>
      {trouble.kind === 'conflict' ? (
        <ConflictForm box={box} entry={entry} conflicts={trouble.conflicts} />
      ) : (
        <>
          <p>
            “{entry.words}”没有保存：{trouble.message}
          </p>
          <p class="hint">{trouble.advice}</p>
          <div class="buttons">
            <button type="button" class="main" onClick={() => settle(() => box.retry(entry.batch))}>
              再试一次
            </button>
            <button type="button" onClick={() => settle(() => box.drop(entry.batch))}>
              放弃这项
            </button>
          </div>
        </>
      )}
    </Modal>
  );
};

const settle = (act: () => void): void => {
  closeDialog();
  act();
  const id = view.peek()?.id;
  if (id !== undefined) void loadDocument(id, true);
};

/** A confirmation of a row that has changed since can not be insisted on: the person has to see the row first. */
const mayInsist = ({ subject }: Conflict): boolean => subject !== 'row' && subject !== 'revealed';

const ConflictForm = ({
  box,
  entry,
  conflicts,
}: {
  box: Outbox;
  entry: Entry;
  conflicts: readonly Conflict[];
}) => {
  const [mine, setMine] = useState<ReadonlySet<Conflict>>(new Set());
  const own = ({ document, subject }: Conflict) =>
    entry.items
      .filter((item) => item.document === document)
      .flatMap(({ changes }) => changes)
      .find((change) => changeSubject(change) === subject);
  return (
    <>
      <p>“{entry.words}”与他人的决定冲突，没有覆盖对方的内容。请逐项选择以哪个为准：</p>
      {conflicts.map((conflict, i) => {
        const change = own(conflict);
        const insisting = mine.has(conflict);
        const set = (insist: boolean) =>
          setMine(new Set([...mine, conflict].filter((each) => each !== conflict || insist)));
        return (
          <fieldset key={conflict.subject} class="conflict">
            <legend>
              {subjectWords(conflict.subject)}
              <span class="hint"> {conflict.name}</span>
            </legend>
            <p class="hint">{conflict.message}</p>
            <label class="check">
              <input type="radio" name={`conflict-${i}`} checked={!insisting} onChange={() => set(false)} />
              <span>
                采用现有的：<b>{valueWords(conflict.now)}</b>
                {conflict.who && (
                  <span class="hint">
                    {' '}
                    {conflict.who}，{momentWords(conflict.at)}
                  </span>
                )}
              </span>
            </label>
            {mayInsist(conflict) ? (
              <label class="check">
                <input type="radio" name={`conflict-${i}`} checked={insisting} onChange={() => set(true)} />
                <span>
                  以我的为准：<b>{change ? valueWords(change.after) : ''}</b>
                </span>
              </label>
            ) : (
              <p class="hint">您的决定：{change ? valueWords(change.after) : ''}。请看过最新内容后再确认。</p>
            )}
          </fieldset>
        );
      })}
      <div class="buttons">
        <button type="button" class="main" onClick={() => settle(() => box.resolve(entry.batch, [...mine]))}>
          按所选处理
        </button>
        <button type="button" onClick={closeDialog}>
          稍后再定
        </button>
      </div>
    </>
  );
};
