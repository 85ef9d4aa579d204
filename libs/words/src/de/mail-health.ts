import type { mailHealth as english } from '../en/mail-health.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

/** After "vor" and "seit". */
const length = (seconds: number): string => {
  if (seconds < 120) return counted(seconds, 'Sekunde', 'Sekunden');
  if (seconds < 2 * 3600) return counted(Math.floor(seconds / 60), 'Minute', 'Minuten');
  if (seconds < 2 * 86_400) return counted(Math.floor(seconds / 3600), 'Stunde', 'Stunden');
  return counted(Math.floor(seconds / 86_400), 'Tag', 'Tagen');
};

const unseen = {
  'no-answer': 'Das DNS hat nicht geantwortet. Versuch es in einer Minute wieder.',
  'no-server':
    'Es ist kein Mailserver eingestellt (SMTP_URL), darum bleiben Mails hier, und es gibt nichts nachzusehen.',
};

export const mailHealth: InOtherWords<typeof english> = {
  title: 'Die Post dieser Installation',
  lead: 'Ob Mails hinausgehen, was wartet und was andere Mailserver über deine herausfinden. Die Seite aktualisiert sich von selbst.',
  notYours: 'Nicht für dieses Konto',
  onlyRunners:
    'Nur wer Inhaber:in der Organisation ist, die hier zuerst war, betreibt diese Installation und sieht diese Seite.',
  asOf: (clock: string) => `Stand ${clock}`,
  stale: 'Diese Zahlen ließen sich nicht aktualisieren. Sie sind schon etwas älter.',
  well: 'Mails gehen hinaus',
  unwell: 'Mails gehen nicht hinaus',
  watch: 'Mails gehen hinaus, und etwas braucht einen Blick',
  reading: 'Wird nachgesehen',

  worker: {
    title: 'Der Worker',
    alive: (seconds: number) => `Läuft, zuletzt gemeldet vor ${length(seconds)}`,
    silent: (seconds: number) => `Still seit ${length(seconds)}`,
    never: 'Läuft nicht',
    silentHow:
      'Ohne laufenden Worker geht keine Mail hinaus. Starte ihn oder sieh in seinem Protokoll nach, warum er stehen blieb; was wartet, geht dann von selbst hinaus.',
  },
  pause: {
    title: 'Senden',
    free: 'Nicht pausiert',
    paused: (since: string) => `Pausiert seit ${since}`,
    reasons: {
      'sign-in':
        'Der Mailserver nimmt Name und Passwort in SMTP_URL nicht an. Berichtige sie und starte den Worker neu. Alle Mails warten, und keine geht verloren.',
    },
    other:
      'Der Worker hat das Senden pausiert. Warum, steht in seinem Protokoll. Alle Mails warten, und keine geht verloren.',
  },
  queue: {
    title: 'Was wartet',
    waiting: 'warten',
    underWay: 'gerade unterwegs',
    none: 'Nichts wartet.',
    oldest: (seconds: number) => `Die älteste wartet seit ${length(seconds)}.`,
    slow: 'Das ist lang. Ein Mailserver, der nicht erreichbar ist oder „jetzt nicht“ sagt, wird einen Tag lang in immer größeren Abständen wieder gefragt.',
  },
  day: {
    title: 'Die letzten 24 Stunden',
    sent: 'gesendet',
    failed: 'gescheitert',
    unsure: 'ungewiss',
    heldBack: 'zurückgehalten',
    what: 'Gescheitert: Ein Mailserver hat sie endgültig abgelehnt. Ungewiss: Die Verbindung brach im letzten Moment ab, darum weiß niemand, ob sie ankam. Zurückgehalten: abbestellt oder nicht mehr zutreffend.',
  },
  complaints: {
    title: 'Beschwerden',
    none: 'In den letzten 30 Tagen hat niemand eine Mail als unerwünscht gemeldet.',
    rate: (complaints: number) =>
      `In den letzten 30 Tagen ${complaints === 1 ? 'hat 1 Person' : `haben ${number.format(complaints)} Personen`} eine Mail als unerwünscht gemeldet.`,
    few: 'Das ist weniger als 1 von 1.000 gesendeten oder eine einzige, also kein Grund zur Sorge.',
    tooMany: 'Zu viele',
    tooManyOf: 'Zu viele bei einer Organisation',
    of: 'Bei diesen Organisationen wird für sich genommen 1 von 1.000 Mails oder mehr als unerwünscht gemeldet. Sprich mit denen, die sie führen:',
    alarm:
      'Das ist 1 von 1.000 gesendeten oder mehr, die Grenze, ab der große Maildienste alle Mails zu den unerwünschten legen. Sende weniger und nur an Leute, die darum gebeten haben.',
  },
  suppressed: {
    title: 'Adressen, die keine Mail bekommen',
    count: (count: number) =>
      count === 0
        ? 'Keine.'
        : `${counted(count, 'Adresse bekommt', 'Adressen bekommen')} keine Mail mehr, weil ein Mailserver sagte, dass es die Adresse nicht gibt, oder weil dort unsere Mail als unerwünscht gemeldet wurde.`,
  },

  records: {
    title: 'Was andere über deine Mails herausfinden',
    lead: (mailFrom: string) =>
      `Mails kommen von ${mailFrom}. Andere Mailserver sehen drei Einträge der Domain nach.`,
    again: 'Noch einmal nachsehen',
    unknown: 'Noch nie ist ein Worker gestartet, darum ist nicht bekannt, woher Mails kommen.',
    names: { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' },
    good: 'In Ordnung',
    look: 'Braucht einen Blick',
    notLooked: 'Nicht bekannt',
    found: 'Gefunden',
    add: (name: string) => `Setze diesen TXT-Eintrag bei ${name}`,
    instead: (name: string) => `Setze diesen TXT-Eintrag bei ${name}, anstelle des vorhandenen`,
    states: {
      spf: {
        ...unseen,
        good: 'Die Domain erlaubt deinem Mailserver zu senden.',
        missing:
          'Die Domain sagt nicht, wer für sie senden darf, darum halten viele Server deine Mails für gefälscht.',
        several: 'Es gibt mehr als einen SPF-Eintrag, darum gilt den Servern keiner. Behalte einen.',
        'not-covered':
          'Der SPF-Eintrag nennt deinen Mailserver nicht. Wenn ein Anbieter für dich sendet, ergänze das „include“, das er dir nennt; ist es dein eigener Server, ergänze seine Adresse.',
        'too-long':
          'Der SPF-Eintrag verlangt mehr als zehn Abfragen, darum hören Server auf, ihn zu lesen. Nimm heraus, was du nicht brauchst.',
      },
      dkim: {
        ...unseen,
        good: 'Der Schlüssel im DNS ist der, mit dem deine Mails unterschrieben sind.',
        missing:
          'Deine Mails sind unterschrieben, aber der Schlüssel steht nicht im DNS, darum kann das niemand prüfen.',
        several: 'Unter diesem Namen gibt es mehr als einen Schlüssel. Behalte den unten.',
        'other-key':
          'Der Schlüssel im DNS ist nicht der, mit dem deine Mails unterschrieben sind, darum scheitert jede Prüfung.',
        'not-signed':
          'Acquaint unterschreibt deine Mails nicht. Tut es dein Mailserver, ist alles gut. Wenn nicht, setze DKIM_DOMAIN, DKIM_SELECTOR und DKIM_PRIVATE_KEY für den Worker und starte ihn neu.',
        'other-domain':
          'Deine Mails sind für eine andere Domain unterschrieben als die, von der sie kommen, darum zählt die Unterschrift für DMARC nicht. Setze DKIM_DOMAIN auf die Domain von MAIL_FROM.',
      },
      dmarc: {
        ...unseen,
        good: 'Die Domain sagt, was mit Mails geschehen soll, die nur vorgeben, von ihr zu kommen.',
        missing:
          'Die Domain sagt nichts über gefälschte Mails. Große Maildienste verlangen diesen Eintrag; sonst ändert dieser nichts.',
        several: 'Es gibt mehr als einen DMARC-Eintrag, darum gilt den Servern keiner. Behalte einen.',
        unreadable: 'Der DMARC-Eintrag nennt keine Regel. Er braucht p=none, p=quarantine oder p=reject.',
      },
    },
  },

  test: {
    title: 'Einen Test senden',
    lead: (address: string) => `Eine Mail an ${address}, auf dem Weg, den jede Mail nimmt.`,
    send: 'Testmail senden',
    sendAgain: 'Noch eine senden',
    steps: {
      queued: 'In der Warteschlange',
      sending: 'Der Worker hat sie',
      handed: 'Der Mailserver liest sie',
      sent: 'Der Mailserver hat sie angenommen',
      failed: 'Nicht zugestellt',
      suppressed: 'Zurückgehalten',
      unsure: 'Ungewiss',
    },
    answer: (outcome: string) => `Antwort: ${outcome}`,
    tooLong: 'Sie wartet noch. Sieh nach, was der Worker tut, und versuch es wieder.',
  },
  verdicts: {
    waiting: 'Unterwegs.',
    sent: 'Der Mailserver hat sie angenommen. Sieh jetzt im Postfach nach, auch bei den unerwünschten Mails.',
    'worker-silent':
      'Der Worker läuft nicht, darum geht nichts hinaus. Starte ihn: Dann geht die Mail von selbst hinaus.',
    paused: 'Das Senden ist pausiert, darum wartet sie in der Warteschlange.',
    'put-off':
      'Der Mailserver war nicht zu erreichen oder sagte „jetzt nicht“. Es wird von selbst wieder versucht.',
    failed: 'Der Mailserver hat sie endgültig abgelehnt.',
    suppressed:
      'Sie wurde zurückgehalten: An diese Adresse geht nichts mehr, weil sie früher abgelehnt wurde oder weil dort darum gebeten wurde.',
    unsure: 'Die Verbindung brach im letzten Moment ab, darum weiß niemand, ob sie ankam. Sende noch eine.',
  },

  terminal: {
    usage: 'Sag, wohin: npm run mail:test -- someone@example.org\n',
    noAddress: (text: string) => `„${text}“ ist keine E-Mail-Adresse.\n`,
    failed: (why: string) => `Der Mailtest ging nicht: ${why}\n`,
    to: (address: string) => `Eine Testmail an ${address}\n`,
    step: (step: string) => `  ${step}\n`,
    record: (name: string, state: string, sentence: string) => `  ${name}: ${state}. ${sentence}\n`,
    found: (record: string) => `    Gefunden: ${record}\n`,
    add: (name: string, record: string) => `    Setze diesen TXT-Eintrag bei ${name}:\n    ${record}\n`,
    records: '\nWas andere über deine Mails herausfinden\n',
    verdict: (sentence: string) => `\n${sentence}\n`,
  },
};
