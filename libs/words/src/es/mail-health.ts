import type { mailHealth as english } from '../en/mail-health.ts';
import type { InOtherWords } from '../speech.ts';
import { counted } from './numbers.ts';

/** After "hace". */
const length = (seconds: number): string => {
  if (seconds < 120) return counted(seconds, 'segundo', 'segundos');
  if (seconds < 2 * 3600) return counted(Math.floor(seconds / 60), 'minuto', 'minutos');
  if (seconds < 2 * 86_400) return counted(Math.floor(seconds / 3600), 'hora', 'horas');
  return counted(Math.floor(seconds / 86_400), 'día', 'días');
};

const unseen = {
  'no-answer': 'El DNS no ha respondido. Prueba otra vez en un minuto.',
  'no-server':
    'No hay ningún servidor de correo configurado (SMTP_URL), así que los correos se quedan aquí y no hay nada que consultar.',
};

export const mailHealth: InOtherWords<typeof english> = {
  title: 'El correo de esta instalación',
  lead: 'Si el correo sale, qué espera y qué averiguan otros servidores de correo sobre el tuyo. Se actualiza por sí solo.',
  notYours: 'No es para esta cuenta',
  onlyRunners:
    'Solo quien tiene la propiedad de la organización que estuvo aquí primero lleva esta instalación y ve esta página.',
  asOf: (clock: string) => `Hora de los datos: ${clock}`,
  stale: 'No se han podido actualizar estas cifras. Son de hace un rato.',
  well: 'El correo sale',
  unwell: 'El correo no sale',
  watch: 'El correo sale, y hay algo que conviene mirar',
  reading: 'Mirando',

  worker: {
    title: 'El proceso de envío (worker)',
    alive: (seconds: number) => `En marcha, última señal hace ${length(seconds)}`,
    silent: (seconds: number) => `Sin señales desde hace ${length(seconds)}`,
    never: 'No está en marcha',
    silentHow:
      'Mientras no haya ningún proceso de envío en marcha, no sale ningún correo. Arráncalo, o mira en su registro de actividad por qué se paró; entonces lo que espera sale por sí solo.',
  },
  pause: {
    title: 'Envío',
    free: 'Sin pausa',
    paused: (since: string) => `En pausa desde el ${since}`,
    reasons: {
      'sign-in':
        'El servidor de correo no acepta el nombre y la contraseña de SMTP_URL. Corrígelos y vuelve a arrancar el proceso de envío. Todos los correos esperan, y no se pierde ninguno.',
    },
    other:
      'El proceso de envío ha puesto el envío en pausa. Su registro de actividad dice por qué. Todos los correos esperan, y no se pierde ninguno.',
  },
  queue: {
    title: 'Qué espera',
    waiting: 'a la espera de salir',
    underWay: 'en camino ahora',
    none: 'No espera nada.',
    oldest: (seconds: number) => `El más antiguo espera desde hace ${length(seconds)}.`,
    slow: 'Es mucho. A un servidor de correo que no está o que dice «ahora no» se le vuelve a preguntar, cada vez más tarde, durante un día.',
  },
  // Each unit stands by its number, be it one or many.
  day: {
    title: 'Las últimas 24 horas',
    sent: 'correo enviado',
    failed: 'correo fallido',
    unsure: 'correo incierto',
    heldBack: 'correo retenido',
    what: 'Fallido: un servidor de correo lo rechazó definitivamente. Incierto: la conexión se cortó en el último momento, así que nadie sabe si llegó. Retenido: quien lo iba a leer pidió no recibirlo, o ya no era cierto.',
  },
  complaints: {
    title: 'Quejas',
    none: 'En los últimos 30 días, nadie ha marcado un correo como no deseado.',
    rate: (complaints: number) =>
      `En los últimos 30 días, ${counted(complaints, 'persona ha marcado', 'personas han marcado')} un correo como no deseado.`,
    few: 'Es menos de 1 de cada 1000 de los enviados, o una sola queja, y no hay de qué preocuparse.',
    tooMany: 'Demasiadas',
    tooManyOf: 'Demasiadas en una organización',
    of: 'En estas organizaciones, por sí solas, se marca como no deseado 1 de cada 1000 correos o más. Habla con quienes las llevan:',
    alarm:
      'Es 1 de cada 1000 de los enviados o más, el límite a partir del cual los grandes servicios de correo ponen lo que envías, sea a quien sea, entre el correo no deseado. Envía menos, y solo a quien lo haya pedido.',
  },
  suppressed: {
    title: 'Direcciones que no reciben correo',
    count: (count: number) =>
      count === 0
        ? 'Ninguna.'
        : `${counted(count, 'dirección ya no recibe', 'direcciones ya no reciben')} correo, porque un servidor de correo dijo que no existe tal dirección o porque alguien marcó allí nuestro correo como no deseado.`,
  },

  records: {
    title: 'Qué averiguan otros sobre tu correo',
    lead: (mailFrom: string) =>
      `Los correos salen de ${mailFrom}. Otros servidores de correo consultan tres registros de su dominio.`,
    again: 'Consultarlos otra vez',
    unknown: 'Nunca se ha arrancado un proceso de envío, así que no se sabe de dónde salen los correos.',
    names: { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' },
    good: 'En orden',
    look: 'Conviene mirarlo',
    notLooked: 'No se sabe',
    found: 'Encontrado',
    add: (name: string) => `Pon este registro TXT en ${name}`,
    instead: (name: string) => `Pon este registro TXT en ${name}, en lugar del que hay`,
    states: {
      spf: {
        ...unseen,
        good: 'El dominio permite que tu servidor de correo envíe.',
        missing:
          'El dominio no dice quién puede enviar en su nombre, así que muchos servidores toman tu correo por falsificado.',
        several:
          'Hay más de un registro SPF, así que los servidores no tienen en cuenta ninguno. Deja uno solo.',
        'not-covered':
          'El registro SPF no nombra tu servidor de correo. Si un proveedor envía por ti, añade el «include» que te indique; si el servidor es tuyo, añade su dirección.',
        'too-long':
          'El registro SPF pide más de diez consultas, así que los servidores dejan de leerlo. Quita lo que no uses.',
      },
      dkim: {
        ...unseen,
        good: 'La clave del DNS es aquella con la que se firma tu correo.',
        missing: 'Tu correo va firmado, pero la clave no está en el DNS, así que nadie puede comprobarlo.',
        several: 'Hay más de una clave con este nombre. Deja la de abajo.',
        'other-key':
          'La clave del DNS no es aquella con la que se firma tu correo, así que fallan todas las firmas.',
        'not-signed':
          'Acquaint no firma tu correo. Si lo firma tu servidor de correo, todo está bien. Si no, pon DKIM_DOMAIN, DKIM_SELECTOR y DKIM_PRIVATE_KEY en el proceso de envío y vuelve a arrancarlo.',
        'other-domain':
          'Tu correo va firmado en nombre de otro dominio que aquel del que sale, así que la firma no cuenta para DMARC. Pon en DKIM_DOMAIN el dominio de MAIL_FROM.',
      },
      dmarc: {
        ...unseen,
        good: 'El dominio dice qué hacer con el correo que solo finge salir de él.',
        missing:
          'El dominio no dice nada del correo falsificado. Los grandes servicios de correo piden este registro; este no cambia nada más.',
        several:
          'Hay más de un registro DMARC, así que los servidores no tienen en cuenta ninguno. Deja uno solo.',
        unreadable: 'El registro DMARC no indica ninguna política. Necesita p=none, p=quarantine o p=reject.',
      },
    },
  },

  test: {
    title: 'Enviar una prueba',
    lead: (address: string) => `Un correo a ${address}, por el camino que sigue cualquier otro.`,
    send: 'Enviar un correo de prueba',
    sendAgain: 'Enviar otro',
    steps: {
      queued: 'En la cola',
      sending: 'Lo tiene el proceso de envío',
      handed: 'El servidor de correo lo está leyendo',
      sent: 'El servidor de correo lo ha aceptado',
      failed: 'No entregado',
      suppressed: 'Retenido',
      unsure: 'Incierto',
    },
    answer: (outcome: string) => `Respuesta: ${outcome}`,
    tooLong: 'Sigue esperando. Mira qué hace el proceso de envío y prueba otra vez.',
  },
  verdicts: {
    waiting: 'En camino.',
    sent: 'El servidor de correo lo ha aceptado. Ahora mira en el buzón, también entre el correo no deseado.',
    'worker-silent':
      'El proceso de envío no está en marcha, así que no sale nada. Arráncalo: entonces el correo sale por sí solo.',
    paused: 'El envío está en pausa, así que espera en la cola.',
    'put-off':
      'No se ha podido contactar con el servidor de correo, o ha dicho «ahora no». Se vuelve a intentar por sí solo.',
    failed: 'El servidor de correo lo ha rechazado definitivamente.',
    suppressed:
      'Se ha retenido: a esta dirección ya no se envía nada, porque antes fue rechazada o porque quien la lee lo pidió.',
    unsure: 'La conexión se cortó en el último momento, así que nadie sabe si ha llegado. Envía otro.',
  },

  terminal: {
    usage: 'Di adónde: npm run mail:test -- someone@example.org\n',
    noAddress: (text: string) => `«${text}» no es una dirección de correo.\n`,
    failed: (why: string) => `No se ha podido hacer la prueba de correo: ${why}\n`,
    to: (address: string) => `Un correo de prueba a ${address}\n`,
    step: (step: string) => `  ${step}\n`,
    record: (name: string, state: string, sentence: string) => `  ${name}: ${state}. ${sentence}\n`,
    found: (record: string) => `    Encontrado: ${record}\n`,
    add: (name: string, record: string) => `    Pon este registro TXT en ${name}:\n    ${record}\n`,
    records: '\nQué averiguan otros sobre tu correo\n',
    verdict: (sentence: string) => `\n${sentence}\n`,
  },
};
