import type { critiqueMail as english, critiqueMailKinds as kindsEnglish } from '../en/critique-mails.ts';
import type { InOtherWords } from '../speech.ts';

export const critiqueMail: InOtherWords<typeof english> = {
  work: (title: string, author: string) => `«${title}», de ${author}`,
  workUnnamed: (title: string) => `«${title}»`,
  hears: 'Escuchas',
  place: {
    subject: { accepted: 'Tu obra tiene su turno', waiting: 'Tu obra está en la lista de espera' },
    accepted: (title: string, event: string) => `«${title}» se escuchará en «${event}».`,
    table: 'Mesa',
    place: 'Turno',
    when: 'Cuándo',
    about: (moment: string) => `más o menos: ${moment}`,
    prepare: 'Llega desde el principio, por favor: quien falta tres minutos pierde el turno.',
    waiting: (title: string, event: string, place: number) =>
      `«${title}» tiene el número ${String(place)} en la lista de espera de «${event}». Si alguien no viene, se escucha la primera de la lista. Quien más espera va antes la próxima vez.`,
    action: { accepted: 'Ver tu velada', waiting: 'Ver tu obra' },
  },
  assigned: {
    subject: (count: number) =>
      count === 1 ? 'Una obra para tus oídos' : `${String(count)} obras para tus oídos`,
    lead: (event: string) => `Las obras de «${event}» están repartidas.`,
    leadThere: (event: string) => `En «${event}» escuchas para dar tu crítica:`,
    due: (moment: string) =>
      `Escribe sobre cada una, por favor. Plazo: ${moment}. Con 150 palabras, una crítica cuenta. Después la lee quien trajo la obra.`,
    there: (moment: string) =>
      `Empieza: ${moment}. Puedes escucharla antes; tu página te dice qué hacer, paso a paso.`,
    action: 'Escuchar y escribir',
    actionThere: 'Ver tu velada',
  },
  reminder: {
    subject: 'Queda un día para escribir',
    lead: (event: string) => `De «${event}» te queda por terminar:`,
    due: (moment: string) =>
      `Con 150 palabras, una crítica cuenta. Quien trajo la obra leerá lo que haya. Plazo: ${moment}.`,
    action: 'Seguir escribiendo',
  },
  feedback: {
    subject: { letter: 'Tu carta está aquí', heard: 'Gracias por escuchar' },
    letter: (title: string, event: string, critiques: number) =>
      critiques === 1
        ? `Una persona te ha escrito sobre «${title}» en «${event}».`
        : `${String(critiques)} personas te han escrito sobre «${title}» en «${event}».`,
    noLetter: (title: string, event: string) =>
      `Esta vez nadie escribió lo suficiente sobre «${title}» en «${event}». Lo sentimos.`,
    notHeard: (title: string, event: string) =>
      `No dio tiempo a escuchar «${title}» en «${event}». Conserva su turno y la próxima vez irá de las primeras.`,
    missed: (title: string, event: string) =>
      `No estabas cuando llegó el turno de «${title}» en «${event}», así que no se escuchó. No conserva el turno; puedes traerla otra vez.`,
    thanks: (count: number) =>
      count === 1
        ? 'Gracias por tu crítica. Quien trajo la obra ya la lee.'
        : `Gracias por tus ${String(count)} críticas. Quienes trajeron las obras ya las leen.`,
    listened: (event: string) => `«${event}» ha terminado. Gracias por haber participado.`,
    picks: (day: string) =>
      `¿Con quién te gustaría seguir hablando? Puedes elegir hasta a dos personas. Plazo: ${day}. Nadie ve a quién eliges; si la elección es mutua y ambas partes queréis presentaciones, os presentamos.`,
    action: {
      letter: 'Leer tu carta',
      picks: 'Elegir con quién seguir hablando',
      page: 'Abrir tu página',
    },
  },
};

export const critiqueMailKinds: InOtherWords<typeof kindsEnglish> = {
  'critique-place': 'Un turno en una sesión de crítica',
  'critique-assigned': 'Obras sobre las que escribir',
  'critique-reminder': 'Un recordatorio de obras sobre las que escribir',
  'critique-feedback': 'El final de una sesión de crítica',
};
