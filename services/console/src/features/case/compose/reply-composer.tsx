import { Alert, Button, Checkbox, Flex, Input, Select, Typography } from 'antd';
import { DisabledContextProvider } from 'antd/es/config-provider/DisabledContext';
import { useImperativeHandle, useState } from 'react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../actions/changed-notice.js';
import { useCustomer, useTemplates } from '../case-queries.js';
import type { CaseView, Party, Resolution } from '../case-queries.js';
import { blanksOf } from '../../../shared/blanks.js';
import { channels } from '../../../shared/channels.js';
import { CoachHints } from '../../../shared/coach-hints.js';
import { Field } from '../../../shared/field.js';
import { KeepingState } from '../../../shared/keeping-state.js';
import { isSendKey } from '../../../shared/send-key.js';
import { useKeeping } from '../../../shared/use-keeper.js';
import { useOnce } from '../../../shared/use-once.js';
import type { Reading } from '../timeline/use-seen.js';
import { useWords } from '../words.js';
import { checkReply, isReached, isRefused } from './check-reply.js';
import { isAddress, replyDraft } from './drafts.js';
import type { Draft, Reply } from './drafts.js';
import { isKindChosen as wasChosen } from './first-reply.js';
import { OtherDraftNotice } from './other-draft-notice.js';
import { RecipientField, usePartyName } from './recipient.js';
import { useSend } from './use-send.js';
import { wayOf } from './way-of.js';
import { messageKinds } from '../../../shared/message-kinds.js';

/** What the page tells the composer to do. */
export interface ReplyHandle {
  /** A message that was taken back is there again, to be mended, before whatever was begun since. */
  restore: (reply: Reply) => void;
}

interface Props {
  handle: Ref<ReplyHandle>;
  of: CaseView;
  /** Who takes part beside the customer; absent until that is known. */
  parties: readonly Party[] | undefined;
  resolution: Resolution | undefined;
  /** As it is kept; null where nothing is. */
  kept: Draft | null;
  /** What is gone on with of a draft, or begun without one. */
  replyOf: (kept: Draft | null) => Reply;
  reading: Reading;
  onWriting: (isWriting: boolean) => void;
  /** Whether something is begun that was not sent yet. */
  onDraft: (isBegun: boolean) => void;
}

/** A message to the customer or a party: kept while it is written, looked over before it goes, held for ten seconds after. */
export function ReplyComposer(props: Props) {
  const { handle, of, parties, resolution, kept, replyOf, reading, onWriting, onDraft } = props;
  const { t, i18n } = useTranslation('casePage');
  const words = useWords();
  const [written, setReply] = useState(() => replyOf(kept));
  // What nobody chose follows the case: once its customer was told, the next message tells something else.
  const [isKindChosen, setKindChosen] = useState(kept !== null && wasChosen(kept, replyOf(null)));
  const reply = isKindChosen ? written : { ...written, kind: replyOf(null).kind };
  const [isMeant, setMeant] = useState(false);
  const [isMixed, setMixed] = useState(false);
  const isEmpty = reply.text.trim() === '';
  const { data: templates } = useTemplates();
  const { data: customer, isHidden } = useCustomer(of.customer.id);
  const [draft] = useState(() => replyDraft(of.id, kept?.version ?? 0));
  const { keeper } = draft;
  const keeping = useKeeping(keeper);
  const isOutdated = keeping === 'outdated';
  const [isSending, begin] = useOnce();
  const sending = useSend(of.id, () => {
    setMeant(false);
    setKindChosen(false);
    // The next message is to the customer, as it is when one comes back to the case.
    setReply((sent) => ({ ...sent, text: '', template: undefined, partyId: undefined }));
    onWriting(false);
    onDraft(false);
  });
  const show = (changed: Reply) => {
    setReply(changed);
    sending.reset();
    onWriting(changed.text.trim() !== '');
    onDraft(changed.text.trim() !== '');
  };
  const change = (more: Partial<Reply>) => {
    const changed = { ...reply, ...more };
    keeper.keep(changed);
    show(changed);
  };
  const takeOther = async () => {
    const other = await draft.takeOther();
    setKindChosen(other !== null && wasChosen(other, replyOf(null)));
    show(replyOf(other));
  };

  useImperativeHandle(handle, () => ({
    restore: (back) => {
      // What was begun since may be for somebody else: it is read before all of it goes to one of them.
      setMixed(!isEmpty && back.partyId !== reply.partyId);
      setKindChosen(true);
      change({ ...back, text: [back.text, reply.text].filter(Boolean).join('\n\n') });
    },
  }));

  const lastTo = resolution?.messages.findLast(
    ({ to, partyId, status }) => to && !partyId && status !== 'undone',
  )?.to;
  const nameOf = usePartyName();
  const party = parties?.find(({ id }) => id === reply.partyId);
  const isToParty = reply.partyId !== undefined;
  const partyName = party ? nameOf(party) : t(parties ? 'reply.gone' : 'value.none');
  const customerName = customer?.name ?? t(isHidden ? 'facts.customer' : 'facts.anonymous');
  const recipientName = isToParty ? partyName : customerName;
  const notes = resolution?.notes.map(({ text }) => text) ?? [];
  const isMail = reply.channel === 'email' && !isToParty;
  // Known once the wording is: until then nothing is forbidden, and the server refuses.
  const sendsMail = templates?.sendsMail ?? true;
  const way = wayOf(reply.channel, sendsMail);
  const isNameless = !isToParty && customer?.anonymous === true && way !== 'mail';
  const offeredChannels = channels.filter((one) => wayOf(one, sendsMail) !== 'no-mail');
  const whyNotBy = (channel: Reply['channel']) => {
    if (!offeredChannels.includes(channel)) return 'noServer' as const;
    if (!isToParty || isReached(party, channel)) return undefined;
    return channel === 'email' ? ('noMailAddress' as const) : ('notKnown' as const);
  };
  const findings = isEmpty ? [] : checkReply({ ...reply, parties, lastTo, notes });
  const isElsewhere = findings.includes('recipient-changed');
  const isLost = isMail && reply.to.trim() !== '' && !isAddress(reply.to.trim());
  const isReady =
    !isEmpty &&
    !isLost &&
    !isMixed &&
    !isOutdated &&
    // Who takes part is not known yet: nothing goes to somebody who may be gone.
    (!isToParty || parties !== undefined) &&
    way !== 'no-mail' &&
    !findings.some(isRefused) &&
    reading.unread.length === 0 &&
    (!isElsewhere || isMeant) &&
    reading.version !== undefined;
  // What is on its way stays as it was sent; then the next one may begin.
  const isHeld = isSending && !isEmpty;
  const send = () => {
    if (!isReady || reading.version === undefined) return;
    const given = { reply, version: reading.version, confirmRecipient: isElsewhere };
    begin(async () => {
      await keeper.forget();
      if (await draft.isOvertaken()) return keeper.keep(reply);
      // What was refused is still a draft.
      await sending.mutateAsync(given).then(
        () => draft.end(),
        () => keeper.keep(reply),
      );
    });
  };
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const offered = templates?.templates ?? [];
  // One that is called what it is is not called so twice.
  const templateName = (name: string, kind: string) =>
    name === kind ? name : t('reply.templateName', { name, kind });
  const takeTemplate = (id: string | undefined) => {
    const chosen = offered.find((one) => one.id === id);
    if (!chosen) return change({ template: undefined });
    const text = isEmpty ? chosen.text : `${reply.text.trimEnd()}\n${chosen.text}`;
    setKindChosen(true);
    change({ template: chosen.id, kind: chosen.kind, text });
  };
  return (
    <>
      <DisabledContextProvider disabled={isHeld}>
        <Flex gap="small" wrap>
          {parties && (parties.length > 0 || isToParty) && (
            <RecipientField {...{ parties, reply }} channels={offeredChannels} onChange={change} />
          )}
          <Field label={t('reply.kind')} id="reply-kind" className="case-slim">
            <Select
              id="reply-kind"
              value={reply.kind}
              onChange={(kind) => {
                setKindChosen(true);
                change({ kind, template: undefined });
              }}
              options={messageKinds.map((value) => ({ value, label: words.code(value) }))}
            />
          </Field>
          <Field label={t('reply.channel')} id="reply-channel" className="case-slim">
            <Select
              id="reply-channel"
              value={reply.channel}
              onChange={(channel) => change({ channel })}
              popupMatchSelectWidth={false}
              options={channels.map((value) => {
                const why = whyNotBy(value);
                const channel = words.code(value);
                return {
                  value,
                  label: why ? t('reply.channelNot', { channel, why: t(`reply.${why}`) }) : channel,
                  disabled: why !== undefined,
                };
              })}
            />
          </Field>
          {isMail && (
            <Field
              label={t('reply.to')}
              id="reply-to"
              className="case-slim case-wide"
              fault={isLost ? t('reply.noAddress') : undefined}
            >
              <Input
                id="reply-to"
                status={isLost ? 'error' : ''}
                type="email"
                autoComplete="off"
                value={reply.to}
                onChange={({ target }) => change({ to: target.value })}
              />
            </Field>
          )}
          <Field label={t('reply.template')} id="reply-template" className="case-slim case-wide">
            <Select
              id="reply-template"
              allowClear
              value={reply.template ?? null}
              placeholder={t('reply.noTemplate')}
              onChange={(id) => takeTemplate(id ?? undefined)}
              options={offered
                .toSorted((one) => (one.language === language ? -1 : 1))
                .map(({ id, name, kind }) => ({
                  value: id,
                  label: templateName(name, words.code(kind)),
                }))}
            />
          </Field>
        </Flex>
      </DisabledContextProvider>
      <Field label={t('reply.text')} id="reply-text" className="case-slim">
        <Input.TextArea
          id="reply-text"
          autoSize={{ minRows: 4, maxRows: 14 }}
          maxLength={20_000}
          value={reply.text}
          readOnly={isHeld}
          onChange={({ target }) => change({ text: target.value })}
          onFocus={() => onWriting(!isEmpty)}
          onBlur={() => onWriting(false)}
          onKeyDown={(event) => {
            if (isSendKey(event)) send();
          }}
        />
      </Field>
      <DisabledContextProvider disabled={isHeld}>
        <CoachHints text={reply.text} onReplace={(text) => change({ text })} />
      </DisabledContextProvider>
      {way === 'no-mail' && <Alert type="warning" showIcon title={t('reply.noMailServer')} />}
      {findings.includes('blank-left') && (
        <Alert
          type="warning"
          showIcon
          title={t('reply.blankLeft', { blanks: blanksOf(reply.text).join(' ') })}
        />
      )}
      {findings.includes('holds-a-note') && (
        <Alert type="error" showIcon title={t('reply.holdsNote')} />
      )}
      {findings.includes('recipient-lost') && (
        <Alert type="error" showIcon title={t('reply.recipientLost')} />
      )}
      {isMixed && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('reply.mixed', { name: recipientName })}
          action={<Button onClick={() => setMixed(false)}>{t('reply.haveRead')}</Button>}
        />
      )}
      {isElsewhere && (
        <Alert
          type="warning"
          showIcon
          title={t('reply.elsewhere', { before: lastTo })}
          description={
            <Checkbox checked={isMeant} onChange={({ target }) => setMeant(target.checked)}>
              {t('reply.meant', { to: reply.to })}
            </Checkbox>
          }
        />
      )}
      {reading.unread.length > 0 && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('reply.unread', { count: reading.unread.length })}
          action={
            <Button onClick={() => reading.see(reading.unread.map(({ sequence }) => sequence))}>
              {t('reply.haveRead')}
            </Button>
          }
        />
      )}
      {isOutdated && (
        <OtherDraftNotice
          kept={draft.other ?? null}
          onTake={() => void takeOther()}
          onKeep={() => draft.replaceOther()}
        />
      )}
      {sending.error && (
        <CommandProblem id={of.id} error={sending.error} onAccept={sending.reset} />
      )}
      <Flex gap="small" align="start" justify="space-between" className="case-send">
        <Typography.Text type="secondary" className="case-send-way">
          {t(`reply.ways.${isNameless ? 'nameless' : way}`, {
            name: recipientName,
            channel: words.code(reply.channel),
            to: (isToParty ? party?.email : reply.to) || t('reply.nobody'),
          })}
        </Typography.Text>
        <Flex gap="small" align="center">
          <KeepingState keeping={keeping} />
          <Button
            type="primary"
            disabled={!isReady}
            loading={isSending}
            aria-keyshortcuts="Control+Enter"
            onClick={send}
          >
            {way === 'by-hand'
              ? t('reply.record')
              : t(way === 'handed-on' ? 'reply.handOn' : 'commands.send-message')}
          </Button>
        </Flex>
      </Flex>
    </>
  );
}
