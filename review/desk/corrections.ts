import { type Correction, correctionSubject, type Manuscript, recognitionOf } from '../../model/index.js';
import { correctManuscript } from '../../pipeline/index.js';
import type { Change } from '../api.js';
import { BadRequest } from '../errors.js';
import type { OpenDocument } from './open-document.js';

type CorrectionChange = Extract<Change, { kind: 'correction' }>;

/** Words of an original text file are as they are: only what was recognised from pictures can have been read wrongly. */
export const mustBeRecognised = ({ span, after }: CorrectionChange, { file }: OpenDocument): void => {
  // One whose words do not stand there any more can still be taken back.
  if (after === null) return;
  if (!file || recognitionOf(file.original, span) === 'none')
    throw new BadRequest('这里的文字不是识别出来的，不能更正', '只有扫描件、图片中识别的文字可以更正');
  if (file.original.text.slice(span.start, span.end) !== after.original)
    throw new BadRequest('要更正的文字已有变化', '请刷新后重新选择');
};

/** The corrections of files as they would be with what is asked: a file is read with all of its corrections at once. */
export class Corrections {
  readonly #files = new Map<string, { original: Manuscript; corrections: Map<string, Correction> }>();

  add({ document, file }: OpenDocument, changes: readonly Change[]): void {
    if (!file) return;
    for (const change of changes) {
      if (change.kind !== 'correction') continue;
      const known = this.#files.get(document.source) ?? {
        original: file.original,
        corrections: new Map(file.said.corrections.map((each) => [correctionSubject(each.span), each])),
      };
      this.#files.set(document.source, known);
      const subject = correctionSubject(change.span);
      if (change.after) known.corrections.set(subject, { span: change.span, ...change.after });
      else known.corrections.delete(subject);
    }
  }

  /** @throws RefusedCorrection where one can not be made: written down, it would close the file to everybody. */
  mustFit(): void {
    for (const { original, corrections } of this.#files.values())
      correctManuscript(original, [...corrections.values()]);
  }
}
