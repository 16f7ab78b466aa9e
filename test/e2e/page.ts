import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where the pictures of a run lie. */
const FOLDER = resolve('test-results', 'review');
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Presses keys one after the other, as fast as a person can. */
export const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Goes on by Tab until an element has the focus: whatever can be reached so can be used without a mouse. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  for (let tabs = 0; tabs < 200; tabs += 1) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by Tab: ${target}`);
};

/** Until what was pressed just now is drawn: before that a page says what it said before. */
export const drawn = (page: Page): Promise<unknown> =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))');

/** Until the page says that the server has everything. */
export const saved = async (page: Page): Promise<void> => {
  await drawn(page);
  await page.getByText('已保存', { exact: true }).waitFor();
};

/** Until a document is open. @param title a part of its name. */
export const opened = (page: Page, title: string): Promise<void> =>
  page.locator('.document-line h1', { hasText: title }).waitFor();

/** What must never happen while a page is used. */
export interface Troubles {
  readonly list: string[];
  /** While the server is away, or refuses what it must, a browser may say so. */
  mayFail: boolean;
}

/** Listens to a browser: errors of scripts, what the content security policy stops, requests to others, a mouse. */
export const troublesOf = async (context: BrowserContext, port: number): Promise<Troubles> => {
  const troubles: Troubles = { list: [], mayFail: false };
  const own = `http://127.0.0.1:${port}/`;
  context.on('request', (request) => {
    if (!request.url().startsWith(own)) troubles.list.push(`request to ${request.url()}`);
  });
  context.on('weberror', (error) => troubles.list.push(String(error.error())));
  context.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    const failed = message.text().startsWith('Failed to load resource');
    if (!(failed && troubles.mayFail)) troubles.list.push(message.text());
  });
  return troubles;
};

/** Counts the uses of a mouse in a page's lifetime; what keys do is no use of it. */
export const watchMouse = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    (globalThis as unknown as EventTarget).addEventListener(
      'pointerdown',
      () => console.error('a mouse was used'),
      true,
    );
  });

/** Pictures below the window would wait until they are scrolled to. */
const PICTURES_DRAWN = `Promise.all([...document.images].map((image) => {
  image.loading = 'eager';
  return image.complete || new Promise((done) => { image.onload = image.onerror = done; });
})).then(() => null)`;

/** Keeps a picture of what is shown, and finds what axe-core calls serious or critical in it. */
export const look = async (page: Page, name: string): Promise<void> => {
  await page.evaluate(PICTURES_DRAWN);
  await mkdir(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  const axe = await readFile(AXE, 'utf8');
  const { violations } = (await page.evaluate(`(async () => { ${axe}; return axe.run(document); })()`)) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[];
  };
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`),
    name,
  ).toEqual([]);
};
