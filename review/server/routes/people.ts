import { z } from 'zod';
import {
  addPerson,
  changePassword,
  changeRole,
  listPersons,
  listViews,
  shutOut,
} from '../../../store/index.js';
import { type PersonRequest, personRequest, type ViewsPage } from '../../access-api.js';
import { administers, sessionOf } from '../access.js';
import { readJson, readQuery } from '../body.js';
import type { Api, Tools } from '../tools.js';

const VIEWS = 100;
const viewsQuery = z.object({ page: z.coerce.number().int().min(1).max(1_000_000).default(1) });

/** Who is signed in, who may, and who saw what. */
export const addPeople = (api: Api, tools: Tools): void => {
  const { store, local, now } = tools;
  api.get('/session', (c) => c.json(sessionOf(tools, c.get('who'))));
  api.get('/views', administers, async (c) => {
    const { page } = readQuery(c, viewsQuery);
    return c.json({ ...(await listViews(store, page, VIEWS)), page, size: VIEWS } satisfies ViewsPage);
  });
  if (local) return;

  const change = (request: PersonRequest): Promise<void> => {
    switch (request.action) {
      case 'add':
        return addPerson(store, request, now().toISOString());
      case 'role':
        return changeRole(store, request.name, request.role);
      case 'password':
        return changePassword(store, request.name, request.password);
      case 'remove':
        return shutOut(store, request.name);
    }
  };
  api.get('/persons', administers, async (c) => c.json(await listPersons(store)));
  api.post('/persons', administers, async (c) => {
    await change(await readJson(c, personRequest));
    return c.json(await listPersons(store));
  });
};
