/** Something in a demo is not as it must be. */
export class DemoFailure extends Error {}
