import type { Attachment } from '../../model/index.js';
import { dateLine } from './dates.js';
import type { Line } from './lines.js';
import { markOf } from './marks.js';

const NUMBER = '[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}';
const ALONE = new RegExp(`^附[件表录](?:${NUMBER})?(?:[-－—][0-9]{1,2})?[：:]?$`, 'u');
const WITH_TITLE = new RegExp(`^附[件表录](?:${NUMBER})[：:、.．]?\\P{P}`, 'u');
const LIST = new RegExp(`^[-－—]?附[件：:](?:件)?(?:${NUMBER})?[：:、.．]?`, 'u');
const CLOSING =
  /^(?:抄送|抄报|主题词|(?:此|本)件(?:主动|依申请|不予)?公开|（?此件公开发布）?|（联系人|联系人[：:])|[0-9日]印发$/u;

/** 附件1 standing alone, or 附件1 名称 where attachments begin: the head of an attachment's own pages. */
export const isAttachmentHead = (line: Line): boolean =>
  !line.block.cell && (ALONE.test(line.tight) || (line.tight.length < 60 && WITH_TITLE.test(line.tight)));

/** Words with which a line that begins with 抄送 or 联系人 orders something and is text all the same. */
const ORDERS = /应当|必须|不得|予以|列入|记入|计入|纳入|列为|归集/u;

/** 抄送, 印发 and other lines below the signature that are not part of the text. */
export const isClosing = (line: Line): boolean =>
  line.tight.length < 200 && CLOSING.test(line.tight) && !ORDERS.test(line.tight);

/** The list 附件：1.… 2.… of a document: its entries and the line behind it. */
export interface AttachmentList {
  readonly entries: readonly Attachment[];
  readonly from: number;
  readonly to: number;
}

const MAX_LIST = 40;

/** Reads the list that begins at line `at`, or null when that line does not begin one. */
export const attachmentListAt = (lines: readonly Line[], at: number, end: number): AttachmentList | null => {
  const first = lines[at]!;
  const head = LIST.exec(first.tight);
  if (!head || first.block.cell || first.tight.length > 160) return null;
  const rest = first.tight.slice(head[0].length);
  // 附件1 alone stands above the attachment itself.
  if (!rest && /[0-9０-９一二三四五六七八九十]/u.test(head[0])) return null;
  if (!rest && !(lines[at + 1]?.mark?.kind === 'decimal' && lines[at + 1]!.mark!.value === 1)) return null;
  if (/[。；]/u.test(rest) || /^(?:所列|规定|中|的)/u.test(rest)) return null;
  const entries: { number: string; title: string; start: number; end: number }[] = [];
  const add = (tight: string, line: Line) => {
    const mark = markOf(tight);
    const title = (mark ? tight.slice(mark.length) : tight).replace(/[；;。]$/u, '');
    if (title)
      entries.push({ number: mark ? String(mark.value) : String(entries.length + 1), title, ...line.span });
  };
  const number = new RegExp(`^附件(${NUMBER})`, 'u').exec(first.tight)?.[1];
  if (rest) add(number && !markOf(rest) ? `${number}.${rest}` : rest, first);
  let to = at + 1;
  while (to < Math.min(end, at + MAX_LIST)) {
    const line = lines[to]!;
    const expected = entries.length ? Number(entries.at(-1)!.number) + 1 : 1;
    if (line.mark?.kind === 'decimal' && line.mark.value === expected && isEntry(line)) add(line.tight, line);
    else if (entries.length && continues(entries.at(-1)!.title, line)) {
      const last = entries.at(-1)!;
      last.title += line.tight;
      last.end = line.span.end;
    } else break;
    to++;
  }
  return entries.length
    ? {
        entries: entries.map(({ number: n, title, start, end: e }) => ({
          number: n,
          title,
          span: { start, end: e },
        })),
        from: at,
        to,
      }
    : null;
};

/** A title, not a sentence of an attachment that is numbered in the same way. */
const isEntry = ({ tight }: Line): boolean =>
  tight.length < 120 && !/[。；](?!$)|(?:应当|不得|予以|列入|记入|可以|必须).*[。；]$/u.test(tight);

/** An entry's title goes on in the next line while a bracket or book mark is open. */
const continues = (title: string, line: Line): boolean =>
  !line.mark &&
  !dateLine(line.tight) &&
  line.tight.length < 80 &&
  title.split('《').length > title.split('》').length;
