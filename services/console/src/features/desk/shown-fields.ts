import type { Intake } from './desk-types.js';
import type { IntakeForm } from './use-intake.js';

/**
 * For `memo`: a part of the form is drawn anew when one of the fields that it shows changes, or another of its
 * properties, and not with every character typed elsewhere. What it changes it changes in the form as that is by then;
 * it must read nothing else of it.
 */
export const shows =
  (...fields: readonly (keyof Intake)[]) =>
  <Props extends { form: IntakeForm }>(before: Props, now: Props): boolean => {
    const names = Object.keys(now) as (keyof Props)[];
    return (
      fields.every((field) => before.form.intake[field] === now.form.intake[field]) &&
      names.every((name) => name === 'form' || before[name] === now[name])
    );
  };
