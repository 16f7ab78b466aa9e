import { territoryName, titleKey } from '../../corpus/index.js';
import { inMarks, type LibraryVersion, printable } from '../../model/index.js';
import { LEVEL_WORDS } from '../../reports/index.js';
import { type CorpusOptions, openFilled } from './location.js';

export interface ListOptions extends CorpusOptions {
  readonly json?: boolean;
}

/** `qinggui corpus list`: the statutes of the library, those whose title has the word; returns the exit status. */
export const runList = async (word: string | undefined, options: ListOptions): Promise<number> => {
  const library = await openFilled(options);
  try {
    const key = titleKey(word ?? '');
    const found = library.all().filter(({ title }) => titleKey(title).includes(key));
    process.stdout.write(
      options.json
        ? found.map(({ id: _, ...version }) => `${JSON.stringify(version)}\n`).join('')
        : `${found.map(line).join('')}${countText(found)}`,
    );
    return 0;
  } finally {
    library.close();
  }
};

const line = (version: LibraryVersion): string => {
  const facts = [
    LEVEL_WORDS[version.level],
    ...(version.territory ? [territoryName(version.territory)] : []),
    version.date || '日期不详',
    ...(version.status ? [version.status] : []),
    version.articles > 0 ? `${version.articles} 条` : '未分条',
  ];
  return `${printable(inMarks(version.title))}　${facts.join('，')}\n`;
};

const countText = (versions: readonly LibraryVersion[]): string => {
  const counts = new Map<string, number>();
  for (const { level } of versions) counts.set(level, (counts.get(level) ?? 0) + 1);
  const parts = [...counts].map(
    ([level, count]) => `${LEVEL_WORDS[level as LibraryVersion['level']]} ${count} 件`,
  );
  return `共 ${versions.length} 件${parts.length > 0 ? `：${parts.join('，')}` : ''}\n`;
};
