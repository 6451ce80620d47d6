import { Alert, Button, Empty, Flex, Tag, Typography } from 'antd';
import { memo, startTransition, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { keepOrder } from '../../shared/case-order.js';
import type { ContactKind } from '../../shared/contact-address.js';
import { holdList } from '../../shared/hold-list.js';
import { Loaded } from '../../shared/loaded.js';
import { useScreenKeys } from '../../shared/screen-keys.js';
import { useSingleKeys } from '../../shared/single-keys.js';
import { useHeldPlaces } from '../../shared/use-held-places.js';
import type { DeskCase } from './desk-types.js';
import { OwedClocks } from './owed-clocks.js';
import { nextContact } from '../../shared/queue-order.js';
import { useNames } from './use-names.js';
import type { Queue, QueuedCase } from './use-queue.js';
import { useQueue } from './use-queue.js';

export type OnContact = (kind: ContactKind, one: DeskCase | undefined) => void;

interface Choice {
  chosenId: string | undefined;
  onChoose: (one: DeskCase) => void;
  /** Absent for those who record neither. */
  onContact: OnContact | undefined;
}

/** My cases, what is due next in front. */
export function MyQueue({ owner, ...choice }: Choice & { owner: string }) {
  const { t } = useTranslation('desk');
  const { asked, isInterrupted } = useQueue(owner);
  const areSingleKeysOn = useSingleKeys();
  const [isToAsk, setIsToAsk] = useState(false);
  const toAsk = (asked.data?.cases ?? []).filter((one) => nextContact(one) !== undefined);
  return (
    <section aria-labelledby="desk-queue" className="desk-cases">
      <Flex justify="space-between" align="baseline" gap="small">
        <Typography.Title level={2} id="desk-queue" className="desk-heading">
          {t('queue.title')}
        </Typography.Title>
        <Typography.Text type="secondary">
          {asked.data && t('queue.count', countsOf(asked.data.cases))}
          {isInterrupted && t('queue.notLive')}
        </Typography.Text>
      </Flex>
      {/* They come last by what is due: of sixty they would be at the bottom. */}
      {(toAsk.length > 0 || isToAsk) && (
        <Flex>
          <Button
            size="small"
            type={isToAsk ? 'primary' : 'default'}
            aria-pressed={isToAsk}
            onClick={() => setIsToAsk(!isToAsk)}
          >
            {t('queue.toAsk', { count: toAsk.length })}
          </Button>
        </Flex>
      )}
      <Loaded asked={asked} isEmpty={({ cases }) => cases.length === 0} empty={t('queue.empty')}>
        {(queue) => (
          <QueueList
            key={isToAsk ? 'to-ask' : 'all'}
            queue={isToAsk ? { ...queue, cases: toAsk } : queue}
            {...choice}
          />
        )}
      </Loaded>
      {areSingleKeysOn && (
        <Typography.Text type="secondary" className="desk-keys">
          {t('queue.keys')}
        </Typography.Text>
      )}
    </section>
  );
}

/** All that waits for somebody, by what is done with it: the parts add up to the whole. */
const countsOf = (cases: readonly DeskCase[]) => ({
  count: cases.length,
  open: cases.filter(({ status }) => status === 'open').length,
  paused: cases.filter(({ status }) => status === 'paused').length,
  ended: cases.filter(({ status }) => status !== 'open' && status !== 'paused').length,
});

/** So many cards are drawn at a time: each counts down by itself. */
const drawnAtOnce = 100;
/** What is in sight. The others follow, as many at a time: a key waits for none of them. */
const drawnFirst = 10;

function QueueList({ queue, chosenId, onChoose, onContact }: Choice & { queue: Queue }) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const listed = queue.cases.map(({ id }) => id);
  const { heldKeys, release, holding } = useHeldPlaces(list, listed);
  const held = heldKeys && ({ keys: heldKeys, newcomers: 'wait' } as const);
  const { shown, waiting } = holdList(queue.cases, ({ id }) => id, held);
  const { nameOf } = useNames();
  const [most, setMost] = useState(drawnFirst);
  const isDrawn = most >= Math.min(drawnAtOnce, shown.length);
  useEffect(() => {
    if (!isDrawn) startTransition(() => setMost(most + drawnFirst));
  }, [isDrawn, most]);
  const chosen = shown.find(({ id }) => id === chosenId);
  const move = (step: 1 | -1) => {
    const from = chosen ? shown.indexOf(chosen) : step === 1 ? -1 : shown.length;
    const next = shown[from + step];
    if (!next) return;
    onChoose(next);
    if (from + step >= most) setMost(shown.length);
  };
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);
  const order = shown.map(({ id }) => id).join(' ');
  useEffect(() => keepOrder(order === '' ? [] : order.split(' ')), [order]);
  useScreenKeys([
    { key: 'j', name: t('keys.next'), act: () => move(1) },
    { key: 'k', name: t('keys.previous'), act: () => move(-1) },
    {
      key: 'o',
      name: t('keys.open'),
      act: () => chosen && void navigate(`/cases/${chosen.id}`),
    },
  ]);
  return (
    <>
      {queue.isCut && <Alert type="info" showIcon title={t('queue.cut')} />}
      <div ref={list} className="desk-queue" {...holding}>
        {shown.slice(0, most).map((one) => (
          <QueueCard
            key={one.id}
            one={one}
            category={nameOf('categories', one.category)}
            isChosen={one.id === chosenId}
            onChoose={onChoose}
            onContact={onContact}
          />
        ))}
        {isDrawn && shown.length > most && (
          <Button block type="link" onClick={() => setMost(most + drawnAtOnce)}>
            {t('queue.more', { count: shown.length - most })}
          </Button>
        )}
      </div>
      {/* Below: above, it would push away what somebody reaches for. */}
      {waiting > 0 && (
        <Button block onClick={release}>
          {t('queue.waiting', { count: waiting })}
        </Button>
      )}
      <div className="desk-said" role="status">
        {chosen && t('queue.chosen', { number: chosen.number })}
      </div>
    </>
  );
}

const urgent: readonly DeskCase['priority'][] = ['high', 'critical'];

/** Drawn anew when its case changes or the choice comes to it or leaves it, and not with every step down the list. */
const QueueCard = memo(function QueueCard(props: {
  one: QueuedCase;
  /** In words. */
  category: string;
  isChosen: boolean;
  onChoose: (one: DeskCase) => void;
  onContact: OnContact | undefined;
}) {
  const { t } = useTranslation('desk');
  const { one, isChosen, onContact } = props;
  const next = nextContact(one);
  const choose = () => props.onChoose(one);
  return (
    <article
      className={`desk-card ${isChosen ? 'desk-chosen' : ''}`}
      aria-label={one.number}
      aria-current={isChosen}
      onFocus={choose}
      onClick={choose}
    >
      <Flex gap="small" align="center" wrap>
        <Link to={`/cases/${one.id}`} className="steady">
          {one.number}
        </Link>
        <span>{props.category}</span>
        <span className="desk-quiet">{t(`stage.${one.stage}`)}</span>
        {urgent.includes(one.priority) && (
          <Tag color={one.priority === 'critical' ? 'red' : 'orange'}>
            {t(`severity.${one.priority}`)}
          </Tag>
        )}
        {one.tier !== 'standard' && <Tag color="gold">{t(`tier.${one.tier}`)}</Tag>}
        {next && onContact && (
          <Button size="small" onClick={() => onContact(next, one)}>
            {t(`contact.${next}`)}
          </Button>
        )}
      </Flex>
      <OwedClocks one={one} />
    </article>
  );
});

/** Somebody whose login stands for no agent has no cases of their own. */
export function NoQueue() {
  const { t } = useTranslation('desk');
  return (
    <section aria-labelledby="desk-queue">
      <Typography.Title level={2} id="desk-queue" className="desk-heading">
        {t('queue.title')}
      </Typography.Title>
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('queue.noAgent')} />
    </section>
  );
}
