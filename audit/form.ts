/** What is compared of a row or a document. */
export interface Form {
  /** In `titleForm`; '' where there is none. */
  readonly title: string;
  /** Letters and digits of the 文号 alone. */
  readonly number: string | null;
}
