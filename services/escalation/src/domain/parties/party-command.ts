import type { Envelope, PartyRole } from '#contracts';

/** Who takes part in a complaint beside the customer whose it is. */
export type PartyCommand =
  | {
      type: 'name-party';
      /** Absent: somebody new. */
      partyId?: string;
      role: PartyRole;
      unit?: string;
      mayBeTold: boolean;
      isContact: boolean;
      name: Envelope;
      phone?: Envelope;
      email?: Envelope;
      address?: Envelope;
      note?: Envelope;
      by: string;
    }
  | { type: 'drop-party'; partyId: string; note?: Envelope; by: string };
