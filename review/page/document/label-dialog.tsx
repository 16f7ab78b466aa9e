import { LABELS, type Label } from '../../../model/index.js';
import { LabelChip } from '../parts/chip.js';
import { LabelMeaning } from '../parts/codebook.js';
import { closeDialog, Modal } from '../parts/dialog.js';
import { markWords } from '../state/decide.js';
import { view } from '../state/document.js';
import { picking, stopPicking, wanted } from '../state/picking.js';

/** Which label the marked words carry. */
export const LabelDialog = () => {
  const now = wanted.value;
  const unit = now && view.value?.units[now.unit];
  if (!now || !unit) return null;
  const take = (label: Label): void => {
    closeDialog();
    if (picking.peek()) stopPicking();
    markWords(unit, now.span, label);
  };
  return (
    <Modal
      title="增加认定"
      onKey={(key) => {
        const label = LABELS[Number(key) - 1];
        if (label) take(label);
        return label !== undefined;
      }}
    >
      <p>
        {unit.place && <b>{unit.place} </b>}
        <q>{view.value!.text.slice(now.span.start, now.span.end)}</q>
      </p>
      <ul class="choices">
        {LABELS.map((label, i) => (
          <li key={label}>
            <button type="button" onClick={() => take(label)}>
              <kbd>{i + 1}</kbd> <LabelChip label={label} words />
            </button>
            <LabelMeaning label={label} />
          </li>
        ))}
      </ul>
    </Modal>
  );
};
