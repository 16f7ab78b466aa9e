import { createHash } from 'node:crypto';
import { DEFAULT_READING, extract } from '../../../extractors/index.js';
import { concernsReviewer, type FileAnalysis } from '../../../model/index.js';
import { analyse } from '../../../pipeline/analyse.js';
import { beginScan, finishScan, pack, placeOf, recordFiles, type Store } from '../../../store/index.js';
import { generatedRegulation } from './generated.js';

const OFTEN = 500;

/**
 * Analyses generated regulations and stores them as a scan does.
 *
 * @param version of the analyses.
 * @returns the number of provisions.
 */
export const fillStore = async (
  store: Store,
  documents: number,
  articles: number,
  version: string,
): Promise<number> => {
  const scan = await beginScan(store, '.', version);
  let provisions = 0;
  for (let at = 0; at < documents; at++) {
    const { source, text } = generatedRegulation(at, articles);
    const manuscript = await extract(new TextEncoder().encode(text), 'txt', DEFAULT_READING);
    const analysis = analyse(manuscript);
    provisions += analysis.documents.reduce((sum, { units }) => sum + units.length, 0);
    const hash = createHash('sha256').update(text).digest('hex');
    await recordFiles(
      store,
      scan,
      [
        {
          source,
          position: placeOf(at),
          bytes: text.length * 3,
          reused: false,
          hash,
          format: 'txt',
          status: 'read',
        },
      ],
      {
        hash,
        manuscript: { version: 'bench', format: 'txt', data: pack(manuscript) },
        analysis: { version, data: pack(analysis), flagged: pack(flaggedOnly(analysis)) },
      },
    );
    if (at % OFTEN === OFTEN - 1) process.stderr.write(`${at + 1} documents\n`);
  }
  await finishScan(store, '.', scan);
  return provisions;
};

const flaggedOnly = (analysis: FileAnalysis): FileAnalysis => ({
  ...analysis,
  documents: analysis.documents.map((document) => ({
    ...document,
    regulation: { ...document.regulation, provisions: [] },
    units: document.units.filter(({ classification }) => concernsReviewer(classification)),
  })),
});
