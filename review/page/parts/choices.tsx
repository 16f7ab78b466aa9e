/** One value that a list can be narrowed to. */
export interface Choice {
  readonly value: string;
  readonly words: string;
  readonly count: number;
}

/** Values of which one may be chosen; the chosen one again, or 全部, for none (''). */
export const Choices = ({
  title,
  choices,
  chosen,
  choose,
}: {
  title: string;
  choices: readonly Choice[];
  chosen: string;
  choose: (value: string) => void;
}) => (
  <fieldset>
    <legend>{title}</legend>
    <div class="choice-row">
      <button type="button" aria-pressed={chosen === ''} onClick={() => choose('')}>
        全部
      </button>
      {choices.map(({ value, words, count }) => (
        <button
          key={value}
          type="button"
          aria-pressed={chosen === value}
          onClick={() => choose(chosen === value ? '' : value)}
        >
          {words} <span class="count">{count}</span>
        </button>
      ))}
    </div>
  </fieldset>
);
