/** What a message to a customer is. */
export const messageKinds = ['acknowledgement', 'interim', 'final', 'letter'] as const;
