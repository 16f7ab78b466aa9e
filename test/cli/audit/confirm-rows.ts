import { join } from 'node:path';
import { openStore } from '../../../store/index.js';

/** Has every row of an output folder count as confirmed, as if a person had done so one by one. */
export const confirmRows = async (output: string): Promise<void> => {
  const store = await openStore(join(output, 'qinggui.db'));
  await store.db
    .updateTable('review_documents')
    .set({ state: 'confirmed' })
    .where('has_row', '=', 1)
    .execute();
  await store.close();
};
