import type { Header } from '../../model/index.js';
import { dateLine, findDates } from './dates.js';
import { type Found, fieldValues, fromMetadata, fromText, type HeaderSource } from './facts.js';
import type { Signature } from './issuer.js';
import type { Line } from './lines.js';

export const readDates = (
  { head, body, metadata }: HeaderSource,
  signature: Signature,
): Pick<Header, 'issuedOn' | 'publishedOn' | 'effectiveOn'> => {
  const fieldDate = (name: RegExp): Found<string> => {
    for (const value of fieldValues(metadata, name)) {
      const [found] = findDates(value.replace(/\s.*$/u, ''));
      if (found) return fromMetadata(found.date);
    }
    return null;
  };
  const written = fieldDate(/^(?:成文日期|生成日期|发文日期|颁布日期|公布日期|发文时间|成文时间)$/u);
  const published = fieldDate(/^(?:发布日期|发布时间|PubDate|公开日期|发布于|时间|日期|date)$/iu);
  const adopted = adoptionDate(head);
  const headDate =
    head
      .map((line) => {
        const date = dateLine(line.tight.replace(/^[（(]|(?:发布|公布|颁布|印发)?[）)]?$/gu, ''));
        return date ? fromText(date, line.span) : null;
      })
      .find((date) => date !== null) ?? null;
  return {
    issuedOn: signature.date ?? headDate ?? adopted ?? written,
    publishedOn: published,
    effectiveOn:
      fieldDate(/^(?:实施日期|施行日期|生效日期|生效时间|实施时间)$/u) ?? effectiveDate([...head, ...body]),
  };
};

/** 2021年1月6日印发 at the foot of the last page. */
export const imprintDate = (lines: readonly Line[]): Found<string> => {
  for (const line of [...lines].reverse()) {
    const [found] = findDates(line.tight);
    if (found && line.tight.endsWith('印发') && found.end === line.tight.length - 2)
      return fromText(found.date, line.span);
  }
  return null;
};

/** How much a date in the head says of when a document was made: published, approved, adopted. */
const ADOPTION: readonly (readonly [RegExp, number])[] = [
  [/^[^，；。）]{0,60}?(?:公布|发布|颁布|令)/u, 3],
  [/^[^，；。）]{0,60}?批准/u, 2],
  [/^[^，；。）]{0,60}?通过/u, 1],
];

/** （2004年5月27日…公布）, …已经2008年7月23日国务院第18次常务会议通过; the first of the surest kind. */
const adoptionDate = (head: readonly Line[]): Found<string> => {
  let best: { rank: number; date: Found<string> } = { rank: 0, date: null };
  for (const line of head) {
    const dates = findDates(line.tight);
    for (const [i, found] of dates.entries()) {
      const after = line.tight.slice(found.end, dates[i + 1]?.start ?? line.tight.length);
      if (/^(?:起|之日)/u.test(after) || /根据$/u.test(line.tight.slice(0, found.start))) continue;
      const rank = ADOPTION.find(([words]) => words.test(after))?.[1] ?? 0;
      if (rank > best.rank) best = { rank, date: fromText(found.date, line.span) };
    }
  }
  return best.date;
};

/** 自2021年3月1日起施行. */
const effectiveDate = (lines: readonly Line[]): Found<string> => {
  for (const line of [...lines].reverse()) {
    if (!/施行|实施|生效|执行/u.test(line.tight)) continue;
    for (const found of findDates(line.tight)) {
      if (
        /^(?:起|开始)?(?:正式)?(?:施行|实施|生效|执行)/u.test(line.tight.slice(found.end, found.end + 10))
      ) {
        return fromText(found.date, line.span);
      }
    }
  }
  return null;
};
