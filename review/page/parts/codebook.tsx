import type { Label } from '../../../model/index.js';
import { codebook } from '../state/app.js';
import { LABEL_WORDS } from '../words.js';
import { LabelChip } from './chip.js';
import { Modal } from './dialog.js';

/** What a label means, in one sentence, beside it. */
export const LabelMeaning = ({ label }: { label: Label }) => {
  const entry = codebook.value.find((each) => each.label === label);
  return entry ? <p class="meaning">{entry.meaning}</p> : null;
};

export const CodebookDialog = () => (
  <Modal title="标签说明" wide>
    {codebook.value.map(({ label, title, meaning, includes, excludes }) => (
      <section key={label} class="codebook-entry">
        <h3>
          <LabelChip label={label} /> {title || LABEL_WORDS[label].full}
        </h3>
        <p>{meaning}</p>
        <div class="two">
          {includes.length > 0 && <Words title="包括" words={includes} />}
          {excludes.length > 0 && <Words title="不包括" words={excludes} />}
        </div>
      </section>
    ))}
  </Modal>
);

const Words = ({ title, words }: { title: string; words: readonly string[] }) => (
  <div>
    <h4>{title}</h4>
    <ul>
      {words.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  </div>
);
