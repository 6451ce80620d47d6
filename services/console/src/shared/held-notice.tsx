import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { Instant } from './instant.js';
import { useServerTime } from './server-time.js';

/** From here on the time of day says more than seconds. */
const countedMs = 10 * 60_000;

/** What has not left yet, the time that it has, and a way to take it back. */
export function HeldNotice(props: {
  title: ReactNode;
  sendAt: string;
  leavesIn: (seconds: number) => string;
  takeBack: string;
  isTaking: boolean;
  onTakeBack: () => void;
}) {
  const { title, sendAt, leavesIn, takeBack, isTaking, onTakeBack } = props;
  const now = useServerTime();
  const left = now === undefined ? undefined : Date.parse(sendAt) - now;
  const isSoon = left !== undefined && left < countedMs;
  return (
    <Alert
      type="info"
      showIcon
      title={
        <>
          {title}{' '}
          {isSoon ? (
            <span className="steady">{leavesIn(Math.max(0, Math.ceil(left / 1_000)))}</span>
          ) : (
            <Instant at={sendAt} />
          )}
        </>
      }
      action={
        <Button
          type="primary"
          loading={isTaking}
          disabled={left !== undefined && left <= 0}
          onClick={onTakeBack}
        >
          {takeBack}
        </Button>
      }
    />
  );
}
