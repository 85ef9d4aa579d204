import type {
  critiqueLetterPage as pageEnglish,
  critiqueLettersApp as appEnglish,
  letterFile as fileEnglish,
} from '../en/critique-letter.ts';
import type { InOtherWords } from '../speech.ts';

const letter = {
  question: 'Du hast gefragt',
  parts: {
    meaning: 'Was geblieben ist',
    answer: 'Eine Antwort auf deine Frage',
    neutralQuestion: 'Eine Frage an dich',
    opinion: 'Eine Meinung, wie du es erlaubt hast',
    marks: 'In der Arbeit',
  },
  from: (name: string) => `Von ${name}`,
  critic: 'Jemand, der zugehört hat',
  left: 'Jemand, nicht mehr dabei',
  leftWords: 'Diese Person hat Acquaint verlassen, und ihre Worte gingen mit ihr.',
  order: 'Die Kritiken stehen so, wie ihre Kritiker:innen ausgelost wurden. Mehr sagt die Reihenfolge nicht.',
  facilitator: 'Auch die Hosts dieses Abends können das lesen.',
  nobodyElse: 'Sonst kann das niemand lesen.',
};

export const letterFile: InOtherWords<typeof fileEnglish> = {
  ...letter,
  title: (work: string) => `Rückmeldungen zu „${work}“`,
  subject: 'Ein Brief mit Kritik',
  heard: (day: string, event: string) => `Gehört am ${day} bei ${event}`,
  page: (page: number, pages: number) => `${String(page)} von ${String(pages)}`,
  none: 'Diesmal hat niemand etwas aufgeschrieben.',
  missingCharacters:
    'Zeichen, die diese Seite nicht drucken kann, stehen als Unicode-Nummern in Klammern. Der Brief als Text hat sie, wie sie sind.',
  missingCharacter: (code: number) => `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`,
  fileName: 'brief',
};

export const critiqueLetterPage: InOtherWords<typeof pageEnglish> = {
  ...letter,
  title: 'Dein Brief',
  loading: 'Dein Brief wird geöffnet…',
  failed: 'Dein Brief ist nicht angekommen.',
  again: 'Noch einmal versuchen',
  waiting: {
    title: 'Dein Brief ist noch nicht da',
    text: 'Er kommt, wenn die Runde vorbei ist, noch am selben Abend. Wir schreiben dir, wenn er da ist.',
    written: 'Er kommt, wenn alle ihre Zeit zum Schreiben hatten. Wir schreiben dir, wenn er da ist.',
  },
  notHeard: {
    title: 'Deine Arbeit wurde diesmal nicht gehört',
    text: 'Darum gibt es keinen Brief. Wer am längsten gewartet hat, kommt in der nächsten Runde zuerst dran, und das zählt für dich.',
    credits: 'Wenn sie dich Guthaben gekostet hat, hast du es zurück.',
  },
  missed: {
    title: 'Deine Arbeit wurde diesmal nicht gehört',
    text: 'Du warst nicht da, als sie an der Reihe war, darum gibt es keinen Brief. Sie behält keinen Rang, und verbrauchtes Guthaben kommt nicht zurück. Du kannst sie in eine andere Runde mitbringen.',
  },
  noWork: {
    title: 'Kein Brief für dich',
    text: 'Du hast in diese Runde keine Arbeit mitgebracht. Bring nächstes Mal eine mit und hör, was bei anderen bleibt.',
  },
  none: {
    title: 'Niemand hat etwas aufgeschrieben',
    text: 'Deine Arbeit wurde gehört, aber niemand hat Worte dagelassen. Das tut uns leid; frag die, die du getroffen hast, was bei ihnen geblieben ist.',
  },
  heard: (day: string, event: string) => `„${event}“, ${day}`,
  listen: 'Noch einmal hören',
  thank: (name: string) => `${name} danken`,
  thankCritic: 'Für diese Kritik danken',
  thanked: (name: string) => `Du hast ${name} gedankt.`,
  thankedCritic: 'Du hast für diese Kritik gedankt.',
  undo: 'Rückgängig',
  thankFailed: 'Dein Dank ist nicht angekommen. Versuch es noch einmal.',
  save: {
    title: 'Brief behalten',
    pdf: 'Als PDF speichern',
    text: 'Als Text speichern',
  },
  file: {
    title: 'Deine Datei',
    until: (day: string) => `wird am ${day} gelöscht, wenn du sie nicht behältst.`,
    kept: 'bleibt, bis du sie freigibst.',
    gone: 'gelöscht.',
    keep: 'Datei behalten',
    drop: 'Nach 30 Tagen löschen lassen',
    failed: 'Das ist nicht angekommen. Versuch es noch einmal.',
  },
  versions: {
    title: 'Fassungen dieser Arbeit',
    this: 'dieser Brief',
    open: (title: string, day: string) => `${title}, gehört am ${day}`,
    unheard: (title: string) => `${title}, noch nicht gehört`,
    earlier: (day: string) => `Du liest den Brief vom ${day}.`,
    back: 'Zurück zum Brief dieser Runde',
  },
  thanks: {
    title: 'Dank',
    one: (author: string, work: string) => `${author} hat dir für deine Kritik an „${work}“ gedankt.`,
    left: (work: string) => `Für deine Kritik an „${work}“ wurde dir gedankt.`,
  },
};

export const critiqueLettersApp: InOtherWords<typeof appEnglish> = {
  title: 'Briefe',
  lead: 'Was als Kritik geschrieben wurde, so wie es die Autor:innen lesen. Allen wurde gesagt, dass du es auch kannst.',
  waiting: 'Die Briefe kommen, wenn die Runde vorbei und ihre Kritik verschickt ist.',
  none: 'In dieser Runde wurde keine Arbeit gehört.',
  private: 'Die Kritik dieser Runde geht allein an die Autor:innen.',
  by: (title: string, author: string) => `${title} von ${author}`,
  left: 'jemand, nicht mehr dabei',
  question: 'Gefragt',
  from: (name: string) => `Von ${name}`,
  leftWords: letter.leftWords,
  someone: letter.left,
  order: letter.order,
  parts: letter.parts,
  list: 'Arbeiten',
  nobody: 'Niemand hat etwas aufgeschrieben.',
};
