import { z } from 'zod';
import { logQuery } from '../../access-api.js';
import { EXPORT_KINDS, type Overview } from '../../api.js';
import { NotFound } from '../../errors.js';
import { maySeeFirst } from '../access.js';
import { fileAnswer } from '../answers.js';
import { readQuery } from '../body.js';
import type { Api, Tools } from '../tools.js';

const exportQuery = z.object({ drafts: z.enum(['0', '1']).default('0') });

/** Figures, charts, the log, what is taken out as a file. */
export const addFigures = (api: Api, { desk, book }: Tools): void => {
  api.get('/overview', async (c) => {
    const overview = await desk.overview(c.get('who'));
    const blind = c.get('who').role === 'second';
    return c.json({ ...overview, ...(blind ? { agreement: null } : {}) } satisfies Overview);
  });
  api.get('/charts/:name', async (c) => {
    const name = c.req.param('name');
    if (!/^[a-z][a-z-]{0,40}$/u.test(name)) throw new NotFound('没有这张图', '请返回首页');
    return c.body(await desk.chart(name, c.get('who')), 200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
    });
  });
  api.get('/codebook', async (c) => c.json(await desk.codebook()));

  api.get('/log', maySeeFirst, async (c) => {
    const query = readQuery(c, logQuery);
    const page = await desk.log(query);
    await book.add(c.get('who').name, 'log', `日志第 ${query.page} 页`, query.document ?? null);
    return c.json(page);
  });
  api.get('/log/verify', maySeeFirst, async (c) => c.json(await desk.verifyLog()));

  api.get('/exports', maySeeFirst, async (c) =>
    c.json(await desk.exportState(readQuery(c, exportQuery).drafts === '1')),
  );
  api.get('/exports/:kind', maySeeFirst, async (c) => {
    const kind = EXPORT_KINDS.find((each) => each === c.req.param('kind'));
    if (!kind) throw new NotFound('没有这种文件', '请返回首页');
    const drafts = readQuery(c, exportQuery).drafts === '1';
    const file = await desk.exportFile(kind, drafts, c.get('who'));
    await book.add(c.get('who').name, 'export', `${file.name}${drafts ? '（含草稿）' : ''}`);
    return fileAnswer(c, file);
  });
};
