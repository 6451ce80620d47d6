import { Tag, Tooltip, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { changeOf, saysGrowth } from './figure-change.js';
import { countedBy, countOf, isInsufficient, restsOn, shareOf, tooFewOf } from './figures.js';
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

interface Rested {
  figures: Figures;
  name: string;
  group: string;
  names: Names;
  listAddress: (figure: string) => string;
}

/** Of how many a share or a mean is: it leads to them where a figure counts them all. */
function RestsOn({ figures, name, group, names, listAddress, text }: Rested & { text: string }) {
  const { t } = useTranslation('reports');
  const figure = restsOn(figures, name);
  const count = figure === undefined ? null : countOf(figures, figure);
  if (figure === undefined || !count) return text;
  const label = t('table.open', {
    ...{ figure: names.figureName(figure), count: names.count(count), group },
  });
  return (
    <Link to={listAddress(figure)} aria-label={label}>
      {text}
    </Link>
  );
}

/** A share with its interval; one that rests on too little stands back, with a word that says so. */
export function ShareValue(props: Rested) {
  const { t } = useTranslation('reports');
  const { figures, name, names } = props;
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
      <Typography.Text type="secondary" className="steady">
        <RestsOn {...props} text={t('share.of', { n: names.count(share.n) })} />
      </Typography.Text>{' '}
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

export function AmountValue(props: Rested) {
  const { t } = useTranslation('reports');
  const { figures, name, names } = props;
  const value = countOf(figures, name);
  if (value === null) return <span aria-hidden>–</span>;
  const [without, all] = [countOf(figures, 'withoutCost') ?? 0, countOf(figures, 'handled') ?? 0];
  const isPartly = name === 'costPerCase' && without > 0;
  const told = { count: names.count(without), all: names.count(all) };
  const tooFew = tooFewOf(figures, name);
  const counted = restsOn(figures, name);
  const of = counted === undefined ? undefined : (countOf(figures, counted) ?? undefined);
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
      {spans !== null && (
        <Typography.Text type="secondary" className="steady">
          {t('share.ofSpans', { n: names.count(spans) })}
        </Typography.Text>
      )}
      {of !== undefined && (
        <Typography.Text type="secondary" className="steady">
          <RestsOn {...props} text={t('share.of', { n: names.count(of) })} />
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
