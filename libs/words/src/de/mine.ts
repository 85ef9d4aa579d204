import type { mine as english } from '../en/mine.ts';
import type { InOtherWords } from '../speech.ts';

const people = (count: number): string => count.toLocaleString('de-DE');

export const mine: InOtherWords<typeof english> = {
  title: 'Deine Abende',
  none: 'Hier findest du die Abende, für die du dich angemeldet hast.',
  signOut: 'Ausloggen',
  signedInAs: (email: string) => `Du bist als ${email} eingeloggt.`,
  app: 'Die App zum Veranstalten öffnen',
  next: 'Demnächst',
  past: 'Vorbei',
  status: 'Deine Anmeldung',
  statuses: {
    held: 'Noch nicht bestätigt',
    pending: 'Wartet auf die Zusage des Hosts',
    confirmed: 'Du kommst',
    waitlisted: 'Du stehst auf der Warteliste',
    offered: 'Dir wird ein Platz angeboten',
    declined: 'Der Host konnte dir keinen Platz geben',
    cancelled: 'Du kommst nicht',
  },
  statusText: {
    held: 'Öffne den Link in deiner Mail und drück dort auf den Knopf.',
    pending: 'Der Host beantwortet jede Anmeldung. Du hörst per Mail von uns; bis dahin ist nichts zu tun.',
    confirmed: 'Dein Platz ist bestätigt. Bis dann.',
    confirmedParty: (count: number) => `${people(count)} Plätze sind bestätigt, deiner ist dabei. Bis dann.`,
    declined: 'Das tut uns leid. Wenn du es für ein Versehen hältst, schreib dem Host.',
    cancelled:
      'Dein Platz ist für jemand anderen frei. Auf der Seite der Veranstaltung kannst du zurückkommen, ans Ende der Warteliste.',
    cancelledByHost: 'Der Host hat deine Anmeldung abgesagt.',
    notConfirmed:
      'Dein Platz war 30 Minuten lang vorgemerkt. Mit dem Link in deiner Mail kannst du immer noch um einen neuen bitten.',
    offerLapsed:
      'Das Angebot ist abgelaufen, und der Platz ging an die Nächsten auf der Warteliste. Auf der Seite der Veranstaltung kannst du zurückkommen, ans Ende der Warteliste.',
  },
  note: (organization: string) => `${organization} hat dir geschrieben:`,
  eventCancelled: 'Diese Veranstaltung ist abgesagt',
  over: 'Dieser Abend ist vorbei.',
  went: 'Danke, dass du dabei warst.',
  place: (place: number) =>
    place === 1
      ? 'Du bist als Nächstes an der Reihe. Wir schreiben dir, sobald ein Platz frei ist.'
      : `Du stehst auf Platz ${people(place)} der Warteliste. Wir schreiben dir, sobald ein Platz frei ist.`,
  partyWaits: (count: number) =>
    `Ihr wartet zusammen auf ${people(count)} Plätze. Eine Gruppe, für die es nicht reicht, behält ihre Stelle, und eine kleinere hinter ihr kann vorher drankommen.`,
  waitlistClosed:
    'Die Warteliste ist im Moment geschlossen: Du behältst deine Stelle, und niemand rückt nach.',
  offerUntil: (time: string) =>
    `Er gehört dir, wenn du ihn bis ${time} annimmst. Danach geht er an die Nächsten auf der Warteliste.`,
  offerParty: (count: number) =>
    count === 2 ? 'Das Angebot gilt für euch beide.' : `Das Angebot gilt für euch alle ${people(count)}.`,
  claim: 'Platz annehmen',
  refuse: 'Nein, danke',
  saved: {
    answers: 'Deine Antworten sind gespeichert.',
    guests: 'Deine Begleitung ist gespeichert.',
    consents: 'Gespeichert. Es gilt ab jetzt.',
    profile: 'Gespeichert. Es gilt ab jetzt.',
  },
  party: 'Ihr kommt als',
  you: 'du',
  partyOf: (count: number, names: string) =>
    count === 1 ? `1 Person: ${names}` : `${people(count)} Personen: ${names}`,
  privatePlace: 'Der genaue Ort',
  as: 'Name',
  ticket: {
    title: 'Dein Ticket',
    lead: 'Zeig es am Einlass, auf dem Bildschirm oder auf Papier.',
    alt: 'QR-Code deines Tickets',
    code: 'Wenn er sich nicht lesen lässt, sag das hier:',
  },
  answers: {
    title: 'Deine Antworten an den Host',
    until: (time: string) => `Du kannst sie bis ${time} ändern. Nur die Hosts sehen sie.`,
    closed: 'Sie lassen sich hier nicht mehr ändern. Nur die Hosts sehen sie.',
    yes: 'Ja',
    save: 'Meine Antworten speichern',
  },
  guests: {
    title: 'Deine Begleitung',
    leadSeated: 'Weniger geht immer. Mehr brauchen freie Plätze, auf die niemand wartet.',
    leadWaiting: 'Ihr wartet alle zusammen; mit mehr Personen kann es länger dauern.',
    save: 'Meine Begleitung speichern',
  },
  consents: {
    title: 'Vorstellungen und dein Name',
    save: 'Speichern',
  },
  seen: {
    title: 'Was andere sehen',
    host: 'Die Hosts: deinen Namen, deine Adresse, wie es um deine Anmeldung steht, deine Begleitung und deine Antworten.',
    profile:
      'Die Hosts, sobald du da warst: was du über dich sagst, weil du Ja zu Vorstellungen gesagt hast.',
    profileUnseen: 'Was du über dich sagst: niemand, solange du nicht Ja zu Vorstellungen gesagt hast.',
    named: 'Andere, die an diesem Abend kommen: deinen Namen und sonst nichts.',
    described:
      'Andere, die an diesem Abend da waren: deinen Namen, was du machst und woran du arbeitest, und sonst nichts.',
    asked:
      'Wen wir nach dir fragen: warum ihr beide zusammenpassen könntet, mit dem, was du machst. Deinen Namen nur, wenn du es erlaubst.',
    unnamed: 'Andere, die an diesem Abend kommen: nichts, nicht einmal, dass du da bist.',
    address: 'Deine Adresse: niemand außer den Hosts. Anderen Gästen wird sie nie gezeigt.',
    introductions:
      'Wem du vorgestellt wirst: deinen Namen und wie du zu erreichen bist, erst wenn ihr beide Ja gesagt habt.',
    rounds:
      'Wenn du eine Arbeit mitbringst oder hörst: Die Menschen deiner Runden sehen deinen Namen, und wo Namen zurückgehalten werden, erst am Ende.',
    crew: 'Am Einlass: deinen Namen und wie viele ihr seid.',
  },
  cancelTitle: 'Kannst du nicht?',
  cancelLead: 'Dein Platz geht an die, die am längsten gewartet haben.',
  cancelLeadWaiting: 'Du verlässt die Warteliste. Wenn du später zurückkommst, beginnst du an ihrem Ende.',
  cancelLeadPending: 'Der Host sieht deine Anmeldung dann nicht mehr.',
  cancel: 'Meine Anmeldung absagen',
  event: 'Veranstaltung ansehen',
  introductions: 'Menschen, denen du vorgestellt wurdest',
  introduced: (title: string, day: string) => `Nach ${title}, am ${day}.`,
  allIntroductions: 'Deine Vorstellungen',
  questionsWait: (count: number) =>
    count === 1
      ? 'Eine Anfrage zu einer Vorstellung für dich'
      : `${people(count)} Anfragen zu Vorstellungen für dich`,
};
