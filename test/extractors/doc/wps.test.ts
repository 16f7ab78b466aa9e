import { parse, utils, write } from 'cfb';
import { expect, it } from 'vitest';
import { detectFormat, extract } from '../../../extractors/index.js';
import { docBytes } from './build-doc.js';

const withStream = (bytes: Uint8Array, name: string): Uint8Array => {
  const container = parse(Buffer.from(bytes));
  utils.cfb_add(container, `/${name}`, Buffer.from('0Table'));
  return new Uint8Array(write(container, { type: 'buffer' }) as Buffer);
};

it('a .wps of Kingsoft Writer, which has the streams of Word beside its own, is read as a .doc', async () => {
  const doc = docBytes({ body: [{ runs: [['第一条 为了规范信用管理，制定本办法。']] }] });
  const bytes = withStream(doc, 'WpsCustomData');
  const format = await detectFormat(bytes);
  expect(format).toBe('doc');
  expect((await extract(bytes, format)).text).toBe('第一条 为了规范信用管理，制定本办法。');
});

it('a .wps of another structure asks for LibreOffice', async () => {
  const container = utils.cfb_new();
  utils.cfb_add(container, '/WpsContent', Buffer.from('text'));
  const bytes = new Uint8Array(write(container, { type: 'buffer' }) as Buffer);
  const format = await detectFormat(bytes);
  expect(format).toBe('wps');
  await expect(extract(bytes, format)).rejects.toMatchObject({ reason: { code: 'needs-tool' } });
});
