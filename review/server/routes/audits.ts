import {
  AUDIT_FILES,
  type AuditQuery,
  auditFileQuery,
  auditQuery,
  compareRequest,
  replyRequest,
  uploadQuery,
} from '../../audit-api.js';
import { NotFound } from '../../errors.js';
import { mayAudit, maySeeAudits } from '../access.js';
import { fileAnswer } from '../answers.js';
import { readJson, readQuery, readUpload } from '../body.js';
import type { Api, Asked, Tools } from '../tools.js';
import { numberIn } from './documents.js';

/** Filed ledgers held against the documents: made, looked at, taken out, answered. */
export const addAudits = (api: Api, { desk: { audits }, book }: Tools): void => {
  const numberOf = (c: Asked): number => numberIn(c.req.param('number'));

  api.get('/audits', maySeeAudits, async (c) => c.json(await audits.list()));
  api.post('/audits', mayAudit, async (c) => {
    const request = await readJson(c, compareRequest);
    const made = await audits.compare(request, c.get('who'));
    await book.add(
      c.get('who').name,
      'view',
      `第 ${made.number} 次台账核对：由其核对，台账文件 ${request.ledgers.length} 个`,
    );
    return c.json(made);
  });
  api.post('/audits/ledgers', mayAudit, async (c) => {
    const { name } = readQuery(c, uploadQuery);
    return c.json(await audits.take(name, await readUpload(c), c.get('who')));
  });
  api.post('/audits/replies', mayAudit, async (c) =>
    c.json(await audits.reply(await readJson(c, replyRequest), c.get('who'))),
  );
  api.post('/audits/answers', mayAudit, async (c) => {
    const { name } = readQuery(c, uploadQuery);
    return c.json(await audits.answers(name, await readUpload(c), c.get('who')));
  });

  api.get('/audits/:number', maySeeAudits, async (c) => {
    const query = readQuery(c, auditQuery);
    const view = await audits.view(numberOf(c), query);
    await book.add(c.get('who').name, query.q ? 'search' : 'view', viewWords(view.round.number, query));
    return c.json(view);
  });
  api.get('/audits/:number/files/:kind', maySeeAudits, async (c) => {
    const kind = AUDIT_FILES.find((each) => each === c.req.param('kind'));
    if (!kind) throw new NotFound('没有这种文件', '请返回台账核对页');
    const file = await audits.file(numberOf(c), kind, readQuery(c, auditFileQuery));
    await book.add(c.get('who').name, 'export', file.name);
    return fileAnswer(c, file);
  });
};

const viewWords = (number: number, { scope, q, page, unit }: AuditQuery): string =>
  [
    `第 ${number} 次台账核对${scope === 'all' ? '及以前未了结的事项' : ''}`,
    unit,
    q && `查找“${q}”`,
    `第 ${page} 页`,
  ]
    .filter(Boolean)
    .join('，');
