import { Component, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

interface Props {
  /** What is said instead, and on the button that asks for the page anew. */
  failed: string;
  again: string;
  children: ReactNode;
}

/** A part that did not arrive, or broke: the others go on, and the page can be asked for anew. */
export class Caught extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Notice fault>
        <p>{this.props.failed}</p>
        <div>
          <Button
            onClick={() => {
              window.location.reload();
            }}
          >
            {this.props.again}
          </Button>
        </div>
      </Notice>
    );
  }
}
