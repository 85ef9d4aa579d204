import { words } from '#libs/words';
import type { ReactElement } from 'react';
import { Field, type FieldFault, faultOf } from './layout.tsx';

const sentences = words.pages.rsvp.guests;

/** The name of the field of one guest, from 1. */
export const guestField = (number: number): string => `guest.${String(number)}`;

export interface GuestFieldsProps {
  /** How many may come along. */
  most: number;
  guests: readonly string[];
  faults: readonly FieldFault[];
}

/** A line for each guest there may be; without a script there is no "one more". Folded away until somebody needs it. */
export function GuestFields({ most, guests, faults }: GuestFieldsProps): ReactElement | null {
  if (most === 0) return null;
  const open = guests.length > 0 || faultOf(faults, guestField(1)) !== undefined;
  return (
    <details open={open}>
      <summary>{sentences.summary(most)}</summary>
      <p>{sentences.lead}</p>
      <GuestRows most={most} guests={guests} faults={faults} />
    </details>
  );
}

/** The lines alone. Somebody who brought more than may come now still finds each of them. */
export function GuestRows({ most, guests, faults }: GuestFieldsProps): ReactElement {
  const rows = Array.from({ length: Math.max(most, guests.length) }, (_, row) => row + 1);
  return (
    <>
      {rows.map((number) => (
        <Field
          key={number}
          name={guestField(number)}
          label={sentences.name(number)}
          value={guests[number - 1]}
          fault={faultOf(faults, guestField(number))}
          maxLength={200}
          optional
        />
      ))}
    </>
  );
}
