import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { LABELS, type Label, REVIEW_STATES } from '../../../model/index.js';
import type { Count, Decided, DocumentView, ListedDocument, Session } from '../../../review/api.js';
import { STRICT_HEADERS } from '../../../review/server/headers.js';
import { readPage } from '../../../review/server/page-files.js';
import { auditAnswer } from './stand-in-audit.js';
import { Decisions } from './stand-in-decisions.js';
import { collection, type Stored } from './stand-in-documents.js';

/** A server for the page alone: answers in the contract's shapes, keeps decisions in memory. */
export interface StandIn {
  readonly url: string;
  readonly decisions: Decisions;
  /** How many requests for a path were answered. */
  readonly asked: (path: string) => number;
  /** Stops answering and starts again, with all that was decided. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

const LIST_SIZE = 25;

export const startStandIn = async (session: Partial<Session> = {}): Promise<StandIn> => {
  const documents = collection();
  const decisions = new Decisions();
  const files = readPage();
  if (!files.has('/')) throw new Error('the page is not built: npm run build');
  const asked = new Map<string, number>();
  const who: Session = {
    name: '本机用户',
    role: 'administrator',
    lane: 'first',
    local: false,
    id: 'stand-in',
    unit: '清水市城市管理局',
    form: 'national',
    version: '0.1.0',
    ...session,
  };
  const answer = (path: string, query: URLSearchParams, method: string, body: unknown): unknown =>
    answerOf({ documents, decisions, who, path, query, method, body });
  let server: Server;
  let port = 0;
  const start = (): Promise<void> =>
    new Promise((resolve) => {
      server = createServer((request, response) => void serve(request, response));
      server.listen(port, '127.0.0.1', () => {
        port = (server.address() as { port: number }).port;
        resolve();
      });
    });
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url!, 'http://stand-in');
    for (const [name, value] of Object.entries(STRICT_HEADERS)) response.setHeader(name, value);
    asked.set(url.pathname, (asked.get(url.pathname) ?? 0) + 1);
    const file = files.get(url.pathname);
    if (file) {
      response.writeHead(200, file.headers).end(file.bytes);
      return;
    }
    if (url.pathname.endsWith('/image') || url.pathname.startsWith('/api/charts/')) {
      response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(picture(url.pathname));
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const words = Buffer.concat(chunks).toString();
    const result = answer(
      url.pathname.replace('/api/', ''),
      url.searchParams,
      request.method!,
      words.startsWith('{') ? JSON.parse(words) : null,
    ) as { status?: number; error?: unknown };
    response
      .writeHead(result?.error ? (result.status ?? 404) : 200, { 'content-type': 'application/json' })
      .end(JSON.stringify(result));
  };
  await start();
  return {
    url: `http://127.0.0.1:${port}/`,
    decisions,
    asked: (path) => asked.get(path) ?? 0,
    start,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const picture = (path: string): string =>
  path.includes('charts')
    ? `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 260"><text x="20" y="40" font-size="20">图</text>${[80, 160, 220, 120].map((h, i) => `<rect x="${60 + i * 140}" y="${240 - h}" width="80" height="${h}" fill="#1f4e8c"/>`).join('')}</svg>`
    : `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842"><rect width="595" height="842" fill="#faf9f4"/>${['清水市信访事项办理规程', '第一条　为规范信访事项办理，制定本规程。', '第二条　缠访闹访的，列入失信人员名单。', '第三条　列入名单的，限制享受优惠政策。'].map((words, i) => `<text x="90" y="${133 + i * 26}" font-size="14" font-family="serif">${words}</text>`).join('')}</svg>`;

interface Question {
  readonly documents: readonly Stored[];
  readonly decisions: Decisions;
  readonly who: Session;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly method: string;
  readonly body: unknown;
}

const NOT_FOUND = { error: { message: '没有找到', advice: '请返回' } };

const answerOf = (question: Question): unknown => {
  const { documents, decisions, who, path, query, body } = question;
  const viewOf = (id: number): DocumentView | null => {
    const stored = documents.find((each) => each.id === id);
    return stored ? view(stored, question) : null;
  };
  const audit = auditAnswer(path);
  if (audit) return audit;
  const one = /^documents\/(\d+)$/u.exec(path);
  if (one) return viewOf(Number(one[1])) ?? NOT_FOUND;
  const page = /^documents\/\d+\/pages\/(\d+)$/u.exec(path);
  if (page)
    return {
      page: Number(page[1]),
      width: 595,
      height: 842,
      image: `/api/${path}/image`,
      words: [],
      reason: '',
    };
  switch (path) {
    case 'session':
      return who;
    case 'documents':
      return list(question);
    case 'overview':
      return overview(question);
    case 'codebook':
      return LABELS.map((label) => ({
        label,
        title: { D: '信用信息共享公开', B: '“黑名单”认定', P: '失信惩戒措施', Q: '资格限制', R: '信用修复' }[
          label
        ],
        meaning: '把可识别主体的行为、记录或评价纳入信用记录，或作为信用信息共享、公开。',
        includes: ['记入信用档案', '向信用平台报送'],
        excludes: ['与信用无关的政务公开', '银行信用'],
      }));
    case 'decisions': {
      const result = decisions.write(
        body as never,
        who,
        (id) => documents.find((each) => each.id === id)!.name,
      );
      if ('error' in result) return result;
      const wanted = Number(query.get('document') ?? result.documents[0]);
      return { ...result, view: viewOf(wanted) };
    }
    case 'undo':
    case 'redo':
      return decisions[path](who);
    case 'same':
      return {
        text: '相同的条文',
        passages: [6, 7].map((document) => ({
          document,
          name: documents.find((each) => each.id === document)!.name,
          passage: documents.find((each) => each.id === document)!.units[3]!.key,
          place: '第三条',
          labels: ['D', 'B', 'P'],
          decisions: {},
          seen: {},
          confirmed: document === 7,
        })),
      };
    case 'differences':
      return differences();
    case 'samples':
      return { samples: [] };
    case 'log':
      return { events: decisions.log(), total: decisions.log().length, page: 1, size: 50 };
    case 'log/verify':
      return { whole: true, events: decisions.log().length, head: 'ab'.repeat(32), message: '' };
    case 'persons':
      return [
        { name: '甲', role: 'reviewer', active: true, createdAt: '2026-01-05T01:00:00Z' },
        { name: '乙', role: 'second', active: false, createdAt: '2026-01-06T01:00:00Z' },
      ];
    case 'views':
      return {
        views: [{ at: '2026-01-06T01:00:00Z', who: '甲', action: 'view', document: 1, detail: '' }],
        total: 1,
        page: 1,
        size: 50,
      };
    case 'import':
      return {
        changes: [
          {
            document: 1,
            name: documents[0]!.name,
            field: 'phone',
            from: '',
            to: '0000-0000',
            seen: 0,
            conflict: '',
          },
          {
            document: 2,
            name: documents[1]!.name,
            field: 'disposal',
            from: '修订',
            to: '废止',
            seen: 0,
            conflict: '甲已改为保留',
          },
        ],
        unmatched: [{ row: '第 9 行', reason: '文件名称对不上' }],
        unchanged: 300,
      };
    default:
      return NOT_FOUND;
  }
};

const stateOf = (stored: Stored, decisions: Decisions): DocumentView['state'] => {
  const { row, file } = decisions.of(stored.id);
  if (row?.value) return 'confirmed';
  return file?.value ? 'looked' : stored.first;
};

const chosen = ({ documents, decisions, query }: Question): Stored[] => {
  const [state, label, q, issuer] = ['state', 'label', 'q', 'issuer'].map((name) => query.get(name));
  return documents.filter(
    (each) =>
      (!state || stateOf(each, decisions) === state) &&
      (!label || labelsOf(each).includes(label as Label)) &&
      (!issuer || each.issuer === issuer) &&
      (!q || `${each.name}${each.text}`.includes(q)),
  );
};

const labelsOf = ({ passages }: Stored): Label[] =>
  LABELS.filter((label) => passages.some(({ findings }) => findings.some((each) => each.label === label)));

const view = (stored: Stored, question: Question): DocumentView => {
  const { decisions } = question;
  const own = decisions.of(stored.id);
  const all = chosen(question);
  const at = all.findIndex(({ id }) => id === stored.id);
  const pending = [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))].find(
    (each) => stateOf(each, decisions) === 'pending',
  );
  const { row } = stored;
  return {
    ...stored,
    passages: withPersons(stored, own),
    doubtful: stored.doubtful.filter(
      ({ at: place }) => !own[`correction:${place.start}-${place.end}`]?.value,
    ),
    state: stateOf(stored, decisions),
    decisions: own,
    print: JSON.stringify(Object.entries(own).filter(([subject]) => subject !== 'row')).slice(0, 90),
    row:
      row &&
      (Object.fromEntries(
        Object.entries(row).map(([field, cell]) => {
          const words = own[`cell:${field}`]?.value as string | null | undefined;
          return [field, { ...cell, value: words ?? cell.draft, edited: words != null }];
        }),
      ) as DocumentView['row']),
    place: {
      number: at + 1,
      total: all.length,
      previous: all[at - 1]?.id ?? null,
      next: all[at + 1]?.id ?? null,
      nextPending: pending?.id ?? null,
    },
  };
};

/** The passages with what a person has added. */
const withPersons = (stored: Stored, own: Readonly<Record<string, Decided>>): DocumentView['passages'] => {
  const added = Object.entries(own).flatMap(([subject, { value }]) => {
    const [kind, passage, label] = subject.split(':');
    const said = value as { verdict?: string; spans?: { start: number; end: number }[] } | null;
    return kind === 'finding' && said?.verdict === 'confirmed'
      ? [{ passage, label: label as Label, spans: said.spans ?? [] }]
      : [];
  });
  const fresh = added.filter(({ passage }) => !stored.passages.some(({ key }) => key === passage));
  return [
    ...stored.passages,
    ...fresh.map(({ passage, label, spans }) => {
      const unit = stored.units.find(({ key }) => key === passage)!;
      return {
        ...unit,
        sourcePlace: '',
        lead: '',
        kinds: [],
        citations: [],
        national: null,
        local: null,
        suggestions: [],
        usefulness: 0,
        same: 0,
        findings: [
          {
            label,
            score: 0.1,
            by: 'person' as const,
            evidence: spans.map(({ start, end }) => ({
              start: unit.start + start,
              end: unit.start + end,
              text: stored.text.slice(unit.start + start, unit.start + end),
              meaning: '人工标出',
              boxes: [],
            })),
          },
        ],
      };
    }),
  ].sort((a, b) => a.start - b.start);
};

const counted = <T extends string>(values: readonly T[]): Count<T>[] =>
  [...new Set(values)].map((value) => ({ value, count: values.filter((each) => each === value).length }));

const list = (question: Question) => {
  const { documents, decisions, query } = question;
  const all = chosen(question);
  const page = Number(query.get('page') ?? 1);
  return {
    total: all.length,
    page,
    size: LIST_SIZE,
    documents: all.slice((page - 1) * LIST_SIZE, page * LIST_SIZE).map(
      (each): ListedDocument => ({
        id: each.id,
        name: each.name,
        source: each.source,
        part: 0,
        format: each.format,
        issuer: each.issuer,
        year: each.year,
        labels: labelsOf(each),
        state: stateOf(each, decisions),
        remark: each.remark,
        hasRow: each.row !== null,
        findings: each.passages.length,
        errors: each.breaches.length > 0 ? 1 : 0,
        warnings: each.breaches.length,
        doubt: each.id % 3 === 0 ? 0.42 : 0,
        doubtfulWords: each.doubtful.length,
        national: each.row ? '是' : '',
        local: each.row ? '待核实' : '',
        disposal: each.row ? '修订' : '',
      }),
    ),
    facets: {
      states: REVIEW_STATES.map((value) => ({
        value,
        count: documents.filter((each) => stateOf(each, decisions) === value).length,
      })),
      labels: LABELS.map((value) => ({
        value,
        count: documents.filter((each) => labelsOf(each).includes(value)).length,
      })),
      issuers: counted(documents.map(({ issuer }) => issuer)),
      years: counted(documents.map(({ year }) => year)),
    },
  };
};

const overview = ({ documents, decisions }: Question) => {
  const rows = documents.filter(({ row }) => row !== null);
  return {
    files: { found: documents.length + 2, read: documents.length - 1, skipped: 2, unread: 1 },
    documents: documents.length,
    rows: rows.length,
    states: counted(documents.map((each) => stateOf(each, decisions))),
    toConfirm: rows.length,
    confirmed: rows.filter((each) => stateOf(each, decisions) === 'confirmed').length,
    labels: LABELS.map((value) => ({ value, count: 3 })),
    years: [
      { value: '2018', count: 4, labels: { D: 4, P: 2 } },
      { value: '2019', count: 9, labels: { D: 9, B: 3, P: 8, R: 1 } },
    ],
    kinds: [{ value: '限制评优', count: 12 }],
    national: [
      { value: '是', count: 20 },
      { value: '否', count: 11 },
    ],
    localBasis: [{ value: '待核实', count: 31 }],
    disposals: [
      { value: '修订', count: 28 },
      { value: '未定', count: 3 },
    ],
    unread: [{ id: 3, source: '规章/关于加强食品摊贩管理的通知.doc', remark: '文件已加密' }],
    agreement: { documents: 12, findings: 80, observed: 0.93, kappa: 0.81 },
  };
};

const differences = () => {
  const said = (verdict: 'confirmed' | 'rejected', who: string): Decided => ({
    value: { verdict },
    seq: 3,
    who,
    at: '2026-01-06T01:00:00Z',
    lane: 'first',
  });
  return {
    agreement: { documents: 12, findings: 80, observed: 0.93, kappa: 0.81 },
    items: [1, 9].map((document) => ({
      document,
      name: '清水市户外广告设置信用管理办法',
      subject: `finding:${(document * 1000 + 3).toString(16).padStart(12, '0')}.0:P`,
      passage: { place: '第三条', text: '第三条　违反本办法规定，情节严重的，实施联合惩戒。' },
      first: said('confirmed', '甲'),
      second: said('rejected', '乙'),
      agreed: null,
      seen: 0,
    })),
  };
};
