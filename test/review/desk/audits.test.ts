import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANSWER_HEADS } from '../../../reports/index.js';
import { auditQuery, compareRequest } from '../../../review/audit-api.js';
import { LedgerAudits } from '../../../review/desk/audits.js';
import { BadRequest, NotFound, Refused } from '../../../review/errors.js';
import type { Who } from '../../../review/server/desk.js';
import { LAYOUTS, UNIT } from '../../audit/layouts.js';
import { readFileHere, rowOf } from '../audited.js';
import { FIRST, TestCollection } from '../collection.js';
import { CREDIT, PLAIN, SECOND_CREDIT } from '../texts.js';

const COLLEAGUE: Who = { name: '同组人', role: 'administrator', lane: 'first' };

let desk: TestCollection;
let audits: LedgerAudits;
beforeEach(async () => {
  desk = await TestCollection.make();
  await desk.scan({ '01 市容.txt': CREDIT, '02 公园.txt': PLAIN, '03 广告.txt': SECOND_CREDIT });
  audits = new LedgerAudits({ ...desk.context, readFile: readFileHere }, async () => undefined);
});
afterEach(() => desk.close());

const take = async (texts: readonly string[], layout = '国家样式', who = FIRST) =>
  (await audits.take('台账.xlsx', await LAYOUTS[layout]!(await Promise.all(texts.map(rowOf))), who)).token;
const compare = async (texts: readonly string[], more: object = {}) =>
  audits.compare(compareRequest.parse({ ledgers: [await take(texts)], ...more }), FIRST);
const view = (number = 1, query: object = {}) => audits.view(number, auditQuery.parse(query));
const reply = (id: string, kind: 'accepted' | 'refused' | 'closed', words = '', who = FIRST, seen = 0) =>
  audits.reply({ items: [{ id, seen }], kind, words }, who);

describe('a ledger on the page', () => {
  it('is told by its unit and rows before it is compared, and what it leaves out with evidence afterwards', async () => {
    const bytes = await LAYOUTS.Word表格!([await rowOf(SECOND_CREDIT)]);
    const taken = await audits.take('C:\\报送\\台账\u202e.docx', bytes, FIRST);
    expect(taken).toMatchObject({ ledgers: [{ unit: UNIT, date: '2021-01-19', rows: 1 }], problem: '' });
    expect(await audits.list()).toEqual({ rounds: [] });
    const made = await audits.compare(compareRequest.parse({ ledgers: [taken.token] }), FIRST);
    expect(made).toEqual({ number: 1, items: 1, same: false });
    const { items, ledgers, facets, words } = await view();
    expect(ledgers).toMatchObject([{ source: '台账.docx', unit: UNIT, rows: 1, empty: [] }]);
    expect(items).toMatchObject([
      {
        kind: 'omitted',
        certain: true,
        subject: expect.stringContaining('清水市市容环境卫生信用管理办法'),
        document: { id: expect.any(Number), source: '01 市容.txt' },
        state: 'open',
        raised: { number: 1 },
      },
    ]);
    expect(items[0]!.evidence[0]).toMatchObject({
      provision: '第二条',
      text: expect.stringContaining('信用档案'),
    });
    expect(facets).toMatchObject({
      kinds: [{ value: 'omitted', count: 1, toCheck: 0 }],
      states: [{ value: 'open', count: 1 }],
      certain: 1,
    });
    expect(words.join('')).toContain('核对台账1份');
    expect((await audits.list()).rounds).toMatchObject([{ number: 1, ledgers: 1, items: 1 }]);
  });

  it('is used once, by who has given it', async () => {
    const token = await take([SECOND_CREDIT]);
    const request = compareRequest.parse({ ledgers: [token] });
    await expect(audits.compare(request, COLLEAGUE)).rejects.toThrow(BadRequest);
    await audits.compare(request, FIRST);
    await expect(audits.compare(request, FIRST)).rejects.toThrow('已不在待核对之列');
  });

  it('waits for two hours, and not for ever', async () => {
    let now = '2026-03-01T08:00:00.000Z';
    const context = { ...desk.context, readFile: readFileHere, clock: () => now };
    audits = new LedgerAudits(context, async () => undefined);
    const [early, late] = [await take([SECOND_CREDIT]), await take([SECOND_CREDIT])];
    now = '2026-03-01T09:59:00.000Z';
    const kept = await take([CREDIT]);
    await audits.compare(compareRequest.parse({ ledgers: [early] }), FIRST);
    now = '2026-03-01T10:00:00.000Z';
    await take([CREDIT]);
    await expect(audits.compare(compareRequest.parse({ ledgers: [late] }), FIRST)).rejects.toThrow(
      BadRequest,
    );
    expect(await audits.compare(compareRequest.parse({ ledgers: [kept] }), FIRST)).toMatchObject({
      number: 2,
    });
  });

  it('is read two at a time, the others in turn', async () => {
    let [now, most] = [0, 0];
    const readFile: typeof readFileHere = async (...given) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((done) => setTimeout(done, 5));
      now -= 1;
      return readFileHere(...given);
    };
    audits = new LedgerAudits({ ...desk.context, readFile }, async () => undefined);
    const bytes = await LAYOUTS.国家样式!([await rowOf(CREDIT)]);
    const taken = await Promise.all([1, 2, 3, 4, 5].map((at) => audits.take(`${at}.xlsx`, bytes, FIRST)));
    expect([most, new Set(taken.map(({ token }) => token)).size]).toEqual([2, 5]);
  });

  it('is none where there is none in the file, or the file is broken: that is said, and nothing is compared', async () => {
    const empty = await audits.take('说明.txt', new TextEncoder().encode('请查收附件。'), FIRST);
    expect(empty).toMatchObject({
      token: '',
      problem: expect.stringContaining('没有在文件中找到已填报的台账'),
    });
    const broken = await audits.take('坏.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), FIRST);
    expect(broken).toMatchObject({ token: '', problem: '文件已损坏。请核对' });
    await expect(audits.compare(compareRequest.parse({ ledgers: [] }), FIRST)).rejects.toThrow(
      '没有选择台账',
    );
    await expect(compare([CREDIT], { issuer: '清水市水务局' })).rejects.toThrow(Refused);
    expect(await audits.list()).toEqual({ rounds: [] });
  });

  it('names units that have filed none and documents that are new', async () => {
    await compare([CREDIT, SECOND_CREDIT], { units: [UNIT, ' 清水市水务局 ', ''], since: '2019-01-01' });
    const { facets, units, since } = await view();
    expect([units, since]).toEqual([2, '2019-01-01']);
    expect(facets.kinds.map(({ value }) => value)).toContain('no-ledger');
    expect(facets.units.map(({ value }) => value)).toContain('清水市水务局');
  });

  it('compared again comes to the same, and is no second comparison', async () => {
    await compare([SECOND_CREDIT]);
    expect(await compare([SECOND_CREDIT])).toEqual({ number: 1, items: 1, same: true });
  });
});

describe('what is said of an item', () => {
  it('stands with its name and time, by whomever and however often; nothing is lost where two speak at once', async () => {
    await compare([SECOND_CREDIT]);
    const [item] = (await view()).items;
    const id = item!.id;
    const said = await Promise.all([
      reply(id, 'accepted', ' 已补报 '),
      reply(id, 'refused', '不是本单位文件', COLLEAGUE),
      reply(id, 'accepted', '已补报'),
    ]);
    expect(said.flatMap(({ others }) => others)).toContain(id);
    const [now] = (await view()).items;
    expect(now!.replies.map(({ kind, words, who }) => `${who} ${kind} ${words}`)).toEqual(
      expect.arrayContaining(['初核员 accepted 已补报', '同组人 refused 不是本单位文件']),
    );
    expect(await reply(id, 'closed', '', FIRST, now!.replies.length)).toEqual({ added: 1, others: [] });
    expect((await view()).items[0]!.state).toBe('closed');
    await expect(reply('0123456789ab', 'closed')).rejects.toThrow(BadRequest);
  });

  it('stays until a later ledger has it; then the item is corrected and stands apart', async () => {
    await compare([SECOND_CREDIT]);
    const [item] = (await view()).items;
    await reply(item!.id, 'accepted');
    await compare([CREDIT]);
    const now = await view(2);
    expect(now.items.map(({ subject }) => subject)).toEqual([expect.stringContaining('户外广告')]);
    expect(now.corrected).toMatchObject({
      total: 1,
      items: [
        { id: item!.id, state: 'corrected', corrected: { number: 2 }, replies: [{ kind: 'accepted' }] },
      ],
    });
    // The first comparison tells what became of its item as well.
    expect(await view(1)).toMatchObject({ total: 0, corrected: { total: 1 } });
  });

  it('is found by unit, kind, state, sureness and words; what other comparisons have left open is not forgotten', async () => {
    await compare([SECOND_CREDIT]);
    await audits.compare(compareRequest.parse({ ledgers: [], units: ['清水市水务局'] }), FIRST);
    const now = await view(2);
    expect([now.total, now.earlier]).toEqual([1, 1]);
    const all = async (query: object) =>
      (await view(2, { scope: 'all', ...query })).items.map(({ kind }) => kind);
    expect(await all({})).toEqual(['omitted', 'no-ledger']);
    expect(await all({ kind: 'no-ledger' })).toEqual(['no-ledger']);
    expect(await all({ unit: UNIT })).toEqual(['omitted']);
    expect(await all({ unit: '清水市水务局' })).toEqual(['no-ledger']);
    expect(await all({ q: '信用档案 市容' })).toEqual(['omitted']);
    expect(await all({ q: '无此内容' })).toEqual([]);
    expect(await all({ state: 'closed' })).toEqual([]);
    expect(await all({ certain: '0' })).toEqual([]);
    expect(await view(2, { scope: 'all', page: 2 })).toMatchObject({ total: 2, items: [] });
    await expect(view(3)).rejects.toThrow(NotFound);
  });
});

describe('what a unit sends back', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qinggui-answers-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const filled = async (bytes: Uint8Array, answer: string, words: string): Promise<Uint8Array> => {
    const path = join(folder, 'book.xlsx');
    await writeFile(path, bytes);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const sheet = book.worksheets[0]!;
    const heads = (sheet.getRow(1).values as string[]).slice(1);
    sheet.getRow(2).getCell(heads.indexOf(ANSWER_HEADS.answer) + 1).value = answer;
    sheet.getRow(2).getCell(heads.indexOf(ANSWER_HEADS.words) + 1).value = words;
    await book.xlsx.writeFile(path);
    return readFile(path);
  };

  it('is read out of the workbook that it was sent', async () => {
    await compare([SECOND_CREDIT]);
    const book = await audits.file(1, 'xlsx', {});
    expect(book).toMatchObject({ name: '反馈事项表（第1次核对）.xlsx', notes: [] });
    // As it went out: nothing is filled in.
    expect(await audits.answers(book.name, book.bytes, FIRST)).toMatchObject({ added: 0, unread: [] });
    const back = await filled(book.bytes, '部分采纳', '第三条不涉及');
    expect(await audits.answers(book.name, back, FIRST)).toEqual({
      added: 1,
      counts: '说明 1',
      unread: [],
      strange: [],
    });
    expect((await view()).items[0]).toMatchObject({
      state: 'explained',
      replies: [{ kind: 'explained', words: '第三条不涉及', who: '初核员' }],
    });
    const vague = await filled(book.bytes, '看看再说', '');
    expect(await audits.answers(book.name, vague, FIRST)).toMatchObject({
      added: 0,
      unread: [expect.any(String)],
    });
    const other = await LAYOUTS.国家样式!([await rowOf(CREDIT)]);
    await expect(audits.answers('台账.xlsx', other, FIRST)).rejects.toThrow('三栏');
    await expect(audits.answers('坏.xlsx', new Uint8Array([1, 2]), FIRST)).rejects.toThrow(
      '不能读取这个文件',
    );
  });

  it('goes out for one unit alone with nothing of another', async () => {
    await compare([CREDIT], { units: ['清水市水务局', '清水市园林局'] });
    const json = async (unit?: string) =>
      JSON.parse(Buffer.from((await audits.file(1, 'json', { ...(unit && { unit }) })).bytes).toString());
    expect((await json()).items).toHaveLength(3);
    const water = await json('清水市水务局');
    expect(water.items).toMatchObject([{ kind: 'no-ledger', unit: '清水市水务局', state: 'open' }]);
    expect([water.ledgers, water.matches]).toEqual([[], []]);
    expect(JSON.stringify(water)).not.toMatch(/园林局|市容/u);
    const letter = await audits.file(1, 'docx', { unit: '清水市水务局', date: '2026-03-02' });
    expect(letter.name).toBe('反馈意见（第1次核对）（清水市水务局）.docx');
    expect(Buffer.from(letter.bytes.subarray(0, 2)).toString()).toBe('PK');
    await expect(audits.file(1, 'docx', { unit: '无此单位' })).rejects.toThrow(NotFound);
  });
});
