/** Ways in which a customer and the house talk, in the order in which people choose among them. */
export const channels = ['phone', 'web', 'app', 'email', 'letter', 'visit', 'social'] as const;
