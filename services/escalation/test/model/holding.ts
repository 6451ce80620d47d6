/** Which unit had the case for how long, in milliseconds: from its receipt to its end, and again when it is reopened. */
export class Holding {
  readonly byUnit = new Map<string, number>();
  life = 0;
  private isOver = false;

  constructor(
    private unit: string | undefined,
    private since: number,
  ) {}

  /** What is told late took place no earlier than what was told before it. */
  pass(unit: string | undefined, at: number): void {
    this.count(at);
    this.unit = unit;
  }

  end(at: number): void {
    this.count(at);
    this.isOver = true;
  }

  begin(at: number): void {
    this.isOver = false;
    this.since = at;
  }

  /** The account at `now`; the one that is kept stays as it is. */
  upTo(now: number): { life: number; byUnit: Map<string, number> } {
    const copy = new Holding(this.unit, this.since);
    copy.life = this.life;
    for (const [unit, ms] of this.byUnit) copy.byUnit.set(unit, ms);
    copy.isOver = this.isOver;
    copy.count(now);
    return copy;
  }

  private count(at: number): void {
    const ms = Math.max(0, at - this.since);
    if (this.isOver || ms === 0) return;
    const unit = this.unit ?? 'no unit';
    this.byUnit.set(unit, (this.byUnit.get(unit) ?? 0) + ms);
    this.life += ms;
    this.since += ms;
  }
}
