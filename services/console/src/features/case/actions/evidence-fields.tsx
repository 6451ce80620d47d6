import { Collapse, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../case-queries.js';
import { useWords } from '../words.js';
import { CommandField } from './command-field.js';
import type { EvidenceValues, KnownEvidence } from './known-evidence.js';
import { lackingIn, stages } from './stages-reached.js';
import { markOf } from './stages-to-send.js';

/** What is ticked, and not filled in. */
export const boxes: readonly string[] = stages
  .flatMap(({ fields = [] }) => fields)
  .filter(({ type }) => type === 'boolean')
  .map(({ name }) => name);

/** What no form gives: it is proven by something that was done with the case. */
const ofCase: readonly string[] = ['owner', 'contact'];

/** What each stage asks for before it ends: the one that the case is in, and those that may end with it. */
export function EvidenceFields(props: {
  of: CaseView;
  known: KnownEvidence;
  /** As the form is filled in now. */
  filled: Readonly<Record<string, EvidenceValues>>;
  /** The stages that are shown. */
  open: string[];
  onOpen: (stages: string[]) => void;
}) {
  const { of, known, filled, open, onOpen } = props;
  const { t } = useTranslation('casePage');
  const words = useWords();
  const at = stages.findIndex(({ name }) => name === of.stage);
  const recorded = of.missing.filter((name) => ofCase.includes(name));
  return (
    <>
      <Typography.Paragraph type="secondary">{t('evidence.hint')}</Typography.Paragraph>
      {recorded.length > 0 && (
        <Typography.Paragraph>
          {t('evidence.first', { names: recorded.map(words.field).join(t('list.comma')) })}
        </Typography.Paragraph>
      )}
      <Collapse
        activeKey={open}
        onChange={onOpen}
        items={stages.slice(Math.max(0, at)).map((stage) => ({
          key: stage.name,
          label: words.code(stage.name),
          // A field that is marked as missing must be there before its stage is opened.
          forceRender: true,
          extra: (
            <>
              {stage.name === of.stage && <Tag color="processing">{t('evidence.now')}</Tag>}
              <StageTag lacking={lackingIn(of, known, stage, filled)} />
            </>
          ),
          children: (
            <>
              {stage.name === 'control' && stage.name === of.stage && (
                <Typography.Paragraph type="secondary">
                  {t('evidence.atItsEnd')}
                </Typography.Paragraph>
              )}
              {(stage.fields ?? []).map((field) => (
                <CommandField
                  key={field.name}
                  field={field}
                  of={of}
                  path={['evidence', stage.name]}
                  evidence={markOf(of, known, stage.name, field.name)}
                />
              ))}
            </>
          ),
        }))}
      />
    </>
  );
}

/** Whether a stage can end as it is, or how much it lacks and what. */
function StageTag({ lacking }: { lacking: readonly string[] }) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  if (lacking.length === 0) return <Tag color="success">{t('evidence.complete')}</Tag>;
  const names = lacking.map(words.field).join(t('list.comma'));
  return <Tag title={names}>{t('evidence.lacking', { count: lacking.length })}</Tag>;
}
