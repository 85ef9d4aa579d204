import type { eveningInvitation as invitationEnglish, eveningPage as english } from '../en/evening-page.ts';
import type { InOtherWords } from '../speech.ts';

export const eveningInvitation: InOtherWords<typeof invitationEnglish> = {
  title: 'En la velada',
  questions: 'Pregunta al panel y vota lo que preguntan los demás.',
  tables: 'Mira qué mesa te toca.',
  swaps: 'Intercambia contactos con las personas con las que hablas.',
  open: 'Abrirla en este teléfono',
};

export const eveningPage: InOtherWords<typeof english> = {
  title: (event: string) => `${event}: la velada`,
  loading: 'Un momento…',
  again: 'Volver a intentarlo',
  you: (name: string) => `Eres ${name}.`,
  eventPage: 'Sobre la velada',
  parts: 'Partes de esta página',
  sections: {
    moderate: 'Moderar',
    questions: 'Preguntas',
    table: 'Mesa',
    contacts: 'Contactos',
  },
  none: 'Aquí todavía no hay nada',
  noneText: 'Las preguntas, tu mesa y los contactos que intercambies aparecen aquí durante la velada.',
  failed: 'Esto no ha llegado',
  unusable: 'Este enlace ya no funciona',
  unusableText:
    'Puede que esté cortado o que otro más nuevo lo haya sustituido. Abre el correo más reciente de esta velada y sigue el enlace desde allí.',
  seat: 'Primero, tu plaza',
  seatText:
    'Esta página es para quienes tienen plaza. Confirma tu inscripción o acepta la plaza que se te ofrece; entonces se abre.',
  away: 'Ahora mismo no hay red. Ves las cosas tal como estaban.',
  lost: 'Se ha perdido la conexión. Lo seguimos intentando; lo que ves puede ser de hace un momento.',
  undo: 'Deshacer',
};
