import { detectFormat, extract } from '../../extractors/index.js';
import { analyse } from '../../pipeline/analyse.js';
import type { readSingle } from '../../pipeline/index.js';
import type { LayoutRow } from '../audit/layouts.js';
import { WITHOUT_OCR } from '../reading.js';

/** The row that the tool drafts for a regulation, as a unit may have filed it. */
export const rowOf = async (text: string): Promise<LayoutRow> => {
  const manuscript = await extract(new TextEncoder().encode(text), 'txt', WITHOUT_OCR);
  return analyse(manuscript).documents[0]!.row!;
};

/** What a reading process does with a file, without a process; what it can not read has a reason, as there. */
export const readFileHere: typeof readSingle = async (bytes) => {
  const none = { manuscript: null, analysis: null, members: [] };
  try {
    const format = await detectFormat(bytes);
    const manuscript = await extract(bytes, format, WITHOUT_OCR);
    return { format, manuscript, analysis: analyse(manuscript), reason: null, members: [] };
  } catch {
    const reason = { code: 'corrupt' as const, message: '文件已损坏', advice: '请核对' };
    return { ...none, format: 'unknown', reason };
  }
};
