import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallbackForm } from './callback-form.js';
import type { ContactKind } from '../../shared/contact-address.js';
import type { DeskCase } from './desk-types.js';
import { SurveyForm } from './survey-form.js';

export interface Contact {
  kind: ContactKind;
  /** Absent: its number is typed. */
  one: Pick<DeskCase, 'number'> | undefined;
  /** Each opening has a form and a key of its own. */
  key: string;
}

/** A callback or a survey, recorded in a few keys. */
export function ContactWindow(props: { contact: Contact; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const { contact, isOpen, onClose } = props;
  // What is still tried is not left: whether it was recorded is told here, and `stop` ends it.
  const [isFiling, setIsFiling] = useState(false);
  const Form = contact.kind === 'survey' ? SurveyForm : CallbackForm;
  return (
    <Modal
      open={isOpen}
      destroyOnHidden
      title={t(`contact.${contact.kind}Title`)}
      footer={null}
      closable={!isFiling}
      onCancel={() => {
        if (!isFiling) onClose();
      }}
    >
      <Form
        key={contact.key}
        filingKey={contact.key}
        number={contact.one?.number}
        onFiled={onClose}
        onFiling={setIsFiling}
      />
    </Modal>
  );
}
