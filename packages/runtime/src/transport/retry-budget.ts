/** How many retries a connection has in hand, so that many callers do not hammer a service that is down. */
export interface RetryBudget {
  /** An attempt succeeded: part of a retry is earned. */
  earn(): void;
  /** Takes a retry; false: there is none left. */
  spend(): boolean;
}

/** Half a retry a success: a service that fails two times in three is given up when the budget is used up. */
const earnedBySuccess = 0.5;

export function createRetryBudget(maximum: number): RetryBudget {
  let inHand = maximum;
  return {
    earn() {
      inHand = Math.min(maximum, inHand + earnedBySuccess);
    },
    spend() {
      if (inHand < 1) return false;
      inHand -= 1;
      return true;
    },
  };
}
