import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import cfb from 'cfb';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_READING, detectFormat, extract } from '../../../extractors/index.js';
import { convert } from '../../../extractors/libreoffice/convert.js';
import type { FileFormat } from '../../../model/index.js';
import { workbookStream, xlsFile } from '../../fixtures/xls.js';
import { docxBytes, paragraph } from '../docx/build-docx.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fake-office-'));
  // What the program is given as its private folder must go as well.
  vi.stubEnv('TMPDIR', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** A program in LibreOffice's place; in its script, $out is the result's path, $source the file. */
const office = async (script: string): Promise<string> => {
  const path = join(folder, 'soffice');
  const head = `#!/bin/sh
while [ $# -gt 1 ]; do
  case "$1" in --convert-to) target=\${2%%:*};; --outdir) out="$2/source.$target"; break;; esac
  shift
done
for source in "$@"; do :; done
`;
  await writeFile(path, head + script);
  await chmod(path, 0o755);
  vi.stubEnv('QINGGUI_SOFFICE', path);
  return path;
};

/** A program whose result is these bytes. */
const officeThatMakes = async (result: Uint8Array): Promise<string> => {
  await writeFile(join(folder, 'result'), result);
  return office(`cp '${join(folder, 'result')}' "$out"\n`);
};

/** The private folders of conversions that are left. */
const leftovers = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith('qinggui-office-'));

const compound = (...streams: string[]): Uint8Array => {
  const container = cfb.utils.cfb_new();
  for (const name of streams) cfb.utils.cfb_add(container, name, Buffer.alloc(64, 1));
  return new Uint8Array(cfb.write(container, { type: 'buffer' }) as Buffer);
};
const wps = compound('/MatOST');
const brokenDoc = compound('/WordDocument', '/1Table');
const codeOf = (bytes: Uint8Array, format: FileFormat): Promise<string> =>
  extract(bytes, format).then(
    () => 'read',
    (error) => error.reason.code,
  );
const text = '第一条　多次失信的，列入“黑名单”。';

describe.skipIf(process.platform === 'win32')('the second reader', () => {
  it('reads what has no reader of its own as the converted file, and says so', async () => {
    await officeThatMakes(await docxBytes({ body: paragraph(text) }));
    const onProgress = vi.fn();
    const manuscript = await extract(wps, 'wps', { ...DEFAULT_READING, onProgress });
    expect(manuscript).toMatchObject({ format: 'wps', text, metadata: [] });
    expect(manuscript.notes.map(({ code }) => code)).toEqual(['office-converted']);
    expect(onProgress).toHaveBeenCalledTimes(2);
    expect(await leftovers()).toEqual([]);
  });

  it('reads a version that the own reader refuses', async () => {
    await officeThatMakes(await docxBytes({ body: paragraph(text) }));
    const stream = Buffer.alloc(4096);
    stream.writeUInt16LE(0xa5dc, 0);
    const container = cfb.utils.cfb_new();
    cfb.utils.cfb_add(container, '/WordDocument', stream);
    const word95 = new Uint8Array(cfb.write(container, { type: 'buffer' }) as Buffer);
    expect(await extract(word95, 'doc')).toMatchObject({ format: 'doc', text });
  });

  it('mends a damaged file where it can, and sends a person to it', async () => {
    await officeThatMakes(await docxBytes({ body: paragraph(text) }));
    const { notes } = await extract(brokenDoc, 'doc');
    expect(notes.map(({ code }) => code)).toEqual(['office-repaired']);
  });

  const CASES: readonly (readonly [string, string])[] = [
    ['crashes', 'kill -SEGV $$'],
    ['fails', 'exit 1'],
    ['makes nothing', 'exit 0'],
    ['makes an empty file', ': > "$out"'],
  ];
  it.each(CASES)('of a foreign format that %s is named', async (_what, script) => {
    await office(script);
    expect(await codeOf(wps, 'wps')).toBe('unsupported');
    expect(await leftovers()).toEqual([]);
  });

  it.each([...CASES, ['makes garbage', 'head -c 5000 "$0" > "$out"']] as const)(
    'leaves a damaged file’s first error where it %s',
    async (_what, script) => {
      await office(script);
      expect(await codeOf(brokenDoc, 'doc')).toBe('corrupt');
      expect(await leftovers()).toEqual([]);
    },
  );

  it('gives what the reader of the result says of garbage and of an empty document', async () => {
    await office('echo garbage > "$out"');
    expect(await codeOf(wps, 'wps')).toBe('corrupt');
    await officeThatMakes(await docxBytes({ body: paragraph('') }));
    expect(await codeOf(wps, 'wps')).toBe('no-text');
  });

  it('hands an untouched copy and a private profile without macros, network and links', async () => {
    await office(
      `cp "$source" '${folder}/seen'; cp "$HOME"/profile/user/*.xcu '${folder}/profile'; env > '${folder}/env'`,
    );
    vi.stubEnv('QINGGUI_SECRET', 'x');
    await codeOf(wps, 'wps');
    const { readFile } = await import('node:fs/promises');
    expect(new Uint8Array(await readFile(join(folder, 'seen')))).toEqual(wps);
    expect(await readFile(join(folder, 'profile'), 'utf8')).toMatch(
      /"MacroSecurityLevel"[^<]*<value>3.*"DisableMacrosExecution"[^<]*<value>true.*"ooInetProxyType"[^<]*<value>2/s,
    );
    expect(await readFile(join(folder, 'env'), 'utf8')).not.toContain('SECRET');
  });

  const limits = { milliseconds: 20_000, fileBytes: 65_536 };
  const CONVERSION = { filters: ['any'], target: 'docx' } as const;
  const tried = (program: string, milliseconds = limits.milliseconds) =>
    convert(program, wps, CONVERSION, () => undefined, { ...limits, milliseconds }).then(
      (made) => (made ? 'made' : 'nothing'),
      (error) => error.reason.code,
    );

  it('ends a program that hangs, with all that it has started', async () => {
    const program = await office(`(sleep 1; echo late > '${folder}/late') & sleep 4`);
    const before = Date.now();
    expect(await tried(program, 300)).toBe('timeout');
    expect(Date.now() - before).toBeLessThan(3000);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await readdir(folder)).not.toContain('late');
    expect(await leftovers()).toEqual([]);
  });

  it('ends what a program leaves running behind it', async () => {
    const program = await office(`(sleep 1; echo late > '${folder}/late') & exit 0`);
    expect(await tried(program)).toBe('nothing');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await readdir(folder)).not.toContain('late');
  });

  it('lets no result grow beyond its limit', async () => {
    const program = await office('head -c 1000000 /dev/zero > "$out"');
    expect(await tried(program)).toBe('too-large');
    expect(await leftovers()).toEqual([]);
  });

  it('says that it does not start', async () => {
    const program = join(folder, 'soffice');
    await writeFile(program, 'no program');
    expect(await tried(program)).toBe('needs-tool');
    expect(await tried(join(folder, 'absent'))).toBe('needs-tool');
  });
});

describe('without LibreOffice', () => {
  beforeEach(() => vi.stubEnv('QINGGUI_SOFFICE', ''));

  it.each<readonly [FileFormat, Uint8Array, string]>([
    ['wps', wps, '旧版 WPS 或 Works 文字'],
    ['ppt', compound('/PowerPoint Document'), 'PowerPoint 97-2003 演示文稿'],
    [
      'xls',
      xlsFile(workbookStream([{ name: '甲', records: [] }], [], 0x0500), 'Book'),
      'Excel 95 及更早版本的表格',
    ],
  ])('a %s names what is needed', async (format, bytes, what) => {
    await expect(extract(bytes, format)).rejects.toMatchObject({
      reason: { code: 'needs-tool', message: expect.stringContaining(`LibreOffice（${what}）`) },
    });
  });

  it('a binary workbook (.xlsb) names what is needed', async () => {
    const zip = new JSZip();
    zip.file('xl/workbook.bin', 'x');
    zip.file(
      '_rels/.rels',
      '<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
    );
    const bytes = await zip.generateAsync({ type: 'uint8array' });
    await expect(extract(bytes, await detectFormat(bytes))).rejects.toMatchObject({
      reason: { code: 'needs-tool', message: expect.stringContaining('xlsb') },
    });
  });

  it('an encrypted presentation of PowerPoint 97-2003 says so', async () => {
    const user = Buffer.alloc(64);
    user.writeUInt32LE(0xf3d1c4df, 12);
    const container = cfb.utils.cfb_new();
    cfb.utils.cfb_add(container, '/PowerPoint Document', Buffer.alloc(64, 1));
    cfb.utils.cfb_add(container, '/Current User', user);
    const bytes = new Uint8Array(cfb.write(container, { type: 'buffer' }) as Buffer);
    expect(await codeOf(bytes, await detectFormat(bytes))).toBe('encrypted');
  });

  it('a damaged file keeps its reason', async () => {
    expect(await codeOf(brokenDoc, 'doc')).toBe('corrupt');
  });
});
