import { Typography } from 'antd';
import { memo, useCallback, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { hasRole, useSession } from '../../session/session.js';
import { askedContact } from '../../shared/contact-address.js';
import type { ContactKind } from '../../shared/contact-address.js';
import { newKey } from '../../shared/new-key.js';
import { onDemand } from '../../shared/on-demand.js';
import { useScreenKeys } from '../../shared/screen-keys.js';
import { ScreenTitle } from '../../shared/screen-title.js';
import { Waiting } from '../../shared/waiting.js';
import { loadTexts } from '../../texts/load-texts.js';
import type { DeskCase } from './desk-types.js';
import type { Contact } from './contact-window.js';
import { DeskParts } from './desk-parts.js';
import { IntakeAids } from './intake-aids.js';
import { IntakePanel } from './intake-panel.js';
import { MyQueue, NoQueue } from './my-queue.js';
import type { OnContact } from './my-queue.js';
import { useCustomer } from './use-customer.js';
import type { IntakeStore } from './intake-store.js';
import { useIntake, useIntakeStore } from './use-intake.js';
import './desk.css';

const ContactWindow = onDemand(async () => {
  const [{ ContactWindow: Window }] = await Promise.all([
    import('./contact-window.js'),
    loadTexts('questions'),
  ]);
  return Window;
});

/** The agent desk: my queue, the complaint that is being taken down, and what helps with it. */
export function Screen() {
  const { t } = useTranslation('desk');
  const session = useSession();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const asked = askedContact(address);
  const [contact, setContact] = useState<Contact | undefined>(
    () => asked && { kind: asked.kind, one: asked, key: newKey() },
  );
  // Apart from what it is for: a window gives the focus back only if it closes by itself.
  const [isOpen, setIsOpen] = useState(contact !== undefined);
  const [chosen, setChosen] = useState<DeskCase>();
  const open = useCallback<OnContact>((kind, one) => {
    setContact({ kind, one, key: newKey() });
    setIsOpen(true);
  }, []);
  const files = hasRole(session, ['agent', 'supervisor', 'admin']);
  const close = () => {
    setIsOpen(false);
    // Whoever came from a case goes on there.
    if (asked) void navigate(`/cases/${asked.caseId}`, { replace: true });
  };
  return (
    <>
      <ScreenTitle title={t('title')} className="desk-said" />
      <div className={`desk ${files ? '' : 'desk-narrow'}`}>
        <div className="desk-panel">
          <DeskParts isCovered={contact !== undefined && isOpen} />
          {session.agentId === null ? (
            <NoQueue />
          ) : (
            <MyQueue
              owner={session.agentId}
              chosenId={chosen?.id}
              onChoose={setChosen}
              onContact={files ? open : undefined}
            />
          )}
        </div>
        {files ? (
          <>
            <Intake />
            <ContactKeys onContact={(kind) => open(kind, chosen)} />
          </>
        ) : (
          <Typography.Paragraph>{t('intake.notYours')}</Typography.Paragraph>
        )}
      </div>
      {contact && <ContactWindow contact={contact} isOpen={isOpen} onClose={close} />}
    </>
  );
}

/** Once it is known what was taken down before. It takes nothing from the queue: a step in there draws none of it. */
const Intake = memo(function Intake() {
  const store = useIntakeStore();
  return store ? <OpenIntake store={store} /> : <Waiting />;
});

function OpenIntake({ store }: { store: IntakeStore }) {
  const { t } = useTranslation('desk');
  const form = useIntake(store);
  const found = useCustomer(form.intake);
  // Aids follow what is typed: a key waits for none of them.
  const later = useDeferredValue(form);
  useScreenKeys([
    { key: 'n', name: t('keys.intake'), act: () => document.getElementById('desk-phone')?.focus() },
    { key: t('intake.fileKey'), name: t('keys.send') },
  ]);
  return (
    <>
      <IntakePanel form={form} found={found} />
      <IntakeAids form={later} found={found} />
    </>
  );
}

function ContactKeys({ onContact }: { onContact: (kind: ContactKind) => void }) {
  const { t } = useTranslation('desk');
  useScreenKeys([
    { key: 'b', name: t('keys.callback'), act: () => onContact('callback') },
    { key: 's', name: t('keys.survey'), act: () => onContact('survey') },
  ]);
  return null;
}
