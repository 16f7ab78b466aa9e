import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SampleDifferences, SampleTask } from '../../review/sample-api.js';
import { confirmRows } from '../cli/audit/confirm-rows.js';
import { qinggui } from '../cli/run.js';
import { BROWSER, openBrowser } from '../review/page/browser.js';
import { drawn, look, press, type Troubles, tabTo, troublesOf, watchMouse } from './page.js';
import { freePort, PROFILE, type Review, scanExamples, startReview } from './program.js';

if (!BROWSER) console.log('No Chromium is installed here: audit samples are not answered from end to end.');

const SIZE = 8;
const KNOWN = 4;
const QUESTIONS = SIZE + KNOWN;
/** What a careful reviewer of this test says: by words alone, as they stand on the page. */
const isOne = (words: string): boolean => /黑名单|信用|失信/u.test(words);

/** Two reviewers at one machine, one after the other, and nothing but its keyboard. */
describe.skipIf(!BROWSER)('an audit sample that is answered on the review page', () => {
  const output = mkdtempSync(join(tmpdir(), 'qinggui-e2e-sample-'));
  let port: number;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let troubles: Troubles;
  let review: Review;
  const ours = (...args: string[]) => qinggui(['audit', 'sample', ...args, '--output', output]);

  /** Starts the program for a person, and comes in by its address. */
  const comeIn = async (...who: string[]): Promise<void> => {
    review = await startReview(output, port, who);
    await page.goto(review.url);
    await page.locator('a.open').first().waitFor();
  };
  beforeAll(async () => {
    await scanExamples(output);
    port = await freePort();
    browser = await openBrowser();
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    troubles = await troublesOf(context, port);
    await watchMouse(context);
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
  });
  afterAll(async () => {
    await browser?.close();
    await review?.kill();
    rmSync(output, { recursive: true, force: true });
  });

  const menu = () => page.getByRole('navigation', { name: '主要页面' });
  const goToSamples = async (): Promise<void> => {
    await tabTo(page, menu().getByRole('link', { name: '抽查' }));
    await press(page, 'Enter');
    await page.locator('article.difference').first().waitFor();
  };
  /** The number of the question in front, once its words are there. */
  const front = async (): Promise<number> => {
    await drawn(page);
    await page.locator('.question-text').waitFor();
    return Number(await page.locator('.question-number').innerText());
  };
  const answer = async (letters: (words: string) => string): Promise<void> => {
    for (const letter of letters(await page.locator('.question-text').innerText()) || 'n')
      await press(page, letter.toLowerCase());
  };
  const ask = async <T>(path: string): Promise<T> =>
    (await context.request.get(`http://127.0.0.1:${port}/api/${path}`)).json() as Promise<T>;
  const handIn = async (count: number): Promise<void> => {
    await press(page, 'h');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('交卷后答案不能更改').waitFor();
    // What is pressed most does nothing here.
    await press(page, 'Enter');
    expect(await dialog.isVisible()).toBe(true);
    await tabTo(page, dialog.getByRole('button', { name: `交卷 ${count} 条` }));
    await press(page, 'Enter');
    await dialog.waitFor({ state: 'detached' });
  };

  it('has no place in the menu before a sample is drawn', async () => {
    await comeIn('--reviewer', '林一');
    expect(await menu().innerText()).not.toContain('抽查');
    // Rows as if they had been confirmed, one by one.
    expect(await review.stop()).toBe(0);
    await confirmRows(output);
    const size = ['--size', `${SIZE}`, '--known', `${KNOWN}`, '--looks', '2', '--recall', '0.5'];
    const run = await ours('draw', ...PROFILE, ...size, '--seed', '第18期');
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('is answered by keys alone, taken back and corrected, and kept when the window is closed', async () => {
    await comeIn('--reviewer', '林一');
    await goToSamples();
    expect(await page.locator('article.difference').innerText()).toContain(`已交卷 0 / ${QUESTIONS} 条`);
    await look(page, '30-抽查');
    await press(page, 'j', 'Enter');
    expect(await front()).toBe(1);
    // Nothing is 无 unless somebody says so.
    await press(page, 'Enter');
    await page.getByText('或按 N 表示“无”').waitFor();
    expect(await front()).toBe(1);
    await press(page, 'd', 'b', 'd');
    expect(await page.locator('.answer-state').innerText()).toBe('您的答案：B');
    await press(page, 'u');
    expect(await page.locator('.answer-state').innerText()).toBe('您的答案：D、B');
    await press(page, 'Shift+U', 'b', 'n', 'c');
    await page.locator('.beside, .question .hint').first().waitFor();
    await look(page, '31-抽查作答');
    await page.setViewportSize({ width: 360, height: 780 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await look(page, '31-抽查作答-窄');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1440, height: 900 });
    await press(page, 'n');
    expect(await page.locator('.answer-state').innerText()).toBe('您的答案：未答');

    for (let number = 1; number <= 5; number += 1) {
      expect(await front()).toBe(number);
      await answer((words) => (isOne(words) ? 'DB' : ''));
      await press(page, 'Enter');
    }
    // A second window of the same person knows of it at once.
    const other = await context.newPage();
    await other.goto(`http://127.0.0.1:${port}/#/sample?number=1`);
    await other.getByText('暂存本机未交 5 条').waitFor();
    await press(page, 'n');
    await other.getByText('暂存本机未交 6 条').waitFor();
    await press(page, 'n');
    await other.getByText('暂存本机未交 5 条').waitFor();
    await other.close();
    // Nothing of it is with the server yet; the browser has it, also after the window was closed.
    expect((await ask<SampleTask>('samples/1')).handed).toEqual([]);
    await page.close();
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`http://127.0.0.1:${port}/#/samples`);
    await page.getByText('本机暂存 5 条未交').waitFor();
    await page.goto(`http://127.0.0.1:${port}/#/sample?number=1`);
    expect(await front()).toBe(6);
    await press(page, 'ArrowUp', 'k', 'a');
    expect(await front()).toBe(6);
  });

  it('is handed in a part at a time, for good', async () => {
    await answer((words) => (isOne(words) ? 'DB' : ''));
    await handIn(6);
    await page.getByText('已交卷 6 条').first().waitFor();
    expect(await front()).toBe(7);
    expect(await page.locator('.sample-head').innerText()).toContain(`答到第 ${QUESTIONS} 条并交卷`);
    await press(page, 'k', 'q');
    await page.getByText('这一条已经交卷，不能更改').waitFor();
    await press(page, 'a');
    for (let number = 7; number <= QUESTIONS; number += 1) {
      expect(await front()).toBe(number);
      await answer((words) => (isOne(words) ? 'DP' : ''));
      await press(page, 'Enter');
    }
    await page.getByText('都答完了').waitFor();
    await handIn(QUESTIONS - 6);
    await goToSamples();
    await page.getByText('您的部分已全部交卷').waitFor();
    const { handed } = await ask<SampleTask>('samples/1');
    expect(handed.map(({ question }) => question)).toEqual(
      Array.from({ length: QUESTIONS }, (_, at) => at + 1),
    );
    expect(handed.some(({ answer: said }) => said === '')).toBe(true);
    expect(handed.some(({ answer: said }) => said === 'DB')).toBe(true);
  });

  it('gives a certificate that comes out again', async () => {
    const status = await ours('status');
    expect(status.stdout).toContain(`初核：林一，${QUESTIONS} 条`);
    const certificate = await ours('certificate', '--to', join(output, '证书'));
    expect(certificate.stdout).toContain('以 95% 的把握');
    const verified = await qinggui(['audit', 'verify', join(output, '证书', '抽查证书.json')]);
    expect(verified).toMatchObject({ status: 0, stderr: '' });
    expect(verified.stdout).toContain('证书全部重算一致');
  });

  let differing: number[];
  it('is answered by a second reviewer, who begins with nothing', async () => {
    expect(await review.stop()).toBe(0);
    await comeIn('--second', '--reviewer', '林二');
    await goToSamples();
    expect(await page.locator('article.difference').innerText()).toContain(`已交卷 0 / ${QUESTIONS} 条`);
    await press(page, 'j', 'Enter');
    const odd: number[] = [];
    for (let number = 1; number <= QUESTIONS; number += 1) {
      expect(await front()).toBe(number);
      expect(await page.locator('.answer-state').innerText()).toBe('您的答案：未答');
      // Two answers the other way round.
      await answer((words) => {
        const turned = number === 2 || number === 9;
        if (turned) odd.push(number);
        return isOne(words) !== turned ? 'P' : '';
      });
      await press(page, 'Enter');
    }
    differing = odd;
    await handIn(QUESTIONS);
    await goToSamples();
    expect(await page.locator('article.difference').innerText()).not.toContain('合议');
    const split = await ours('certificate', '--to', join(output, '未合议'));
    expect(split.status).toBe(2);
    expect(split.stderr).toContain('待合议 1 条');
    expect(await review.stop()).toBe(0);
  });

  it('is settled where the two differ, up to the next look and then to the last', async () => {
    await comeIn('--reviewer', '林一');
    for (const number of differing) {
      const { items } = await ask<SampleDifferences>('samples/1/differences');
      expect(items.map((each) => each.number)).toEqual([number]);
      await goToSamples();
      await tabTo(page, page.getByRole('link', { name: '合议：两人有 1 条不一致' }));
      await press(page, 'Enter');
      expect(await front()).toBe(number);
      if (number === 2) await look(page, '32-抽查合议');
      await press(page, '2', 'Enter');
      expect(await page.locator('.answer-state').innerText()).toBe(
        `合议结果：${items[0]!.second === '' ? '无' : 'P'}`,
      );
      await handIn(1);
    }
    await page.getByText('没有待合议的条目').waitFor();
    const certificate = await ours('certificate', '--to', join(output, '两人'));
    expect(certificate.stdout).toContain('以 95% 的把握');
    const verified = await qinggui(['audit', 'verify', join(output, '两人', '抽查证书.json')]);
    expect(verified).toMatchObject({ status: 0, stderr: '' });
  });

  it('has met no error, no mouse, no other host and no breach of the content security policy', async () => {
    expect(troubles.list).toEqual([]);
    expect(await review.stop()).toBe(0);
  });
});
