import { wordList } from '../en/reasons.ts';
import type { eveningContacts as contactsEnglish, eveningTables as english } from '../en/evening-tables.ts';
import type { InOtherWords } from '../speech.ts';

export const eveningTables: InOtherWords<typeof english> = {
  title: 'Tu mesa',
  notDrawn: 'Aquí aparecerá tu mesa',
  notDrawnText: (rounds: number) =>
    rounds === 1
      ? 'Las mesas se sortean cuando ha llegado la gente. Deja abierta esta página; avanza sola.'
      : `Las mesas se sortean cuando ha llegado la gente: ${String(rounds)} rondas, cada una con otras personas. Deja abierta esta página; avanza sola.`,
  noSeat: 'Todavía no tienes mesa',
  noSeatText: 'Saluda a uno de los anfitriones. Te busca sitio en un momento, y aparecerá aquí.',
  over: 'Las rondas han terminado',
  overText: 'Quédate a hablar todo lo que quieras.',
  at: (table: number) => `Estás en la mesa ${String(table)}`,
  willBeAt: (table: number) => `Empiezas en la mesa ${String(table)}`,
  round: (round: number, rounds: number) =>
    rounds === 1 ? 'Una ronda' : `Ronda ${String(round)} de ${String(rounds)}`,
  topic: 'Para empezar',
  company: (names: readonly string[], others: number) => {
    if (names.length === 0) {
      return others === 0 ? 'Todavía no hay nadie más en esta mesa.' : `Con ${someOthers(others)}`;
    }
    return others === 0 ? `Con ${wordList(names)}` : `Con ${names.join(', ')} y ${String(others)} más`;
  },
  starts: 'Empieza cuando un anfitrión o una anfitriona abre la ronda.',
  left: 'quedan en esta ronda',
  timeIsUp: 'Se acabó el tiempo',
  timeIsUpText: 'Termina tu frase. La ronda siguiente se abre en un momento.',
  next: 'Después',
  nextAt: (round: number, table: number) => `Ronda ${String(round)}: mesa ${String(table)}`,
  names: 'Aquí están los nombres de quienes dejan que se vea el suyo en la velada.',
};

function someOthers(others: number): string {
  return others === 1 ? 'una persona más' : `${String(others)} personas más`;
}

export const eveningContacts: InOtherWords<typeof contactsEnglish> = {
  title: 'Intercambiar contactos',
  lead: 'Cuando las dos personas decís que sí, cada una ve el nombre y el correo de la otra. Nadie más se entera.',
  early: 'Cuando estés aquí',
  earlyText:
    'Los contactos se intercambian entre quienes han venido. Registra tu llegada en la puerta; entonces se abre esto.',
  over: 'El intercambio ha terminado',
  overText: 'Los contactos se intercambian desde el comienzo de la velada hasta una semana después.',
  mine: {
    title: 'Mi código',
    text: 'Deja que la otra persona lo escanee. Se te pregunta antes de mostrar nada.',
    alt: 'Tu código para intercambiar contactos',
    spoken: 'o que teclee',
  },
  scan: {
    title: 'Escanear su código',
    open: 'Abrir la cámara',
    close: 'Cerrar la cámara',
    starting: 'Abriendo la cámara…',
    look: 'Pon su código delante de la cámara.',
    refused: 'Aquí no se permite la cámara. Permítela en los ajustes de tu navegador o teclea su código.',
    noCamera: 'Este dispositivo no tiene cámara. Teclea su código.',
    busy: 'Otra aplicación ocupa la cámara. Ciérrala y prueba otra vez, o teclea su código.',
    failed: 'La cámara no se abre aquí. Teclea su código.',
    again: 'Probar otra vez',
    torch: 'Luz',
    other: 'Otra cámara',
    notOurs: 'Ese código no es de esta velada.',
    type: 'O teclea su código',
    hint: 'Ocho letras y cifras, como K7QM-2XHD.',
    send: 'Preguntar',
    missing: 'Teclea las ocho letras y cifras de su código.',
    asked: (name: string) => `Ahora se pregunta a ${name}.`,
    agreed: (name: string) => `Tú y ${name} habéis intercambiado contactos.`,
    askedHidden: 'Ahora se le pregunta. Su nombre aparecerá aquí cuando diga que sí.',
    askedSomebody: 'Esta persona ya está en tu lista.',
  },
  asked: {
    title: 'Han escaneado tu código',
    text: (name: string) => `${name} quiere intercambiar contactos.`,
    yes: 'Intercambiar contactos',
    no: 'No, gracias',
    noText: 'Un «no» no se le dice a nadie.',
    named: (act: string, name: string) => `${act}: ${name}`,
  },
  tap: {
    title: 'O toca un nombre',
    text: 'Nadie sabrá que lo has tocado, salvo que también toque el tuyo.',
    search: 'Buscar un nombre',
    none: 'Todavía nadie más deja aquí que se vea su nombre.',
    noneLeft: 'Todas las personas que dejan ver aquí su nombre están arriba.',
    noneFound: 'No está ese nombre. No todo el mundo deja que se vea el suyo.',
    tap: (name: string) => `Intercambiar contactos con ${name}`,
    more: (count: number) => `${String(count)} más; teclea unas letras.`,
  },
  list: {
    title: 'Mis contactos',
    hidden: 'Alguien que no muestra su nombre',
    waiting: 'Falta su sí',
    agreed: 'Habéis intercambiado contactos',
    takeBack: 'Retirar',
    takeBackName: (name: string) => `Retirar: ${name}`,
    mail: (name: string) => `Escribir a ${name}`,
    copy: 'Copiar la dirección',
    copyName: (name: string) => `Copiar la dirección: ${name}`,
    copied: 'Copiada.',
    save: 'Guardar como contacto',
    saveName: (name: string) => `Guardar como contacto: ${name}`,
    stays: 'Se quedan en tu página «Tus presentaciones», solo para ti.',
    met: (event: string) => `De «${event}»`,
  },
};
