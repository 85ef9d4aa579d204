import type { mailWords as english, mailboxWords as mailboxEnglish } from '../en/mail.ts';
import type { InOtherWords } from '../speech.ts';
import { circleMails } from './circles.ts';
import { critiqueMail, critiqueMailKinds } from './critique-mails.ts';
import { digestMail } from './digest-mail.ts';
import { messageMailKinds } from './messages.ts';
import { monthsMail, monthsMailKinds } from './months-mail.ts';
import { morningMail } from './mornings.ts';
import { panelistMail, panelistMailKinds } from './panelist-mails.ts';

export const mailWords: InOtherWords<typeof english> = {
  circles: circleMails,
  critique: critiqueMail,
  digest: digestMail,
  product: 'Acquaint',
  hello: (name: string) => `Hallo ${name},`,
  helloUnnamed: 'Hallo,',
  from: (organization: string) => `Gesendet für ${organization}.`,
  stop: {
    introductions: 'Vorstellungen pausieren oder abbestellen',
    events: 'Mails zu Veranstaltungen abbestellen',
    'follow-ups': 'Nachfragen abbestellen',
    mornings: 'Fragen am Morgen danach abbestellen',
    circles: 'Mails zu Kreisen abbestellen',
    digests: 'Nachrichten über Vorschläge abbestellen',
    reminders: 'Erinnerungen an Veranstaltungen abbestellen',
    announcements: 'Mitteilungen abbestellen',
  },
  labels: {
    when: 'Wann',
    where: 'Wo',
    address: 'Adresse',
    host: 'Host',
    reason: 'Grund',
    note: 'Vom Host',
    until: 'Bis',
    answerFrom: 'Du kannst antworten ab',
  },
  time: (day: string, from: string, to: string, place: string, zone: string) =>
    `${day}, ${from} bis ${to}, Zeit in ${place} (${zone})`,
  timeOverDays: (day: string, from: string, endDay: string, to: string, place: string, zone: string) =>
    `${day}, ${from} bis ${endDay}, ${to}, Zeit in ${place} (${zone})`,
  moment: (day: string, clock: string, place: string, zone: string) =>
    `${day}, ${clock}, Zeit in ${place} (${zone})`,
  ticket: {
    title: 'Dein Ticket',
    lead: 'Zeig am Einlass den QR-Code in dieser Mail oder nenne diesen Code. Beides geht ohne Netz.',
    alt: 'QR-Code deines Tickets',
  },
  joinOnPage: 'Wie du teilnimmst, steht auf deiner Seite.',
  lookAtRsvp: 'Deine Anmeldung ansehen',
  cannotMakeIt: 'Du kannst nicht? Auch das sagst du dort; dann wird dein Platz für jemand anderen frei.',

  signIn: {
    subject: (code: string) => `${code} ist dein Code zum Einloggen`,
    lead: 'Drücke den Knopf in dem Browser, in dem du dich einloggen wolltest, oder tippe dort diesen Code ein:',
    action: 'Einloggen',
    until: (minutes: number) =>
      `Beides gilt ${minutes === 1 ? '1 Minute' : `${String(minutes)} Minuten`} und nur einmal. Wenn das nicht von dir kam, beachte diese Mail nicht: Es geschieht nichts.`,
  },

  rsvpConfirm: {
    subject: (title: string) => `Bestätige deine Anmeldung: ${title}`,
    subjectAlready: (title: string) => `Deine Anmeldung: ${title}`,
    subjectRefused: (title: string) => `Zu ${title}`,
    lead: {
      seat: 'Bitte bestätige, dass diese Adresse dir gehört. Bis dahin ist dein Platz nur vorgemerkt.',
      place: 'Bitte bestätige, dass diese Adresse dir gehört. Bis dahin ist nichts entschieden.',
      approval:
        'Bitte bestätige, dass diese Adresse dir gehört. Dann antwortet der Host auf deine Anmeldung.',
    },
    action: 'Anmeldung bestätigen',
    until:
      'Vorgemerkt ist 30 Minuten lang. Der Knopf geht auch danach, wenn dann noch Platz ist. Wenn das nicht von dir kam, beachte diese Mail nicht.',
    already: {
      confirmed: 'Du hast schon einen Platz bei dieser Veranstaltung, es gibt also nichts zu bestätigen.',
      waitlisted:
        'Du stehst schon auf der Warteliste dieser Veranstaltung, es gibt also nichts zu bestätigen.',
      pending: 'Deine Anmeldung wartet schon auf die Antwort des Hosts.',
      offered:
        'Dir ist schon ein Platz angeboten. Er gehört dir, wenn du ihn rechtzeitig auf deiner Seite annimmst.',
    },
    refused: {
      'event-cancelled':
        'Mit dieser Adresse wurde nach einem Platz gefragt, aber diese Veranstaltung ist abgesagt.',
      'registration-not-open':
        'Mit dieser Adresse wurde nach einem Platz gefragt, aber die Anmeldung zu dieser Veranstaltung ist noch nicht offen. Frag wieder, wenn es so weit ist.',
      'registration-closed':
        'Mit dieser Adresse wurde nach einem Platz gefragt, aber die Anmeldung zu dieser Veranstaltung ist geschlossen.',
      'not-admitted':
        'Mit dieser Adresse wurde nach einem Platz gefragt, aber der Host kann keinen anbieten. Schreib ihm, wenn du das für ein Versehen hältst.',
      'invitation-needed':
        'Mit dieser Adresse wurde nach einem Platz gefragt, aber zu dieser Veranstaltung kommt man nur mit Einladung. Bitte den Host um eine.',
      'audience-only':
        'Mit dieser Adresse wurde nach einem Platz gefragt, aber diese Veranstaltung ist für die eigenen Leute der Organisation. Frag den Host, ob du dazukommen kannst.',
    },
  },
  rsvpConfirmed: {
    subject: (title: string) => `Du kommst: ${title}`,
    lead: 'Dein Platz ist bestätigt.',
  },
  rsvpWaitlisted: {
    subject: (title: string) => `Du stehst auf der Warteliste: ${title}`,
    lead: 'Diese Veranstaltung ist voll, darum stehst du auf der Warteliste. Ein frei gewordener Platz geht an die, die am längsten warten, und wir schreiben, sobald er dir gehört.',
  },
  rsvpPromoted: {
    subject: (title: string) => `Ein Platz für dich: ${title}`,
    lead: 'Ein Platz ist frei geworden, und er gehört dir. Du kommst.',
  },
  rsvpPending: {
    subject: (title: string) => `Deine Anmeldung: ${title}`,
    lead: 'Bei dieser Veranstaltung antwortet der Host auf jede Anmeldung. Deine liegt dort, und wir schreiben, sobald die Antwort da ist. Du musst nichts tun.',
  },
  rsvpOffered: {
    subject: (title: string) => `Ein Platz ist für dich frei gehalten: ${title}`,
    lead: 'Ein Platz ist frei geworden und wird für dich gehalten. Er gehört dir, wenn du ihn rechtzeitig auf deiner Seite annimmst; danach geht er an die Nächsten.',
    action: 'Platz annehmen oder ablehnen',
  },
  rsvpOfferLapsed: {
    subject: (title: string) => `Der Platz ging weiter: ${title}`,
    lead: 'Der Platz, der für dich gehalten wurde, wurde nicht rechtzeitig angenommen. Er ging an die Nächsten, und du stehst nicht mehr auf der Warteliste. Auf der Seite der Veranstaltung kannst du dich wieder anstellen, am Ende der Liste.',
  },
  rsvpOfferRevoked: {
    subject: (title: string) => `Die Warteliste ist geschlossen: ${title}`,
    lead: 'Der Host hat die Warteliste geschlossen, darum wird der Platz, der für dich gehalten wurde, vorerst nicht vergeben. Du behältst deine Stelle auf der Liste, und wir schreiben, wenn ein Platz dir gehört.',
  },
  rsvpDeclined: {
    subject: (title: string) => `Zu deiner Anmeldung: ${title}`,
    lead: 'Der Host kann dir bei dieser Veranstaltung keinen Platz geben.',
    others: 'Sehen, was sonst geplant ist',
  },
  invitation: {
    subject: (title: string) => `Du bist eingeladen: ${title}`,
    lead: (organization: string) => `${organization} lädt dich zu dieser Veranstaltung ein.`,
    leadFrom: (name: string, organization: string) =>
      `${name} von ${organization} lädt dich zu dieser Veranstaltung ein.`,
    action: 'Auf die Einladung antworten',
    how: 'Die Seite fragt nach deinem Namen, und dort kannst du auch Nein sagen. Eine Einladung hält keinen Platz frei, darum antworte am besten bald.',
  },
  invitationReminder: {
    subject: (title: string) => `Noch offen: deine Einladung zu ${title}`,
    lead: (organization: string) =>
      `${organization} hat dich zu dieser Veranstaltung eingeladen und wüsste gern, ob du kommst.`,
  },
  rsvpCancelled: {
    subject: (title: string) => `Anmeldung abgesagt: ${title}`,
    byPerson:
      'Deine Anmeldung ist abgesagt, und dein Platz ist frei für jemand anderen. Auf der Seite der Veranstaltung kannst du dich wieder anmelden.',
    byHost: 'Der Host hat deine Anmeldung abgesagt.',
    eventPage: 'Veranstaltung ansehen',
  },
  eventCancelled: {
    subject: (title: string) => `Abgesagt: ${title}`,
    lead: 'Diese Veranstaltung ist abgesagt. Du musst nichts tun.',
    leadInvited: (organization: string) =>
      `${organization} hatte dich zu dieser Veranstaltung eingeladen. Sie ist abgesagt, und du musst nichts tun.`,
  },
  memberAdded: {
    subject: (organization: string) => `Willkommen bei ${organization}`,
    lead: (organization: string, role: string) =>
      `Du kannst jetzt auf Acquaint für ${organization} mitarbeiten. Deine Rolle: ${role}.`,
    roles: { owner: 'Inhaber:in', editor: 'Redaktion', host: 'Host', door: 'Einlass' },
    action: 'App für Veranstaltende öffnen',
    hint: 'Du loggst dich mit dieser Adresse ein; ein Passwort gibt es nicht.',
  },

  mailTest: {
    subject: 'Ein Test deines Acquaint',
    lead: 'Das ist die Mail, um die du gebeten hast, um zu sehen, ob Mails hinausgehen. Sie nahm den Weg jeder anderen: Warteschlange, Worker und Mailserver.',
    reached:
      'Sie hat dich erreicht, das Senden geht also. Sieh nach, ob sie bei den unerwünschten Mails liegt: Dann lohnt ein Blick auf die Einträge deiner Domain.',
    action: 'Sehen, wie es der Post geht',
  },

  morning: morningMail,
  months: monthsMail,
  panelist: panelistMail,

  introduction: {
    ask: {
      subject: { one: 'Sollen wir euch vorstellen?', two: 'Zwei Leute, die du treffen könntest' },
      lead: (title: string) => `Du warst bei ${title} und hast Ja zu Vorstellungen gesagt.`,
      somebody: 'Jemand, der da war',
      craft: (who: string, crafts: string) => `${who} (${crafts})`,
      step: {
        mail: 'Kleinster nächster Schritt: eine kurze Mail.',
        call: 'Kleinster nächster Schritt: ein Anruf von 15 Minuten.',
        hello: 'Kleinster nächster Schritt: ein Hallo bei der nächsten Veranstaltung.',
        coffee: 'Kleinster nächster Schritt: ein Kaffee.',
      },
      yes: 'Ja, stellt uns vor',
      no: 'Diesmal nicht',
      close: (day: string) =>
        `Wir schreiben nur wieder, wenn es beiden passt; oft passt es nicht, etwa aus Zeitgründen. Du kannst bis ${day} antworten.`,
    },
    test: {
      subject: (subject: string) => `Test: ${subject}`,
      lead: (name: string) =>
        `Das ist ein Test, den du dir selbst geschickt hast. Was folgt, geht an ${name}, sobald es freigegeben und der Tag gekommen ist. Die Links hier führen nirgendwohin.`,
    },
    reminder: {
      subject: 'Noch offen: deine Vorstellung',
      lead: (title: string) => `Von ${title}, noch offen:`,
    },
    made: {
      subject: (one: string, other: string) => `${one} und ${other}, lernt euch kennen`,
      lead: (one: string, other: string) => `${one} und ${other}, ihr habt beide Ja gesagt.`,
      reason: (name: string) => `Für ${name}`,
      help: (name: string, offers: string) => `${name} kann dabei helfen: ${offers}.`,
      contact: (name: string) => `So erreichst du ${name}`,
      first: (name: string) => `${name} schreibt zuerst.`,
      step: {
        mail: 'Eine kurze Mail genügt.',
        call: 'Ein Anruf von 15 Minuten genügt.',
        hello: 'Ein Hallo bei der nächsten Veranstaltung genügt.',
        coffee: 'Ein Kaffee genügt.',
      },
      close: 'Wir ziehen uns jetzt zurück.',
    },
  },
};

export const mailboxWords: InOtherWords<typeof mailboxEnglish> = {
  title: 'Postfach',
  lead: 'Jede Mail dieser Vorführung, die neueste zuerst, so wie sie ankäme.',
  of: (address: string) => `Mails an ${address}`,
  all: 'Alle Mails',
  empty:
    'Noch keine Mail. Melde dich zu einer Veranstaltung an oder gib eine Vorstellung frei, dann kommt sie hier an.',
  facts: { to: 'An', when: 'Wann', state: 'Stand' },
  older: 'Ältere Mails',
  unwritten: (kind: string) => `${kind}, nicht geschrieben`,
  kinds: {
    'sign-in': 'Eine Mail zum Einloggen',
    'rsvp-confirm': 'Eine Anmeldung zum Bestätigen',
    'rsvp-confirmed': 'Ein bestätigter Platz',
    'rsvp-waitlisted': 'Eine Stelle auf der Warteliste',
    'rsvp-promoted': 'Ein frei gewordener Platz',
    'rsvp-pending': 'Eine Anmeldung, die auf den Host wartet',
    'rsvp-offered': 'Ein angebotener Platz',
    'rsvp-offer-lapsed': 'Ein abgelaufenes Angebot',
    'rsvp-offer-revoked': 'Ein zurückgenommenes Angebot',
    'rsvp-on-panel': 'Ein Platz, der zum Platz auf einem Panel wurde',
    'rsvp-declined': 'Eine abgelehnte Anmeldung',
    'rsvp-cancelled': 'Eine abgesagte Anmeldung',
    invitation: 'Eine Einladung',
    'invitation-reminder': 'Eine Erinnerung an eine Einladung',
    'invited-event-cancelled': 'Eine abgesagte Veranstaltung, an Eingeladene',
    'event-cancelled': 'Eine abgesagte Veranstaltung',
    'member-added': 'Ein Willkommen im Team',
    'mail-test': 'Ein Test des Sendens',
    'morning-after': 'Eine Frage am Morgen danach',
    'introduction-digest': 'Neues zu Vorschlägen, an einen Host',
    'introduction-ask': 'Eine Anfrage zu einer Vorstellung',
    'introduction-test': 'Ein Test einer Anfrage, an ihren Host',
    'introduction-reminder': 'Eine Erinnerung an eine Anfrage',
    introduction: 'Eine Vorstellung',
    ...monthsMailKinds,
    'circle-ask': 'Eine Anfrage zu einem Kreis',
    'circle-opened': 'Ein Kreis, der beginnt',
    'circle-meeting': 'Ein Termin eines Kreises',
    'circle-useful': 'Die Frage, ob ein Kreis noch etwas bringt',
    'circle-ended': 'Ein Kreis, der zu Ende ist',
    ...critiqueMailKinds,
    ...messageMailKinds,
    ...panelistMailKinds,
  },
  back: 'Zurück zum Postfach',
  asRead: 'So, wie sie gelesen wird',
  asText: 'Der Textteil',
  headers: 'Kopfzeilen',
  noParts:
    'Diese Mail hat keinen Text: Sie ist noch nicht geschrieben, wurde zurückgehalten oder ist älter als 30 Tage.',
  states: {
    queued: 'wartet',
    sending: 'wird gesendet',
    handed: 'übergeben',
    sent: 'gesendet',
    failed: 'gescheitert',
    suppressed: 'zurückgehalten',
    unsure: 'ungewiss',
  },
  outcomes: {
    'no-longer-true': 'sie würde nicht mehr stimmen',
    stopped: 'solche Mails sind abbestellt',
    erased: 'wer sie lesen sollte, ist nicht mehr dabei',
    'suppressed-address': 'an diese Adresse geht nichts',
    'address-unusable': 'an diese Adresse kann nichts gehen',
    'in-doubt': 'der Mailserver hat nie geantwortet',
    'not-prepared': 'sie konnte nicht geschrieben werden',
    expired: 'ihr Link galt nicht mehr',
  },
  leaves: (when: string) => `geht ${when} hinaus`,
  because: (state: string, why: string) => `${state} (${why})`,
  clock: {
    title: 'Die Uhr',
    now: (now: string) => `In Los Angeles ist es ${now}.`,
    moving: (target: string) => `Die Zeit läuft vor bis ${target}. Diese Seite sieht von selbst wieder nach.`,
    why: 'Stell die Zeit vor: Alles, was unterwegs fällig wird, geschieht, der Reihe nach.',
    next: (when: string) => `Zum nächsten fälligen Moment, ${when}`,
    nothing: 'Nichts ist fällig.',
    hour: 'Eine Stunde',
    morning: 'Zum nächsten Morgen, 10:00',
    week: 'Sieben Tage',
  },
};
