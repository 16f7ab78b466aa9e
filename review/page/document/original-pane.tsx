import { useEffect, useMemo, useRef } from 'preact/hooks';
import { LABELS } from '../../../model/index.js';
import type { DocumentView } from '../../api.js';
import { LabelChip } from '../parts/chip.js';
import { dialog } from '../state/app.js';
import { choose } from '../state/decide.js';
import { chosen, items, scrollTick, showing, tab, word, zoom } from '../state/document.js';
import { run } from '../state/keyboard.js';
import { picking } from '../state/picking.js';
import { marksOfView } from './marks-of-view.js';
import { selectSpan, showSpan, showTarget } from './original.js';
import { PicturePane, showPictureOf } from './picture-pane.js';
import { TextPane } from './text-pane.js';

/** The original, as pictures or as text, with what was found marked on it. */
export const OriginalPane = ({ view }: { view: DocumentView }) => {
  const ref = useRef<HTMLElement>(null);
  const all = items.value;
  const marks = useMemo(() => marksOfView(view, all), [view, all]);
  const pictures = showing.value === 'picture' && view.pages.length > 0;
  const target = chosen.value;
  useEffect(() => {
    if (picking.peek()) return;
    showTarget(target, true);
    if (pictures) showPictureOf(all.find(({ id }) => id === target) ?? null);
  }, [target, scrollTick.value, pictures, view.id]);
  useEffect(() => {
    if (!picking.peek()) showTarget(target, false);
  }, [marks]);
  const picked = picking.value;
  useEffect(() => {
    if (!picked) return;
    selectSpan(picked.shown);
    showSpan(picked.shown);
  }, [picked]);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    // Who marks words with the mouse does not go on by keyboard where they were.
    const pressed = (): void => {
      picking.value = null;
    };
    const clicked = (event: MouseEvent): void => {
      const hit = (event.target as Element).closest<HTMLElement>('[data-t]');
      // Marking words ends with a click too.
      if (hit && (getSelection()?.isCollapsed ?? true)) chooseAt(view, hit.dataset.t!.split(' '));
    };
    element.addEventListener('pointerdown', pressed);
    element.addEventListener('click', clicked);
    return () => {
      element.removeEventListener('pointerdown', pressed);
      element.removeEventListener('click', clicked);
    };
  }, [view]);
  return (
    <section class="original" aria-label="原文">
      <div class="original-tools">
        {view.pages.length > 0 && (
          <fieldset class="switch">
            <legend class="unseen">原文的显示方式</legend>
            <button type="button" aria-pressed={pictures} onClick={() => !pictures && run('switch-view')}>
              图像
            </button>
            <button type="button" aria-pressed={!pictures} onClick={() => pictures && run('switch-view')}>
              文字
            </button>
          </fieldset>
        )}
        {pictures && (
          <span class="buttons">
            <button type="button" aria-label="缩小" onClick={() => run('zoom-out')}>
              −
            </button>
            <span class="zoom">{Math.round(zoom.value * 100)}%</span>
            <button type="button" aria-label="放大" onClick={() => run('zoom-in')}>
              +
            </button>
          </span>
        )}
        {view.recognised && (
          <button type="button" onClick={() => run('correct')}>
            存疑字 {view.doubtful.length} <kbd>O</kbd>
          </button>
        )}
        <button type="button" onClick={() => run('pick')} aria-pressed={picking.value !== null}>
          选条文 <kbd>V</kbd>
        </button>
        <button type="button" onClick={() => run('add')}>
          增加认定 <kbd>A</kbd>
        </button>
        <span class="legend">
          {LABELS.map((label) => (
            <LabelChip key={label} label={label} words />
          ))}
        </span>
      </div>
      {view.unread ? (
        <div class="original-scroll">
          <div class="unread">
            <h2>未能读取</h2>
            <p>{view.unread.message}</p>
            <p class="hint">{view.unread.advice}</p>
            <p class="hint">{view.source}</p>
          </div>
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1).
        <section class="original-scroll" id="original" ref={ref} tabIndex={0} aria-label="原文内容">
          {pictures ? <PicturePane view={view} items={all} /> : <TextPane view={view} marks={marks} />}
        </section>
      )}
    </section>
  );
};

/** A click on marks that lie over each other goes through them one by one. */
const chooseAt = (view: DocumentView, targets: readonly string[]): void => {
  const doubt = targets.find((target) => target.startsWith('doubt:') || target.startsWith('corrected:'));
  const choosable = targets.filter((target) => !/^(?:doubt|corrected|citation):/u.test(target));
  if (choosable.length > 0) {
    const at = choosable.indexOf(chosen.peek());
    const next = choosable[(at + 1) % choosable.length]!;
    tab.value = next.startsWith('breach:') ? 'breaches' : 'findings';
    choose(next);
  } else if (doubt) {
    const [kind, number] = doubt.split(':');
    const hit = (kind === 'doubt' ? view.doubtful : view.corrections)[Number(number)];
    if (!hit) return;
    word.value = { start: hit.start, end: hit.end };
    dialog.value = 'correct';
  }
};
