import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessTroubles, BROWSER, openBrowser, troublesOf } from './browser.js';
import { type StandIn, startStandIn } from './stand-in.js';

/** The built page in a real browser, before the stand-in for its server. */
describe.skipIf(!BROWSER)('the review page in a browser (skipped where no Chromium is installed)', () => {
  let browser: Browser;
  let server: StandIn;
  let context: BrowserContext;
  let page: Page;
  let troubles: string[];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    server = await startStandIn();
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    page = await context.newPage();
    troubles = troublesOf(page);
  });
  afterEach(async () => {
    await context.close();
    await server.stop();
    expect(troubles).toEqual([]);
  });

  const open = async (hash: string, on = page): Promise<void> => {
    await on.goto(server.url + hash);
    await on.locator('h1').first().waitFor({ state: 'attached' });
  };
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const saved = (on = page): Promise<void> => on.getByText('已保存', { exact: true }).waitFor();
  /** What the server has been told of a document, subjects in order. */
  const said = (document: number): string[] =>
    Object.entries(server.decisions.of(document)).map(([subject, { value }]) => {
      const { verdict, included, spans } = (value ?? {}) as Record<string, unknown>;
      const words = verdict ?? (included === undefined ? value : `included ${included}`);
      return `${subject.replace(/^finding:\w+\.\d+:/u, '')} ${words}${spans ? ` ${JSON.stringify(spans)}` : ''}`;
    });

  it('takes a clerk from the list through a document to the next without the mouse', async () => {
    await open('#/?state=pending');
    await page.locator('a.open').first().waitFor();
    await press('j', 'Enter');
    await page.locator('.finding[aria-current]').waitFor();
    await press('c', 'x', 'Enter', 'j', 'c');
    await saved();
    expect(said(1)).toEqual(['D confirmed', 'B rejected', 'P confirmed', 'Q confirmed']);
    await press('u');
    await page.getByText('已撤销').waitFor();
    expect(said(1)).toContain('Q null');
    await press('Shift+U');
    await page.getByText('已重做').waitFor();
    expect(said(1)).toContain('Q confirmed');
    await press('Space');
    await page.waitForURL(/#\/document\/2\?state=pending/u);
    expect(said(1)).toContain('row included true');
    const events = server.decisions.log().length;
    await open('#/document/1');
    await page.getByText('已确认列入台账').waitFor();
    await press('Space');
    await page.waitForURL(/#\/document\/2$/u);
    expect(server.decisions.log()).toHaveLength(events);
    await open('#/?state=pending');
    await page.locator('a.open').first().waitFor();
    expect(await page.locator('a.open').first().textContent()).toContain('信访');
  });

  it('lets a missed finding be added and its words be marked by key alone, at any speed', async () => {
    await open('#/document/1');
    await page.locator('.finding[aria-current]').waitFor();
    await press('v', 'j', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', '3');
    await page.getByText('增加 P').waitFor();
    await saved();
    const [added] = said(1);
    const [{ start, end }] = JSON.parse(added!.replace('P confirmed ', '')) as [
      { start: number; end: number },
    ];
    expect([start > 0, end > start + 1]).toEqual([true, true]);
    expect(await page.locator('[data-active]').first().isVisible()).toBe(true);
    expect(await page.locator('.finding[aria-current]').getAttribute('aria-label')).toContain('第四条');
  });

  it('takes words marked with the mouse in the same way', async () => {
    await open('#/document/4');
    await page.locator('#original [data-s]').nth(2).dblclick();
    await press('a');
    await page.getByRole('dialog', { name: '增加认定' }).waitFor();
    await press('4');
    await saved();
    expect(said(4)[0]).toMatch(/^Q confirmed \[\{"start":\d+,"end":\d+\}\]$/u);
  });

  it('writes cells without its keys getting in the way, and keeps what is not saved over a closed window', async () => {
    await open('#/document/1');
    await page.locator('.finding[aria-current]').waitFor();
    await press('r');
    await page.locator('#cell-document').waitFor();
    await page.locator('#cell-phone').focus();
    await page.keyboard.type('xcnu ');
    await press('Control+Enter');
    await saved();
    expect(said(1)).toEqual(['cell:phone xcnu ']);
    await page.locator('#cell-responsiblePerson').focus();
    await page.keyboard.type('甲，科长');
    await page.close();
    page = await context.newPage();
    await open('#/document/1');
    await page.locator('.finding[aria-current]').waitFor();
    await press('r');
    expect(await page.locator('#cell-responsiblePerson').inputValue()).toBe('甲，科长');
    expect(said(1)).toHaveLength(1);
  });

  it('loses nothing when the server stops and the window is closed', async () => {
    await open('#/document/1');
    await page.locator('.finding[aria-current]').waitFor();
    await server.stop();
    await press('c', 'x');
    await page.getByText('未保存 2 项').waitFor();
    await press('Space');
    await page.getByText('前面的改动还没有存到服务器').waitFor();
    await page.close();
    await server.start();
    expect(said(1)).toEqual([]);
    page = await context.newPage();
    await open('#/document/1');
    await saved();
    expect(said(1)).toEqual(['D confirmed', 'B rejected']);
  });

  it('goes on by itself once the server is back', async () => {
    await open('#/document/1');
    await page.locator('.finding[aria-current]').waitFor();
    await server.stop();
    await press('c');
    await page.getByText('未保存 1 项').waitFor();
    await server.start();
    await saved();
    expect(said(1)).toEqual(['D confirmed']);
  });

  it('shows what another person has said instead of writing over it', async () => {
    await open('#/document/1');
    await page.locator('.finding[aria-current]').waitFor();
    const key = await page.locator('[data-active]').first().getAttribute('data-t');
    server.decisions.saysOther(1, `finding:${key!.split(' ')[0]}`, { verdict: 'rejected' });
    await press('c');
    const dialog = page.getByRole('dialog', { name: '他人已先作决定' });
    await dialog.waitFor();
    expect(said(1)).toEqual(['D rejected']);
    await dialog.getByRole('radio', { name: '以我的为准' }).check();
    await dialog.getByRole('button', { name: '按所选处理' }).click();
    await saved();
    expect(said(1)).toEqual(['D confirmed']);
  });

  it('tells a second window of the same document', async () => {
    const other = await context.newPage();
    await open('#/document/1');
    await open('#/document/1', other);
    await page.locator('.finding[aria-current]').waitFor();
    await press('c');
    await saved();
    await other.locator('.stand-confirmed').waitFor();
  });

  it('corrects a word that was read with doubt', async () => {
    await open('#/document/2');
    await page.locator('.frame-doubt').waitFor();
    await press('o');
    await page.getByRole('dialog').locator('input').fill('缠防');
    await press('Enter');
    await saved();
    await page.locator('.frame-doubt').waitFor({ state: 'detached' });
    expect(Object.values(server.decisions.of(2))[0]!.value).toEqual({
      original: '缠访',
      replacement: '缠防',
    });
  });

  it('leads from a finding to its evidence and back, and shows every label of a passage', async () => {
    await open('#/document/1');
    await page.locator('.finding[aria-current]').waitFor();
    const passage = page.locator('mark', { hasText: '向社会公布' });
    expect(await passage.getAttribute('class')).toMatch(/on-D on-B on-P/u);
    await page.locator('mark', { hasText: '申请信用修复' }).click();
    expect(await page.locator('.finding[aria-current]').getAttribute('aria-label')).toMatch(/^R .*第六条/u);
    for (const label of ['D', 'B', 'P']) {
      await passage.click();
      expect(await page.locator('.finding[aria-current]').getAttribute('aria-label')).toMatch(`${label} `);
    }
  });

  it('moves through a document of 300 KB without drawing its text again', async () => {
    await open('#/document/40');
    await page.locator('.finding[aria-current]').waitFor();
    expect(
      await page.locator('#original').evaluate((element) => element.textContent!.length),
    ).toBeGreaterThan(280_000);
    await page.evaluate(`{
      globalThis.drawn = 0;
      new MutationObserver((changes) => {
        globalThis.drawn += changes.filter(({ type }) => type === 'childList').length;
      }).observe(document.getElementById('original'), { childList: true, subtree: true });
    }`);
    await press('j', 'j', 'k', 'c', 'x');
    await saved();
    expect(await page.evaluate('globalThis.drawn')).toBe(0);
  });

  it('lets single keys be turned off, and works with arrows and Enter all the same', async () => {
    await open('#/document/1');
    await page.locator('.finding[aria-current]').waitFor();
    await press('?');
    await page.getByRole('checkbox', { name: /启用单键操作/u }).uncheck();
    await press('Escape', 'x', 'ArrowDown', 'Enter');
    await saved();
    expect(said(1)).toEqual(['B confirmed']);
  });

  /** Presses keys while the page is busy: they wait, and are all dealt with before what it has put off until later. */
  const pressBusy = async (before: string, ...keys: string[]): Promise<void> => {
    const busy = page.waitForEvent('console', (message) => message.text() === 'busy');
    const done = page.evaluate(
      `(async () => { ${before}; console.log('busy'); for (const end = Date.now() + 600; Date.now() < end; ); })()`,
    );
    await busy;
    await Promise.all([done, ...keys.map((key) => press(key))]);
  };
  const toPlace = (hash: string): string =>
    `location.hash = '${hash}'; await new Promise((done) => addEventListener('hashchange', done, { once: true }))`;

  it('loses no key that comes while it is busy, and takes none for what is shown no more', async () => {
    const named = (name: string) => page.getByRole('dialog', { name });
    await open('#/log');
    await pressBusy(toPlace('#/people'), '?');
    await page.evaluate('new Promise((done) => setTimeout(done, 200))');
    expect(await named('键盘帮助').isVisible()).toBe(true);
    await pressBusy('', 'Escape', 's');
    await named('标签说明').waitFor();
    await pressBusy('', 'Escape', '?', 'Escape', 's');
    await named('标签说明').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    await press('Escape');
    await pressBusy('', '/');
    await page.locator('#search:focus').waitFor();
    await open('#/document/1');
    await page.locator('.finding[aria-current]').waitFor();
    await pressBusy(toPlace('#/document/4'), 'c', 'x');
    await page.getByText('清水市老年人助餐服务管理办法').first().waitFor();
    expect(said(1)).toEqual([]);
  });

  const PLACES = [
    '',
    'document/1',
    'document/2',
    'document/3',
    'document/4',
    'overview',
    'differences',
    'exports',
    'log',
    'people',
    'audit',
    'audit?new=1',
  ];
  // In light and at 1280 px the end-to-end tests look at the same views with their server.
  it.each([
    [1280, 'dark'],
    [360, 'light'],
    [2560, 'light'],
  ] as const)(
    'breaks nothing of WCAG AA that a machine can see, and never scrolls sideways: %i px, %s',
    async (width, colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const place of PLACES) {
        await open(`#/${place}`);
        await page.waitForLoadState('networkidle');
        expect(await accessTroubles(page), place).toEqual([]);
        expect(
          await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
          place,
        ).toBeLessThanOrEqual(0);
      }
      for (const key of ['?', 's']) {
        await press(key);
        await page.getByRole('dialog').waitFor();
        expect(await accessTroubles(page), key).toEqual([]);
        await press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
      }
    },
  );
});
