import type { DataOf, SurveyAnswered } from '#contracts';

type Survey = DataOf<typeof SurveyAnswered>;

/** An answer as one number of its own scale, and whether it counts as satisfied. */
export interface SurveyScore {
  score: number;
  satisfied: boolean;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** As far as a figure says something; whether it satisfies is judged before. */
const rounded = (value: number) => Math.round(value * 100) / 100;

/**
 * Scores an answer: CSAT satisfied in the top two of five, NPS a promoter at 9-10, CES easy at 5-7,
 * SERVQUAL as the mean gap perceived - expected (satisfied at 0 or above), CSI as the mean of
 * (x - 1) / 9 * 100 (satisfied at 75 or above). Undefined where the answer holds nothing to score.
 */
export function scoreSurvey({ kind, score, answers }: Survey): SurveyScore | undefined {
  const values = Object.values(answers ?? {});
  switch (kind) {
    case 'csat':
      return score === undefined ? undefined : { score, satisfied: score >= 4 };
    case 'nps':
      return score === undefined ? undefined : { score, satisfied: score >= 9 };
    case 'ces':
      return score === undefined ? undefined : { score, satisfied: score >= 5 };
    case 'servqual': {
      const gaps = values.flatMap((value) =>
        typeof value === 'object' ? [value.perceived - value.expected] : [],
      );
      return gaps.length === 0
        ? undefined
        : { score: rounded(mean(gaps)), satisfied: mean(gaps) >= 0 };
    }
    case 'csi': {
      const shares = values.flatMap((value) =>
        typeof value === 'number' ? [((value - 1) / 9) * 100] : [],
      );
      return shares.length === 0
        ? undefined
        : { score: rounded(mean(shares)), satisfied: mean(shares) >= 75 };
    }
  }
}
