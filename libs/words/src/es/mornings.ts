import type { morningMail as mailEnglish, morningPage as english } from '../en/mornings.ts';
import type { InOtherWords } from '../speech.ts';

export const morningMail: InOtherWords<typeof mailEnglish> = {
  subject: '¿Con quién hablaste?',
  lead: (title: string) =>
    `Viniste a ${title}. Dinos con quién hablaste y a quién te gustaría conocer; es un minuto.`,
  action: 'Contarlo',
  close: 'Nadie de quien nombres se entera. Allí dices también si quieres presentaciones.',
};

export const morningPage: InOtherWords<typeof english> = {
  title: 'La mañana siguiente',
  lead: (title: string, organization: string) =>
    `Viniste a ${title}. ${organization} pregunta con quién hablaste, para no presentar a nadie a una persona que ya conoce.`,
  private:
    'Nadie de quien nombres se entera. Los anfitriones pueden ver que conoces a alguien con quien hablaste; a quién te gustaría conocer no lo ve nadie.',
  people: 'Quién estuvo',
  peopleHint:
    'Quienes dejan ver su nombre. Marca con quién hablaste y, como máximo, a dos personas que te gustaría conocer.',
  name: 'Nombre',
  talked: 'Hablamos',
  wish: 'Me gustaría conocer',
  talkedTo: (name: string) => `Hablé con ${name}`,
  wouldMeet: (name: string) => `Me gustaría conocer a ${name}`,
  talkedNames: '¿Con quién hablaste?',
  wishNames: '¿A quién te gustaría conocer?',
  talkedNamesBeside: 'Alguien más con quien hablaste',
  wishNamesBeside: 'Alguien más a quien te gustaría conocer',
  namesHint: 'Un nombre en cada línea.',
  wishNamesHint: 'Dos como máximo en total, cada nombre en su línea.',
  numbers: 'En números',
  count: '¿Con cuántas personas hablaste?',
  countNew: '¿A cuántas de ellas no conocías?',
  introductions: 'Presentaciones',
  introductionsGiven: 'Dijiste que sí a las presentaciones. Puedes detenerlas en cada correo.',
  about: 'Unas palabras sobre ti, para las presentaciones',
  aboutLead: 'Los anfitriones las miran para encontrar a alguien que encaje. Deja en blanco lo que quieras.',
  save: 'Guardar mis respuestas',
  until: (day: string) => `Puedes volver y cambiarlo hasta el ${day}.`,
  saved: 'Tus respuestas están guardadas.',
  ask: '¿Con quién hablaste?',
  faults: {
    talked: (most: number) => `Como máximo ${most} personas con las que hablaste, por favor.`,
    wishes: 'Como máximo dos personas que te gustaría conocer, por favor.',
    newPeople: 'Las personas que no conocías no pueden ser más que aquellas con las que hablaste.',
    number: 'Un número del 0 al 500, por favor.',
    names: 'Como máximo 200 caracteres por línea, por favor.',
  },
};
