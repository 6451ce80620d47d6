import type { ChurnFactorName } from '#contracts';

/** The rules of the churn warning as data; the version is part of every signal. */
export const churnModel = {
  version: 'rules-4',
  /** A sign weighs half as much after so many days. */
  halfLifeDays: 90,
  /** Signs older than this are forgotten. */
  memoryDays: 365,
  /** The newest ones are enough: nobody complains more often and is still undecided. */
  mostSigns: 200,
  /** Complaints of one category within so many days are repeats. */
  repeatWithinDays: 90,
  /** How far below its threshold a score has to fall before the level does. */
  hysteresis: 0.1,
  thresholds: { watch: 0.3, warning: 0.5, critical: 0.75 },
  /** What a sign adds on its own, before time wears it down; signs combine as independent reasons to leave. */
  weights: {
    'threat-leave': 0.5,
    'threat-regulator': 0.35,
    'threat-media': 0.35,
    'threat-legal': 0.3,
    'repeat-complaint': 0.3,
    'sla-breached': 0.2,
    reopened: 0.3,
    'remedy-refused': 0.3,
    'low-score': 0.35,
    'callback-dissatisfied': 0.35,
    'callback-refused': 0.15,
    'callback-unreachable': 0.1,
    /** Only beside another sign. */
    'valued-customer': 0.1,
  } satisfies Record<ChurnFactorName, number>,
  /** A satisfied answer takes away this share of everything before it. */
  reliefOfSatisfaction: 0.5,
} as const;
