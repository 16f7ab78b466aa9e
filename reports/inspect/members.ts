import type { PackedFile } from '../../model/index.js';
import { FORMAT_WORDS, sizeWords } from '../words.js';

/** A line for each file packed in an archive or mail. */
export const memberLines = (members: readonly PackedFile[]): string[] =>
  members.length === 0
    ? []
    : [
        '',
        `内含文件（${members.length}个，scan 时逐一读取）`,
        ...members.map(
          ({ path, bytes, format, reason }) =>
            `  ${path}〔${reason ? reason.message : `${FORMAT_WORDS[format]}，${sizeWords(bytes)}`}〕`,
        ),
      ];
