import type { guestListFile as english } from '../en/guest-list-file.ts';
import type { InOtherWords } from '../speech.ts';

export const guestListFile: InOtherWords<typeof english> = {
  columns: {
    name: 'Nombre',
    email: 'Correo electrónico',
    status: 'Estado',
    partySize: 'Número de personas',
    guests: 'Nombres de acompañantes',
    registeredAt: 'Fecha de inscripción',
    checkedInAt: 'Hora de llegada',
  },
  statuses: {
    held: 'Dirección sin confirmar',
    pending: 'Pendiente',
    confirmed: 'Viene',
    waitlisted: 'En lista de espera',
    offered: 'Plaza ofrecida',
    declined: 'Rechazado',
    cancelled: 'Cancelado',
  },
  neverConfirmed: 'Nunca confirmado',
};
