interface Paged {
  /** From 1. */
  readonly page: number;
  readonly size: number;
  readonly total: number;
}

/** Leads through the pages of a list. @param counted true: says how many lines there are as well. */
export const Pager = ({
  of: { page, size, total },
  counted = false,
  toPage,
}: {
  of: Paged;
  counted?: boolean;
  toPage: (page: number) => void;
}) => (
  <nav class="pages buttons" aria-label="翻页">
    <button type="button" disabled={page <= 1} onClick={() => toPage(page - 1)}>
      上一页 <kbd>P</kbd>
    </button>
    <span>
      第 {page} / {Math.max(1, Math.ceil(total / size))} 页{counted && `，共 ${total} 条`}
    </span>
    <button type="button" disabled={page * size >= total} onClick={() => toPage(page + 1)}>
      下一页 <kbd>N</kbd>
    </button>
  </nav>
);
