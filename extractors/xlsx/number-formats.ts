import { streamXml } from '../package/stream.js';
import { builtInFormat } from '../sheet/number-format.js';

/** The format code of each cell style (cellXfs), by its number. Throws FileError('corrupt'). */
export const readNumberFormats = (bytes: Uint8Array | undefined, name: string): readonly string[] => {
  const codes = new Map<number, string>();
  const styles: string[] = [];
  if (!bytes) return styles;
  let inStyles = false;
  streamXml(bytes, name, {
    open(element, attributes) {
      if (element === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (element === 'cellXfs') inStyles = true;
      else if (element === 'xf' && inStyles) {
        const id = Number(attributes.numFmtId ?? 0);
        styles.push(codes.get(id) ?? builtInFormat(id));
      }
    },
    close(element) {
      if (element === 'cellXfs') inStyles = false;
    },
  });
  return styles;
};
