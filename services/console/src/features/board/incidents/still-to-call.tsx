import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentCases } from '../board-types.js';
import { CallList } from './call-list.js';
import { fewOf } from './few-numbers.js';
import { keptWords } from './kept-words.js';
import { NamelessNotice } from './nameless-notice.js';
import { stillUntold } from './still-untold.js';
import { useNameless } from './use-nameless.js';

/** Whom the answer to all did not reach and nobody has called since. */
export function StillToCall({ of: { incident, cases, answers } }: { of: IncidentCases }) {
  const { t } = useTranslation('board');
  const [isOpen, setIsOpen] = useState(false);
  const { kind, untold } = stillUntold([...cases, incident], answers);
  if (kind === undefined || untold.length === 0) return null;
  const { named, more } = fewOf(untold.map(({ number }) => number));
  const told = { count: untold.length, numbers: named.join(t('snooze.and')), n: more };
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={t(more > 0 ? 'answers.untoldMore' : 'answers.untold', told)}
        description={t('answers.untoldHow')}
        // That somebody looks a customer up is recorded: not before it is asked for.
        action={
          !isOpen && <Button onClick={() => setIsOpen(true)}>{t('answers.whomToCall')}</Button>
        }
      />
      {isOpen && <Callable cases={untold} words={keptWords(incident.id, kind)} />}
    </>
  );
}

function Callable({ cases, words }: { cases: IncidentCases['cases']; words: string }) {
  const nameless = useNameless(cases);
  const called = cases.filter(({ id }) => !nameless.has(id));
  return (
    <>
      <NamelessNotice cases={cases.filter(({ id }) => nameless.has(id))} />
      {called.length > 0 && <CallList cases={called} isAll={false} words={words} />}
    </>
  );
}
