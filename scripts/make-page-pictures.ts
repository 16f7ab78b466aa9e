/**
 * Makes the pictures of the review page in README: scans corpus/examples into a folder of its own, opens the page in Chromium
 * (`QINGGUI_BROWSER`, else /usr/bin/chromium) and decides on some documents by its keys, so that the pictures show work half
 * done. Needs the Noto CJK fonts.
 *
 * Run: npm run page-pictures [-- FOLDER]; docs/images by default.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import sharp from 'sharp';

const [folder = 'docs/images'] = process.argv.slice(2);
const PROFILE = ['--profile', 'corpus/profile.json'];
const SIZE = { width: 1440, height: 900 };
/** Of the lossy pictures; letters stay clean. */
const QUALITY = 80;
/** Documents that are confirmed before the picture of the list is taken. */
const CONFIRMED = 5;

const output = mkdtempSync(join(tmpdir(), 'qinggui-pictures-'));
const program = resolve('bin/qinggui.js');
execFileSync(process.execPath, [program, 'scan', 'corpus/examples', ...PROFILE, '--output', output], {
  stdio: 'ignore',
});
const review = spawn(
  process.execPath,
  [program, 'review', '--no-open', '--port', '0', '--output', output, ...PROFILE, '--reviewer', '林一'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const browser = await chromium.launch({
  executablePath: process.env.QINGGUI_BROWSER || '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const [said] = (await once(review.stdout, 'data')) as [Buffer];
  const page = await browser.newPage({ viewport: SIZE, reducedMotion: 'reduce' });
  await page.goto(said.toString().trim());
  await page.locator('a.open').first().waitFor();

  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  for (let at = 1; at <= CONFIRMED; at += 1) {
    await page.waitForURL(new RegExp(`#/document/${at}$`, 'u'));
    await page.locator('.finding[aria-current]').waitFor();
    if (at === 3) {
      // The page of a PDF, with some of its findings decided.
      await page.locator('#original img').first().waitFor();
      for (const key of ['c', 'x', 'c']) await page.keyboard.press(key);
      await picture(page, 'review-document');
    }
    await page.keyboard.press('Space');
  }
  await page.waitForURL(new RegExp(`#/document/${CONFIRMED + 1}$`, 'u'));
  for (const [place, name] of [
    ['', 'review-list'],
    ['overview', 'review-overview'],
  ] as const) {
    await page.goto(new URL(`/#/${place}`, page.url()).href);
    await page
      .locator(place === '' ? 'a.open' : '.chart img')
      .first()
      .waitFor();
    await picture(page, name);
  }
} finally {
  await browser.close();
  review.kill();
  await once(review, 'close');
  rmSync(output, { recursive: true, force: true });
}

/** A picture of what is shown once everything is saved and drawn, and the last message is gone. */
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.getByText('已保存', { exact: true }).waitFor();
  await page.evaluate(`Promise.all([...document.images].map((image) => {
    image.loading = 'eager';
    return image.decode();
  })).then(() => null)`);
  await page.locator('.notice-gone').waitFor({ state: 'attached' });
  await sharp(await page.screenshot())
    .webp({ quality: QUALITY, effort: 6 })
    .toFile(join(folder, `${name}.webp`));
}
