import { createElement, lazy } from 'react';
import type { ComponentType, FunctionComponent } from 'react';

interface Code {
  default: ComponentType;
}

/** Thrown where a screen whose code did not come is drawn. */
export class LoadFailed extends Error {
  override readonly name = 'LoadFailed';

  /** `forget` lets the code be asked for again by whoever draws the screen next. */
  constructor(
    readonly forget: () => void,
    cause: unknown,
  ) {
    super('the code of a screen did not come', { cause });
  }
}

/**
 * A screen whose code is asked for once, when it is first loaded or drawn. Where it does not come, that is so until
 * somebody has it forgotten: a screen that asked again by itself would do so for as long as there is no network.
 */
export function screenCode(ask: () => Promise<Code>): {
  load: () => Promise<Code>;
  Part: FunctionComponent;
} {
  let asked: Promise<Code> | undefined;
  let Screen = lazy(load);

  function load(): Promise<Code> {
    asked ??= ask().catch((cause: unknown) => {
      throw new LoadFailed(forget, cause);
    });
    return asked;
  }

  function forget(): void {
    asked = undefined;
    // What was drawn keeps its failure.
    Screen = lazy(load);
  }

  return { load, Part: () => createElement(Screen) };
}
