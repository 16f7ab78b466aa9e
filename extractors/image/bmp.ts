import { FileError } from '../../model/index.js';

/** A picture as RGB, row by row from the top. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const UNCOMPRESSED = 0;
/** With masks that say where the colours stand; nearly always where they stand anyway. */
const BITFIELDS = 3;
const DEPTHS: readonly number[] = [1, 4, 8, 24, 32];
/** Bytes before the header that says the size. */
const FILE_HEADER = 14;

/**
 * Reads a Windows bitmap without compression: 1, 4, 8, 24 or 32 bits a pixel. Throws FileError: corrupt, too-large,
 * unsupported.
 */
export const readBmp = (bytes: Uint8Array, pixels: number): Bitmap => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < FILE_HEADER + 40) throw new FileError('corrupt');
  const start = view.getUint32(10, true);
  const header = view.getUint32(14, true);
  const width = view.getInt32(18, true);
  const signed = view.getInt32(22, true);
  const depth = view.getUint16(28, true);
  const compression = view.getUint32(30, true);
  const height = Math.abs(signed);
  if (header < 40 || width <= 0 || height === 0) throw new FileError('corrupt');
  if (width * height > pixels)
    throw new FileError('too-large', `图片${width}×${height}像素，上限${pixels}像素`);
  const plain = compression === UNCOMPRESSED || (compression === BITFIELDS && depth === 32);
  if (!plain || !DEPTHS.includes(depth))
    throw new FileError('unsupported', '压缩的 BMP 图片，请另存为 jpg 或 png 后重新扫描');
  const stride = Math.ceil((width * depth) / 32) * 4;
  if (start + stride * height > bytes.length) throw new FileError('corrupt', '图片不完整');
  const colours = depth <= 8 ? paletteOf(bytes, FILE_HEADER + header, 1 << depth) : undefined;
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    // The first row is the lowest, unless the height is negative.
    const row = start + stride * (signed > 0 ? height - 1 - y : y);
    for (let x = 0; x < width; x++) {
      const from = colours ? 4 * indexAt(bytes, row, x, depth) : row + (x * depth) / 8;
      const source = colours ?? bytes;
      const to = 3 * (y * width + x);
      data[to] = source[from + 2] ?? 0;
      data[to + 1] = source[from + 1] ?? 0;
      data[to + 2] = source[from] ?? 0;
    }
  }
  return { width, height, data };
};

const paletteOf = (bytes: Uint8Array, at: number, colours: number): Uint8Array =>
  bytes.subarray(at, at + 4 * colours);

/** The number of a pixel's colour. */
const indexAt = (bytes: Uint8Array, row: number, x: number, depth: number): number => {
  const bit = x * depth;
  return (bytes[row + (bit >> 3)]! >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
};
