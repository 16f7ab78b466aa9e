import { expect, it } from 'vitest';
import { listQuery } from '../../../review/api.js';
import { documentView } from '../../../review/desk/document.js';
import { documentList } from '../../../review/desk/list.js';
import { FIRST, TestCollection } from '../collection.js';
import { CREDIT } from '../texts.js';

it('what a person has set aside of the rules’ findings is not shown again, nor counted', async () => {
  const query = listQuery.parse({});
  const open = await TestCollection.make();
  const aside = await TestCollection.make();
  try {
    await open.scan({ '市容.txt': CREDIT });
    const id = (await documentList(open.context, query, FIRST)).documents[0]!.id;
    const { breaches } = await documentView(open.context, id, query, FIRST);
    expect(breaches.length).toBeGreaterThan(0);
    const entry = { rule: breaches[0]!.rule, file: '*', place: '', reason: '已核对' };
    Object.assign(aside.context, { suppressed: [entry] });
    await aside.scan({ '市容.txt': CREDIT });
    const rules = (await documentView(aside.context, id, query, FIRST)).breaches.map(({ rule }) => rule);
    expect(rules).toEqual(breaches.map(({ rule }) => rule).filter((rule) => rule !== entry.rule));
    const count = async (collection: TestCollection) => {
      const [found] = (await documentList(collection.context, query, FIRST)).documents;
      return found!.errors + found!.warnings;
    };
    const set = breaches.filter(({ rule, severity }) => rule === entry.rule && severity !== 'note').length;
    expect(await count(aside)).toBe((await count(open)) - set);
  } finally {
    await open.close();
    await aside.close();
  }
});
