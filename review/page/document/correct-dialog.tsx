import { useEffect, useRef, useState } from 'preact/hooks';
import type { Span } from '../../../model/index.js';
import type { DocumentView, PageBox, PageView } from '../../api.js';
import { closeDialog, Modal } from '../parts/dialog.js';
import { get } from '../state/client.js';
import { correctWord } from '../state/decide.js';
import { showing } from '../state/document.js';
import { picking, stopPicking } from '../state/picking.js';
import { percent } from '../words.js';
import { selectedSpan, showTarget } from './original.js';
import { recognisedSpan } from './recognised.js';

/** A word that can be corrected. */
interface Word extends Span {
  readonly at: Span;
  /** What stands there now. */
  readonly text: string;
  /** What was recognised, where a correction holds. */
  readonly before: string | null;
  readonly boxes: readonly PageBox[];
  readonly words: string;
  readonly target: string;
}

const wordsOf = (view: DocumentView): Word[] =>
  [
    ...view.doubtful.map(
      ({ at, start, end, text, boxes, confidence }, i): Word => ({
        at,
        start,
        end,
        text,
        before: null,
        boxes,
        words: `把握 ${percent(confidence)}`,
        target: `doubt:${i}`,
      }),
    ),
    ...view.corrections.map(
      ({ at, start, end, original, outdated }, i): Word => ({
        at,
        start,
        end,
        text: view.text.slice(start, end),
        before: original,
        boxes: [],
        words: outdated ? '原识别结果已变，请重新核对' : '已改正',
        target: `corrected:${i}`,
      }),
    ),
  ].sort((a, b) => a.start - b.start);

/** The person's own selection, where its words were recognised. */
const selectedWord = (view: DocumentView): Word | null => {
  const span = selectedSpan();
  const at = span && recognisedSpan(view.originals, span);
  if (!span || !at) return null;
  const text = view.text.slice(span.start, span.end);
  return { ...span, at, text, before: null, boxes: [], words: '所选文字', target: '' };
};

/** Shows a word as it stands on the page and asks what it really says. */
export const CorrectDialog = ({ view, near }: { view: DocumentView; near: Span | null }) => {
  const [own] = useState(() => selectedWord(view));
  const all = own ? [own] : wordsOf(view);
  const [at, setAt] = useState(() =>
    Math.max(
      all.findIndex(({ start }) => start === near?.start),
      0,
    ),
  );
  const word = all[Math.min(at, all.length - 1)];
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(word?.text ?? '');
  useEffect(() => {
    setText(word?.text ?? '');
    if (word) showTarget(word.target, true);
    field.current?.select();
  }, [word?.start, word?.text]);
  if (!word)
    return (
      <Modal title="改正识别文字">
        <p>
          {view.recognised
            ? '没有存疑的字。可先切换到文字，选中要改的字再按 O。'
            : '这份文件不是识别出来的，文字与原件一致。'}
        </p>
      </Modal>
    );
  const around = view.text
    .slice(Math.max(0, word.start - 18), word.start)
    .split('\n')
    .at(-1);
  const behind = view.text.slice(word.end, word.end + 18).split('\n')[0];
  const save = (event: Event): void => {
    event.preventDefault();
    correctWord(word.at, word.before ?? word.text, text);
    // The text will be another one: what was picked in it counts no more.
    if (picking.peek()) stopPicking();
    if (own || at + 1 >= all.length) closeDialog();
    else setAt(at + 1);
  };
  return (
    <Modal title={`改正识别文字（${Math.min(at, all.length - 1) + 1} / ${all.length}）`}>
      {word.boxes[0] && <Snippet document={view.id} box={word.boxes[0]} />}
      <p class="around">
        …{around}
        <mark class="on on-doubt">{word.text}</mark>
        {behind}…<span class="hint"> {word.words}</span>
      </p>
      {word.before !== null && <p class="hint">原识别为“{word.before}”</p>}
      <form onSubmit={save}>
        <label>
          应为{' '}
          <input
            data-first
            ref={field}
            type="text"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <p class="hint">内容无误时不改直接保存，即标为已核对。保存后这份文件会重新分析。</p>
        <div class="buttons">
          <button type="submit" class="main">
            保存，下一个 <kbd>回车</kbd>
          </button>
          {word.before !== null && (
            <button type="button" onClick={() => correctWord(word.at, word.before!, null)}>
              恢复原识别
            </button>
          )}
          {all.length > 1 && (
            <>
              <button type="button" disabled={at === 0} onClick={() => setAt(at - 1)}>
                上一个
              </button>
              <button type="button" disabled={at + 1 >= all.length} onClick={() => setAt(at + 1)}>
                跳过
              </button>
            </>
          )}
          {showing.value === 'picture' && !own && (
            <button
              type="button"
              onClick={() => {
                showing.value = 'text';
                closeDialog();
              }}
            >
              改其他字（到文字中选）
            </button>
          )}
        </div>
      </form>
    </Modal>
  );
};

/** The place on the page, large. */
const Snippet = ({ document, box }: { document: number; box: PageBox }) => {
  const [page, setPage] = useState<PageView | null>(null);
  useEffect(() => {
    get<PageView>(`documents/${document}/pages/${box.page}`).then(setPage, () => setPage(null));
  }, [document, box.page]);
  if (!page?.image) return null;
  const side = Math.max(box.height * 5, 60);
  return (
    <svg
      class="snippet"
      role="img"
      viewBox={`${box.x - side} ${box.y - box.height * 0.6} ${box.width + side * 2} ${box.height * 2.2}`}
    >
      <title>页面上的这个字</title>
      <image
        href={`${page.image}${page.image.includes('?') ? '&' : '?'}width=1800`}
        width={page.width}
        height={page.height}
      />
      <rect x={box.x - 1} y={box.y - 1} width={box.width + 2} height={box.height + 2} />
    </svg>
  );
};
