import { Collapse, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { commands } from '../../../api/commands.js';
import type { CaseView } from '../case-queries.js';
import { useWords } from '../words.js';
import { CommandField } from './command-field.js';
import type { Field } from './command-field.js';

const [evidence] = commands['complete-stages'].fields;
const stages = evidence.fields as readonly Field[];

/** What no form gives: it is proven by something that was done with the case. */
const ofCase: readonly string[] = ['owner', 'contact'];

/** Every field of a stage is asked for: what is not missing the case has, from here or from its own records. */
const markOf = (name: string, missing: readonly string[]) =>
  missing.includes(name) ? 'needed' : 'given';

/** What each stage asks for before it ends: the one that the case is in, and those that may end with it. */
export function EvidenceFields({ of }: { of: CaseView }) {
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
        defaultActiveKey={[of.stage]}
        items={stages.slice(Math.max(0, at)).map((stage) => ({
          key: stage.name,
          label: words.code(stage.name),
          forceRender: stage.name === of.stage,
          extra: stage.name === of.stage && <Tag color="processing">{t('evidence.now')}</Tag>,
          children: (stage.fields ?? []).map((field) => (
            <CommandField
              key={field.name}
              field={field}
              of={of}
              path={['evidence', stage.name]}
              evidence={stage.name === of.stage ? markOf(field.name, of.missing) : undefined}
            />
          )),
        }))}
      />
    </>
  );
}
