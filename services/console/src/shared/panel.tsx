import { useId } from 'react';
import type { ReactNode } from 'react';

/** A framed part of a screen under a heading, with what can be done to it at the other end of the line. */
export function Panel(props: {
  /** Absent: the frame alone. */
  title?: ReactNode;
  extra?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  const { title, extra, className = '', children } = props;
  return (
    <section
      className={`panel ${className}`}
      aria-labelledby={title === undefined ? undefined : id}
    >
      {title !== undefined && (
        <div className="panel-head">
          <h2 id={id} className="panel-title">
            {title}
          </h2>
          {extra}
        </div>
      )}
      <div className="panel-body">{children}</div>
    </section>
  );
}
