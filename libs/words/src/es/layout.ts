import type { layout as english } from '../en/layout.ts';
import type { InOtherWords } from '../speech.ts';

const number = new Intl.NumberFormat('es-ES');

export const layout: InOtherWords<typeof english> = {
  skip: 'Saltar al texto',
  demo: (now: string) => `Una demostración: aquí nada es real. Hora de Los Ángeles: ${now}.`,
  demoWithoutTime: 'Una demostración: aquí nada es real.',
  demoLabel: 'Demostración',
  demoMail: 'Leer el correo',
  madeWith: 'Acquaint, para veladas que continúan.',
  needsAnotherLook: (count: number) =>
    count === 1 ? 'Hay una cosa que revisar' : `Hay ${number.format(count)} cosas que revisar`,
  language: {
    title: 'Idioma',
    lead: 'Desde ahora, las páginas salen en este idioma en este navegador. Si has entrado, también los correos.',
    now: (name: string) => `Idioma: ${name}`,
  },
  optional: 'opcional',
  again: 'Hacerlo de nuevo',
  problemTitles: {
    'link-unusable': 'Este enlace ya no funciona',
    'sign-in-link-used': 'Este enlace ya se usó',
    'sign-in-link-elsewhere': 'Este es otro navegador',
    'form-expired': 'Una vez más, por favor',
    'cross-site': 'Desde aquí no',
    'too-many-requests': 'Un poco más despacio, por favor',
    'ask-over': 'Esta pregunta está cerrada',
  },
  problemTitle: (status: number) =>
    status === 404 || status === 410
      ? 'Aquí no hay nada'
      : status >= 500
        ? 'Es cosa nuestra, no tuya'
        : 'Eso no ha funcionado',
};
