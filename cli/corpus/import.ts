import { stat } from 'node:fs/promises';
import { DEFAULT_FILE_LIMITS, printable, UsageError } from '../../model/index.js';
import { DEFAULT_LIMITS, type ImportReport, importStatutes } from '../../pipeline/index.js';
import { listenForInterruption } from '../interruption.js';
import { startProgress } from '../progress.js';
import { type CorpusOptions, libraryPath } from './location.js';

/** Lines of left-out files that are shown; `corpus check` lists them all. */
const MOST_SHOWN = 10;

/** `qinggui corpus import`: the statute texts of a folder go into the library. Returns the exit status. */
export const runImport = async (folder: string, options: CorpusOptions): Promise<number> => {
  const library = libraryPath(options);
  if (!library) throw new UsageError('没有指定法规库', '请用 --corpus 写出法规库文件的位置');
  await mustBeFolder(folder);
  const interruption = listenForInterruption();
  try {
    const progress = await startProgress(process.stderr);
    const report = await importStatutes({
      library,
      folder,
      limits: DEFAULT_FILE_LIMITS,
      work: DEFAULT_LIMITS,
      signal: interruption.signal,
      onFound: progress.found,
      onFile: progress.update,
    }).finally(progress.stop);
    if (report.interrupted) {
      process.stderr.write('导入已中断，法规库未改动。\n');
      return 130;
    }
    process.stdout.write(importText(report, library));
    return 0;
  } finally {
    interruption.stop();
  }
};

const mustBeFolder = async (path: string): Promise<void> => {
  const found = await stat(path).catch((cause: unknown) => {
    throw new UsageError(`找不到文件夹：${path}`, '请核对路径是否写对；路径中有空格时请用引号括起来', {
      cause,
    });
  });
  if (!found.isDirectory())
    throw new UsageError(`不是文件夹：${path}`, '请写出存放法规文本的文件夹；其中可以有多层文件夹');
};

const importText = (report: ImportReport, library: string): string => {
  const { files, imported, kept, removed, leftOut, unread, again } = report;
  const lines = [
    `共 ${files} 份文件：导入 ${imported} 件，未变 ${kept} 件，未导入 ${leftOut.length} 份${unread.length > 0 ? `，未能读取而保留原有的 ${unread.length} 处` : ''}`,
    ...unread
      .slice(0, MOST_SHOWN)
      .map(({ source, why }) => `  未能读取，保留原有的 ${printable(source)}：${why}`),
    ...(unread.length > MOST_SHOWN ? ['  ……'] : []),
    ...(removed > 0 ? [`文件夹中已没有、从法规库移除的：${removed} 份`] : []),
    ...leftOut.slice(0, MOST_SHOWN).map(({ source, why }) => `  未导入 ${printable(source)}：${why}`),
    ...(leftOut.length > MOST_SHOWN ? [`  …… 其余见 qinggui corpus check`] : []),
    ...(again.length > 0
      ? [
          '法规库由旧版本的清规建立，已重新建立；以前从下列文件夹导入的，请重新导入：',
          ...again.map((each) => `  qinggui corpus import "${printable(each)}"`),
        ]
      : []),
    `法规库：${library}`,
  ];
  return `${lines.join('\n')}\n`;
};
