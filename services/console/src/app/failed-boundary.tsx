import { Component } from 'react';
import type { ReactNode } from 'react';
import { FailedPage } from './missing-page.js';

interface Props {
  /** Another place is tried anew, and the same one with other parameters. */
  at: string;
  children: ReactNode;
}

/** Draws what is said of a part that failed in its place; what stands around it goes on. */
export class FailedBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidUpdate(before: Props): void {
    if (before.at !== this.props.at && this.state.hasFailed) this.setState({ hasFailed: false });
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <FailedPage /> : this.props.children;
  }
}
