import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { askDryRun, askWhatIf, checkPolicy, readVersion } from './policy-requests.js';
import type { ChainsAsked } from './policy-requests.js';
import { toPolicyText } from './policy-text.js';
import type { Tried } from './tried-panel.js';

/** Asked once while the window is open, and anew when it opens again: cases have gone on by then. */
const once = { staleTime: Infinity, gcTime: 0 };

/** What a published version would do if it were published again, asked as the editor asks for its text. */
export function useVersionTrial(version: number) {
  const [asked, setAsked] = useState<ChainsAsked>({ severity: 'normal' });
  const found = useQuery({
    queryKey: ['policies', version],
    queryFn: () => readVersion(version),
    select: ({ policy }) => ({ text: toPolicyText(policy) }),
    staleTime: Infinity,
  });
  const text = found.data?.text;
  const trial = { ...once, enabled: text !== undefined };
  const dryRun = useQuery({
    queryKey: ['policy-dry-run', text],
    queryFn: () => askDryRun(text ?? ''),
    ...trial,
  });
  const whatIf = useQuery({
    queryKey: ['policy-what-if', text],
    queryFn: () => askWhatIf(text ?? ''),
    ...trial,
  });
  const check = useQuery({
    queryKey: ['policy-check', text, asked],
    queryFn: () => checkPolicy(text ?? '', asked),
    placeholderData: (previous) => previous,
    ...trial,
  });
  return {
    found,
    dryRun: asTried(dryRun, text),
    whatIf: asTried(whatIf, text),
    check,
    asked,
    setAsked,
  };
}

const asTried = <Result>(
  { isPending, error, data }: Pick<Tried<Result>, 'isPending' | 'error' | 'data'>,
  text: string | undefined,
): Tried<Result> => ({ isPending, error, data, variables: text });
