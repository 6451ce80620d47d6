import { useQuery } from '@tanstack/react-query';
import { Button, Input, Popover, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { coachQuery } from './desk-queries.js';
import type { Finding } from './desk-types.js';
import { replacePhrase } from './replace-phrase.js';
import { useSettled } from '../../shared/use-settled.js';
import { isWhole } from '../../shared/whole-advice.js';
import { useNames } from './use-names.js';

/** Words for the customer, with what the coach would say instead: the first of it in a line that is always there. */
export function CoachedText(props: {
  id: string;
  value: string;
  rows?: number;
  /** How long it may be. */
  most?: number;
  onChange: (value: string) => void;
}) {
  const { id, value, rows = 2, most = 20_000, onChange } = props;
  const text = useSettled(value.trim(), 500);
  const { t } = useTranslation();
  const { data, error } = useQuery({ ...coachQuery(text), enabled: text.length > 1 });
  const isCurrent = text.length > 1 && text === value.trim();
  // Findings count from the trimmed text's beginning.
  const shift = value.length - value.trimStart().length;
  const findings = isCurrent && data ? data.wording : [];
  const replace = (finding: Finding) =>
    onChange(
      replacePhrase(value, {
        ...finding,
        start: finding.start + shift,
        end: finding.end + shift,
      }),
    );
  return (
    <>
      <Input.TextArea
        id={id}
        value={value}
        rows={rows}
        maxLength={most}
        aria-describedby={`${id}-coach`}
        onChange={(event) => onChange(event.target.value)}
      />
      <div id={`${id}-coach`} className="desk-coach" role="status">
        {isCurrent && error && t('coach.failed')}
        {findings[0] && <CoachLine findings={findings} onReplace={replace} />}
      </div>
    </>
  );
}

function CoachLine(props: { findings: Finding[]; onReplace: (finding: Finding) => void }) {
  const { t } = useTranslation('desk');
  const { said } = useNames();
  const [first, ...others] = props.findings;
  if (!first) return null;
  const all = (
    <ul className="plain-list">
      {props.findings.map((finding) => (
        <li key={`${finding.id} ${finding.start}`}>
          {t('coach.instead', { phrase: finding.phrase, advised: finding.advised })}
          <br />
          <Typography.Text type="secondary">{said(finding.why)}</Typography.Text>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <Popover content={all} trigger={['hover', 'focus']}>
        <Typography.Text type="warning" ellipsis tabIndex={0} className="desk-grow">
          {t('coach.instead', { phrase: first.phrase, advised: first.advised })}
        </Typography.Text>
      </Popover>
      {others.length > 0 && (
        <Typography.Text type="secondary" className="steady">
          {t('coach.more', { count: others.length })}
        </Typography.Text>
      )}
      {isWhole(first.advised) && (
        <Button size="small" type="link" onClick={() => props.onReplace(first)}>
          {t('coach.replace')}
        </Button>
      )}
    </>
  );
}
