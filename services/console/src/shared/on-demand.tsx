import { useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { ProblemNotice } from './problem-notice.js';

/**
 * A part of a screen whose code is loaded when it is first drawn: dialogs, drawers, and whatever nobody sees at
 * first. `meanwhile`, or what it draws, stands in its place until then. Where it cannot be loaded it can be tried again:
 * the screen around it stays, with what was typed there.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode | ((props: Props) => ReactNode) = null,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function OnDemand(props: Props) {
    const [Part, setPart] = useState(() => loaded);
    const [failed, setFailed] = useState<unknown>();
    const [tries, setTries] = useState(0);
    useEffect(() => {
      // It may have come since this was first drawn, for another one.
      if (loaded) return setPart(() => loaded);
      const draw = (part: ComponentType<Props>) => {
        loaded = part;
        setPart(() => part);
      };
      load().then(draw, setFailed);
    }, [tries]);
    const retry = () => {
      setFailed(undefined);
      setTries(tries + 1);
    };
    if (Part) return <Part {...props} />;
    if (failed !== undefined) return <ProblemNotice error={failed} onRetry={retry} />;
    return typeof meanwhile === 'function' ? meanwhile(props) : meanwhile;
  };
}
