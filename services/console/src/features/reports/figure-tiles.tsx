import { Card } from 'antd';
import { AmountValue, ChangeMark, FigureLink, ShareValue } from './figure-values.js';
import { useTranslation } from 'react-i18next';
import type { ShownReport } from './shown-report.js';

/** The figures of all lines together; `names` are those to show, of all that the report has. */
export function FigureTiles({ shown, only }: { shown: ShownReport; only?: readonly string[] }) {
  const { t } = useTranslation('reports');
  const { dashboard, totals, totalsBefore, comparison, names } = shown;
  const { figures, shares, amounts, averages } = dashboard;
  const valueOf = (name: string) => {
    if (shares.includes(name)) return <ShareValue figures={totals} {...{ name, names }} />;
    if (!figures.includes(name)) return <AmountValue figures={totals} {...{ name, names }} />;
    const to = shown.listAddress(name);
    return <FigureLink figures={totals} group={t('group.total')} {...{ name, names, to }} />;
  };
  const listed = [...shares, ...figures, ...amounts, ...averages];
  return (
    <dl className="report-tiles">
      {listed
        .filter((name) => !only || only.includes(name))
        .map((name) => (
          <Card key={name} size="small" className="report-tile">
            <dt>{names.figureName(name)}</dt>
            <dd className={shares.includes(name) ? 'report-share' : 'report-figure'}>
              {valueOf(name)}
            </dd>
            <dd>
              <ChangeMark now={totals} before={totalsBefore} {...{ name, comparison, names }} />
            </dd>
          </Card>
        ))}
    </dl>
  );
}
