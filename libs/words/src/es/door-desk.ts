import type { doorDesk as english } from '../en/door-desk.ts';
import type { InOtherWords } from '../speech.ts';

const number = new Intl.NumberFormat('es-ES');

export const doorDesk: InOtherWords<typeof english> = {
  tab: 'Puerta',
  count: (came: number, going: number) =>
    came === 1
      ? `Ha llegado 1 persona de ${number.format(going)}.`
      : `Han llegado ${number.format(came)} personas de ${number.format(going)}.`,
  links: {
    title: 'Teléfonos en la puerta',
    text: 'Con un enlace y un código, cualquier teléfono sirve de puerta: escanea entradas, encuentra a las personas por su nombre y, una vez abierto, funciona sin red. El enlace caduca seis horas después de la velada.',
    label: 'Qué puerta',
    labelHelp: 'En las puertas se lee junto a cada nombre: «Puerta principal».',
    make: 'Crear un enlace',
    none: 'Ningún teléfono tiene enlace todavía.',
    unseen: 'Sin abrir todavía',
    seen: (moment: string) => `Visto por última vez: ${moment}`,
    until: (moment: string) => `Funciona hasta: ${moment}`,
    revoke: 'Retirar',
    revokeName: (label: string) => `Retirar el enlace de ${label}`,
    willRevoke: (label: string) => `El enlace de ${label} se va a retirar. Sus teléfonos olvidan la lista.`,
  },
  made: {
    title: (label: string) => `El enlace de ${label}`,
    scan: 'Escanéalo con el teléfono o envía el enlace a quien esté en la puerta.',
    qr: 'El enlace como código para escanear',
    code: 'Código:',
    once: 'Apunta el código y dilo de palabra en vez de enviarlo: se muestra solo esta vez y no se guarda en ningún sitio.',
    kiosk: (url: string) => `Para una tableta en la que cada persona registra su llegada: ${url}`,
    done: 'Tengo el código',
  },
  prints: {
    title: 'Para imprimir',
    text: 'Una acreditación para cada asistente, con el nombre en letras que se leen de un lado a otro de la mesa.',
    withTables:
      'Una acreditación para cada asistente, con el nombre en letras que se leen de un lado a otro de la mesa, y una tarjeta para cada mesa y ronda.',
    badges: 'Acreditaciones (PDF)',
    tables: 'Tarjetas de mesa (PDF)',
  },
};
