import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { ROLE_WORDS } from '../../model/index.js';
import { CodebookDialog } from './parts/codebook.js';
import { closeDialog } from './parts/dialog.js';
import { HelpDialog, Keys } from './parts/help.js';
import { Notice } from './parts/notice.js';
import { SavedState } from './parts/saved.js';
import { TroubleDialog } from './parts/trouble.js';
import { dialog, go, loadOverview, loadSession, route, session, sessionProblem } from './state/app.js';
import { hasAudits } from './state/audit.js';
import { redo, undo } from './state/decide.js';
import { useCommands } from './state/keyboard.js';
import { KEY_COMMANDS, type Scope } from './state/keys.js';
import { picking } from './state/picking.js';
import { filtersOf, hashOf, type Place } from './state/route.js';
import { samples } from './state/samples.js';
import { AuditPage } from './views/audit.js';
import { DifferencesPage } from './views/differences.js';
import { DocumentPage } from './views/document.js';
import { ExportsPage } from './views/exports.js';
import { ListPage } from './views/list.js';
import { LogPlace } from './views/log.js';
import { OverviewPage } from './views/overview.js';
import { PeoplePage } from './views/people.js';
import { SamplePage } from './views/sample.js';
import { SamplesPage } from './views/samples.js';
import { SignIn, signOut } from './views/sign-in.js';

const NAMES: Readonly<Partial<Record<Place, string>>> = {
  list: '文件清单',
  overview: '总览',
  differences: '差异',
  samples: '抽查',
  audit: '台账核对',
  exports: '导出导入',
  log: '决定记录',
  people: '人员',
};

/** Under which entry of the menu a place lies that has none of its own. */
const MENU: Readonly<Partial<Record<Place, Place>>> = { document: 'list', sample: 'samples' };

export const App = () => {
  useEffect(() => {
    void loadSession();
    void loadOverview();
  }, []);
  useCommands('everywhere', {
    help: () => {
      dialog.value = 'help';
    },
    codebook: () => {
      dialog.value = 'codebook';
    },
    list: () => go('list', filtersOf(route.peek().query)),
    search: () => {
      const box = document.getElementById('search');
      if (box) box.focus();
      else go('list', { ...filtersOf(route.peek().query), find: '1' });
    },
    undo: () => void undo(),
    redo: () => void redo(),
  });
  const { place } = route.value;
  if (sessionProblem.value) return <SignIn />;
  if (!session.value) return <p class="loading">正在打开…</p>;
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        跳到正文
      </button>
      <Head />
      <main id="main" tabIndex={-1} class={`place-${place}`}>
        <CurrentPlace place={place} />
      </main>
      <Foot place={place} />
      <Notice />
      {dialog.value === 'help' && <HelpDialog />}
      {dialog.value === 'codebook' && <CodebookDialog />}
      {dialog.value === 'trouble' && <TroubleDialog />}
    </>
  );
};

const Head = () => {
  const { unit, name, role, local } = session.value!;
  const { place, query } = route.value;
  // What would show the first reviewer's decisions is not for the second.
  const places: Place[] = [
    'list',
    'overview',
    'differences',
    ...(samples.value?.length ? (['samples'] as const) : []),
    ...(role === 'second' || !hasAudits.value ? [] : (['audit'] as const)),
    ...(role === 'second' ? [] : (['exports', 'log'] as const)),
  ];
  if (role === 'administrator' && !local) places.push('people');
  return (
    <header class="head">
      <div class="brand">
        <b>清规</b>
        <span class="unit">{unit || '台账审核'}</span>
      </div>
      <nav aria-label="主要页面">
        {places.map((each) => (
          <a
            key={each}
            href={hashOf(each, each === 'list' ? filtersOf(query) : {})}
            aria-current={each === place || each === MENU[place] ? 'page' : undefined}
          >
            {NAMES[each]}
          </a>
        ))}
      </nav>
      <div class="head-end">
        <SavedState />
        <span class="who">
          {name} · {ROLE_WORDS[role]}
        </span>
        {!local && (
          <button type="button" class="quiet" onClick={() => void signOut()}>
            退出
          </button>
        )}
        <button
          type="button"
          class="quiet"
          onClick={() => {
            dialog.value = 'help';
          }}
        >
          帮助 <kbd>?</kbd>
        </button>
      </div>
    </header>
  );
};

/** Goes to the top of a new place and tells screen readers its name. */
const CurrentPlace = ({ place }: { place: Place }) => {
  const first = useRef(true);
  // Before the next key: a dialog that it opens is the new place's.
  useLayoutEffect(() => {
    document.title = `${NAMES[MENU[place] === 'samples' ? 'samples' : place] ?? '审核文件'} · 清规`;
    closeDialog();
    if (!first.current) document.getElementById('main')?.focus({ preventScroll: true });
    first.current = false;
    scrollTo(0, 0);
  }, [place]);
  switch (place) {
    case 'document':
      return <DocumentPage />;
    case 'overview':
      return <OverviewPage />;
    case 'differences':
      return <DifferencesPage />;
    case 'exports':
      return <ExportsPage />;
    case 'log':
      return <LogPlace />;
    case 'people':
      return <PeoplePage />;
    case 'audit':
      return <AuditPage />;
    case 'samples':
      return <SamplesPage />;
    case 'sample':
      return <SamplePage />;
    default:
      return <ListPage />;
  }
};

/** The keys that are wanted most, where they are wanted. */
const Foot = ({ place }: { place: Place }) => {
  const scope: Scope = place === 'document' && picking.value ? 'picking' : (place as Scope);
  const here = KEY_COMMANDS.filter((each) => 'strip' in each && each.scope === scope);
  const everywhere = KEY_COMMANDS.filter((each) => 'strip' in each && each.scope === 'everywhere');
  return (
    <section class="strip" aria-label="常用按键">
      {[...here, ...everywhere].map(({ id, keys, words }) => (
        <span key={id}>
          <Keys keys={keys.slice(0, 2)} /> {words}
        </span>
      ))}
      {scope === 'picking' && (
        <span>
          <Keys keys={['Escape']} /> 离开选条文
        </span>
      )}
    </section>
  );
};
