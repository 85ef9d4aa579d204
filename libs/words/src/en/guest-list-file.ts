/** The guest list as a file. Our own import knows these columns and statuses again: see guest-list-statuses.ts. */
export const guestListFile = {
  columns: {
    name: 'Name',
    email: 'Email',
    status: 'Status',
    partySize: 'Party size',
    guests: 'Guest names',
    registeredAt: 'Registered at',
    checkedInAt: 'Checked in at',
  },
  statuses: {
    held: 'Address not confirmed',
    pending: 'Pending',
    confirmed: 'Going',
    waitlisted: 'Waitlisted',
    offered: 'Offered a seat',
    declined: 'Declined',
    cancelled: 'Cancelled',
  },
  neverConfirmed: 'Never confirmed',
} as const;
