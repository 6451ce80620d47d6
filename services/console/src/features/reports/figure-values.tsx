import { Tag, Tooltip, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { allBehind } from './behind-figure.js';
import type { Dashboard } from './dashboards.js';
import { changeOf, saysGrowth } from './figure-change.js';
import { countedBy, countOf, isInsufficient, shareOf, tooFewOf } from './figures.js';
import type { Figures } from './figures.js';
import type { Comparison } from './period.js';
import type { Names } from './use-names.js';

/** A number that leads to its cases; nought leads nowhere. */
export function FigureLink(props: {
  figures: Figures;
  name: string;
  group: string;
  to: string;
  names: Names;
}) {
  const { t } = useTranslation('reports');
  const { figures, name, group, to, names } = props;
  const value = countOf(figures, name);
  if (value === null) return <span aria-hidden>–</span>;
  const count = names.count(value);
  if (value === 0) return <span className="steady">{count}</span>;
  const label = t('table.open', { figure: names.figureName(name), count, group });
  return (
    <Link to={to} className="steady" aria-label={label}>
      {count}
    </Link>
  );
}

/** Where the list of all that a figure is of opens, and whose group it is. */
export interface OpensAll {
  dashboard: Dashboard;
  group: string;
  listTo: (figure: string) => string;
}

/** How many a share or a mean is of, which leads to all of them where there is such a list. */
function OfAll(props: OpensAll & { figures: Figures; name: string; names: Names }) {
  const { t } = useTranslation('reports');
  const { dashboard, group, listTo, figures, name, names } = props;
  const all = allBehind(dashboard, figures, name);
  const n = all?.count ?? shareOf(figures, name)?.n;
  if (n === undefined) return null;
  const text = t('share.of', { n: names.count(n) });
  if (!all) {
    return (
      <Typography.Text type="secondary" className="steady">
        {text}
      </Typography.Text>
    );
  }
  // Whoever says aloud what they see means this link: its words are in its name, and not in brackets.
  const told = { figure: names.figureName(all.figure), of: text, group };
  return (
    <Link to={listTo(all.figure)} className="steady" aria-label={t('table.openAll', told)}>
      {text}
    </Link>
  );
}

/** A share with its interval; one that rests on too little stands back, with a word that says so. */
export function ShareValue(props: {
  figures: Figures;
  name: string;
  names: Names;
  opens: OpensAll;
}) {
  const { t } = useTranslation('reports');
  const { figures, name, names, opens } = props;
  const share = shareOf(figures, name);
  if (!share) return <span aria-hidden>–</span>;
  if (share.rate === null) {
    return <Typography.Text type="secondary">{t('share.none')}</Typography.Text>;
  }
  const counted = countedBy(name);
  const isWeak = isInsufficient(share);
  const [low, high] = [names.percent(share.low ?? 0), names.percent(share.high ?? 1)];
  return (
    <>
      {isWeak ? (
        <Typography.Text type="secondary" className="steady report-weak">
          {names.percent(share.rate)}
        </Typography.Text>
      ) : (
        <span className="steady">{names.percent(share.rate)}</span>
      )}{' '}
      <Typography.Text type="secondary" className="steady">
        {t('share.interval', { low, high })} ·
      </Typography.Text>{' '}
      <OfAll {...opens} {...{ figures, name, names }} />{' '}
      {isWeak && (
        <Tooltip title={t('share.insufficientHint', { counted: t(`share.counted.${counted}`) })}>
          <Tag color="warning" tabIndex={0}>
            {t(`share.insufficient.${counted}`)}
          </Tag>
        </Tooltip>
      )}
    </>
  );
}

export function AmountValue(props: {
  figures: Figures;
  name: string;
  names: Names;
  opens: OpensAll;
}) {
  const { t } = useTranslation('reports');
  const { figures, name, names, opens } = props;
  const value = countOf(figures, name);
  if (value === null) return <span aria-hidden>–</span>;
  const [without, all] = [countOf(figures, 'withoutCost') ?? 0, countOf(figures, 'handled') ?? 0];
  const isPartly = name === 'costPerCase' && without > 0;
  const told = { count: names.count(without), all: names.count(all) };
  const tooFew = tooFewOf(figures, name);
  const spans = name.startsWith('seconds') ? countOf(figures, 'spansHeld') : null;
  return (
    <>
      {tooFew ? (
        <Typography.Text type="secondary" className="steady report-weak">
          {names.amount(name, value)}
        </Typography.Text>
      ) : (
        <span className="steady">{names.amount(name, value)}</span>
      )}{' '}
      <OfAll {...opens} {...{ figures, name, names }} />{' '}
      {spans !== null && (
        <Typography.Text type="secondary" className="steady">
          {t('share.ofSpans', { n: names.count(spans) })}
        </Typography.Text>
      )}
      {tooFew && <Tag color="warning">{t(`share.insufficient.${tooFew}`)}</Tag>}
      {isPartly && <Tag color="warning">{t('share.withoutCost', told)}</Tag>}
    </>
  );
}

/** How much of the total a count of one line is, said so that it is taken for nothing else. */
export function PartOfTotal(props: {
  figures: Figures;
  totals: Figures;
  name: string;
  names: Names;
}) {
  const { t } = useTranslation('reports');
  const { figures, totals, name, names } = props;
  const [count, all] = [countOf(figures, name), countOf(totals, name)];
  if (count === null || !all) return null;
  return (
    <Typography.Text type="secondary" className="steady report-part">
      {t('table.part', { part: names.percent(count / all), all: names.count(all) })}
    </Typography.Text>
  );
}

/** How a figure stands to what it is compared with. Whether more is better is left to whoever reads it. */
export function ChangeMark(props: {
  now: Figures;
  before: Figures | undefined;
  name: string;
  comparison: Comparison;
  names: Names;
  /** What it is compared with was over before there was anything. */
  isBeforeData: boolean;
}) {
  const { t } = useTranslation('reports');
  const { now, before, name, comparison, names, isBeforeData } = props;
  if (comparison === 'none') return null;
  const change = changeOf(now, before, name);
  const { by, kind, interval, isUnsure, past, present } = change;
  const isBlank = before !== undefined && !(name in before);
  if (!(name in now)) return null;
  // From when there is data is told once, above; that there is none stands where the change would.
  if (isBeforeData || isBlank) {
    return <Typography.Text type="secondary">{t('change.noData')}</Typography.Text>;
  }
  if (past === null || present === null) {
    // A group that had nothing at all, or a share of which nothing was counted.
    const none = t(before === undefined ? 'change.none' : 'change.nothing');
    return <Typography.Text type="secondary">{none}</Typography.Text>;
  }
  const was = kind === 'points' ? names.percent(past) : names.value(name, past);
  const grown =
    kind === 'points'
      ? names.points(by ?? 0, interval)
      : t(saysGrowth(change) ? 'change.both' : 'change.step', {
          step: names.difference(name, present - past),
          change: names.growth(by ?? 0),
        });
  return (
    <Typography.Text type="secondary" className="report-change">
      {t(`change.${comparison}`, {
        before: was,
        change: grown,
      })}
      {isUnsure && ` (${t('change.unsure')})`}
    </Typography.Text>
  );
}
