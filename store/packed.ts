import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createDeflate, createInflate, deflateSync, inflateSync } from 'node:zlib';

/** No stage result comes near this; a damaged or planted row must not fill the memory. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** A value as compressed JSON. Level 1: four times smaller already, and the fastest. */
export const pack = (value: unknown): Uint8Array => deflateSync(JSON.stringify(value), { level: 1 });

/** The value that was packed. The caller names its type: only this program writes these bytes. */
export const unpack = <T>(packed: Uint8Array): T =>
  JSON.parse(inflateSync(packed, { maxOutputLength: MOST_BYTES }).toString('utf8')) as T;

/** A long text, compressed while it is made: it is never held whole. */
export const packText = (pieces: AsyncIterable<string>): Promise<Uint8Array> =>
  pipeline(pieces, createDeflate({ level: 1 }), (packed: AsyncIterable<Buffer>) => buffer(packed));

/** The text that was packed, in pieces. */
export async function* unpackText(packed: Uint8Array): AsyncGenerator<string> {
  const inflate = createInflate().setEncoding('utf8');
  inflate.end(packed);
  yield* inflate as AsyncIterable<string>;
}

/** A binary column's value: pg gives a Buffer, libsql an ArrayBuffer. */
export const bytesOf = (data: Uint8Array | ArrayBuffer): Uint8Array =>
  data instanceof Uint8Array ? data : new Uint8Array(data);
