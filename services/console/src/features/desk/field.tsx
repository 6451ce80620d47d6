import { Form } from 'antd';
import type { ReactNode } from 'react';

/** A labelled field of a form whose values the screen keeps itself. The line below it is always there: what the coach or a check says moves nothing. */
export function Field(props: {
  id: string;
  label: string;
  isRequired?: boolean;
  fault?: string | undefined;
  children: ReactNode;
  className?: string;
}) {
  return (
    <Form.Item
      label={props.label}
      htmlFor={props.id}
      required={props.isRequired ?? false}
      {...(props.fault !== undefined && { validateStatus: 'error', help: props.fault })}
      className={`desk-field ${props.className ?? ''}`}
    >
      {props.children}
    </Form.Item>
  );
}
