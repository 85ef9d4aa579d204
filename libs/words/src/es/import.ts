import type { importWords as english } from '../en/import.ts';
import type { InOtherWords } from '../speech.ts';

const count = new Intl.NumberFormat('es-ES');

export const importWords: InOtherWords<typeof english> = {
  meaning: {
    email: 'Dirección de correo',
    name: 'Nombre completo',
    firstName: 'Nombre',
    lastName: 'Apellidos',
    status: 'Estado',
    checkedInAt: 'Hora de llegada',
    introductions: 'Quiere presentaciones',
    crafts: 'Oficios',
    workingOn: 'En qué trabaja',
    lookingFor: 'Qué busca',
    canHelpWith: 'En qué puede ayudar',
    stage: 'Etapa profesional',
    city: 'Ciudad',
    employer: 'Empresa',
    jobTitle: 'Cargo',
    answer: 'Otra pregunta, guardada con su respuesta',
    ignored: 'No se importa',
  },
  why: {
    header: 'Lo dice su encabezado.',
    question: 'Su pregunta se lee así.',
    cells: 'Sus celdas contienen direcciones.',
    'not-known': 'No conocemos esta columna, así que sus respuestas se guardan tal cual.',
    'not-needed': 'Contabilidad del servicio de entradas; aquí no hace falta.',
    private: 'Datos personales que las presentaciones no necesitan. No se guardan.',
    already: 'Otra columna ya dice esto.',
    'no-header': 'No tiene encabezado.',
    chosen: 'Lo has dicho tú.',
  },
  fact: {
    came: 'vino',
    confirmed: 'inscripción confirmada',
    pending: 'a la espera de aprobación',
    waitlisted: 'en la lista de espera',
    declined: 'inscripción rechazada',
    cancelled: 'inscripción cancelada',
    held: 'sin confirmar aún por correo',
    offered: 'con una plaza ofrecida',
  },
  row: {
    new: (becomes: string) => `Persona nueva: ${becomes}.`,
    noStatus: 'Persona nueva. Su estado está vacío, así que espera tu aprobación y no ocupa plaza.',
    moved: (was: string, becomes: string) => `Antes: ${was}. Ahora: ${becomes}.`,
    staysByList: (says: string, stays: string) =>
      `Esta lista dice «${says}»; otra lista dice «${stays}», que cuenta más.`,
    staysHere: (says: string, stays: string) =>
      `Esta lista dice «${says}»; se mantiene lo que se anotó aquí: «${stays}».`,
    adds: (fields: string) => `Añade o completa: ${fields}.`,
    nothingNew: 'Nada nuevo.',
    repeated: (line: number) =>
      `La misma dirección está en la línea ${count.format(line)}; entre las dos cuentan una vez.`,
  },
  added: {
    name: 'nombre',
    checkedInAt: 'hora de llegada',
    crafts: 'oficios',
    workingOn: 'en qué trabaja',
    lookingFor: 'qué busca',
    canHelpWith: 'en qué puede ayudar',
    stage: 'etapa profesional',
    city: 'ciudad',
    answer: 'respuestas',
    introductions: 'la respuesta sobre las presentaciones',
  },
  // Is written into rows and compared there, so it is the same in every language.
  unnamedFile: 'guest-list.csv',
  note: {
    'name-missing': 'En esta fila no hay nombre; puede que esté en la otra lista.',
    shortened:
      'Algo era más largo de lo que guardamos y se ha acortado: 3 oficios o etiquetas, 140 caracteres de «en qué trabaja».',
    'consent-unclear':
      'La respuesta sobre las presentaciones no es ni sí ni no, así que cuenta como no preguntada.',
  },
  rowFault: {
    'address-missing': () => 'En esta fila no hay dirección de correo.',
    'address-unusable': (value: string) => `«${value}» no es una única dirección de correo utilizable.`,
    'address-not-ascii': (value: string) =>
      `La dirección «${value}» tiene letras fuera del ASCII básico. Escribe el dominio en su forma xn-- o pide otra dirección.`,
    'status-unknown': (value: string) => `No conocemos el estado «${value}».`,
    'no-answer-yet': (value: string) =>
      `El estado es «${value}»: esta persona todavía no ha dicho ni sí ni no.`,
    'check-in-unreadable': (value: string) =>
      `«${value}» no es una hora que podamos leer. Usa por ejemplo 2026-10-19 18:05, o yes y no.`,
    'column-count': (value: string) =>
      `El número de celdas de esta fila no coincide con el de la línea de encabezados (${value}).`,
    'quote-not-closed': () =>
      'En esta fila se abren unas comillas que no se cierran donde debería acabar la celda.',
    'characters-unreadable': () =>
      'Esta fila contiene caracteres que no son UTF-8 válido. Guarda el archivo como UTF-8 y vuelve a importarlo.',
    'row-too-long': () => 'Esta fila supera los 64 kB.',
  },
  fileFault: {
    binary: 'Esto no es un archivo de texto, así que no puede ser un CSV.',
    spreadsheet:
      'Esto es una hoja de cálculo o un archivo comprimido. Ábrelo, guárdalo como CSV (UTF-8) e impórtalo así.',
    markup:
      'Esto es una página web o un documento de datos, no un CSV. Quizá la descarga pedía iniciar sesión.',
    'no-delimiter': 'La primera línea no tiene coma, punto y coma ni tabulador, así que no parece un CSV.',
    'no-header-line':
      'La primera línea ya es un asistente. Añade una línea de encabezados como: name,email,status.',
    'utf-16':
      'Este archivo está guardado como UTF-16. Guárdalo como UTF-8 (en Excel: «CSV UTF-8») y vuelve a importarlo.',
    missing: 'Elige un archivo.',
    empty: 'Este archivo está vacío.',
    'too-many-bytes': (megabytes: number) => `Este archivo pesa más de ${count.format(megabytes)} MB.`,
    'too-many-rows': (rows: number) =>
      `Este archivo tiene más de ${count.format(rows)} filas. Divídelo e importa las partes, en cualquier orden.`,
    'no-usable-column':
      'Ninguna columna contiene direcciones de correo. Indica cuál lo hace o añade una: a las personas se las distingue por su dirección.',
  },
};
