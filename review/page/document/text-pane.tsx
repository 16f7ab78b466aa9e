import { useMemo } from 'preact/hooks';
import type { DocumentView } from '../../api.js';
import { ScrollTable } from '../parts/scroll-table.js';
import { LABEL_WORDS } from '../words.js';
import { type FlowBlock, flowOf } from './flow.js';
import { type Mark, marksByBlock, marksPrint, type Segment, segmentsOf } from './marks.js';
import { memo } from './memo.js';

/** The document as text: blocks as they stand in the file, and on them everything that was found. */
export const TextPane = ({ view, marks }: { view: DocumentView; marks: readonly Mark[] }) => {
  const flow = useMemo(() => flowOf(view.blocks), [view.blocks]);
  const dealt = useMemo(() => marksByBlock(view.blocks, marks), [view.blocks, marks]);
  const draw = ({ block, index }: FlowBlock) => {
    const numbering: Mark[] =
      block.numberingEnd !== undefined && block.numberingEnd > block.start
        ? [
            {
              start: block.start,
              end: block.numberingEnd,
              kind: 'number',
              label: '',
              target: '',
              words: '自动编号（原文件中由排版生成）',
            },
          ]
        : [];
    const on = [...numbering, ...(dealt[index] ?? [])];
    return (
      <Runs
        key={index}
        start={block.start}
        text={view.text.slice(block.start, block.end)}
        marks={on}
        print={marksPrint(on)}
      />
    );
  };
  return (
    <div class="paper">
      {flow.map((item) => {
        if (item.kind === 'page')
          return (
            <div class="page-line" key={`page-${item.page}`}>
              第 {item.page} 页
            </div>
          );
        if (item.kind === 'table')
          return (
            <ScrollTable name="表格" key={`table-${item.key}`}>
              <table>
                <tbody>
                  {item.rows.map((cells) => (
                    <tr key={cells[0]!.index}>
                      {cells.map((cell) => (
                        <td
                          key={cell.index}
                          rowSpan={cell.block.cell!.rowSpan}
                          colSpan={cell.block.cell!.columnSpan}
                        >
                          {draw(cell)}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollTable>
          );
        const { block, index } = item.item;
        return (
          <p key={index} class={classOf(block)}>
            {draw(item.item)}
          </p>
        );
      })}
    </div>
  );
};

const classOf = ({ kind, align, headingLevel, bold }: DocumentView['blocks'][number]): string =>
  [
    'block',
    `block-${kind}`,
    align ? `align-${align}` : '',
    headingLevel ? `heading-${Math.min(headingLevel, 4)}` : '',
    bold ? 'bold' : '',
  ]
    .filter(Boolean)
    .join(' ');

/** A block's text in runs. Drawn again only when its words or marks change. */
const Runs = memo(
  ({ start, text, marks }: { start: number; text: string; marks: readonly Mark[]; print: string }) => (
    <>
      {segmentsOf({ start, end: start + text.length }, marks).map((segment) => (
        <Run
          key={segment.start}
          segment={segment}
          text={text.slice(segment.start - start, segment.end - start)}
        />
      ))}
    </>
  ),
  (before, after) =>
    before.start === after.start && before.text === after.text && before.print === after.print,
);

const Run = ({ segment: { start, marks, opens }, text }: { segment: Segment; text: string }) => {
  if (marks.length === 0) return <span data-s={start}>{text}</span>;
  const targets = marks.map(({ target }) => target).filter(Boolean);
  const classes = marks.map(({ kind, label, faint }) =>
    kind === 'evidence' ? `on-${label}${faint ? '-faint' : ''}` : `on-${kind}`,
  );
  return (
    <>
      {tagsOf(opens).map(({ mark, targets: own, count, words }) => (
        <button
          type="button"
          key={`${mark.kind}${mark.target}`}
          class={`tag tag-${mark.label || mark.kind}${mark.faint ? ' tag-faint' : ''}`}
          data-t={own}
          data-letter={`${mark.label || TAGS[mark.kind]}${count > 1 ? count : ''}`}
          aria-label={mark.label ? `${mark.label} ${LABEL_WORDS[mark.label].full}：${words}` : words}
        />
      ))}
      <mark
        data-s={start}
        data-t={targets.join(' ') || undefined}
        class={`on ${[...new Set(classes)].join(' ')}`}
        title={marks.map(({ label, words }) => (label ? `${label} ${words}` : words)).join('\n')}
      >
        {text}
      </mark>
    </>
  );
};

/** What letters stand before a run: several breaches at one place are one sign with their number. */
const tagsOf = (opens: readonly Mark[]) => {
  const groups = new Map<string, Mark[]>();
  for (const mark of opens) {
    if (mark.kind === 'number' || mark.kind === 'citation') continue;
    const name = mark.kind === 'breach' ? 'breach' : `${mark.kind}${mark.target}`;
    groups.set(name, [...(groups.get(name) ?? []), mark]);
  }
  return [...groups.values()].map((marks) => ({
    mark: marks[0]!,
    targets: marks.map(({ target }) => target).join(' '),
    count: marks.length,
    words: marks.map(({ words }) => words).join('；'),
  }));
};

const TAGS: Readonly<Record<Mark['kind'], string>> = {
  evidence: '',
  breach: '!',
  citation: '',
  doubt: '?',
  corrected: '改',
  number: '',
};
