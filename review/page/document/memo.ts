import { Component, type ComponentChildren, createElement, type FunctionComponent } from 'preact';

/** A component that is drawn again only when `same` says that its properties differ. */
export const memo = <Props extends object>(
  drawn: (props: Props) => ComponentChildren,
  same: (before: Props, after: Props) => boolean,
): FunctionComponent<Props> => {
  class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      return !same(this.props as Props, next as Props);
    }
    override render(props: Props) {
      return drawn(props);
    }
  }
  return (props: Props) => createElement(Memo as never, props);
};
