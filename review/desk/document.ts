import type { FileFormat, Header, Lane, ReadDocument } from '../../model/index.js';
import { markOfPassage } from '../../pipeline/index.js';
import { FORMAT_WORDS, LEVEL_WORDS, ROLE_WORDS } from '../../reports/index.js';
import { countMarks } from '../../store/index.js';
import type { Decided, DocumentView } from '../api.js';
import type { CheckedListQuery, Who } from '../server/desk.js';
import type { DeskContext } from './context.js';
import { closedWords } from './decide.js';
import { placeInList } from './list.js';
import { type OpenDocument, openDocument } from './open-document.js';
import { breachesOf, orphanedFindings, passagesOf, unitsOf } from './passages.js';
import { standingOf } from './standing.js';
import {
  blocksOf,
  correctionsOf,
  doubtfulOf,
  isRecognisedIn,
  originalsOf,
  pagesOf,
  windowOf,
} from './view.js';

/** Everything that the page shows of one document, as this person may see it. */
export const documentView = async (
  context: DeskContext,
  id: number,
  query: CheckedListQuery,
  who: Who,
): Promise<DocumentView> => {
  const lane = who.lane ?? 'first';
  const opened = await openDocument(context, id, lane);
  const { document, own, read, name, row, print } = opened;
  const { unread, hash } = document;
  const standing =
    lane === 'first'
      ? { state: document.state as DocumentView['state'], remark: document.remark }
      : standingOf(
          {
            document: read,
            hasRow: row !== null && read !== null,
            print,
            unread,
            hash,
            empty: document.empty === 1,
          },
          own,
        );
  return {
    id,
    name,
    source: document.source,
    part: document.part,
    facts: read ? factsOf(read, document.format as FileFormat) : [],
    ...standing,
    format: document.format as FileFormat,
    notes: opened.file?.analysis.notes.map(({ message }) => message) ?? [],
    unread: read || document.empty === 1 ? null : unreadWords(opened),
    ...(await textOf(context, opened, lane)),
    row,
    print,
    decisions: Object.fromEntries(own) as Readonly<Record<string, Decided>>,
    changed: changesOf(opened, lane),
    closed: who.lane ? closedWords(opened, who.lane) : '只读用户不能作决定',
    place: await placeInList(context, id, query, who),
  };
};

const unreadWords = ({ document }: OpenDocument): DocumentView['unread'] => ({
  message: document.unread || '未能读取',
  advice: '请用原软件打开原件查阅；查阅后可标记“已查阅”，也可以手工填写台账行',
});

type TextParts = Pick<
  DocumentView,
  | 'text'
  | 'blocks'
  | 'pages'
  | 'units'
  | 'passages'
  | 'breaches'
  | 'doubtful'
  | 'corrections'
  | 'recognised'
  | 'originals'
>;

const NO_TEXT: TextParts = {
  text: '',
  blocks: [],
  pages: [],
  units: [],
  passages: [],
  breaches: [],
  doubtful: [],
  corrections: [],
  recognised: false,
  originals: [],
};

const textOf = async (
  context: DeskContext,
  { file, read, document, own }: OpenDocument,
  lane: Exclude<Lane, 'agreed'>,
): Promise<TextParts> => {
  if (!file || !read) return NO_TEXT;
  const { manuscript } = file.corrected;
  const window = windowOf(manuscript, file.analysis.documents, document.part);
  const units = unitsOf({ window, document: read });
  const marks = [...new Set(units.map(({ key }) => markOfPassage(key)))];
  const by = lane === 'second' ? 'tool_labels' : 'labels';
  const counts = await countMarks(context.store, context.collection, marks, by);
  const same = new Map(units.map(({ key }) => [key, Math.max(0, (counts.get(markOfPassage(key)) ?? 0) - 1)]));
  return {
    text: manuscript.text.slice(window.span.start, window.span.end),
    blocks: blocksOf(window),
    pages: pagesOf(window),
    units,
    passages: passagesOf({ window, document: read, values: own, meaningOf: context.meaningOf, same }),
    breaches: breachesOf({ window, document: read }),
    doubtful: doubtfulOf(window, file),
    corrections: correctionsOf(window, file),
    recognised: isRecognisedIn(window),
    originals: originalsOf(window, file),
  };
};

const factsOf = ({ regulation }: ReadDocument, format: FileFormat): DocumentView['facts'] => {
  const { header, role } = regulation;
  const facts: [string, string | undefined][] = [
    ['标题', header.title?.value],
    ['文号', header.documentNumber?.value],
    ['制定机关', header.issuer?.value],
    ['成文日期', header.issuedOn?.value],
    ['公布日期', header.publishedOn?.value],
    ['施行日期', header.effectiveOn?.value],
    ['层级', LEVEL_WORDS[header.level.value]],
    ['地域', territoryWords(header)],
    ['在文件中', role === 'main' ? undefined : ROLE_WORDS[role]],
    ['文件类型', FORMAT_WORDS[format]],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
};

const territoryWords = ({ territory }: Header): string =>
  territory ? [territory.province, territory.city, territory.county].filter(Boolean).join('') : '';

/** What has changed beneath earlier decisions. */
const changesOf = (
  { document, values, own, read }: OpenDocument,
  lane: Exclude<Lane, 'agreed'>,
): string[] => {
  const changed: string[] = [];
  const orphans = orphanedFindings(read, own).length;
  if (orphans > 0) changed.push(`有 ${orphans} 项对条款的决定，所指条款已被修改或删除，请重新判断`);
  const row = values.event(lane, 'row');
  if (row && row.after !== null && row.about.hash !== document.hash)
    changed.push('文件内容在确认之后有改动，请核对');
  return changed;
};
