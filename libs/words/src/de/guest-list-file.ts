import type { guestListFile as english } from '../en/guest-list-file.ts';
import type { InOtherWords } from '../speech.ts';

export const guestListFile: InOtherWords<typeof english> = {
  columns: {
    name: 'Name',
    email: 'E-Mail',
    status: 'Status',
    partySize: 'Anzahl Personen',
    guests: 'Namen der Begleitung',
    registeredAt: 'Angemeldet am',
    checkedInAt: 'Eingelassen am',
  },
  statuses: {
    held: 'Adresse nicht bestätigt',
    pending: 'Wartet auf Zusage',
    confirmed: 'Kommt',
    waitlisted: 'Auf der Warteliste',
    offered: 'Platz angeboten',
    declined: 'Abgelehnt',
    cancelled: 'Abgesagt',
  },
  neverConfirmed: 'Nie bestätigt',
};
