import type { auth as english } from '../en/auth.ts';
import type { InOtherWords } from '../speech.ts';

export const auth: InOtherWords<typeof english> = {
  title: 'Entrar',
  lead: 'Escribe tu dirección de correo y te enviamos un enlace y seis cifras. No hay contraseña que recordar.',
  email: 'Tu dirección de correo',
  send: 'Enviarme el correo',
  sentTitle: 'Mira tu correo',
  sentLead: (email: string) =>
    `Si el correo llega a ${email}, en menos de un minuto tendrás allí un mensaje nuestro.`,
  sentHow:
    'Abre su enlace en este navegador o escribe aquí las seis cifras. Las dos cosas valen durante diez minutos.',
  code: 'Las seis cifras',
  codeHint: 'En el correo más reciente, debajo del enlace.',
  useCode: 'Entrar',
  otherAddress: 'Usar otra dirección',
  linkTitle: 'Un paso más',
  linkLead: (email: string) => `Pulsa el botón y entras como ${email}.`,
  linkWhy:
    'El enlace por sí solo no hace nada, porque los programas de correo abren los enlaces para revisarlos antes.',
  useLink: (email: string) => `Entrar como ${email}`,
  elsewhereTitle: 'Este es otro navegador',
  elsewhereLead: 'Vuelve al navegador en el que pediste este correo y escribe allí sus seis cifras.',
  elsewhereHow: 'O entra desde aquí: te enviamos otro correo.',
  startHere: 'Entrar desde este navegador',
  usedTitle: 'Este enlace ya se usó',
  askAgain: 'Pedir uno nuevo',
  signedInTitle: 'Has entrado',
  signedInAs: (email: string) => `Como ${email}.`,
  goOn: 'Seguir',
  signOut: 'Salir',
  demoTitle: '¿Solo quieres mirar?',
  demoLead:
    'En esta demostración puedes entrar, sin correo alguno, como quien organiza en Los Angeles Sound Guild.',
  demoSignIn: 'Entrar para organizar',
  firstOwnerTitle: 'Te damos la bienvenida a tu Acquaint',
  firstOwnerLead:
    'Quien abre este enlace, que está en el registro del primer arranque, crea la primera organización.',
  useFirstOwner: 'Entrar y configurar',
  firstOwnerPrinted: (link: string) =>
    `Esta instalación todavía no tiene propietario. Abre este enlace en las próximas 24 horas, una sola vez, para ser la primera persona que la tenga a su cargo:\n\n  ${link}\n`,
};
