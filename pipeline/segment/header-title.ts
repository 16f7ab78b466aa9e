import { dateLine } from './dates.js';
import { type Found, fromMetadata, fromText, type HeaderSource } from './facts.js';
import { isDecreeLine, isNumberLine } from './head-lines.js';
import type { Line } from './lines.js';
import { pageTitles } from './names.js';
import { looksLikeTitlePart } from './title.js';
import { cleanTitle, comparable } from './title-words.js';
import { isIssuerLine, isLetterhead } from './unit-names.js';

/** A document's title: its headline, what the page calls itself, or the line that comes nearest to one. */
export const readTitle = ({ title, metadata, head, names }: HeaderSource): Found<string> => {
  if (title) return fromText(completed(cleanTitle(title.text), names), title.span);
  const [named] = pageTitles(metadata);
  if (named) return fromMetadata(named);
  return announced(head) ?? amended(head) ?? firstName(head);
};

/** A headline cut off inside 《 is completed by the name that the text gives. */
const completed = (title: string, names: HeaderSource['names']): string => {
  const open = title.lastIndexOf('《');
  if (open < 0 || title.indexOf('》', open) >= 0) return title;
  const name = names.beginningWith(comparable(title.slice(open + 1)));
  return name ? `${title.slice(0, open + 1)}${name}》` : title;
};

/** 《X办法》全文如下： */
const announced = (head: readonly Line[]): Found<string> => {
  for (const line of head) {
    const name = /^《([^《》]{4,60})》(?:的?全文|内容)(?:如下)?[：:]?$/u.exec(line.tight)?.[1];
    if (name) return fromText(name, line.span);
  }
  return null;
};

/** 根据…《关于修改〈X办法〉的决定》修正: the note of a text without headline says what was amended. */
const amended = (head: readonly Line[]): Found<string> => {
  for (const line of head) {
    const name =
      /^[（(]?(?:根据)?.{0,60}《[^《》]{0,20}修改[〈<《]([^〈〉<>《》]{4,60})[〉>》]的决定》(?:修正|修订|修改)?/u.exec(
        line.tight,
      )?.[1];
    if (name) return { value: name, span: line.span, from: 'derived' };
  }
  return null;
};

/** What sites put above a text. */
const FURNITURE =
  /当前位置|首页|星期[一二三四五六日]|收藏|登录|客户端|^\P{Script=Han}*$|直播|返回|复制链接|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|^https?:|[>＞»]/u;

const firstName = (head: readonly Line[]): Found<string> => {
  const names = head.filter(
    (line) =>
      line.tight.length <= 60 &&
      looksLikeTitlePart(line) &&
      !FURNITURE.test(line.tight) &&
      !isLetterhead(line.tight) &&
      !isNumberLine(line.tight) &&
      !isDecreeLine(line.tight) &&
      !isIssuerLine(line.tight) &&
      !dateLine(line.tight),
  );
  const styled = names.find(({ block }) => block.headingLevel !== undefined && block.headingLevel <= 2);
  // Words of a menu are shorter than what a text is called.
  const first = styled ?? names.find(({ tight }) => tight.length >= 8) ?? names[0];
  return first ? fromText(cleanTitle(first.text), first.span) : null;
};
