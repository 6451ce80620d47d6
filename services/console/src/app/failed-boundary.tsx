import { Component } from 'react';
import type { ReactNode } from 'react';
import { isServed } from '../api/client.js';
import { FailedPage } from './missing-page.js';
import { LoadFailed } from './screen-code.js';

interface Props {
  /** Another place is tried anew, and the same one with other parameters. */
  at: string;
  children: ReactNode;
}
interface State {
  failure: { error: unknown } | undefined;
  hasTriedAgain: boolean;
}

const fresh: State = { failure: undefined, hasTriedAgain: false };

/** Draws what is said of a part that failed in its place; what stands around it goes on. */
export class FailedBoundary extends Component<Props, State> {
  override state = fresh;

  static getDerivedStateFromError(error: unknown): Pick<State, 'failure'> {
    return { failure: { error } };
  }

  override componentDidUpdate(before: Props): void {
    const { failure, hasTriedAgain } = this.state;
    if (before.at === this.props.at || (!failure && !hasTriedAgain)) return;
    this.forget();
    this.setState(fresh);
  }

  /**
   * Browsers that keep an import as failed (whatwg/html#6768), and a version that is gone from the server, leave only
   * the page to be loaded anew; without a server it stays, with what was typed elsewhere on it.
   */
  override componentDidCatch(error: unknown): void {
    if (!this.state.hasTriedAgain || !(error instanceof LoadFailed)) return;
    void isServed().then((is) => is && location.reload());
  }

  override componentWillUnmount(): void {
    this.forget();
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure ? <FailedPage onRetry={this.tryAgain} /> : this.props.children;
  }

  private readonly tryAgain = () => {
    if (!this.forget()) return location.reload();
    this.setState({ failure: undefined, hasTriedAgain: true });
  };

  /** Whether it was code that did not come, which may be asked for again now. */
  private forget(): boolean {
    const error = this.state.failure?.error;
    if (!(error instanceof LoadFailed)) return false;
    error.forget();
    return true;
  }
}
