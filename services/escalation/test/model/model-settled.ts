/** What was recorded towards a settlement since the work on a case began. */
export class Settled extends Set<string> {
  private granted = 0;

  /** An agent may give 500 away, in parts too; more waits for somebody who may. */
  offer(cost: number): void {
    if (this.granted + cost > 500) return;
    this.granted += cost;
    this.add('remedyOffered').add('remedyCost');
  }
}
