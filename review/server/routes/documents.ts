import { z } from 'zod';
import { documentNumber, GREATEST_NUMBER, listQuery, passage } from '../../api.js';
import { NotFound } from '../../errors.js';
import { maySee } from '../access.js';
import { readJson, readQuery } from '../body.js';
import type { CheckedListQuery, Who } from '../desk.js';
import type { Api, Tools } from '../tools.js';

/** A number in an address. @throws NotFound for what is none: there is nothing there. */
export const numberIn = (text: string | undefined): number => {
  const number = /^[1-9]\d{0,9}$/u.test(text ?? '') ? Number(text) : 0;
  if (number < 1 || number > GREATEST_NUMBER) throw new NotFound();
  return number;
};

const imageQuery = z.object({ width: z.coerce.number().int().min(50).max(4_000).default(1_200) });
const sameQuery = z.object({
  document: documentNumber,
  passage,
});

/** What is searched for, as it stands in the book. */
const wordsOf = ({ q, page, sort, ...filters }: CheckedListQuery): string =>
  [`查找“${q}”`, ...Object.values(filters).map(String)].join('，');

/** The list, a document, its pages. */
export const addDocuments = (api: Api, { desk, book }: Tools): void => {
  api.get('/documents', async (c) => {
    const query = readQuery(c, listQuery);
    if (query.q) await book.add(c.get('who').name, 'search', wordsOf(query));
    return c.json(await desk.documents(query, c.get('who')));
  });

  const look = async (id: number, query: CheckedListQuery, who: Who) => {
    const view = await desk.document(id, query, who);
    await book.looked(who.name, id, view.name);
    return view;
  };
  api.get('/documents/:id', async (c) =>
    c.json(await look(numberIn(c.req.param('id')), readQuery(c, listQuery), c.get('who'))),
  );
  api.post('/documents/:id/reveal', maySee, async (c) => {
    const [id, query] = [numberIn(c.req.param('id')), readQuery(c, listQuery)];
    await readJson(c, z.object({}));
    await desk.reveal(id, c.get('who'));
    return c.json(await look(id, query, c.get('who')));
  });

  api.get('/documents/:id/pages/:page', async (c) => {
    const [id, page] = [numberIn(c.req.param('id')), numberIn(c.req.param('page'))];
    const view = await desk.page(id, page);
    await book.page(c.get('who').name, id, page);
    return c.json(view);
  });
  api.get('/documents/:id/pages/:page/image', async (c) => {
    const [id, page] = [numberIn(c.req.param('id')), numberIn(c.req.param('page'))];
    const { type, bytes } = await desk.pageImage(id, page, readQuery(c, imageQuery).width);
    await book.page(c.get('who').name, id, page);
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': type });
  });

  api.get('/same', async (c) => {
    const { document, passage } = readQuery(c, sameQuery);
    return c.json(await desk.same(document, passage, c.get('who')));
  });
};
