import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cueMeaning } from '../../classifiers/index.js';
import { extract } from '../../extractors/index.js';
import {
  concernsReviewer,
  DEFAULT_FILE_LIMITS,
  type FileAnalysis,
  type Manuscript,
  type UnitProfile,
} from '../../model/index.js';
import { analyse } from '../../pipeline/analyse.js';
import { correctManuscript } from '../../pipeline/index.js';
import type { DeskContext } from '../../review/desk/context.js';
import { syncDocuments } from '../../review/desk/sync.js';
import type { Who } from '../../review/server/desk.js';
import {
  beginScan,
  finishScan,
  openStore,
  pack,
  placeOf,
  recordFiles,
  type Store,
  unpack,
} from '../../store/index.js';
import { WITHOUT_OCR } from '../reading.js';

export const PROFILE: UnitProfile = {
  unit: '某某市城市管理局',
  completion: '2026年12月底',
  responsibleUnit: '',
  responsiblePerson: '某某 科长',
  phone: '000-0000000',
};

export const FIRST: Who = { name: '初核员', role: 'reviewer', lane: 'first' };
export const SECOND: Who = { name: '复核员', role: 'second', lane: 'second' };

/** What a file of a test is: text, or a manuscript as an extractor would have made it. */
export type TestFile = string | Manuscript | { readonly failed: string };

const VERSION = 'm+1';

/** A scanned collection in a database of its own, without processes: files are analysed here. */
export class TestCollection {
  readonly store: Store;
  readonly context: DeskContext;
  readonly #folder: string;
  #minute = 0;

  private constructor(store: Store, folder: string) {
    this.store = store;
    this.#folder = folder;
    this.context = {
      store,
      collection: '.',
      reading: { limits: DEFAULT_FILE_LIMITS, ocr: false },
      reanalysis: { analyseAgain: analyseHere },
      images: { page: async () => ({ why: { code: 'moved', message: '没有原件', advice: '' } }) },
      profile: PROFILE,
      form: 'national',
      meaningOf: cueMeaning,
      suppressed: [],
      version: 'test',
      clock: () => new Date(Date.UTC(2026, 0, 1, 0, this.#minute++)).toISOString(),
    };
  }

  /** @param target of the database; an SQLite file in a folder of its own by default. */
  static async make(target?: string): Promise<TestCollection> {
    const folder = await mkdtemp(join(tmpdir(), 'qinggui-desk-'));
    return new TestCollection(await openStore(target ?? join(folder, 'qinggui.db')), folder);
  }

  /**
   * Records a scan of these files, by path, and brings the list of documents up to it.
   *
   * @param syncs what brings it up, all at once.
   */
  async scan(
    files: Readonly<Record<string, TestFile>>,
    version = VERSION,
    syncs: readonly ((context: DeskContext) => Promise<unknown>)[] = [syncDocuments],
  ): Promise<void> {
    const { store, context } = this;
    const scan = await beginScan(store, context.collection, version);
    const sources = Object.keys(files).sort();
    for (const [index, source] of sources.entries())
      await this.#record(scan, index, source, files[source]!, version);
    await finishScan(store, context.collection, scan);
    await Promise.all(syncs.map((sync) => sync(context)));
  }

  async #record(scan: number, index: number, source: string, file: TestFile, version: string): Promise<void> {
    const place = { source, position: placeOf(index), bytes: 100, reused: false };
    if (typeof file !== 'string' && 'failed' in file) {
      const reason = { code: 'corrupt' as const, message: file.failed, advice: '请核对' };
      const hash = hashOf(`${source}${file.failed}`);
      await recordFiles(this.store, scan, [{ ...place, hash, format: 'pdf', status: 'failed', reason }], {
        hash,
        manuscript: { version: 'm', format: 'pdf', reason },
      });
      return;
    }
    const manuscript =
      typeof file === 'string' ? await extract(new TextEncoder().encode(file), 'txt', WITHOUT_OCR) : file;
    const hash = hashOf(manuscript.text);
    const { format } = manuscript;
    await recordFiles(this.store, scan, [{ ...place, hash, format, status: 'read' }], {
      hash,
      manuscript: { version: 'm', format, data: pack(manuscript) },
      analysis: { version, ...packed(analyse(manuscript)) },
    });
  }

  async close(): Promise<void> {
    await this.store.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** A text as if it had been recognised from a picture, a line to each of its paragraphs. */
export const recognised = async (text: string): Promise<Manuscript> => {
  const manuscript = await extract(new TextEncoder().encode(text), 'txt', WITHOUT_OCR);
  const lines = manuscript.blocks.map(({ span }) => ({
    span,
    page: 1,
    box: { x: 0, y: 0, width: 100, height: 10 },
    confidence: 0.9,
    doubtful: [],
  }));
  return { ...manuscript, format: 'pdf', pages: 1, recognised: lines };
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const packed = (analysis: FileAnalysis) => ({
  data: pack(analysis),
  flagged: pack({
    ...analysis,
    documents: analysis.documents.map((document) => ({
      ...document,
      units: document.units.filter(({ classification }) => concernsReviewer(classification)),
    })),
  }),
});

/** What a reading process does, without a process. */
const analyseHere: DeskContext['reanalysis']['analyseAgain'] = async ({ manuscript, corrections, said }) => {
  const corrected = correctManuscript(unpack<Manuscript>(manuscript), corrections);
  return {
    manuscript: pack(corrected.manuscript),
    outdated: corrected.outdated,
    analysis: packed(analyse(corrected.manuscript, undefined, undefined, undefined, said)),
  };
};
