import type { DocumentView } from '../../api.js';
import { route, sayError } from '../state/app.js';
import { post } from '../state/client.js';
import { loadDocument } from '../state/document.js';
import { filtersOf } from '../state/route.js';

/** The second reviewer may see the first's decisions once their own stand; the server writes down that they did. */
export const RevealButton = ({ view }: { view: DocumentView }) => {
  if (view.decisions.revealed?.value || !view.decisions.row?.value) return null;
  const reveal = async (): Promise<void> => {
    try {
      await post<DocumentView>(`documents/${view.id}/reveal`, {}, filtersOf(route.peek().query));
      await loadDocument(view.id, true);
    } catch (error) {
      sayError(error);
    }
  };
  return (
    <button type="button" onClick={() => void reveal()}>
      查看初核意见（之后本人意见不再更改）
    </button>
  );
};
