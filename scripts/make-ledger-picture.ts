/**
 * Makes docs/images/ledger.png from the ledger of corpus/examples: the first sheet, with some of its rows. Needs LibreOffice
 * (`soffice`), `pdftoppm` and the Noto CJK fonts, which stand in for 宋体 and 仿宋.
 *
 * Run: npm start && node dist/scripts/make-ledger-picture.js output/台账.xlsx docs/images/ledger.png 1 7 8 11
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import exceljs from 'exceljs';

/** Dots per inch, and the part of the page that is shown, in dots. */
const RESOLUTION = 96;
const SHOWN = { x: 26, y: 52, width: 1070, height: 716 };
/** A3 upright is as wide as the form's landscape A4, and twice as high. */
const A3 = 8;

const FONTS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include>/etc/fonts/fonts.conf</include>
${['宋体', '仿宋'].map((name) => `<alias binding="same"><family>${name}</family><prefer><family>Noto Serif CJK SC</family></prefer></alias>`).join('\n')}
</fontconfig>`;

const [ledger, picture, ...shown] = process.argv.slice(2);
if (!ledger?.endsWith('.xlsx') || !picture?.endsWith('.png')) {
  console.error('usage: make-ledger-picture.js LEDGER.xlsx PICTURE.png ROW…');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'qinggui-picture-'));
const inFolder = (name: string): string => join(folder, name);
try {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(ledger);
  for (const { id } of book.worksheets.slice(1)) book.removeWorksheet(id);
  const sheet = book.worksheets[0]!;
  Object.assign(sheet.pageSetup, { paperSize: A3, orientation: 'portrait' });
  sheet.eachRow((row) => {
    const number = row.getCell(1).value;
    row.hidden = typeof number === 'number' && !shown.includes(String(number));
  });
  await book.xlsx.writeFile(inFolder('ledger.xlsx'));
  writeFileSync(inFolder('fonts.conf'), FONTS);
  mkdirSync(inFolder('profile'));
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(inFolder('profile'))}`,
      ...['--headless', '--convert-to', 'pdf', '--outdir', folder, inFolder('ledger.xlsx')],
    ],
    { stdio: 'ignore', env: { ...process.env, FONTCONFIG_FILE: inFolder('fonts.conf') } },
  );
  const { x, y, width, height } = SHOWN;
  const crop = ['-x', x, '-y', y, '-W', width, '-H', height].map(String);
  const one = ['-f', '1', '-singlefile', '-png', '-r', String(RESOLUTION)];
  execFileSync('pdftoppm', [...one, ...crop, inFolder('ledger.pdf'), picture.slice(0, -'.png'.length)]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
