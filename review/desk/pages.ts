import { type Manuscript, turnOf } from '../../model/index.js';
import { DEFAULT_PAGE_WIDTH, type PageAnswer } from '../../pipeline/index.js';
import { findDocument, keptManuscript, rootsOf, unpack } from '../../store/index.js';
import type { PageView } from '../api.js';
import { NotFound, Refused } from '../errors.js';
import { type PageImage, pageImageAddress } from '../server/desk.js';
import type { DeskContext } from './context.js';

/** A page of a document's file: how large it is, and what is not in its picture. */
export const pageView = async (context: DeskContext, id: number, page: number): Promise<PageView> => {
  const answer = await drawn(context, id, page, DEFAULT_PAGE_WIDTH);
  if ('why' in answer) {
    const { message, advice } = answer.why;
    return { page, width: 0, height: 0, image: null, words: [], reason: `${message}。${advice}` };
  }
  const { size, words } = answer.image;
  return { page, ...size, image: pageImageAddress(id, page), words, reason: '' };
};

/** @throws Refused where the page can not be drawn. */
export const pageImage = async (
  context: DeskContext,
  id: number,
  page: number,
  width: number,
): Promise<PageImage> => {
  const answer = await drawn(context, id, page, width);
  if ('why' in answer) throw new Refused(answer.why.message, answer.why.advice);
  return { type: answer.image.type, bytes: answer.image.bytes };
};

const drawn = async (
  { store, collection, images }: DeskContext,
  id: number,
  page: number,
  width: number,
): Promise<PageAnswer> => {
  const document = await findDocument(store, collection, id);
  if (!document?.present) throw new NotFound();
  const kept = await keptManuscript(store, document.hash);
  if (!kept) throw new NotFound('没有这一页', '请重新扫描');
  const manuscript = unpack<Manuscript>(kept.data);
  if (manuscript.pages === undefined || page > manuscript.pages)
    throw new NotFound('没有这一页', '请返回文件');
  const { source, hash, scan_id } = document;
  const roots = await rootsOf(store, scan_id);
  return images.page({ roots, source, hash }, { page, width, turn: turnOf(manuscript, page) });
};
