import type { doorApp as english } from '../en/door-app.ts';
import type { InOtherWords } from '../speech.ts';

const number = new Intl.NumberFormat('es-ES');
const counted = (value: number, one: string, many: string): string =>
  `${number.format(value)} ${value === 1 ? one : many}`;
const since = (minute: string, by: string | null): string =>
  by === null ? `Desde las ${minute}` : `Desde las ${minute}, ${by}`;

export const doorApp: InOtherWords<typeof english> = {
  title: (event: string) => `Puerta: ${event}`,
  name: 'Puerta',
  opening: {
    title: 'Abrir la puerta',
    text: 'Escribe el código que recibiste con este enlace. Se vuelve a pedir cada vez que se carga esta página, también sin red.',
    code: 'Código',
    codeHint: 'Ocho letras y cifras, como K7QM-2XHD',
    open: 'Abrir',
    working: 'Abriendo…',
    faults: {
      'code-wrong': 'Este no es el código de este enlace. Vuelve a mirarlo.',
      'too-many':
        'Se han probado demasiados códigos equivocados con este enlace. Espera una hora o pide un enlace nuevo.',
      'no-network':
        'No hay red. La primera vez, el teléfono la necesita para traer la lista; después funciona sin ella.',
      failed: 'No se ha podido traer la lista. Inténtalo de nuevo en un momento.',
      empty: 'Escribe las ocho letras y cifras del código.',
      'not-secure': 'Esta página necesita https: sin él, el navegador no sella la lista ni abre la cámara.',
    },
  },
  ended: {
    dead: {
      title: 'Este enlace ya no funciona',
      text: 'Se retiró o está cortado. En este teléfono no queda nada de la lista. Pide un enlace nuevo a quien organiza.',
    },
    over: {
      title: 'La velada ha terminado',
      text: 'La lista ya no está en este teléfono.',
    },
    locked: {
      title: 'La puerta se ha cerrado sola',
      text: 'Estuvo abierta doce horas, y la lista ya no está en este teléfono. Lo que falta por enviar se queda, sellado. Vuelve a cargar la página para abrir la puerta otra vez.',
    },
    again: 'Volver a cargar la página',
  },
  bar: {
    label: 'Cómo va',
    count: (came: number, going: number) => `${number.format(came)} de ${number.format(going)} dentro`,
    waiting: (count: number) => `${number.format(count)} por enviar`,
    offline: 'Sin red',
    looks: (count: number) => `${number.format(count)} por revisar`,
  },
  tabs: { label: 'Partes de la puerta', scan: 'Escanear', list: 'Lista', walkIn: 'Sin inscripción' },
  scan: {
    title: 'Escanear',
    hint: 'Pon el código de una entrada delante de la cámara.',
    starting: 'Abriendo la cámara…',
    picture: 'Lo que ve la cámara',
    light: 'Luz',
    lightOff: 'Apagar la luz',
    other: 'Otra cámara',
    again: 'Intentar de nuevo',
    faults: {
      refused:
        'No hay permiso para usar la cámara. Permítela para esta página en los ajustes del navegador e inténtalo de nuevo. La lista funciona sin ella.',
      'no-camera': 'Este teléfono no tiene cámara. Usa la lista.',
      busy: 'Otra cosa está usando la cámara. Ciérrala e inténtalo de nuevo.',
      'not-secure': 'El navegador solo abre la cámara en páginas servidas por https.',
      failed: 'La cámara no se ha abierto. Inténtalo de nuevo o usa la lista.',
    },
  },
  verdict: {
    label: 'Lo último escaneado',
    words: {
      in: 'Adelante',
      'let-in': 'Puede pasar',
      'walked-in': 'Entró sin inscripción',
      already: 'Ya está dentro',
      unknown: 'Puede pasar, se comprueba después',
      'not-confirmed': 'Sin confirmar',
      cancelled: 'Cancelado',
      'wrong-event': 'Otra velada',
      forged: 'No es una entrada auténtica',
      'no-ticket': 'No es una entrada',
      undone: 'Deshecho',
    },
    declined: 'Rechazado',
    texts: {
      unknown: 'La entrada es auténtica, pero este teléfono todavía no tiene el nombre.',
      'wrong-event': 'Esta entrada es auténtica, pero no es para esta velada.',
      forged: 'Este código no lo hicimos nosotros.',
      'no-ticket': 'Este es otro tipo de código.',
      cancelled: 'Según la lista, no viene.',
      declined: 'Quienes organizan le dijeron que no.',
      undone: 'Ya no consta como dentro.',
      'walked-in': 'Está en la lista y consta su llegada.',
    },
    waits: {
      waitlisted: (place: number | null) =>
        place === null ? 'En la lista de espera' : `${number.format(place)}.º en la lista de espera`,
      pending: 'Espera aprobación',
      offered: 'Tiene una plaza ofrecida que aún no ha aceptado',
      held: 'Aún no ha abierto el enlace del correo',
    },
    since,
    admit: (party: number) => (party === 1 ? '1 persona' : `Dejar pasar a ${number.format(party)}`),
    with: (names: string) => `Con ${names}`,
    next: 'Siguiente',
    undo: 'Deshacer',
    undoEarlier: 'Deshacer la llegada',
    takeBack: 'Deshacerlo',
    letIn: 'Dejar pasar igualmente',
    seat: 'Dejar pasar desde la lista de espera',
  },
  list: {
    title: 'Lista',
    search: 'Primeras letras de un nombre, o un código',
    found: (count: number) =>
      count === 0 ? 'No se encuentra a nadie' : counted(count, 'persona', 'personas'),
    nobody: 'No se encuentra a nadie',
    nobodyText: 'Prueba con menos letras. Quien no está en la lista puede entrar sin inscripción.',
    more: (count: number) =>
      `${counted(count, 'persona más', 'personas más')}. Escribe más letras para verlas.`,
    next: 'Siguientes en la lista de espera',
    letInName: (name: string) => `Dejar pasar a ${name}`,
    letIn: 'Dejar pasar',
    checkIn: 'Registrar',
    checkInName: (name: string) => `Registrar la llegada de ${name}`,
    undo: 'Deshacer',
    undoName: (name: string) => `Deshacer la llegada de ${name}`,
    in: (minute: string, by: string | null) => `Dentro. ${since(minute, by)}`,
    going: 'Viene',
    cancelled: 'Cancelado',
    declined: 'Rechazado',
    panelist: 'Ponente',
    waiting: 'Sin enviar todavía',
  },
  walkIn: {
    title: 'Sin inscripción',
    text: 'Para quien no está en la lista. Recibe un correo con su página.',
    name: 'Nombre',
    email: 'Correo electrónico',
    nameNeeded: 'Escribe un nombre.',
    emailNeeded: 'Escribe una dirección de correo.',
    save: 'Dejar pasar',
  },
  look: {
    title: 'Por revisar',
    text: 'Al volver la red, estos casos resultaron distintos de lo que había dicho el teléfono.',
    nobody: 'Alguien sin nombre en esta lista',
    at: (minute: string) => `Escaneado a las ${minute}`,
    said: (word: string) => `El teléfono dijo: ${word}.`,
    is: {
      ok: 'Ya está dentro.',
      already: (minute: string | null, by: string | null) =>
        minute === null ? 'Ya estaba dentro.' : `Ya estaba dentro. ${since(minute, by)}.`,
      'not-confirmed': 'Su plaza no está confirmada.',
      'wrong-event': 'La entrada es para otra velada.',
      cancelled: 'Había cancelado.',
      forged: 'La entrada no es auténtica.',
      undone: 'Su llegada se deshizo.',
    },
    done: 'Hecho',
    doneName: (name: string) => `Hecho con ${name}`,
    back: 'Volver',
    none: 'Nada por revisar.',
  },
  kiosk: {
    name: 'Llegada',
    title: 'Registra tu llegada',
    hint: 'Pon el código de tu correo delante de la cámara.',
    code: 'O escribe tu código corto',
    codeHint: 'Está debajo del código en tu correo, como K7QM-2XHD',
    go: 'Registrar',
    welcome: (name: string) => `Te damos la bienvenida, ${name}`,
    welcomeAny: 'Te damos la bienvenida',
    already: 'Ya estás dentro',
    ask: 'Pregunta a quienes están en la puerta',
    next: 'Hecho',
  },
};
