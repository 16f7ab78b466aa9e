import { AUDIT_WORDS, STATE_WORDS } from '../../../model/index.js';
import type { AuditView } from '../../audit-api.js';
import { type Choice, Choices } from '../parts/choices.js';
import { route } from '../state/app.js';
import { type AuditFilter, setAuditFilter } from '../state/audit.js';

/** By kind, sureness, state and unit; with how many items stand under each. */
export const AuditFilters = ({ view: { facets } }: { view: AuditView }) => (
  <section class="filters" aria-label="筛选">
    <Facet
      title="事项"
      name="kind"
      choices={facets.kinds.map(({ value, count }) => ({ value, words: AUDIT_WORDS[value], count }))}
    />
    <Facet
      title="程度"
      name="certain"
      choices={[
        { value: '1', words: '发现的问题', count: facets.certain },
        { value: '0', words: '请核对', count: facets.toCheck },
      ].filter(({ count }) => count > 0)}
    />
    <Facet
      title="状态"
      name="state"
      choices={facets.states.map(({ value, count }) => ({ value, words: STATE_WORDS[value], count }))}
    />
    <fieldset>
      <legend>单位</legend>
      <select
        aria-label="单位"
        value={route.value.query.unit ?? ''}
        onChange={(event) => setAuditFilter('unit', event.currentTarget.value)}
      >
        <option value="">全部</option>
        {facets.units.map(({ value, count }) => (
          <option key={value} value={value}>
            {value}（{count}）
          </option>
        ))}
      </select>
    </fieldset>
  </section>
);

const Facet = ({
  title,
  name,
  choices,
}: {
  title: string;
  name: AuditFilter;
  choices: readonly Choice[];
}) => (
  <Choices
    title={title}
    choices={choices}
    chosen={route.value.query[name] ?? ''}
    choose={(value) => setAuditFilter(name, value)}
  />
);
