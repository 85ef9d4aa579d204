import type {
  critiquePlanActivity as activityEnglish,
  critiqueTemplateWords as templateEnglish,
} from '../en/critique-sessions.ts';
import type { InOtherWords } from '../speech.ts';

export const critiqueTemplateWords: InOtherWords<typeof templateEnglish> = {
  titles: {
    songwriting: 'Songwriting-Kreis',
    mix: 'Mixe hören',
    film: 'Filmszenen',
    written: 'Schriftliche Kritik',
  },
  phases: {
    'set-up': 'Aufbauen',
    listen: 'Abspielen oder zeigen',
    write: 'Still schreiben',
    meaning: 'Was bei mir geblieben ist',
    'author-asks': 'Autor:in fragt',
    'neutral-questions': 'Neutrale Fragen',
    opinions: 'Meinungen, wenn erwünscht',
    'one-thing': 'Eines, das ich ausprobiere',
  },
};

export const critiquePlanActivity: InOtherWords<typeof activityEnglish> = {
  'critique-session.changed': 'hat eine Kritikrunde geändert',
  'critique-session.planned': 'hat geplant, wer wen hört',
  'critique-session.unplanned': 'hat den Plan einer Kritikrunde zurückgenommen',
  'critique-session.called-off': 'hat eine Kritikrunde abgesagt',
  'critique-session.critics-changed': 'hat von Hand geändert, wer wen hört',
};
