import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Drawer, Flex } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { keepDraft, useDraft } from '../policies/policy-draft.js';
import { checkCalendar, readPolicies } from '../policies/policy-requests.js';
import {
  calendarIn,
  isReadable,
  toPolicyText,
  toText,
  withCalendar,
} from '../policies/policy-text.js';
import { ProblemList } from '../problem-list.js';
import { TextEditor } from '../text-editor.js';
import type { EditorHandle } from '../text-editor.js';
import { useSettled } from '../../../shared/use-settled.js';
import { withDays } from './calendar-text.js';
import { DaysForm } from './days-form.js';

interface Version {
  id: string;
  version: number;
  tz: string;
  hours: Record<string, unknown>;
  holidays: readonly string[];
  overrides: Record<string, unknown>;
  names?: Record<string, unknown>;
}

/** The next version of a calendar as text. It takes effect with a policy, so it ends up in the policy's draft. */
export function NewVersion(props: {
  isOpen: boolean;
  versions: readonly Version[];
  onClose: () => void;
}) {
  const { t } = useTranslation('admin');
  const { isOpen, versions, onClose } = props;
  const newest = versions.reduce((one, other) => (other.version > one.version ? other : one));
  return (
    <Drawer
      open={isOpen}
      title={t('calendars.writeTitle', { id: newest.id, version: newest.version + 1 })}
      size="large"
      onClose={onClose}
      // A slip beside it throws nothing away.
      mask={{ closable: false }}
      destroyOnHidden
    >
      <Writing newest={newest} />
    </Drawer>
  );
}

function Writing({ newest }: { newest: Version }) {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const draft = useDraft();
  const [text, setText] = useState(() => beginningOf(newest, draft?.text));
  const editor = useRef<EditorHandle>(null);
  const settled = useSettled(text, 600);
  const check = useQuery({
    queryKey: ['calendar-check', settled],
    queryFn: () => checkCalendar(settled),
    placeholderData: (previous) => previous,
    gcTime: 60_000,
  });
  const policies = useQuery({ queryKey: ['policies'], queryFn: readPolicies });
  const problems = check.data ?? [];
  const isSound = settled === text && check.isSuccess && problems.length === 0;
  const isOfBrokenDraft = draft !== undefined && !isReadable(draft.text);
  const take = () => {
    const inForce = policies.data!.items[0]!;
    const { text: policy, base } = draft ?? {
      text: toPolicyText(inForce),
      base: Number(inForce['version']),
    };
    keepDraft({ text: withCalendar(policy, text), base });
    void navigate('/administration/policies');
  };
  return (
    <Flex vertical gap="middle">
      <Alert type="info" showIcon title={t('calendars.writeHelp')} />
      <DaysForm isReadable={isReadable(text)} onAdd={(days) => setText(withDays(text, days))} />
      <TextEditor
        {...{ problems, value: text, onChange: setText, ref: editor }}
        label={t('calendars.text')}
        height="calc(100vh - 420px)"
      />
      {check.error && <ProblemNotice error={check.error} onRetry={() => void check.refetch()} />}
      {problems.length > 0 && (
        <ProblemList problems={problems} onGoTo={(line) => editor.current?.goTo(line)} />
      )}
      {policies.error && (
        <ProblemNotice error={policies.error} onRetry={() => void policies.refetch()} />
      )}
      {isOfBrokenDraft && (
        <Alert
          type="warning"
          showIcon
          title={t('calendars.brokenDraft')}
          action={<Link to="/administration/policies">{t('calendars.toDraft')}</Link>}
        />
      )}
      <Button
        type="primary"
        disabled={!isSound || !policies.data || isOfBrokenDraft}
        onClick={take}
      >
        {t('calendars.take')}
      </Button>
    </Flex>
  );
}

/** What the draft of the policy holds of the next version already, so that nothing of it is replaced; else a new one. */
function beginningOf(newest: Version, draft: string | undefined): string {
  const drafted = draft === undefined ? undefined : calendarIn(draft, newest.id);
  return drafted && drafted.version > newest.version ? drafted.text : nextText(newest);
}

/** Everything that a version holds, under the next number, valid from the next year on. */
function nextText({ id, version, tz, hours, holidays, overrides, names }: Version): string {
  const validFrom = `${new Date().getFullYear() + 1}-01-01`;
  return toText({
    ...{ id, version: version + 1, validFrom, tz, hours },
    ...{ holidays: [...holidays].sort(), overrides, ...(names && { names }) },
  });
}
