import { cueMeaning } from '../../classifiers/index.js';
import { DEFAULT_FILE_LIMITS, UsageError } from '../../model/index.js';
import { PageImages, type Reading, Reanalysis, versionsOf, withModelFile } from '../../pipeline/index.js';
import { type DeskContext, ReviewError, syncDocuments } from '../../review/index.js';
import { keepEveryCommit, lastScan, type Store, scannedCollections } from '../../store/index.js';
import { collectionOf, outputFolder } from '../collection.js';
import { libraryRef } from '../corpus/location.js';
import { withExistingStore } from '../learn/database.js';
import { modelInUse } from '../learn/model-in-use.js';
import { readProfile } from '../profile.js';
import { readSuppressions } from '../suppressions.js';
import { version } from '../version.js';
import type { DeskOptions } from './options.js';

type Say = (words: string) => void;
const aside: Say = (words) => process.stderr.write(words);

/**
 * Does some work at the clerk's desk: with the store, the collection of the output folder, and what files are analysed again
 * with. The list of documents is brought up to the last scan before.
 *
 * @param say hears what a person should know of it, in Chinese, a line each.
 * @throws UsageError where nothing was scanned there, and for what the desk refuses.
 */
export const withDesk = async <T>(
  options: DeskOptions,
  work: (context: DeskContext) => Promise<T>,
  say: Say = aside,
): Promise<T> => {
  const profile = await readProfile(options.profile, options.unit);
  const suppressed = await readSuppressions(options.suppressions);
  return withExistingStore(options, async (store) => {
    await keepEveryCommit(store);
    const output = await outputFolder(options.output);
    const collection = collectionOf(store, options, output);
    const scanned = await mustBeScanned(store, collection, output);
    const library = await libraryRef(options);
    const model = await modelInUse(store, options, say);
    return withModelFile(model, async (ref) => {
      const reading = readingAsScanned(scanned, {
        ...(library && { library: { path: library.path, fingerprint: library.fingerprint } }),
        ...(ref && { model: ref }),
      });
      if (versionsOf(reading).analysis !== scanned) say(OTHER_CONDITIONS);
      const reanalysis = new Reanalysis();
      const images = new PageImages();
      try {
        const context: DeskContext = {
          store,
          collection,
          reading,
          reanalysis,
          images,
          profile,
          form: options.form,
          meaningOf: cueMeaning,
          suppressed,
          version: version(),
          clock: () => new Date().toISOString(),
        };
        await synced(context, say);
        return await work(context);
      } catch (error) {
        if (error instanceof ReviewError) throw new UsageError(error.message, error.advice, { cause: error });
        throw error;
      } finally {
        reanalysis.close();
        images.close();
      }
    });
  });
};

const OTHER_CONDITIONS =
  '注意：上次扫描之后，清规的版本、法规库或现用的模型有变化；以下仍按上次扫描的结果，人工更正之后的重新分析则用现在的。重新扫描即可一致，已作的决定都在。\n';

/** @returns the version of the analyses of the last scan. */
const mustBeScanned = async (store: Store, collection: string, output: string): Promise<string> => {
  const last = await lastScan(store, collection);
  if (last) return last.version;
  const others = (await scannedCollections(store)).filter((each) => each !== '.');
  throw new UsageError(
    `${output} 还没有扫描结果`,
    others.length > 0
      ? `请用 --output 写出扫描时的结果目录；这个数据库中有：${others.join('、')}`
      : '请先运行 qinggui scan <文件夹>，再运行本命令',
  );
};

/** Files are read again as the scan read them: without recognition where it had none. */
const readingAsScanned = (scanned: string, rest: Pick<Reading, 'library' | 'model'>): Reading => {
  const reading = { limits: DEFAULT_FILE_LIMITS, ...rest };
  const { manuscript } = versionsOf({ ...reading, ocr: false });
  return { ...reading, ocr: !scanned.startsWith(`${manuscript}+`) };
};

/** Milliseconds after which somebody who waits hears why, and how often then. */
const PATIENCE = 3_000;

const synced = async (context: DeskContext, say: Say): Promise<void> => {
  let said = Date.now();
  await syncDocuments(context, (done) => {
    if (Date.now() - said < PATIENCE) return;
    said = Date.now();
    say(`正在整理扫描结果，已处理 ${done} 份文件……\n`);
  });
};
