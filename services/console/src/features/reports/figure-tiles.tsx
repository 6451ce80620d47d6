import { InfoCircleOutlined } from '@ant-design/icons';
import { Tooltip, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { AmountValue, ChangeMark, FigureLink, ShareValue } from './figure-values.js';
import { isComparedBeforeData, noDataBeforeOf } from './shown-report.js';
import type { ShownReport } from './shown-report.js';

/** What a figure counts, for those that need a sentence of their own. */
function Meaning({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <Tooltip title={text} trigger={['hover', 'focus', 'click']}>
      <InfoCircleOutlined tabIndex={0} aria-label={text} />
    </Tooltip>
  );
}

/** The figures of all lines together; `only` names some of those that the report has. */
export function FigureTiles({ shown, only }: { shown: ShownReport; only?: readonly string[] }) {
  const { t } = useTranslation('reports');
  const { dashboard, totals, totalsBefore, comparison, names } = shown;
  const { figures, shares, amounts, averages } = dashboard;
  const noDataBefore = noDataBeforeOf(shown);
  const isBeforeData = isComparedBeforeData(shown);
  const opens = { dashboard, group: t('group.total'), listTo: shown.listAddress };
  const valueOf = (name: string) => {
    if (shares.includes(name)) return <ShareValue figures={totals} {...{ name, names, opens }} />;
    if (!figures.includes(name)) {
      return <AmountValue figures={totals} {...{ name, names, opens }} />;
    }
    const to = shown.listAddress(name);
    return <FigureLink figures={totals} group={t('group.total')} {...{ name, names, to }} />;
  };
  const listed = [...shares, ...figures, ...amounts, ...averages].filter(
    (name) => !only || only.includes(name),
  );
  return (
    <>
      <dl className="report-tiles">
        {listed.map((name) => (
          <div key={name} className="report-tile">
            <dt>
              {names.figureName(name)} <Meaning text={names.meaning(name)} />
            </dt>
            <dd className="report-figure">{valueOf(name)}</dd>
            {comparison !== 'none' && (
              <dd>
                <ChangeMark
                  now={totals}
                  before={totalsBefore}
                  {...{ name, comparison, names, isBeforeData }}
                />
              </dd>
            )}
          </div>
        ))}
      </dl>
      {noDataBefore !== undefined && (
        <Typography.Text type="secondary">
          {t('noDataBefore', { day: noDataBefore })}
        </Typography.Text>
      )}
    </>
  );
}
