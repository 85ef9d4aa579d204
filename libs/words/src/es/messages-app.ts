import type { messagesApp as english } from '../en/messages-app.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

const guests = (count: number): string => counted(count, 'asistente', 'asistentes');

const length = (minutes: number): string => {
  if (minutes % 1440 === 0) return counted(minutes / 1440, 'día', 'días');
  if (minutes % 60 === 0) return counted(minutes / 60, 'hora', 'horas');
  return counted(minutes, 'minuto', 'minutos');
};

export const messagesApp: InOtherWords<typeof english> = {
  tab: 'Mensajes',
  title: 'Mensajes',
  guests,
  write: 'Escribir a asistentes',
  writeToThose: 'Escribir a quienes vinieron',
  none: 'No hay nada previsto',
  noneText:
    'Escribe a todas las personas que vienen, recuérdales el evento antes de que empiece o da las gracias a quienes vinieron. Antes de que salga ves a quién llega y cómo se lee.',
  groups: { leaving: 'Salen ahora', drafts: 'Borradores', sent: 'Enviados', stopped: 'Detenidos' },
  kinds: {
    announcement: 'Anuncio',
    reminder: 'Recordatorio',
    thanks: 'Agradecimiento',
    change: 'Cambio de hora o de lugar',
  },
  states: {
    draft: 'Borrador',
    scheduled: 'Planeado',
    sending: 'Saliendo',
    sent: 'Enviado',
    cancelled: 'Detenido',
  },
  waits: 'Sale en un momento',
  noSubject: 'Sin asunto',
  today: 'hoy',
  tomorrow: 'mañana',
  yesterday: 'ayer',
  at: (day: string, minute: string, zone: string) => `${day}, ${minute} (${zone})`,
  moment: (moment: string) => `${moment.charAt(0).toUpperCase()}${moment.slice(1)}`,
  rule: (anchor: 'start' | 'end', minutes: number) => {
    if (minutes === 0) return anchor === 'start' ? 'Cuando empieza' : 'Cuando termina';
    const verb = anchor === 'start' ? 'empiece' : 'termine';
    return `${length(Math.abs(minutes))} ${minutes < 0 ? 'antes' : 'después'} de que ${verb}`;
  },
  reached: (sent: number, recipients: number) =>
    sent === recipients
      ? `Enviado a ${guests(sent)}`
      : `Enviado a ${number.format(sent)} de ${guests(recipients)}`,
  failed: (count: number) => (count === 1 ? 'Uno no llegó' : `${number.format(count)} no llegaron`),
  stop: 'No enviarlo',
  stopName: (subject: string) => `No enviarlo: «${subject}»`,
  stopped: 'No sale.',
  calledOff: {
    'by-hand': 'Detenido a mano',
    'too-late': 'Su momento había pasado',
    'event-cancelled': 'El evento se canceló',
    'too-many-messages': 'Demasiados mensajes en un día',
    nobody: 'Todavía no asistía nadie',
  },
  remove: 'Borrar',
  removeName: (subject: string) => `Borrar «${subject}»`,
  willRemove: (subject: string) => `Se está borrando «${subject}».`,
  notDone: (why: string) => `No se ha hecho. ${why}`,
  noRight: 'A los asistentes les escriben propietarios y editores',
  noRightText: 'Con tu papel de anfitrión o anfitriona ves aquí qué reciben los asistentes y cuándo.',
  keys: { write: 'Escribir a asistentes', back: 'Volver a todos los mensajes' },
  form: {
    new: 'Un mensaje nuevo',
    edit: 'Editar el mensaje',
    back: 'Todos los mensajes',
    kind: 'Qué es',
    kindHelp: {
      announcement: 'Sale una vez, ahora o cuando elijas.',
      reminder: 'Sale antes de que empiece, y se mueve si mueves el evento.',
      thanks: 'Sale después de que termine, y se mueve si mueves el evento.',
    },
    subject: 'Asunto',
    text: 'Texto',
    textHelp: 'Markdown: **negrita**, listas, enlaces. Los valores de abajo se rellenan para cada asistente.',
    insert: 'Insertar un valor',
    placeholders: {
      name: 'Nombre de quien lo recibe',
      event: 'Nombre del evento',
      date: 'Día',
      time: 'Hora',
      place: 'Lugar',
      link: 'Enlace a su inscripción',
      organization: 'Tu organización',
    },
    ownPage: '[tu página]({link})',
    insertName: (what: string, token: string) => `Insertar ${token}: ${what}`,
    startWith: {
      announcement: { subject: '', text: 'Hola, {name}:\n\n' },
      reminder: {
        subject: 'Nos vemos en {event}',
        text: 'Hola, {name}:\n\n**{event}**: {date}, {time}. Tenemos ganas de verte.\n\n¿Al final no puedes venir? Cancela, por favor, en [tu página]({link}), y así otra persona tendrá la plaza.',
      },
      thanks: {
        subject: 'Gracias por venir a {event}',
        text: 'Hola, {name}:\n\nGracias por venir a **{event}**. Nos alegró tenerte allí.',
      },
    },
    when: 'Cuándo sale',
    now: 'Ahora',
    nowHelp: 'Tienes 10 segundos para cambiar de idea.',
    atTime: 'A una hora',
    byEvent: { start: 'Antes de que empiece', end: 'Después de que termine' },
    moment: 'Día y hora',
    zone: (place: string, zone: string) => `Hora de ${place} (${zone}), donde es el evento.`,
    howLong: { start: 'Cuánto antes', end: 'Cuánto después' },
    late: 'Ese momento ya pasó. Elige uno posterior o envíalo ahora.',
    night: 'Entre las 21:00 y las 08:00 del lugar del evento no sale nada.',
    subjectNeeded: 'Ponle un asunto.',
    textNeeded: 'Escribe unas palabras.',
    momentNeeded: 'Di qué día y a qué hora sale.',
    send: (count: number | undefined) => (count === undefined ? 'Enviar ahora' : `Enviar a ${guests(count)}`),
    schedule: (count: number | undefined) =>
      count === undefined ? 'Planearlo' : `Planearlo para ${guests(count)}`,
    keep: 'Guardar como borrador',
    saveChanges: 'Guardar los cambios',
    test: 'Enviarme una prueba',
    testSaves: 'Guardar y enviarme una prueba',
    tested: (email: string) => `Una prueba va de camino a ${email}.`,
    kept: 'El borrador está guardado.',
    saved: 'El mensaje está guardado.',
    planned: (when: string) => `Sale: ${when}.`,
    willSend: (subject: string, count: number | undefined) =>
      count === undefined ? `«${subject}» sale.` : `«${subject}» sale para ${guests(count)}.`,
    conflict: 'Alguien cambió este mensaje mientras escribías. Tu versión no está guardada todavía.',
    conflictTheirs: 'Tomar la suya (sustituye lo que escribiste)',
    conflictMine: 'Seguir con la mía (sustituye la suya al guardar)',
    nobody: 'No lo recibiría nadie. Elige a otras personas.',
  },
  whom: {
    label: 'Quién lo recibe',
    statuses: {
      confirmed: 'Vienen',
      offered: 'Plaza ofrecida',
      waitlisted: 'En lista de espera',
      pending: 'Pendientes de tu respuesta',
      cancelled: 'Ya no vienen',
      invited: 'Con invitación, sin respuesta',
    },
    everybodyGoing: 'Todas las personas que vienen.',
    came: 'Quién estuvo',
    cameAll: 'Tanto si vinieron como si no',
    cameYes: 'Vinieron',
    cameNo: 'No vinieron',
    some: 'Solo una parte',
    everybody: 'No se deja fuera a nadie.',
    part: 'Participa en',
    anyPart: 'Cualquier cosa',
    parts: {
      panel: 'Un panel',
      mixer: 'El mixer',
      critique: 'Una sesión de crítica',
    },
    question: 'Pregunta',
    noQuestion: 'Cualquier respuesta',
    answer: 'Respuesta',
    yes: 'Sí',
    no: 'No',
    counting: 'Contando…',
    reaches: (count: number) => (count === 0 ? 'Nadie' : guests(count)),
    noAddress: (count: number) =>
      count === 1
        ? 'Otra persona no tiene una dirección a la que podamos escribir.'
        : `Otras ${number.format(count)} no tienen una dirección a la que podamos escribir.`,
    onlyListed: (count: number) =>
      count === 1
        ? 'Otra persona está solo en una lista importada y nunca pidió correo.'
        : `Otras ${number.format(count)} están solo en una lista importada y nunca pidieron correo.`,
    only: (parts: readonly string[]) => parts.join('; '),
    answered: (question: string, answer: string) => `«${answer}» a «${question}»`,
    someOf: (standings: string, parts: string) => `${standings}; de ahí, solo: ${parts}`,
  },
  preview: {
    label: 'Como lo lee un asistente',
    empty: 'Escribe un asunto y unas palabras, y aparecerá aquí.',
    frame: 'El correo',
    fault: 'No se puede mostrar mientras el campo marcado no esté bien.',
  },
  sent: {
    again: 'Usarlo para un mensaje nuevo',
    whom: 'A',
    when: 'Cuándo',
    reached: 'Hasta dónde llegó',
  },
  tell: {
    title: (count: number) =>
      count === 1
        ? 'Un asistente tiene todavía los datos de antes'
        : `${guests(count)} tienen todavía los datos de antes`,
    text: (changed: readonly ('time' | 'place')[]) => {
      const what = { time: 'la hora', place: 'el lugar', both: 'la hora y el lugar' };
      const one = changed.length === 2 ? 'both' : (changed[0] ?? 'both');
      return `Has cambiado ${what[one]}. Nadie se entera hasta que tú lo digas; entonces reciben un correo con lo nuevo, y su calendario se actualiza.`;
    },
    note: 'Por qué, o qué más deberían saber (opcional)',
    noteHelp: 'Los asistentes lo leen tal como lo escribes.',
    addNote: 'Añadir una nota',
    button: (count: number) => `Avisar a ${guests(count)}`,
    later: 'Ahora no',
    will: (count: number) => `Se está avisando del cambio a ${guests(count)}.`,
    told: (count: number) => `Se ha avisado a ${guests(count)}.`,
    waits: 'Avisando',
  },
};
