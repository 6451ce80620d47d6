import { Alert, Button, Empty, Flex, Listy, Tag, Typography } from 'antd';
import type { ListyRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Loaded } from '../../shared/loaded.js';
import { useKeys } from '../../shared/use-keys.js';
import type { DeskCase } from './desk-types.js';
import { OwedClocks } from './owed-clocks.js';
import { nextContact } from './queue-order.js';
import { useNames } from './use-names.js';
import type { Queue } from './use-queue.js';
import { useQueue } from './use-queue.js';

export type ContactKind = 'callback' | 'survey';
export type OnContact = (kind: ContactKind, one: DeskCase | undefined) => void;

/** My cases, what is due next in front. */
export function MyQueue({ owner, onContact }: { owner: string; onContact: OnContact }) {
  const { t } = useTranslation('desk');
  const { asked, isInterrupted } = useQueue(owner);
  return (
    <section aria-labelledby="desk-queue" className="desk-panel">
      <Flex justify="space-between" align="baseline" gap="small">
        <Typography.Title level={2} id="desk-queue" className="desk-heading">
          {t('queue.title')}
        </Typography.Title>
        <Typography.Text type="secondary">
          {asked.data && t('queue.count', { count: asked.data.cases.length })}
          {isInterrupted && t('queue.notLive')}
        </Typography.Text>
      </Flex>
      <Loaded asked={asked} isEmpty={({ cases }) => cases.length === 0} empty={t('queue.empty')}>
        {(queue) => <QueueList queue={queue} onContact={onContact} />}
      </Loaded>
      <Typography.Text type="secondary" className="desk-keys">
        {t('queue.keys')}
      </Typography.Text>
    </section>
  );
}

/** How high the list may be: what its place on the screen leaves. */
function useHeight() {
  const place = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(480);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setHeight(Math.max(240, Math.floor(entry.contentRect.height)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { place, height };
}

function QueueList({ queue, onContact }: { queue: Queue; onContact: OnContact }) {
  const { t } = useTranslation('desk');
  const { cases, isCut } = queue;
  const navigate = useNavigate();
  const list = useRef<ListyRef>(null);
  const { place, height } = useHeight();
  const [chosenId, setChosenId] = useState<string>();
  const chosen = cases.find(({ id }) => id === chosenId);
  const move = (step: 1 | -1) => {
    const from = chosen ? cases.indexOf(chosen) : step === 1 ? -1 : cases.length;
    const next = cases[from + step];
    if (!next) return;
    setChosenId(next.id);
    list.current?.scrollTo({ key: next.id, align: 'auto' });
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    o: () => chosen && void navigate(`/cases/${chosen.id}`),
    b: () => onContact('callback', chosen),
    s: () => onContact('survey', chosen),
  });
  return (
    <>
      {isCut && <Alert type="info" showIcon title={t('queue.cut')} />}
      <div ref={place} className="desk-queue">
        <Listy<DeskCase, string>
          ref={list}
          items={cases}
          rowKey="id"
          virtual
          height={height}
          itemRender={(one) => (
            <QueueCard
              one={one}
              isChosen={one.id === chosenId}
              onChoose={() => setChosenId(one.id)}
              onContact={onContact}
            />
          )}
        />
      </div>
      <div className="desk-said" role="status">
        {chosen && t('queue.chosen', { number: chosen.number })}
      </div>
    </>
  );
}

const urgent: readonly DeskCase['priority'][] = ['high', 'critical'];

function QueueCard(props: {
  one: DeskCase;
  isChosen: boolean;
  onChoose: () => void;
  onContact: OnContact;
}) {
  const { t } = useTranslation('desk');
  const { nameOf } = useNames();
  const { one, isChosen, onChoose, onContact } = props;
  const next = nextContact(one);
  return (
    <article
      className={`desk-card ${isChosen ? 'desk-chosen' : ''}`}
      aria-label={one.number}
      aria-current={isChosen}
      onFocus={onChoose}
      onClick={onChoose}
    >
      <Flex gap="small" align="center" wrap>
        <Link to={`/cases/${one.id}`} className="steady">
          {one.number}
        </Link>
        <span>{nameOf('categories', one.category)}</span>
        <span className="desk-quiet">{t(`stage.${one.stage}`)}</span>
        {urgent.includes(one.priority) && (
          <Tag color={one.priority === 'critical' ? 'red' : 'orange'}>
            {t(`severity.${one.priority}`)}
          </Tag>
        )}
        {one.tier !== 'standard' && <Tag color="gold">{t(`tier.${one.tier}`)}</Tag>}
        {next && (
          <Button size="small" onClick={() => onContact(next, one)}>
            {t(`contact.${next}`)}
          </Button>
        )}
      </Flex>
      <OwedClocks one={one} />
    </article>
  );
}

/** Somebody whose login stands for no agent has no cases of their own. */
export function NoQueue() {
  const { t } = useTranslation('desk');
  return (
    <section aria-labelledby="desk-queue" className="desk-panel">
      <Typography.Title level={2} id="desk-queue" className="desk-heading">
        {t('queue.title')}
      </Typography.Title>
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('queue.noAgent')} />
    </section>
  );
}
