import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { Instant } from '../../../shared/instant.js';
import { Panel } from '../../../shared/panel.js';
import type { Asked } from '../actions/command-drawer.js';
import { useOrders, useResolution } from '../case-queries.js';
import type { CaseView } from '../case-queries.js';
import { useWords } from '../words.js';
import { actionOffers } from './action-offers.js';
import { PartActions } from './part-actions.js';
import { remedyOffers } from './remedy-offers.js';

interface Props {
  of: CaseView;
  onAsk: (asked: Asked) => void;
}

/** What was offered and promised to settle the case, and what other units were asked for. */
export function SettlingCard({ of, onAsk }: Props) {
  const { t, i18n } = useTranslation('casePage');
  const words = useWords();
  const viewer = useSession();
  const saidOf = (given: string) => words.code(given, 'answer');
  const { data: resolution } = useResolution(of.id);
  const { data: asked } = useOrders(of.id);
  const remedies = resolution?.remedies ?? [];
  const actions = resolution?.actions ?? [];
  const orders = asked?.orders ?? [];
  if (remedies.length + actions.length + orders.length === 0) return null;
  const money = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 2 });
  return (
    <Panel title={t('settling.title')}>
      <ul className="case-list">
        {remedies.map(({ id, kind, cost, status, answer, text }) => (
          <li key={id}>
            <p>
              {words.code(kind)} {money.format(cost)} <Tag>{words.code(status)}</Tag>
            </p>
            {text && <p>{text}</p>}
            {answer && (
              <p>
                <Tag>{saidOf(answer.given)}</Tag> {words.code(answer.channel)}{' '}
                <Instant at={answer.at} />
              </p>
            )}
            {answer?.wish && <p>{t('settling.wish', { wish: answer.wish })}</p>}
            <PartActions of={of} onAsk={onAsk} offers={remedyOffers({ id, status, answer })} />
          </li>
        ))}
        {orders.map(({ id, kind, matter, problemKind, unit, dueAt, status, text, answer }) => (
          <li key={id}>
            <p>
              {words.code(kind)} {words.unit(unit)} <Tag>{words.code(status)}</Tag>{' '}
              {matter && <Tag>{words.code(matter)}</Tag>}
              {problemKind && <Tag>{words.code(problemKind)}</Tag>}
              <Instant at={dueAt} />
            </p>
            {text && <p>{text}</p>}
            {answer && <p>{t('settling.answer', { answer })}</p>}
            {(status === 'open' || status === 'overdue') && (
              <PartActions
                of={of}
                onAsk={onAsk}
                offers={[
                  { command: 'answer-order', preset: { orderId: id } },
                  { command: 'decline-order', preset: { orderId: id } },
                  { command: 'drop-order', preset: { orderId: id } },
                ]}
              />
            )}
          </li>
        ))}
        {actions.map(({ id, owner, concerns, dueAt, status, text }) => (
          <li key={id}>
            <p>
              {t('settling.action', { owner })} <Tag>{words.code(status)}</Tag>{' '}
              <Instant at={dueAt} />
            </p>
            {concerns !== null && (
              <p>{t('settling.concerns', { person: words.person(concerns) })}</p>
            )}
            {text && <p>{text}</p>}
            {(status === 'open' || status === 'overdue') && (
              <PartActions
                of={of}
                onAsk={onAsk}
                offers={actionOffers({ id, owner, concerns }, of, viewer)}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
