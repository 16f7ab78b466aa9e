import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { type CellField, LEDGER_FIELDS } from '../../../model/index.js';
import type { DocumentView } from '../../api.js';
import { mayWrite } from '../state/app.js';
import { dropCells, restoreCell, saveCells } from '../state/decide.js';
import { cellSaved, cellValue, drafts, rowAsked } from '../state/document.js';
import { keepDraft } from '../state/drafts.js';
import { FIELD_CHOICES, FIELD_WORDS } from '../words.js';

export const CELL_FIELDS = LEDGER_FIELDS.filter((field): field is CellField => field !== 'number');

/** The row of the ledger, every cell with what the draft said and why. */
export const RowForm = ({ view }: { view: DocumentView }) => {
  const asked = rowAsked.value;
  // Before the next key, which may be the first that is typed.
  useLayoutEffect(() => {
    if (!asked) return;
    rowAsked.value = false;
    document.querySelector<HTMLElement>('#row-form :is(textarea, select)')?.focus();
  }, [asked]);
  if (!view.row)
    return (
      <p class="empty">
        {view.unread
          ? '未能读取的文件没有台账行。'
          : '这份文件没有发现失信约束措施，未列入台账。增加认定后会生成台账行。'}
      </p>
    );
  return (
    <div class="row-form" id="row-form">
      {CELL_FIELDS.map((field) => (
        <Cell key={field} view={view} field={field} />
      ))}
    </div>
  );
};

const begin = (document: number, field: CellField, words: string): void => {
  drafts.value = new Map([...drafts.peek(), [field, words]]);
  keepDraft(document, field, words);
};

const Cell = ({ view, field }: { view: DocumentView; field: CellField }) => {
  const cell = view.row![field];
  const value = cellValue(field);
  const begun = drafts.value.get(field);
  const edited = cellSaved(field) !== cell.draft;
  const disabled = !mayWrite.value || view.closed !== '';
  const choices = FIELD_CHOICES[field];
  const id = `cell-${field}`;
  const leave = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      (event.currentTarget as HTMLElement).blur();
    }
  };
  return (
    <div class={`cell${edited ? ' cell-edited' : ''}`}>
      <label for={id}>{FIELD_WORDS[field]}</label>
      {choices ? (
        <select
          id={id}
          value={value}
          disabled={disabled}
          aria-describedby={`${id}-why`}
          onKeyDown={leave}
          onChange={(event) => {
            begin(view.id, field, event.currentTarget.value);
            saveCells([field]);
          }}
        >
          {!choices.includes(value) && <option value={value}>{value || '（请选择）'}</option>}
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : (
        <GrowingText
          id={id}
          value={value}
          disabled={disabled}
          onKeyDown={leave}
          onInput={(words) => begin(view.id, field, words)}
          onBlur={() => saveCells([field])}
        />
      )}
      <div class="cell-why" id={`${id}-why`}>
        {begun !== undefined && begun !== cellSaved(field) && (
          <span class="bad">
            未保存{' '}
            <button type="button" class="link" onClick={() => saveCells([field])}>
              保存
            </button>{' '}
            <button type="button" class="link" onClick={() => dropCells([field])}>
              放弃
            </button>
          </span>
        )}
        {edited && (
          <span>
            人工填写；拟填为“{cell.draft || '（空）'}”{' '}
            <button type="button" class="link" disabled={disabled} onClick={() => restoreCell(field)}>
              恢复拟填
            </button>
          </span>
        )}
        {cell.reason && <span class="hint">{cell.reason}</span>}
      </div>
    </div>
  );
};

/** A field as high as its words. */
const GrowingText = ({
  id,
  value,
  disabled,
  onKeyDown,
  onInput,
  onBlur,
}: {
  id: string;
  value: string;
  disabled: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onInput: (words: string) => void;
  onBlur: () => void;
}) => {
  const ref = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = ref.current!;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight + 2, 320)}px`;
  }, [value]);
  return (
    <textarea
      id={id}
      ref={ref}
      rows={1}
      value={value}
      disabled={disabled}
      aria-describedby={`${id}-why`}
      onKeyDown={onKeyDown}
      onInput={(event) => onInput(event.currentTarget.value)}
      onBlur={onBlur}
    />
  );
};
