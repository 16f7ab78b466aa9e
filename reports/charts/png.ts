/** Pixels for each CSS pixel: sharp in print at the width of a page. */
const SCALE = 3;

/**
 * A chart as PNG, for programs that do not draw SVG. Its letters come from the fonts of the system: without a Chinese
 * one they are boxes.
 */
export const chartPng = async (svg: string): Promise<Buffer> => {
  // Loaded here: a native library that most commands do not need.
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg), { density: 72 * SCALE })
    .png({ compressionLevel: 9, palette: true, colours: 64 })
    .toBuffer();
};
