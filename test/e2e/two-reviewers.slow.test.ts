import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ViewsPage } from '../../review/access-api.js';
import type { DocumentView, LogPage } from '../../review/api.js';
import { qinggui } from '../cli/run.js';
import { BROWSER, openBrowser } from '../review/page/browser.js';
import { look, opened, press, saved, type Troubles, troublesOf } from './page.js';
import { freePort, type Review, scanExamples, startReview } from './program.js';

if (!BROWSER) console.log('No Chromium is installed here: two reviewers are not tried from end to end.');

const PASSWORD = '青山绿水四季常在';
const PERSONS = { 林一: '管理员', 林二: '初核人', 林三: '复核人' } as const;
type Name = keyof typeof PERSONS;
const NAMES = Object.keys(PERSONS) as Name[];

/** Everything that the second reviewer could ask for to learn of the first. */
const ASKED = [
  'documents',
  ...['state=confirmed', 'label=B', 'basis=否', 'disposal=修订', 'sort=doubt', 'doubt=1', 'q=垃圾'].map(
    (query) => `documents?${query}`,
  ),
  ...[
    'documents/1',
    'documents/2',
    'documents/4',
    'overview',
    'differences',
    'codebook',
    'log',
    'log/verify',
  ],
  ...['exports', 'exports/ledger-xlsx?drafts=1', 'views', 'persons'],
  ...['progress', 'flags', 'kinds', 'basis', 'disposal'].map((name) => `charts/${name}`),
];

/** Three persons at three computers, each step where the one before has left things. */
describe.skipIf(!BROWSER)('an administrator, a first and a second reviewer at once', () => {
  const output = mkdtempSync(join(tmpdir(), 'qinggui-e2e-two-'));
  const contexts = {} as Record<Name, BrowserContext>;
  const pages = {} as Record<Name, Page>;
  const troubles: Troubles[] = [];
  /** What the second reviewer's browser was answered, until they ask for the first's decisions. */
  const answered: Promise<string>[] = [];
  let [port, blind] = [0, true];
  let browser: Browser;
  let review: Review;
  beforeAll(async () => {
    await scanExamples(output);
    for (const name of NAMES) {
      const { status, stderr } = await qinggui(
        ['users', 'add', name, '--role', PERSONS[name], '--output', output],
        `${PASSWORD}\n`,
      );
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    }
    port = await freePort();
    review = await startReview(output, port, ['--host', '127.0.0.1']);
    browser = await openBrowser();
    for (const name of NAMES) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
      });
      const listening = await troublesOf(context, port);
      // Who is not signed in yet, and whose decision comes second, is answered with a refusal.
      listening.mayFail = true;
      troubles.push(listening);
      contexts[name] = context;
      pages[name] = await context.newPage();
      pages[name].setDefaultTimeout(30_000);
    }
    pages.林三.on('response', (response: Response) => {
      if (blind && response.url().includes('/api/')) answered.push(response.text().catch(() => ''));
    });
  });
  afterAll(async () => {
    await browser?.close();
    await review?.kill();
    rmSync(output, { recursive: true, force: true });
  });

  const address = (path: string): string => `http://127.0.0.1:${port}/${path}`;
  const ask = async (name: Name, path: string): Promise<{ status: number; text: string }> => {
    const answer = await contexts[name].request.get(address(`api/${path}`), { maxRetries: 2 });
    return { status: answer.status(), text: await answer.text() };
  };
  const open = async (name: Name, document: number): Promise<void> => {
    await pages[name].goto(address(`#/document/${document}`));
    await pages[name].locator('.finding[aria-current]').waitFor();
  };
  const events = async (document: number): Promise<string[]> => {
    const { events: found } = JSON.parse((await ask('林一', `log?document=${document}`)).text) as LogPage;
    return found.map(({ who, lane, words }) => `${who} ${lane} ${words}`).reverse();
  };
  /** What the second reviewer can find out by asking for everything, with what always changes taken out. */
  const told = async (): Promise<string[]> =>
    Promise.all(ASKED.map(async (path) => `${path} ${Object.values(await ask('林三', path)).join(' ')}`));

  let before: string[];

  it('come in by name and password, and each sees what is theirs', async () => {
    expect(review.url).toContain(`127.0.0.1:${port}`);
    for (const name of NAMES) {
      const page = pages[name];
      await page.goto(review.url);
      await page.getByLabel('姓名').waitFor();
      if (name === '林一') await look(page, '20-登录');
      await page.getByLabel('姓名').focus();
      await page.keyboard.type(name);
      await press(page, 'Tab');
      await page.keyboard.type(PASSWORD);
      await press(page, 'Enter');
      await page.locator('a.open').first().waitFor();
      await page.getByText(`${name} · ${PERSONS[name]}`).waitFor();
    }
    const places = await Promise.all(
      NAMES.map((name) => pages[name].getByRole('navigation', { name: '主要页面' }).innerText()),
    );
    expect(places.map((words) => /决定记录/u.test(words))).toEqual([true, true, false]);
    expect(places.map((words) => /人员/u.test(words))).toEqual([true, false, false]);
    before = await told();
    expect(before.filter((words) => /^\S+ 403 /u.test(words)).map((words) => words.split(' ')[0])).toEqual([
      ...['log', 'log/verify', 'exports', 'exports/ledger-xlsx?drafts=1', 'views', 'persons'],
    ]);
  });

  it('hide from the second what the first has decided, in the page and in every answer', async () => {
    await open('林二', 1);
    await press(pages.林二, 'c', 'x');
    await saved(pages.林二);
    await press(pages.林二, 'r');
    await pages.林二.locator('#cell-responsiblePerson').focus();
    await pages.林二.keyboard.type('初核人填写');
    await press(pages.林二, 'Control+Enter');
    await saved(pages.林二);
    await press(pages.林二, 'Space');
    await opened(pages.林二, '清水市交通运输局');
    await open('林二', 4);
    await press(pages.林二, 'c', 'x');
    await saved(pages.林二);
    await press(pages.林二, 'Space');
    await opened(pages.林二, '青岭区交通运输局');

    const { 林三: second } = pages;
    await second.reload();
    await second.locator('a.open').first().waitFor();
    await open('林三', 1);
    expect(await second.locator('.stand-open').count()).toBe(2);
    await second.goto(address('#/overview'));
    await second.getByRole('heading', { name: '总览' }).waitFor();
    await second.goto(address('#/differences'));
    await second.getByText('没有差异').waitFor();
    expect(await told()).toEqual(before);
    expect((await Promise.all(answered)).filter((text) => /林[一二]|初核人填写/u.test(text))).toEqual([]);
  });

  it('show the second nothing until both are done and they ask', async () => {
    const { 林三: second } = pages;
    await open('林三', 1);
    await press(second, 'c', 'c');
    await saved(second);
    await press(second, 'Space');
    await opened(second, '清水市交通运输局');
    await open('林三', 4);
    await press(second, 'c', 'x');
    await saved(second);
    await press(second, 'Space');
    await opened(second, '青岭区交通运输局');
    expect(JSON.parse((await ask('林三', 'differences')).text)).toEqual({ agreement: null, items: [] });
    expect((await Promise.all(answered)).filter((text) => /林[一二]|初核人填写/u.test(text))).toEqual([]);

    await open('林三', 1);
    blind = false;
    const reveal = second.getByRole('button', { name: /查看初核意见/u });
    await look(second, '21-复核');
    await reveal.focus();
    await press(second, 'Enter');
    await reveal.waitFor({ state: 'detached' });
    await second.goto(address('#/differences'));
    await second.locator('article.difference', { hasText: '林二' }).first().waitFor();
    const view = JSON.parse((await ask('林三', 'documents/1')).text) as DocumentView;
    expect(view.closed).not.toBe('');
  });

  it('settle a difference, with the measure of their agreement before them', async () => {
    const { 林二: first } = pages;
    await first.goto(address('#/differences'));
    await first.locator('article.difference').first().waitFor();
    // Of four findings both accept two and refuse one: κ = (0.75 − 0.5) / (1 − 0.5).
    expect(await first.locator('.agreement').innerText()).toBe(
      '初核与复核一致性：2 份文件、4 处认定，一致率 75%，Cohen κ 0.50',
    );
    await look(first, '22-差异');
    const finding = first.locator('article.difference', { hasText: '第十三条' });
    for (let steps = 0; steps < 10 && (await finding.getAttribute('aria-current')) !== 'true'; steps += 1)
      await press(first, 'j');
    await press(first, '2');
    await finding.getByText('合议：').waitFor();
    expect(await finding.innerText()).toMatch(/合议：成立（林二/u);
    expect((await events(1)).at(-1)).toBe('林二 agreed 涉及“黑名单”认定：涉及');
  });

  it('never overwrite each other: of two at the same cell and the same row one is asked', async () => {
    const { 林一: administrator, 林二: first } = pages;
    const both = [administrator, first] as const;
    const dialogs = () =>
      Promise.all(both.map((page) => page.getByRole('dialog', { name: '他人已先作决定' }).isVisible()));
    const oneIsAsked = () =>
      expect.poll(async () => [...(await dialogs())].sort(), { timeout: 20_000 }).toEqual([false, true]);

    await open('林一', 2);
    await open('林二', 2);
    for (const [page, words] of [
      [administrator, '甲'],
      [first, '乙'],
    ] as const) {
      await press(page, 'r');
      await page.locator('#cell-phone').focus();
      await press(page, 'Control+a');
      await page.keyboard.type(words);
    }
    await Promise.all(both.map((page) => press(page, 'Control+Enter')));
    await oneIsAsked();
    const asked = await dialogs();
    const [winner, loser] = asked[0] ? (['林二', '林一'] as const) : (['林一', '林二'] as const);
    await look(pages[loser], '23-他人已先作决定');
    const said = winner === '林一' ? '甲' : '乙';
    expect(await events(2)).toEqual([`${winner} first 电话：${said}`]);
    expect(JSON.parse((await ask('林一', 'documents/2')).text).row.phone.value).toBe(said);
    // The one who is asked gives way.
    const dialog = pages[loser].getByRole('dialog', { name: '他人已先作决定' });
    await dialog.getByRole('button', { name: '按所选处理' }).focus();
    await press(pages[loser], 'Enter');
    await dialog.waitFor({ state: 'detached' });
    await saved(pages[loser]);

    await open('林一', 8);
    await open('林二', 8);
    await Promise.all([press(administrator, 'Space'), press(first, 'Shift+X')]);
    await oneIsAsked();
    const rows = (await events(8)).filter((words) => words.includes('台账行'));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain((await dialogs())[0] ? '林二 first' : '林一 first');
  });

  it('leave a log and a book that name who did and saw what', async () => {
    const { 林一: administrator } = pages;
    await administrator.goto(address('#/log'));
    await administrator.reload();
    await administrator.locator('table.plain tbody tr').first().waitFor();
    const log = await administrator.locator('table.plain').innerText();
    for (const words of [/林二\s*合议/u, /林三\s*复核/u, /林二\s*初核/u]) expect(log).toMatch(words);
    await administrator.goto(address('#/people'));
    await administrator.getByRole('heading', { name: '查阅记录' }).waitFor();
    await administrator.getByRole('cell', { name: '林三', exact: true }).first().waitFor();
    await look(administrator, '24-人员');
    const { views } = JSON.parse((await ask('林一', 'views')).text) as ViewsPage;
    const saw = views.map(({ who, action, document }) => `${who} ${action} ${document ?? ''}`.trim());
    for (const line of [
      ...['林一 sign-in', '林二 sign-in', '林三 sign-in', '林二 view 1', '林三 view 1', '林二 view 4'],
      ...['林三 refused', '林一 log', '林三 view 4', '林一 view 2'],
    ])
      expect(saw, line).toContain(line);

    const { stdout } = await qinggui(['log', 'views', '--output', output]);
    expect(stdout).toMatch(/林三 {2}查看 {2}#1 /u);
    const verified = await qinggui(['log', 'verify', '--output', output]);
    expect(verified.stdout).toContain('决定日志完整');
    expect({ status: verified.status, stderr: verified.stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('have met no error, no other host and no breach of the content security policy', async () => {
    expect(troubles.flatMap(({ list }) => list)).toEqual([]);
    expect(await review.stop()).toBe(0);
  });
});
