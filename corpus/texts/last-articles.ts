import type { HistoryEntry } from './history.js';
import type { TextPiece } from './pieces.js';

/** How many of the last articles speak of effect and repeal. */
const LAST = 4;
const TITLE = /《((?:[^《》]|《[^《》]{1,80}》){2,120})》/gu;
const REPEAL = /(?:同时|即行|随之|相应)?(?:予以)?废止/u;
/** 《…》与本条例不一致的, 废止前: not repealed. */
const NOT_REPEALED = /(?:不一致|相抵触|废止前|尚未废止)/u;
const START =
  /自\s{0,2}((?:19|20)\d{2})\s{0,2}年\s{0,2}(\d{1,2})\s{0,2}月\s{0,2}(\d{1,2})\s{0,2}日起(?:施行|实施|生效)/u;
const AT_ONCE = /自(?:公布|发布|颁布)之日起(?:施行|实施|生效)/u;

const lastOf = (pieces: readonly TextPiece[]): readonly TextPiece[] =>
  pieces.filter(({ number }) => number !== '').slice(-LAST);

/** The titles that the last articles declare repealed, without the text's own earlier versions' dates. */
export const repealedIn = (pieces: readonly TextPiece[], own: string): string[] => {
  const found = new Set<string>();
  for (const { text } of lastOf(pieces)) {
    for (const sentence of text.split(/[。\n]/u)) {
      const repeal = REPEAL.exec(sentence);
      if (!repeal || NOT_REPEALED.test(sentence)) continue;
      for (const match of sentence.matchAll(TITLE)) {
        // 批准的《…关于修改〈…〉的决定》修正的《…》同时废止: the amending decision only dates the version.
        const after = sentence.slice(match.index + match[0].length, match.index + match[0].length + 4);
        const amends = /决定$/u.test(match[1]!) && /^(?:第.次)?(?:修正|修订|修改)/u.test(after);
        if (!amends && match.index < repeal.index + 40) found.add(match[1]!);
      }
    }
  }
  return [...found].filter((title) => title !== own);
};

/**
 * The day from which the version is in force. A last article that names a day names that of the text as adopted or
 * revised (修订); after an amendment (修正) the amending decision says it, which is not here: ''.
 */
export const startOf = (
  pieces: readonly TextPiece[],
  history: readonly HistoryEntry[],
  date: string,
  stated: string,
): string => {
  if (stated >= date && stated !== '') return stated;
  const amended = history.some((entry) => entry.act === '修正' && entry.date >= date && date !== '');
  for (const { text } of [...lastOf(pieces)].reverse()) {
    const match = START.exec(text);
    if (match) {
      const start = `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
      return start >= date ? start : '';
    }
    if (AT_ONCE.test(text) && !amended) {
      const promulgated = history.filter(({ act }) => act !== '施行' && act !== '废止');
      return promulgated.length <= 2 ? date : '';
    }
  }
  return '';
};
