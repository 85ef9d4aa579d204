import type {
  critiquePlanActivity as activityEnglish,
  critiqueTemplateWords as templateEnglish,
} from '../en/critique-sessions.ts';
import type { InOtherWords } from '../speech.ts';

export const critiqueTemplateWords: InOtherWords<typeof templateEnglish> = {
  titles: {
    songwriting: 'Círculo de canciones',
    mix: 'Escucha de mezclas',
    film: 'Escenas de cine',
    written: 'Crítica por escrito',
  },
  phases: {
    'set-up': 'Preparación',
    listen: 'Escuchar o ver',
    write: 'Escribir en silencio',
    meaning: 'Lo que me quedó',
    'author-asks': 'Pregunta quien trae la obra',
    'neutral-questions': 'Preguntas neutrales',
    opinions: 'Opiniones, si se desean',
    'one-thing': 'Una cosa que voy a probar',
  },
};

export const critiquePlanActivity: InOtherWords<typeof activityEnglish> = {
  'critique-session.changed': 'cambió una sesión de crítica',
  'critique-session.planned': 'planificó quién escucha a quién',
  'critique-session.unplanned': 'deshizo el plan de una sesión de crítica',
  'critique-session.called-off': 'suspendió una sesión de crítica',
  'critique-session.critics-changed': 'cambió a mano quién escucha a quién',
};
