import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWER_HEADS, type ResultLine } from '../../reports/index.js';
import type { AuditView } from '../../review/audit-api.js';
import { LAYOUTS, type LayoutRow, UNIT } from '../audit/layouts.js';
import { BROWSER, openBrowser } from '../review/page/browser.js';
import { look, press, type Troubles, tabTo, troublesOf } from './page.js';
import { freePort, type Review, scanExamples, startReview } from './program.js';

if (!BROWSER) console.log('No Chromium is installed here: filed ledgers are not compared from end to end.');

const HOSTILE = '<img src=x onerror=alert(1)>《假想市信用办法》';

/** A credit office that gets a ledger, asks the unit, and hears from it. */
describe.skipIf(!BROWSER)('a filed ledger that is compared on the review page', () => {
  const output = mkdtempSync(join(tmpdir(), 'qinggui-e2e-audit-'));
  let port: number;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let troubles: Troubles;
  let review: Review;
  let rows: LayoutRow[];

  const comeIn = async (...who: string[]): Promise<void> => {
    review = await startReview(output, port, who);
    await page.goto(review.url);
    await page.locator('a.open').first().waitFor();
  };
  beforeAll(async () => {
    await scanExamples(output);
    const lines = (await readFile(join(output, 'results.jsonl'), 'utf8')).trim().split('\n');
    rows = lines.flatMap((line) => {
      const read = JSON.parse(line) as ResultLine;
      return read.status === 'read' && read.ledger ? [read.ledger as unknown as LayoutRow] : [];
    });
    port = await freePort();
    browser = await openBrowser();
    context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    troubles = await troublesOf(context, port);
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await comeIn('--reviewer', '林一');
  });
  afterAll(async () => {
    await browser?.close();
    await review?.kill();
    rmSync(output, { recursive: true, force: true });
  });

  const menu = () => page.getByRole('navigation', { name: '主要页面' });
  /** Lets files fall onto the place for them, as from a folder's window. */
  const drop = (files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<unknown> =>
    page.evaluate(`{
      const data = new DataTransfer();
      for (const [name, text] of ${JSON.stringify(
        files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')]),
      )})
        data.items.add(new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], name));
      document
        .querySelector('.drop')
        .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }`);
  const view = async (number: number): Promise<AuditView> =>
    (await context.request.get(`http://127.0.0.1:${port}/api/audits/${number}`)).json();
  const card = (words: string) => page.locator('article.audit-item', { hasText: words });
  const widthsAndThemes = async (name: string): Promise<void> => {
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [1440, 'dark'],
      [360, 'dark'],
      [360, 'light'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await look(page, `${name}-${width}-${colorScheme}`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };

  it('is dropped onto the page, with a file that is none', async () => {
    await tabTo(page, menu().getByRole('link', { name: '台账核对' }));
    await press(page, 'Enter');
    await page.getByRole('heading', { name: '新的核对' }).waitFor();
    const filed = [...rows.slice(1, -1), { ...rows[0]!, document: HOSTILE, disposal: '保留' }];
    filed[0] = { ...filed[0]!, punishment: filed[0]!.punishment === '是' ? '否' : '是' };
    await drop([
      { name: '发改局台账.xlsx', bytes: await LAYOUTS.国家样式!(filed) },
      { name: '说明.txt', bytes: new TextEncoder().encode('随文报送台账，请查收。') },
    ]);
    await page.getByText('读完 2 个文件，其中有台账的 1 个').waitFor();
    await page.getByText(`${UNIT}，${filed.length} 行`).waitFor();
    await page.getByText('没有在文件中找到已填报的台账').waitFor();
    await page.getByText('可选：').click();
    await page.getByLabel('应报送台账的单位').fill(`${UNIT}\n清水市水务局`);
    await widthsAndThemes('40-台账核对-新');
    await tabTo(page, page.getByRole('button', { name: '开始核对' }));
    await press(page, 'Enter');
    await page.getByText(/^核对完毕，共 \d+ 项$/u).waitFor();
  });

  it('shows what was planted with its evidence, and strangers’ words as words', async () => {
    const { items } = await view(1);
    const omitted = items.filter(({ kind }) => kind === 'omitted').map(({ subject }) => subject);
    expect(omitted).toEqual(expect.arrayContaining([rows[0]!.document, rows.at(-1)!.document]));
    const section = page.getByRole('region', { name: '应纳入未纳入' });
    const quoted = items.find(({ subject }) => subject === rows[0]!.document)!.evidence[0]!;
    await section.getByText(quoted.text).waitFor();
    await card('未报送台账').or(card('清水市水务局')).first().waitFor();
    await page.getByText('<img src=x onerror=alert(1)>').first().waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    await widthsAndThemes('41-台账核对');
    await page.setViewportSize({ width: 360, height: 900 });
    await card(HOSTILE).scrollIntoViewIfNeeded();
    await look(page, '41-台账核对-360-事项');
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('is answered by keys: one item, then several at once', async () => {
    await press(page, 'j', 'a');
    const dialog = page.getByRole('dialog', { name: '单位答复：采纳' });
    await dialog.waitFor();
    await look(page, '42-记录答复');
    await page.keyboard.type('已补报，见更正后的台账');
    await press(page, 'Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('已采纳，待更正').first().waitFor();
    const [first] = (await view(1)).items;
    expect(first).toMatchObject({
      state: 'accepted',
      replies: [{ kind: 'accepted', words: '已补报，见更正后的台账', who: '林一' }],
    });
    await press(page, 'j', 'Space', 'j', 'Space', 'c');
    await page.getByText('所选 2 项，都记为“办结”').waitFor();
    await press(page, 'Control+Enter');
    await page.getByText('已记录 2 项').waitFor();
    expect((await view(1)).items.slice(0, 3).map(({ state }) => state)).toEqual([
      'accepted',
      'closed',
      'closed',
    ]);
    // What is said is not taken back: the key of the other places does nothing here, least of all elsewhere.
    await press(page, 'u');
    await page.getByText('只增不改').waitFor();
  });

  it('leads to the document at the provision, and is found by state and words', async () => {
    await page.goto(`http://127.0.0.1:${port}/#/audit?kind=omitted`);
    await page.getByText('共 2 项').waitFor();
    await press(page, 'j', 'k');
    const { items } = await view(1);
    const id = await page.locator('article.audit-item[aria-current]').getAttribute('data-item');
    const first = items.find((each) => each.id === id);
    await press(page, 'Enter');
    await page.waitForURL(/#\/document\/\d+\?place=/u);
    await page.locator('.finding[aria-current]').waitFor();
    expect(await page.locator('.finding[aria-current]').getAttribute('aria-label')).toContain(
      first!.evidence[0]!.provision,
    );
    await page.goBack();
    await page.locator('article.audit-item').first().waitFor();
    // An answer that arrives while somebody is typing takes neither their letters nor their place.
    await page.route('**/api/audits/**', async (asked) => {
      await new Promise((done) => setTimeout(done, 1_000));
      await asked.continue();
    });
    const late = page.waitForResponse(/\/api\/audits\/1/u);
    await page.getByRole('button', { name: /^已办结/u }).click();
    await press(page, '/');
    await page.keyboard.type('没有这样');
    await late;
    await page.getByText('共 0 项').or(page.getByText('共 1 项')).first().waitFor();
    await page.keyboard.type('的词');
    await page.unroute('**/api/audits/**');
    expect(await page.locator('#search').inputValue()).toBe('没有这样的词');
    await press(page, 'Enter');
    await page.getByText('没有符合条件的事项').waitFor();
  });

  it('goes out as a workbook, which comes back filled in', async () => {
    await page.goto(`http://127.0.0.1:${port}/#/audit`);
    await page.getByText('下载：反馈事项表').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '反馈事项表（Excel）' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('反馈事项表（第1次核对）.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await download.path());
    const sheet = book.worksheets[0]!;
    const heads = (sheet.getRow(1).values as string[]).slice(1);
    const cell = (row: number, head: string) => sheet.getRow(row).getCell(heads.indexOf(head) + 1);
    const { id } = (await view(1)).items.find(({ state }) => state === 'open')!;
    const row = [2, 3, 4, 5, 6].find((at) => cell(at, ANSWER_HEADS.id).value === id)!;
    cell(row, ANSWER_HEADS.answer).value = '不采纳';
    cell(row, ANSWER_HEADS.words).value = '不是本单位文件';
    await page.getByText('读入单位交回的答复').click();
    troubles.mayFail = true;
    await drop([
      { name: '反馈事项表.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) },
      { name: '别的.txt', bytes: new TextEncoder().encode('无') },
    ]);
    await page.getByText('反馈事项表.xlsx：读入答复 1 项（不采纳 1）').waitFor();
    await page.getByText(/^别的\.txt：/u).waitFor();
    const item = (await view(1)).items.find((each) => each.id === id)!;
    expect(item).toMatchObject({ state: 'refused', replies: [{ words: '不是本单位文件', who: '林一' }] });
  });

  it('is corrected by the next one, and what was corrected stands apart', async () => {
    await press(page, 'm');
    await page.getByRole('heading', { name: '新的核对' }).waitFor();
    await page
      .locator('.drop input')
      .first()
      .setInputFiles({
        name: '更正后的台账.docx',
        mimeType: '',
        buffer: Buffer.from(await LAYOUTS.Word表格!(rows)),
      });
    await page.getByText('其中有台账的 1 个').waitFor();
    await page.getByRole('button', { name: '开始核对' }).click();
    await page.getByText(/^核对完毕/u).waitFor();
    await page.getByText(/^已更正 \d+ 项$/u).waitFor();
    await widthsAndThemes('43-更正后');
    const { corrected, round } = await view(2);
    expect(round.number).toBe(2);
    expect(corrected.items.map(({ subject }) => subject)).toContain(rows[0]!.document);
  });

  it('is nothing for the second reviewer', async () => {
    troubles.mayFail = true;
    expect(await review.stop()).toBe(0);
    await comeIn('--second', '--reviewer', '林二');
    expect(await menu().innerText()).not.toContain('台账核对');
    await page.goto(`http://127.0.0.1:${port}/#/audit`);
    await page.getByText('复核须独立进行').waitFor();
    expect((await context.request.get(`http://127.0.0.1:${port}/api/audits/1`)).status()).toBe(403);
    expect(troubles.list).toEqual([]);
  });
});
