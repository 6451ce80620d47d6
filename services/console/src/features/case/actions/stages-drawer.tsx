import { Form } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../case-queries.js';
import { useWords } from '../words.js';
import { missingOf } from './changed-notice.js';
import { boxes, EvidenceFields } from './evidence-fields.js';
import { FormDrawer } from './form-drawer.js';
import type { FormValues } from './form-drawer.js';
import type { EvidenceValues, KnownEvidence } from './known-evidence.js';
import { stagesReached } from './stages-reached.js';
import { filledIn, placesOf, stagesToSend } from './stages-to-send.js';
import { bodyOfForm } from './to-body.js';
import { useKnownEvidence } from './use-known-evidence.js';

type Stages = Record<string, EvidenceValues>;

/** As the fields of the form hold it: an instant is a day of the calendar there. */
function toForm(known: KnownEvidence): FormValues {
  const { listen = {}, ...others } = filledIn(known);
  const { happenedAt } = listen;
  const happened = typeof happenedAt === 'string' && { happenedAt: dayjs(happenedAt) };
  return { evidence: { ...others, listen: { ...listen, ...happened } } };
}

const stagesOf = (values: FormValues) =>
  bodyOfForm((values['evidence'] ?? {}) as object) as unknown as Stages;

/** Ends stages by what the case knows already and what is said of them here; what lacks is marked in its field. */
export function StagesDrawer({ of, onClose }: { of: CaseView; onClose: () => void }) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const [form] = Form.useForm<FormValues>();
  const now = useKnownEvidence(of);
  // What the form was filled with: others may record more while it is open.
  const [known, setKnown] = useState(now);
  if (!known && now) setKnown(now);
  const [open, setOpen] = useState<string[]>([of.stage]);
  const values = Form.useWatch((all: FormValues) => all, form);
  const filled = stagesOf(values ?? {});
  const before = known && stagesOf(toForm(known));
  const toSend = (form: Stages) => {
    const told = stagesToSend(of, { form, before: before!, known: known! });
    const meant = [...open, ...Object.keys(told)];
    const reached = stagesReached(of, known!, form, meant);
    // One that is only looked at ends where nothing lacks up to it; one that is filled in is sent all the same.
    return {
      reached,
      evidence: stagesToSend(of, { form, before: before!, known: known! }, reached),
    };
  };
  const reached = known && values ? toSend(filled).reached : [];
  const mark = (error: unknown) => {
    const places = placesOf(missingOf(error), of.stage);
    setOpen((before) => [...new Set([...before, ...places.map(([stage]) => stage)])]);
    form.setFields(
      places.map(([stage, name]) => ({
        name: ['evidence', stage, name],
        errors: [
          t(boxes.includes(name) ? 'evidence.notTicked' : 'evidence.lacks', {
            stage: words.code(stage),
          }),
        ],
      })),
    );
  };
  return (
    <FormDrawer
      command="complete-stages"
      {...{ of, form, onClose }}
      initial={known && toForm(known)}
      {...(reached.length > 0 && {
        submit: t('evidence.completes', {
          stages: reached.map((stage) => words.code(stage)).join(t('list.comma')),
        }),
      })}
      toBody={(given) => ({ evidence: toSend(stagesOf(given)).evidence })}
      onRefused={mark}
    >
      {known && <EvidenceFields {...{ of, known, filled, open, onOpen: setOpen }} />}
    </FormDrawer>
  );
}
