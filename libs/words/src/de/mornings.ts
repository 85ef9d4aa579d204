import type { morningMail as mailEnglish, morningPage as english } from '../en/mornings.ts';
import type { InOtherWords } from '../speech.ts';

export const morningMail: InOtherWords<typeof mailEnglish> = {
  subject: 'Mit wem hast du gesprochen?',
  lead: (title: string) =>
    `Du warst bei ${title}. Sag uns, mit wem du gesprochen hast und wen du gern treffen würdest; es dauert eine Minute.`,
  action: 'Erzähl es uns',
  close: 'Niemand, den du nennst, erfährt davon. Dort sagst du auch, ob du Vorstellungen möchtest.',
};

export const morningPage: InOtherWords<typeof english> = {
  title: 'Der Morgen danach',
  lead: (title: string, organization: string) =>
    `Du warst bei ${title}. ${organization} fragt, mit wem du gesprochen hast, damit niemand Bekannten vorgestellt wird.`,
  private:
    'Niemand, den du nennst, erfährt davon. Die Hosts sehen vielleicht, dass du jemanden kennst, mit dem du gesprochen hast; wen du gern treffen würdest, sieht niemand.',
  people: 'Wer da war',
  peopleHint:
    'Alle, die ihren Namen zeigen. Kreuze an, mit wem du gesprochen hast, und höchstens zwei, die du gern treffen würdest.',
  name: 'Name',
  talked: 'Gesprochen',
  wish: 'Würde ich gern treffen',
  talkedTo: (name: string) => `Ich habe mit ${name} gesprochen`,
  wouldMeet: (name: string) => `Ich würde ${name} gern treffen`,
  talkedNames: 'Mit wem hast du gesprochen?',
  wishNames: 'Wen würdest du gern treffen?',
  talkedNamesBeside: 'Mit wem du sonst noch gesprochen hast',
  wishNamesBeside: 'Wen du sonst noch gern treffen würdest',
  namesHint: 'Ein Name je Zeile.',
  wishNamesHint: 'Höchstens zwei insgesamt, jeder auf einer eigenen Zeile.',
  numbers: 'In Zahlen',
  count: 'Mit wie vielen Leuten hast du gesprochen?',
  countNew: 'Wie viele davon waren dir neu?',
  introductions: 'Vorstellungen',
  introductionsGiven: 'Du hast Ja zu Vorstellungen gesagt. In jeder Mail kannst du sie beenden.',
  about: 'Ein paar Worte über dich, für Vorstellungen',
  aboutLead: 'Die Hosts lesen sie, um jemand Passenden zu finden. Lass weg, was du möchtest.',
  save: 'Antworten speichern',
  until: (day: string) => `Du kannst bis ${day} wiederkommen und das ändern.`,
  saved: 'Deine Antworten sind gespeichert.',
  ask: 'Mit wem hast du gesprochen?',
  faults: {
    talked: (most: number) => `Bitte höchstens ${String(most)} Leute, mit denen du gesprochen hast.`,
    wishes: 'Bitte höchstens zwei Leute, die du gern treffen würdest.',
    newPeople: 'Neu waren höchstens so viele, wie du insgesamt gesprochen hast.',
    number: 'Bitte eine Zahl von 0 bis 500.',
    names: 'Bitte höchstens 200 Zeichen je Zeile.',
  },
};
