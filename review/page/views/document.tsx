import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { LABELS } from '../../../model/index.js';
import { BreachList } from '../document/breach-list.js';
import { BulkDialog } from '../document/bulk-dialog.js';
import { CorrectDialog } from '../document/correct-dialog.js';
import { DecideBar } from '../document/decide-bar.js';
import { DocumentHead } from '../document/document-head.js';
import { FindingList } from '../document/finding-list.js';
import { InfoPanel } from '../document/info-panel.js';
import { LabelDialog } from '../document/label-dialog.js';
import { OriginalPane } from '../document/original-pane.js';
import { RowForm } from '../document/row-form.js';
import { dialog, go, narrow, route, say, wide } from '../state/app.js';
import { chooseBy, confirmRow, markWords, standFor, toggleLabel } from '../state/decide.js';
import {
  chosen,
  chosenItem,
  drafts,
  items,
  loadDocument,
  rowAsked,
  scrollTick,
  showing,
  type Tab,
  tab,
  view,
  viewProblem,
  word,
  zoom,
} from '../state/document.js';
import { useCommands } from '../state/keyboard.js';
import {
  askLabel,
  marked,
  moveHead,
  pickBy,
  picking,
  startPicking,
  startSpan,
  stopPicking,
} from '../state/picking.js';
import { filtersOf } from '../state/route.js';

/** One document: the original, what was found in it, its row, and what a person says of them. */
export const DocumentPage = () => {
  const { document: id, query } = route.value;
  // Before the next key: it must not be about the document that was shown before.
  useLayoutEffect(() => {
    picking.value = null;
    if (id !== null) void loadDocument(id);
  }, [id, JSON.stringify(filtersOf(query))]);
  const goTo = (next: number | null | undefined, none: string): void => {
    if (next) go('document', filtersOf(route.peek().query), next);
    else say(none);
  };
  const withItem = (act: (item: NonNullable<typeof chosenItem.value>) => void) => (): void => {
    const item = chosenItem.peek();
    if (item) act(item);
    else say('没有选中的认定。按 V 可选条文增加', true);
  };
  const choosing = (steps: number) => (): void => {
    showTab('findings');
    chooseBy(steps);
  };
  useCommands('document', {
    'next-finding': choosing(1),
    'previous-finding': choosing(-1),
    'confirm-finding': withItem((item) => standFor(item, 'confirmed')),
    'reject-finding': withItem((item) => standFor(item, 'rejected')),
    'clear-finding': withItem((item) => standFor(item, null)),
    ...Object.fromEntries(
      LABELS.map((label) => [`label-${label}`, withItem((item) => toggleLabel(item, label))]),
    ),
    add: askLabel,
    pick: startPicking,
    'edit-span': startSpan,
    bulk: withItem(() => {
      dialog.value = 'bulk';
    }),
    correct: () => {
      dialog.value = 'correct';
    },
    'edit-row': () => {
      showTab('row');
      rowAsked.value = true;
    },
    findings: () => showTab('findings'),
    breaches: () => showTab('breaches'),
    'confirm-row': () => void confirmRow(view.peek()?.row != null || view.peek()?.unread != null),
    'exclude-row': () => void confirmRow(false),
    'next-document': () => goTo(view.peek()?.place.next, '已是最后一份'),
    'previous-document': () => goTo(view.peek()?.place.previous, '已是第一份'),
    'switch-view': switchView,
    'zoom-in': () => setZoom(1.2),
    'zoom-out': () => setZoom(1 / 1.2),
  });
  useCommands(
    'picking',
    {
      'pick-next': () => pickBy(1),
      'pick-previous': () => pickBy(-1),
      'pick-right': () => moveHead(1, 'word', false),
      'pick-left': () => moveHead(-1, 'word', false),
      'pick-extend': () => moveHead(1, 'word', true),
      'pick-shrink': () => moveHead(-1, 'word', true),
      'pick-extend-letter': () => moveHead(1, 'letter', true),
      'pick-shrink-letter': () => moveHead(-1, 'letter', true),
      ...Object.fromEntries(
        LABELS.map((label) => [
          `pick-${label}`,
          () => {
            const now = marked();
            const unit = now && view.peek()?.units[now.unit];
            if (!now || !unit) return;
            markWords(unit, now.span, label);
            stopPicking();
          },
        ]),
      ),
      'pick-correct': () => {
        dialog.value = 'correct';
      },
      'pick-take': () => {
        const label = picking.peek()?.label;
        const now = marked();
        const unit = now && view.peek()?.units[now.unit];
        if (!now || !unit) return;
        if (!label) {
          askLabel();
          return;
        }
        markWords(unit, now.span, label);
        stopPicking();
      },
      close: stopPicking,
    },
    picking.value !== null,
  );
  if (viewProblem.value)
    return (
      <div class="page">
        <h1>打不开这份文件</h1>
        <p>{viewProblem.value.message}</p>
        <p class="hint">{viewProblem.value.advice}</p>
        <button type="button" class="main" onClick={() => id !== null && void loadDocument(id)}>
          再试一次
        </button>
      </div>
    );
  const now = view.value;
  if (!now || now.id !== id) return <p class="loading">正在打开文件…</p>;
  return (
    <div class="desk">
      <DocumentHead view={now} />
      <div class="desk-panes">
        {(!narrow.value || tab.value === 'original') && <OriginalPane view={now} />}
        <Side />
      </div>
      <DecideBar view={now} />
      {dialog.value === 'label' && <LabelDialog />}
      {dialog.value === 'bulk' && chosenItem.value && <BulkDialog item={chosenItem.value} />}
      {dialog.value === 'correct' && <CorrectDialog view={now} near={word.value} />}
    </div>
  );
};

/** Shows a panel; where the row has its own column, it is always there. */
export const showTab = (next: Tab): void => {
  if (!(wide.peek() && next === 'row')) tab.value = next;
};

const switchView = (): void => {
  const now = view.peek();
  if (!now) return;
  if (now.pages.length === 0) say('这份文件没有页面图像，只有文字');
  else {
    showing.value = showing.peek() === 'text' ? 'picture' : 'text';
    if (narrow.peek()) tab.value = 'original';
    scrollTick.value++;
  }
};

const setZoom = (factor: number): void => {
  zoom.value = Math.min(4, Math.max(0.4, zoom.peek() * factor));
};

const TABS: readonly (readonly [Tab, string])[] = [
  ['original', '原文'],
  ['findings', '认定'],
  ['row', '台账行'],
  ['breaches', '不合规提示'],
  ['info', '文件信息'],
];

/** The findings, the row, the breaches: one behind the other, or side by side where there is room. */
const Side = () => {
  const now = view.value!;
  const tabs = useRef<HTMLDivElement>(null);
  const counts: Partial<Record<Tab, number>> = useMemo(
    () => ({ findings: items.value.length, breaches: now.breaches.length }),
    [items.value, now],
  );
  const shown = TABS.filter(
    ([name]) => (narrow.value || name !== 'original') && !(wide.value && name === 'row'),
  );
  const current = shown.some(([name]) => name === tab.value) ? tab.value : 'findings';
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = shown.findIndex(([name]) => name === current);
    tab.value = shown[(at + step + shown.length) % shown.length]![0];
    requestAnimationFrame(() => tabs.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };
  return (
    <>
      <section class={`side${current === 'original' ? ' side-bare' : ''}`} aria-label="审核">
        <div class="tabs" role="tablist" aria-label="审核内容" ref={tabs}>
          {shown.map(([name, words]) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`tab-${name}`}
              aria-selected={name === current}
              aria-controls="side-panel"
              tabIndex={name === current ? 0 : -1}
              onKeyDown={move}
              onClick={() => {
                tab.value = name;
              }}
            >
              {words}
              {counts[name] !== undefined && <span class="count">{counts[name]}</span>}
              {name === 'row' && drafts.value.size > 0 && <span class="count count-bad">未保存</span>}
            </button>
          ))}
        </div>
        {current !== 'original' && (
          <div class="panel" role="tabpanel" id="side-panel" aria-labelledby={`tab-${current}`}>
            <h2 class="unseen">{shown.find(([name]) => name === current)?.[1]}</h2>
            {current === 'findings' && <FindingList view={now} chosen={chosen.value} />}
            {current === 'row' && <RowForm view={now} />}
            {current === 'breaches' && <BreachList view={now} />}
            {current === 'info' && <InfoPanel view={now} />}
          </div>
        )}
      </section>
      {wide.value && (
        <section class="side side-row" aria-label="台账行">
          <h2 class="side-title">台账行</h2>
          <div class="panel">
            <RowForm view={now} />
          </div>
        </section>
      )}
    </>
  );
};
