import type { privacy as english } from '../en/privacy.ts';
import type { InOtherWords } from '../speech.ts';

export const privacy: InOtherWords<typeof english> = {
  page: {
    link: 'Deine Daten und wozu du Ja gesagt hast',
    title: 'Deine Daten',
    lead: 'Wozu du Ja gesagt hast, was über dich gesagt wurde und wem. Was du hier zurücknimmst, erfährt niemand.',
    evenings: 'Deine Abende',
    agreed: 'Wozu du Ja gesagt hast',
    nothingAgreed: 'Du hast zu nichts Ja gesagt.',
    before: 'Frühere Antworten',
    purposes: {
      introductions: 'Vorstellungen unter den Leuten eines Abends',
      'name-visible': 'Andere an einem Abend dürfen deinen Namen sehen',
      'profile-visible': 'Andere, die da waren, dürfen sehen, was du machst',
    },
    answers: { given: 'ja', refused: 'nein' },
    sources: {
      page: 'auf einer unserer Seiten',
      import: 'laut einer Gästeliste der Organisation',
      answer: 'als Antwort auf eine Frage von uns',
    },
    answered: (organization: string, answer: string, day: string, source: string) =>
      `${organization}: ${answer}, am ${day}, ${source}.`,
    withdrawn: (day: string) => `Zurückgenommen am ${day}.`,
    wording: (version: string) => `Fassung ${version}`,
    withdraw: 'Zurücknehmen',
    withdrawOne: (purpose: string, organization: string) => `Zurücknehmen: ${purpose}, ${organization}`,
    shared: 'Was über dich gesagt wurde',
    nothingShared: 'Nichts: Du wurdest noch niemandem vorgestellt.',
    sharedHint:
      'Hier stehen nur Vorstellungen, die zustande kamen. Eine Liste der Anfragen, aus denen nichts wurde, würde verraten, wer nicht geantwortet hat.',
    sharedWith: (name: string, event: string, day: string) => `${name}, nach „${event}“, am ${day}`,
    somebody: 'Jemand, nicht mehr dabei',
    name: 'Dein Name',
    reason: 'Warum du',
    offers: 'Wobei du helfen kannst',
    contact: 'Wie du erreichbar bist',
    takenBack: (day: string) =>
      `Das hast du am ${day} zurückgenommen. Wie du erreichbar bist, ist dort nicht mehr zu sehen.`,
    takeBack: 'Deinen Kontakt zurücknehmen',
    takeBackFrom: (name: string) => `Deinen Kontakt zurücknehmen, von ${name}`,
    circles: 'Kreise',
    inCircle: (circle: string, day: string) => `Die Leute von „${circle}“, seit ${day}`,
    leftCircle: (day: string) => `Du bist am ${day} gegangen. Sie sehen nicht mehr, wie du erreichbar bist.`,
    critiques: 'Kritikrunden',
    critiquesAt: (event: string, organization: string, day: string) =>
      `„${event}“, ${organization}, am ${day}`,
    workHeard: (work: string, critics: number) => {
      if (critics === 0) return `Deine Arbeit „${work}“ wurde gehört.`;
      return critics === 1
        ? `Deine Arbeit „${work}“ wurde gehört, und eine Person wurde um eine Kritik gebeten.`
        : `Deine Arbeit „${work}“ wurde gehört, und ${String(critics)} Personen wurden um eine Kritik gebeten.`;
    },
    critiquesRead: (count: number) =>
      count === 1
        ? 'Die Kritik, die du geschrieben hast, wird zu einer Arbeit gelesen.'
        : `Die Kritiken, die du geschrieben hast, werden zu ${String(count)} Arbeiten gelesen.`,
    all: 'Alles auf einmal',
    allLead: 'Nimmt jedes Ja von oben zurück und deinen Kontakt von allen, denen du vorgestellt wurdest.',
    allButton: 'Alles zurücknehmen',
    saved: 'Erledigt. Niemand erfährt davon.',
  },

  export: {
    title: 'Alles, was wir über dich aufbewahren',
    lead: 'Eine Datei, jetzt erstellt, über alle Organisationen. Sie enthält nichts, was andere vertraulich gesagt haben.',
    button: 'Meine Daten herunterladen',
    about:
      'Alles, was Acquaint über dich aufbewahrt, über alle Organisationen. Was andere vertraulich gesagt haben, ist nicht dabei: wen sie kennen, wen sie treffen oder nie treffen möchten, wie sie geantwortet haben und was Hosts für sich notieren.',
  },

  erase: {
    title: 'Für immer gehen',
    lead: 'Alles über dich wird sofort gelöscht. Das lässt sich nicht rückgängig machen.',
    link: 'Alles über mich löschen',
    goes: 'Was geht',
    going: [
      'Dein Name, deine Adresse, dein Profil, deine Antworten und alles, was du geschrieben hast, aus jeder Liste und jeder Mail, die wir aufbewahren.',
      'Deine Anmeldungen für kommende Abende: Dein Platz geht an die, die am längsten warten.',
      'Die Arbeiten, die du zu Kritikrunden mitgebracht hast, ihre Dateien und jede Kritik, die du geschrieben hast: Wer sie bekam, liest, dass sie von jemandem war, der nicht mehr da ist.',
      'Jede Vorstellung: Keine Anfrage, Erinnerung oder Vorstellung geht mehr hinaus, weder an dich noch über dich.',
      'Dein Zugang, deine Links und dein Platz unter den Leuten jeder Organisation.',
    ],
    stays: 'Was bleibt',
    staying: [
      'Dass jemand da war: Die Zählungen der Abende behalten ihre Zahlen, ohne dich darin.',
      'Was andere schon per Mail von uns bekommen haben: Es liegt in ihrer Hand.',
      'Ein Fingerabdruck deiner Adresse, aus dem niemand sie lesen kann. Wenn du wiederkommst, wirst du niemandem noch einmal vorgestellt, den du hier getroffen hast oder der dich nie treffen möchte.',
      'Eine Anfrage, die bei jemand anderem offen ist, behält ihren Satz höchstens sieben Tage. Sie nennt deinen Namen nicht.',
    ],
    looks:
      'Keine Mail sagt jemandem, dass du gegangen bist. In den Listen der Hosts steht „Jemand, nicht mehr dabei“. Wer nach dir gefragt wurde, sieht es so, als hättest du nicht geantwortet.',
    noMail: 'Danach schicken wir dir keine Mail: Wir behalten nichts, wohin wir sie schicken könnten.',
    ownerless: 'Gib zuerst noch jemandem die Rolle Inhaber:in',
    ownerlessLead:
      'Diese Rolle hast hier nur du, und eine Organisation braucht sie. Gib sie noch jemandem und komm dann wieder.',
    fresh: 'Logg dich noch einmal ein',
    freshLead:
      'Damit niemand sonst das von deinem Browser aus tut, schicken wir dir jetzt einen Link und einen Code.',
    freshButton: 'Mail zum Einloggen schicken',
    address: 'Deine Adresse, zur Sicherheit',
    addressHint: (email: string) => `Tippe ${email}`,
    wrongAddress: 'Das ist nicht die Adresse, mit der du eingeloggt bist.',
    button: 'Alles über mich löschen',
    back: 'Meine Daten behalten',
    doneTitle: 'Alles über dich ist gelöscht',
    doneLead:
      'Du bist ausgeloggt, und wir behalten nichts, um dir zu schreiben. Du kannst jederzeit wiederkommen.',
  },
};
