import type { ReactNode } from 'react';

/**
 * A labelled field of a form whose values the screen keeps itself. Plain elements: those of the library watch the
 * window's width and their own, and took more time with each character than the field that was typed into.
 */
export function Field(props: {
  /** Of the element that its label names; absent for groups, which name themselves. */
  id?: string;
  /** Absent: in line with fields that have one. */
  label?: string;
  isRequired?: boolean;
  /** What is wrong with it; what it holds shows that by a status of its own. */
  fault?: string | undefined;
  /** What is always to be known of it. */
  hint?: string;
  className?: string;
  children: ReactNode;
}) {
  const { id, label, isRequired = false, fault, hint, className = '', children } = props;
  const kind = `field-label ${isRequired ? 'field-required' : ''}`;
  return (
    <div className={`field ${className}`}>
      {label !== undefined &&
        (id === undefined ? (
          <div className={kind}>{label}</div>
        ) : (
          <label className={kind} htmlFor={id}>
            {label}
          </label>
        ))}
      <div className="field-control">{children}</div>
      {fault !== undefined && (
        <div className="field-fault" role="alert">
          {fault}
        </div>
      )}
      {hint !== undefined && <div className="quiet">{hint}</div>}
    </div>
  );
}
