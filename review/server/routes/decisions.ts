import { z } from 'zod';
import {
  type DecisionAnswer,
  decisionRequest,
  documentNumber,
  GREATEST_NUMBER,
  listQuery,
} from '../../api.js';
import { NotFound, Refused } from '../../errors.js';
import { mayImport, mayWrite } from '../access.js';
import { readJson, readQuery, readWorkbook } from '../body.js';
import type { Api, Tools } from '../tools.js';

const looking = listQuery.extend({ document: documentNumber.optional() });

/** Deciding, taking back, what the two reviewers differ in, and what an edited workbook would change. */
export const addDecisions = (api: Api, { desk, book }: Tools): void => {
  api.post('/decisions', mayWrite, async (c) => {
    const who = c.get('who');
    const { document, ...query } = readQuery(c, looking);
    const request = await readJson(c, decisionRequest);
    if (request.lane === 'agreed' && who.role === 'second')
      throw new Refused('合议的结果由初核人或管理员填写', '请在合议后由初核人或管理员记录');
    const numbers = request.items.map((item) => item.document);
    if (numbers.some((number) => number > GREATEST_NUMBER)) throw new NotFound();
    const { documents } = await desk.decide(request, who);
    const wanted = document ?? (numbers.length === 1 ? numbers[0] : undefined);
    const view = wanted === undefined ? null : await desk.document(wanted, query, who);
    if (view && !numbers.includes(view.id)) await book.looked(who.name, view.id, view.name);
    return c.json({ documents, view } satisfies DecisionAnswer);
  });
  for (const act of ['undo', 'redo'] as const)
    api.post(`/${act}`, mayWrite, async (c) => {
      await readJson(c, z.object({}));
      return c.json(await desk[act](c.get('who')));
    });
  // The desk shows a second reviewer those documents alone on which they have asked to see the first's decisions.
  api.get('/differences', async (c) => c.json(await desk.differences(c.get('who'))));
  api.post('/import', mayImport, async (c) =>
    c.json(await desk.previewImport(await readWorkbook(c), c.get('who'))),
  );
};
