import type { privacy as english } from '../en/privacy.ts';
import type { InOtherWords } from '../speech.ts';

export const privacy: InOtherWords<typeof english> = {
  page: {
    link: 'Tus datos y lo que aceptaste',
    title: 'Tus datos',
    lead: 'Qué aceptaste, qué se contó de ti y a quién. Retires lo que retires aquí, nadie se entera.',
    evenings: 'Tus veladas',
    agreed: 'Lo que aceptaste',
    nothingAgreed: 'No has aceptado nada.',
    before: 'Respuestas anteriores',
    purposes: {
      introductions: 'Presentaciones a personas de una velada',
      'name-visible': 'Los demás en una velada pueden ver tu nombre',
      'profile-visible': 'Las demás personas que vinieron pueden ver a qué te dedicas',
    },
    answers: { given: 'sí', refused: 'no' },
    sources: {
      page: 'en una página nuestra',
      import: 'según la lista de la organización',
      answer: 'en respuesta a una pregunta nuestra',
    },
    answered: (organization: string, answer: string, day: string, source: string) =>
      `${organization}: ${answer}, el ${day}, ${source}.`,
    withdrawn: (day: string) => `Retirado el ${day}.`,
    wording: (version: string) => `Redacción ${version}`,
    withdraw: 'Retirar',
    withdrawOne: (purpose: string, organization: string) => `Retirar: ${purpose}, ${organization}`,
    shared: 'Lo que se contó de ti',
    nothingShared: 'Nada: todavía no se te ha presentado a nadie.',
    sharedHint:
      'Aquí solo están las presentaciones que se hicieron. Una lista de preguntas que quedaron en nada revelaría quién no respondió.',
    sharedWith: (name: string, event: string, day: string) => `${name}, después de «${event}», el ${day}`,
    somebody: 'Alguien que ya no está',
    name: 'Tu nombre',
    reason: 'Por qué tú',
    offers: 'En qué puedes ayudar',
    contact: 'Cómo contactarte',
    takenBack: (day: string) => `Lo retiraste el ${day}. Ya no ve cómo contactarte.`,
    takeBack: 'Retirar cómo contactarte',
    takeBackFrom: (name: string) => `Retirar cómo contactarte a ${name}`,
    circles: 'Círculos',
    inCircle: (circle: string, day: string) => `Las personas de «${circle}», desde el ${day}`,
    leftCircle: (day: string) => `Lo dejaste el ${day}. Ya no ven cómo contactarte.`,
    critiques: 'Sesiones de crítica',
    critiquesAt: (event: string, organization: string, day: string) =>
      `«${event}», ${organization}, el ${day}`,
    workHeard: (work: string, critics: number) =>
      critics === 0
        ? `Se escuchó tu obra «${work}».`
        : `Se escuchó tu obra «${work}» y se pidió a ${critics === 1 ? 'una persona' : `${String(critics)} personas`} que escribiera${critics === 1 ? '' : 'n'} sobre ella.`,
    critiquesRead: (count: number) =>
      count === 1
        ? 'Una persona lee la crítica que escribiste de su obra.'
        : `${String(count)} personas leen las críticas que escribiste de sus obras.`,
    all: 'Todo a la vez',
    allLead:
      'Retira cada sí de arriba, y todas las personas a las que se te presentó dejan de ver cómo contactarte.',
    allButton: 'Retirarlo todo',
    saved: 'Hecho. Nadie se entera.',
  },

  export: {
    title: 'Todo lo que guardamos sobre ti',
    lead: 'Un archivo, hecho ahora, de todas las organizaciones. No contiene nada que otras personas contaran en privado.',
    button: 'Descargar mis datos',
    about:
      'Todo lo que Acquaint guarda sobre ti, de todas las organizaciones. Lo que otras personas contaron en privado no está aquí: a quién conocen, a quién desean conocer o no quieren conocer nunca, qué respondieron y qué apuntan los anfitriones para sí.',
  },

  erase: {
    title: 'Irte para siempre',
    lead: 'Todo lo que hay sobre ti se borra al momento. No se puede deshacer.',
    link: 'Borrar todo sobre mí',
    goes: 'Qué se va',
    going: [
      'Tu nombre, tu dirección, tu perfil, tus respuestas y todo lo que escribiste, de cada lista y cada correo que guardamos.',
      'Tus inscripciones a veladas futuras: tu plaza pasa a quien lleva más tiempo esperando.',
      'Las obras que trajiste a sesiones de crítica, sus archivos y cada crítica que escribiste: quien la recibió lee que la escribió alguien que ya no está.',
      'Cada presentación: ya no sale ninguna pregunta, recordatorio ni presentación, ni para ti ni sobre ti.',
      'Tu acceso, tus enlaces y tu lugar entre las personas de cualquier organización.',
    ],
    stays: 'Qué se queda',
    staying: [
      'Que alguien estuvo allí: los recuentos de las veladas conservan sus cifras, sin ti en ellas.',
      'Lo que otras personas ya han recibido de nosotros por correo: está en sus manos.',
      'Una huella de tu dirección, a partir de la cual nadie puede leerla. Si vuelves, no se te presenta de nuevo a nadie que conocieras aquí ni a quien no quiera conocerte nunca.',
      'Una pregunta que otra persona tiene abierta conserva su frase siete días como máximo. No te nombra.',
    ],
    looks:
      'Ningún correo cuenta a nadie que te has ido. En las listas de los anfitriones pone «Alguien que ya no está». A quien se preguntó por ti le parece que no has respondido.',
    noMail: 'Después no te enviamos ningún correo: no guardamos a dónde enviarlo.',
    ownerless: 'Primero, nombra propietaria a otra persona',
    ownerlessLead:
      'Aquí no hay más propietario que tú. Una organización necesita al menos uno: añade a otra persona como tal y vuelve.',
    fresh: 'Inicia sesión una vez más',
    freshLead: 'Para que nadie más lo haga desde tu navegador, te enviamos ahora un enlace y un código.',
    freshButton: 'Enviarme un correo de acceso',
    address: 'Tu dirección, para estar seguros',
    addressHint: (email: string) => `Escribe ${email}`,
    wrongAddress: 'Esa no es la dirección con la que has iniciado sesión.',
    button: 'Borrar todo sobre mí',
    back: 'Conservar mis datos',
    doneTitle: 'Todo lo que había sobre ti está borrado',
    doneLead:
      'Tu sesión está cerrada y no guardamos nada con lo que escribirte. Puedes volver cuando quieras.',
  },
};
