import { useTranslation } from 'react-i18next';
import { AmountValue, ChangeMark, FigureLink, ShareValue } from './figure-values.js';
import type { ShownReport } from './shown-report.js';

/** The figures of all lines together; `only` names some of those that the report has. */
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
  const listed = [...shares, ...figures, ...amounts, ...averages].filter(
    (name) => !only || only.includes(name),
  );
  return (
    <dl className="report-tiles">
      {listed.map((name) => (
        <div key={name} className="report-tile">
          <dt>{names.figureName(name)}</dt>
          <dd className="report-figure">{valueOf(name)}</dd>
          {comparison !== 'none' && (
            <dd>
              <ChangeMark now={totals} before={totalsBefore} {...{ name, comparison, names }} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
