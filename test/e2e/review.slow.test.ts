import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogPage } from '../../review/api.js';
import { qinggui } from '../cli/run.js';
import { BROWSER, openBrowser } from '../review/page/browser.js';
import { drawn, look, opened, press, saved, type Troubles, tabTo, troublesOf, watchMouse } from './page.js';
import { exportedLedger, freePort, type Review, scanExamples, startReview } from './program.js';
import { cellsOf, readBook } from './workbook.js';

if (!BROWSER) console.log('No Chromium is installed here: the review page is not tried from end to end.');

/** The mark of a row is another one in each database; which decision it follows is not. */
const withoutMark = (cell: string): string => cell.replace(/^(QG-\d+-\d+)-[0-9a-f]{8}$/u, '$1');

/** JSON with a decision or a row in each line, without the empty cells at its end. */
const written = (lists: Readonly<Record<string, readonly (string | readonly string[])[]>>): string => {
  const lineOf = (entry: string | readonly string[]): string =>
    JSON.stringify(
      typeof entry === 'string' ? entry : entry.slice(0, entry.findLastIndex((cell) => cell !== '') + 1),
    );
  const listOf = ([name, entries]: readonly [string, readonly (string | readonly string[])[]]): string =>
    `"${name}": [\n${entries.map(lineOf).join(',\n')}\n]`;
  return `{\n${Object.entries(lists).map(listOf).join(',\n')}\n}\n`;
};

/**
 * The whole way of a clerk, each step where the one before has left things: the compiled program, the examples as they are
 * scanned, a real browser, and nothing but its keyboard.
 */
describe.skipIf(!BROWSER)('one clerk with a keyboard, from the scan to the exported ledger', () => {
  const output = mkdtempSync(join(tmpdir(), 'qinggui-e2e-'));
  let port: number;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let troubles: Troubles;
  let review: Review;
  const startAgain = () => startReview(output, port, ['--reviewer', '林一']);
  beforeAll(async () => {
    await scanExamples(output);
    port = await freePort();
    review = await startAgain();
    browser = await openBrowser();
    context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    troubles = await troublesOf(context, port);
    await watchMouse(context);
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(review.url);
    await page.locator('a.open').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await review?.kill();
    rmSync(output, { recursive: true, force: true });
  });

  const finding = () => page.locator('.finding[aria-current]');
  const stands = async (): Promise<string[]> =>
    (await page.locator('.finding').evaluateAll((all) => all.map((each) => each.ariaLabel ?? ''))).map(
      (words) => words.replace(/^(\w) .*，(.*)，(.*)$/u, '$2 $1 $3'),
    );
  /** Until the first findings stand so. */
  const stand = (wanted: readonly string[]) =>
    expect.poll(async () => (await stands()).slice(0, wanted.length), { timeout: 10_000 }).toEqual(wanted);
  /** What the log says of a document, as the page itself asks for it. */
  const logOf = async (document: number): Promise<string[]> => {
    const answer = await context.request.get(`http://127.0.0.1:${port}/api/log?document=${document}`);
    const { events } = (await answer.json()) as LogPage;
    return events.map(({ act, subject, after }) => `${act} ${subject} ${JSON.stringify(after)}`).reverse();
  };
  const goTo = async (name: string): Promise<void> => {
    await tabTo(page, page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name }));
    await press(page, 'Enter');
  };
  const selected = (): Promise<string> => page.evaluate('getSelection().toString()');
  const pressUntil = async (key: string, done: () => Promise<boolean>): Promise<void> => {
    for (let times = 0; times < 40; times += 1) {
      await drawn(page);
      if (await done()) return;
      await press(page, key);
    }
    throw new Error(`${key} leads nowhere: ${await selected()}`);
  };

  it('opens the first document from the list, confirms its findings and its row, and is led to the next', async () => {
    await look(page, '01-文件清单');
    await press(page, 'j', 'Enter');
    await opened(page, '清水市生活垃圾分类管理条例');
    await finding().waitFor();
    await look(page, '02-文件-文字');
    await press(page, 'c', 'c');
    await saved(page);
    await stand(['第十三条 D 成立', '第十三条 B 成立']);
    await press(page, 'Space');
    await opened(page, '清水市交通运输局关于加强交通运输信用管理的通知');
  });

  it('rejects a finding, takes a mistaken one back, and writes into a cell', async () => {
    await finding().waitFor();
    await press(page, 'x', 'c', 'x');
    await saved(page);
    await press(page, 'u');
    await page.getByText('已撤销').waitFor();
    await stand(['一、（一） D 不成立', '一、（二） D 成立', '一、（二） B 未决定', '一、（二） P 未决定']);
    await press(page, 'r');
    await tabTo(page, page.locator('#cell-responsiblePerson'));
    await press(page, 'Control+a');
    await page.keyboard.type('林五，运输科科长');
    await press(page, 'Control+Enter');
    await saved(page);
    await look(page, '03-台账行');
    await press(page, 'Space');
    await opened(page, '清水市个人信用信息管理办法');
  });

  it('loses nothing when the server is killed under the open page, and writes nothing twice', async () => {
    await finding().waitFor();
    await page.locator('#original img').first().waitFor();
    await look(page, '04-文件-图像');
    troubles.mayFail = true;
    // Whether the first one has arrived before the end nobody knows.
    await press(page, 'c');
    await review.kill();
    await press(page, 'x', 'c');
    await page.getByText(/未保存 [23] 项/u).waitFor();
    await press(page, 'Space');
    await page.getByText('前面的改动还没有存到服务器').waitFor();
    await look(page, '05-服务中断');
    review = await startAgain();
    await saved(page);
    troubles.mayFail = false;
    const said = await logOf(3);
    expect(said.map((words) => words.replace(/^do finding:\w+\.0:/u, ''))).toEqual([
      'D {"verdict":"confirmed"}',
      'D {"verdict":"rejected"}',
      'D {"verdict":"confirmed"}',
    ]);
    expect(new Set(said).size).toBe(3);
  });

  it('shows after a reload what was decided, without a new sign-in', async () => {
    await page.reload();
    await finding().waitFor();
    await stand(['第二条 D 成立', '第三条 D 不成立', '第四条 D 成立', '第五条 P 未决定']);
    await press(page, 'Space');
    await opened(page, '青岭区生活垃圾分类管理办法');
  });

  it('leaves a document out of the ledger, and answers what the tool could not', async () => {
    await press(page, 'Shift+X');
    await opened(page, '青岭区交通运输局');
    for (const next of [
      '青岭区个人信用信息积分',
      '食品生产经营者信用档案',
      '规范户外广告设置',
      '清水市劳务市场诚信管理办法',
    ]) {
      await press(page, 'Space');
      await opened(page, next);
    }
    await press(page, 'Space');
    await opened(page, '清水市建筑施工企业信用修复');
    await press(page, 'Space');
    await opened(page, '青岭区养犬管理实施细则');
    await press(page, 'r');
    await tabTo(page, page.locator('#cell-localBasis'));
    await press(page, 'Home');
    await saved(page);
    await tabTo(page, page.locator('#cell-disposal'));
    await press(page, 'Home', 'ArrowDown', 'Escape');
    await saved(page);
    await press(page, 'Space');
    await opened(page, '2023年社会信用体系建设工作要点');
    await press(page, 'Space');
    await opened(page, '清水市政府采购供应商');
    await press(page, 'Space');
    await page.getByText('没有下一份待确认的文件了').waitFor();
  });

  it('corrects a word of a scan and adds a passage that was missed in it', async () => {
    await press(page, 'g', 'l');
    await page.locator('a.open').first().waitFor();
    await press(page, '/');
    await page.keyboard.type('信访事项办理规程');
    await press(page, 'Enter');
    await page.locator('.list-words', { hasText: '共 1 份' }).waitFor();
    await press(page, 'Escape', 'j', 'Enter');
    await opened(page, '清水市信访事项办理规程');
    await page.locator('#original img').first().waitFor();
    await look(page, '06-扫描件');
    await press(page, 'v', 'j');
    await pressUntil('ArrowRight', async () => (await selected()).startsWith('六'));
    await pressUntil('Control+Shift+ArrowRight', async () => (await selected()) === '六十日');
    await press(page, 'o');
    await page.getByRole('dialog', { name: /改正识别文字/u }).waitFor();
    await look(page, '07-改正识别文字');
    await page.keyboard.type('九十日');
    await press(page, 'Enter');
    await saved(page);
    await page.locator('#original', { hasText: '自受理之日起九十日内办结' }).waitFor();
    await press(page, 'v', 'j', '3');
    await page.getByText('增加 P').waitFor();
    await saved(page);
    await stand(['第二条 P 成立']);
    await press(page, 'Space');
    await page.getByText('没有下一份待确认的文件了').waitFor();
  });

  it('shows figures, differences, help and the log, which proves itself whole', async () => {
    await goTo('总览');
    await page.getByRole('heading', { name: '总览' }).waitFor();
    await look(page, '08-总览');
    await goTo('差异');
    await page.getByText('没有差异').waitFor();
    await look(page, '09-差异-无');
    await goTo('决定记录');
    await tabTo(page, page.getByRole('button', { name: '核验记录' }));
    await press(page, 'Enter');
    await page.getByText('记录完整').waitFor();
    await look(page, '10-决定记录');
    await press(page, '?');
    await page.getByRole('dialog', { name: '键盘帮助' }).waitFor();
    await look(page, '11-键盘帮助');
    await press(page, 'Escape', 's');
    await page.getByRole('dialog').waitFor();
    await look(page, '12-标签说明');
    await press(page, 'Escape');
  });

  it('exports the ledger by the page as by the command, with exactly what was decided', async () => {
    await goTo('导出导入');
    await page.getByRole('heading', { name: '导出导入' }).waitFor();
    await look(page, '13-导出导入');
    await tabTo(page, page.getByRole('link', { name: '台账（Excel）' }));
    const coming = page.waitForEvent('download');
    await press(page, 'Enter');
    const download = await coming;
    expect(download.suggestedFilename()).toBe('台账.xlsx');
    const taken = join(output, '下载.xlsx');
    await download.saveAs(taken);
    const { sheets, remark } = await readBook(taken);
    expect(await cellsOf(await exportedLedger(output))).toEqual(sheets);

    const answer = await context.request.get(`http://127.0.0.1:${port}/api/log`);
    const { events, total } = (await answer.json()) as LogPage;
    expect(events).toHaveLength(total);
    const decided = [...events]
      .reverse()
      .map(
        ({ seq, who, lane, act, about, words }) => `${seq} ${who} ${lane} ${act} ${about.title}：${words}`,
      );
    // The form itself; what stands beside it says the same in the words of many other tests.
    const form = Object.values(sheets)[0]!.map((row) => row.map(withoutMark));
    await expect(written({ decided, form })).toMatchFileSnapshot('expected/one-clerk.json');

    const head = /[0-9a-f]{64}/u.exec(remark)?.[0] ?? '';
    const { status, stdout, stderr } = await qinggui(['log', 'verify', '--output', output, '--head', head]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`决定日志完整：共 ${total} 条`);
    expect(stdout).toContain(`所给的校验值是第 ${total} 条`);
  });

  it('has met no error, no other host, no breach of its content security policy and no mouse, and stops when asked', async () => {
    expect(troubles.list).toEqual([]);
    expect(await review.stop()).toBe(0);
  });
});
