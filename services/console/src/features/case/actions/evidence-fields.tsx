import { Collapse, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { commands } from '../../../api/commands.js';
import type { CaseView } from '../case-queries.js';
import { useWords } from '../words.js';
import { CommandField } from './command-field.js';
import type { Field } from './command-field.js';
import type { KnownEvidence } from './known-evidence.js';
import { markOf } from './stages-to-send.js';

const [evidence] = commands['complete-stages'].fields;
const stages = evidence.fields as readonly Field[];

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
  /** The stages that are shown. */
  open: string[];
  onOpen: (stages: string[]) => void;
}) {
  const { of, known, open, onOpen } = props;
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
          extra: stage.name === of.stage && <Tag color="processing">{t('evidence.now')}</Tag>,
          children: (stage.fields ?? []).map((field) => (
            <CommandField
              key={field.name}
              field={field}
              of={of}
              path={['evidence', stage.name]}
              evidence={markOf(of, known, stage.name, field.name)}
            />
          )),
        }))}
      />
    </>
  );
}
