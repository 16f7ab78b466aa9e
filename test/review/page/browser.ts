import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

const PLACES = [
  process.env.QINGGUI_BROWSER ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];
/** The browser of this machine; undefined where none is found: tests that need one are skipped. */
export const BROWSER = PLACES.find((path) => path !== '' && existsSync(path));

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: BROWSER!, args: ['--no-sandbox'] });

/** What goes wrong on a page: errors of scripts, and whatever its content security policy stops. */
export const troublesOf = (page: Page): string[] => {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy|Uncaught/u.test(message.text())) troubles.push(message.text());
  });
  return troubles;
};

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What of WCAG 2.2 AA a machine sees broken on a page, each in a line. */
export const accessTroubles = async (page: Page): Promise<string[]> => {
  const axe = await readFile(AXE, 'utf8');
  const found = (await page.evaluate(
    `(async () => { ${axe}; return axe.run(document, { runOnly: ${JSON.stringify(LEVELS)} }); })()`,
  )) as { violations: { id: string; nodes: { html: string }[] }[] };
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
};
