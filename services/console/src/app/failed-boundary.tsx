import { Component } from 'react';
import type { ReactNode } from 'react';
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

  override componentWillUnmount(): void {
    this.forget();
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure ? <FailedPage onRetry={this.tryAgain} /> : this.props.children;
  }

  /** Code that does not come a second time may be of a version that is gone, or kept by the browser as failed. */
  private readonly tryAgain = () => {
    if (this.state.hasTriedAgain || !this.forget()) return location.reload();
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
