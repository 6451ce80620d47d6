import type { UseMutationResult } from '@tanstack/react-query';
import { Form, Modal } from 'antd';
import type { ComponentProps, ReactNode } from 'react';
import { SaveProblem } from './save-problem.js';
import { closeSettled } from '../../shared/close-settled.js';

/**
 * A dialog around one form, filled anew each time it opens.
 * What was refused stands below the fields, and what was typed stays until the dialog is closed.
 */
export function FormDialog<Values extends object>(props: {
  isOpen: boolean;
  title: ReactNode;
  okText: string;
  save: UseMutationResult<unknown, Error, Values>;
  onClose: () => void;
  initialValues?: ComponentProps<typeof Form<Values>>['initialValues'];
  width?: number;
  children: ReactNode;
}) {
  const { isOpen, title, okText, save, onClose, initialValues, width, children } = props;
  const [form] = Form.useForm<Values>();
  return (
    <Modal
      open={isOpen}
      title={title}
      okText={okText}
      onOk={() => form.submit()}
      confirmLoading={save.isPending}
      {...closeSettled(save.isPending, onClose)}
      afterClose={() => save.reset()}
      width={width}
      // A slip beside it throws nothing away.
      mask={{ closable: false }}
      destroyOnHidden
    >
      <Form<Values>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={initialValues}
        onFinish={(values) => save.mutate(values)}
      >
        {children}
      </Form>
      <SaveProblem error={save.error} />
    </Modal>
  );
}
