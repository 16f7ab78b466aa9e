import { relationsOf } from '../package/relations.js';
import { streamXml } from '../package/stream.js';
import type { ZipPackage } from '../package/zip.js';

/** The text of the shapes that float over a sheet, a string a shape. */
export const readBoxes = async (zip: ZipPackage, sheet: string): Promise<string[]> => {
  const boxes: string[] = [];
  for (const { type, target } of await relationsOf(zip, sheet)) {
    const bytes = type === 'drawing' ? await zip.bytes(target) : undefined;
    if (bytes) for (const box of boxesOf(bytes, target)) boxes.push(box);
  }
  return boxes;
};

const boxesOf = (bytes: Uint8Array, name: string): string[] => {
  const boxes: string[] = [];
  let text = '';
  let inText = false;
  streamXml(bytes, name, {
    open(element) {
      if (element === 'sp') text = '';
      else if (element === 't') inText = true;
      else if (element === 'br') text += '\n';
    },
    text(part) {
      if (inText) text += part;
    },
    close(element) {
      if (element === 't') inText = false;
      else if (element === 'p') text += '\n';
      else if (element === 'sp' && text.trim() !== '') boxes.push(text.trim());
    },
  });
  return boxes;
};
