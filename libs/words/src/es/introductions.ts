import type { introductions as english } from '../en/introductions.ts';
import type { InOtherWords } from '../speech.ts';

export const introductions: InOtherWords<typeof english> = {
  theirLink: '(su propio enlace)',
  theirContact: '(el contacto que elija)',
  ask: {
    title: 'Una presentación para ti',
    question: '¿Os presentamos?',
    about: (event: string, organization: string) =>
      `Se trata de la persona de nuestro correo, con quien quizá coincidiste en «${event}» (${organization}).`,
    reasonLabel: 'Por qué os proponemos esto',
    how: 'Si las dos partes dicen que sí, os presentamos por correo. Solo volvemos a escribir si a las dos les viene bien; muchas veces no es así, por razones como el tiempo.',
    contact: 'Cómo puede contactar contigo',
    contactHint:
      'Vacío significa la dirección a la que llegó nuestro correo. Solo se ve si las dos partes dicen que sí.',
    contactTooLong: 'Usa como mucho 254 caracteres en una sola línea.',
    choose: 'Pulsa uno de los dos botones.',
    yes: 'Sí, presentadnos',
    no: 'Esta vez no',
    until: (moment: string) => `Puedes responder hasta: ${moment}.`,
    saidYesTitle: 'Gracias, es un sí',
    saidYes:
      'Solo volvemos a escribir si a las dos partes les viene bien; muchas veces no es así, por razones como el tiempo.',
    reach: (contact: string) => `Podrá contactar contigo en ${contact}.`,
    reachByMail: 'Podrá contactar contigo en la dirección a la que llegó nuestro correo.',
    changeMind: (moment: string) =>
      `Puedes cambiar de opinión hasta que os hayamos presentado o, como muy tarde, hasta: ${moment}.`,
    takeBack: 'Mejor esta vez no',
    saidNoTitle: 'Gracias, esta vez no',
    saidNo: 'No se lo decimos a nadie. No hay que hacer nada más.',
  },
};
