import type { ComponentChildren } from 'preact';

/** A table that may be wider than the window: it scrolls by itself, also by keyboard. */
export const ScrollTable = ({ name, children }: { name: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1).
  <section class="table-wrap" tabIndex={0} aria-label={name}>
    {children}
  </section>
);
