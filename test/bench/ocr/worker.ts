/** A process that recognises the pages it is sent, for the throughput of several side by side. */
import { readFileSync } from 'node:fs';
import { recognise } from '../../../extractors/ocr/recognise.js';

/** A page as its pixels in a file. */
export interface PageFile {
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

process.on('message', async ({ path, width, height, scale }: PageFile) => {
  await recognise({ width, height, scale, data: readFileSync(path) });
  process.send?.('done');
});
process.send?.('ready');
