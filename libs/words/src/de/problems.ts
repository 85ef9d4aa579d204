import type { answerFaults as faultsEnglish, problems as english } from '../en/problems.ts';
import type { InOtherWords } from '../speech.ts';
import { mixerProblems } from './mixers.ts';

export const problems: InOtherWords<typeof english> = {
  'not-well-formed': 'Etwas von dem, was gesendet wurde, ließ sich nicht lesen.',
  'wrong-shape': 'Einige Felder brauchen noch einen Blick.',
  'sign-in-needed': 'Bitte logg dich zuerst ein.',
  'sign-in-link-used':
    'Dieser Link zum Einloggen wurde schon benutzt oder ist zu alt. Fordere einen neuen an.',
  'sign-in-link-elsewhere':
    'Öffne den Link in dem Browser, in dem du ihn angefordert hast, oder tippe dort den sechsstelligen Code ein.',
  'sign-in-code-wrong': 'Dieser Code passt nicht. Sieh in die neueste Mail und versuch es noch einmal.',
  'sign-in-too-old': 'Bitte logg dich erst noch einmal ein: Dafür darf das höchstens zehn Minuten her sein.',
  'not-allowed': 'Deine Rolle umfasst das nicht.',
  'form-expired': 'Diese Seite war zu lange offen. Nichts ist verloren: Drück noch einmal auf den Knopf.',
  'cross-site': 'Das kam von einer anderen Website, deshalb wurde nichts getan.',
  'signature-wrong':
    'Die Signatur passt nicht zur Anfrage oder ist älter als fünf Minuten. Signiere genau die Bytes, die du sendest.',
  'not-found': 'Hier ist nichts, oder es ist nicht für dich.',
  'changed-meanwhile':
    'Jemand hat das gerade eben geändert. Sieh dir den neuen Stand an und versuch es noch einmal.',
  'idempotency-key-malformed': 'Ein Idempotency-Key besteht aus 8 bis 200 sichtbaren ASCII-Zeichen.',
  'idempotency-key-reused':
    'Dieser Idempotency-Key kam schon mit einer anderen Anfrage. Nimm für jede Anfrage einen neuen.',
  'request-running': 'Dieselbe Anfrage wird gerade bearbeitet. Warte einen Moment und sieh wieder nach.',
  'link-unusable': 'Dieser Link gilt nicht mehr.',
  'body-too-large': 'Das ist mehr, als auf einmal geht.',
  'too-many-requests': 'Das war ein wenig zu oft. Warte eine Weile und versuch es noch einmal.',
  'address-taken': 'Diese Adresse ist vergeben. Wähle eine andere.',
  'already-a-member': 'Diese Person ist schon Mitglied.',
  'last-owner': 'Eine Organisation behält mindestens eine Person als Inhaber:in.',
  'last-owner-leaving':
    'Nur du bist Inhaber:in einer Organisation. Gib diese Rolle dort zuerst jemand anderem und komm dann hierher zurück.',
  'accent-too-faint':
    'Diese Farbe ist auf unseren Seiten bei Tag und bei Nacht nicht lesbar. Versuch eine kräftigere.',
  'role-not-limitable': 'Nur Host und Einlass lassen sich auf bestimmte Veranstaltungen beschränken.',
  'unknown-event': 'Eine dieser Veranstaltungen gehört nicht zu dieser Organisation.',
  'unknown-time-zone': 'Diese Zeitzone kennen wir nicht. Wähle eine aus der Liste.',
  'end-before-start': 'Das Ende muss nach dem Beginn liegen.',
  'event-not-draft': 'Nur ein Entwurf lässt sich veröffentlichen.',
  'event-cancelled': 'Diese Veranstaltung ist abgesagt.',
  'event-not-published': 'Diese Veranstaltung ist noch nicht veröffentlicht.',
  'event-over': 'Diese Veranstaltung ist vorbei.',
  'event-in-series': 'Diese Veranstaltung ist schon ein Termin einer Reihe.',
  'series-day-unknown':
    'Die Reihe hat an diesem Tag keinen Termin, der sich auslassen oder zurückholen ließe.',
  'too-many-panels': 'Eine Veranstaltung hat höchstens 20 Panels.',
  'panel-room-taken':
    'Zwei Panels wären zur gleichen Zeit im selben Raum. Wähle eine andere Zeit oder einen anderen Raum.',
  'panel-person-busy': 'Jemand wäre an zwei Orten zugleich. Wähle eine andere Zeit.',
  'panel-moderator-taken': 'Dieses Panel hat schon eine Moderation.',
  'panel-time-too-far':
    'Das ist zu weit vom Abend entfernt: Es geht von 12 Stunden vor seinem Beginn bis eine Woche danach.',
  'panelist-asked-today': 'Die Person wurde erst in den letzten 24 Stunden gefragt. Lass ihr ein wenig Zeit.',
  'panelist-answered': 'Die Person hat schon geantwortet.',
  'panelist-removed':
    'Du bist nicht mehr auf diesem Panel. Du brauchst nichts zu tun; wer veranstaltet, kann dir sagen, warum.',
  'too-many-people-on-panel': 'Auf einem Panel sind höchstens 12 Menschen.',
  'evening-seat-needed': 'Diese Seite öffnet sich, sobald du einen Platz für den Abend hast.',
  'questions-closed': 'Dieses Panel nimmt jetzt keine Fragen an.',
  'too-many-questions': 'Hier warten 5 Fragen von dir. Nimm eine zurück, um eine andere zu stellen.',
  'question-own': 'Diese Frage ist deine eigene, deshalb kannst du ihr keine Stimme geben.',
  'question-not-open': 'Diese Frage ist nicht mehr offen.',
  'question-merge-circle':
    'Eine Frage lässt sich nicht mit einer zusammenlegen, für die sie selbst schon steht.',
  'question-for-unknown': 'Diese Person ist nicht auf dem Panel.',
  'panel-not-live': 'Dieses Panel ist nicht auf der Bühne.',
  'panel-timer-missing': 'Es läuft keine Uhr, die sich anhalten oder fortsetzen ließe.',
  'too-many-critique-sessions': 'Eine Veranstaltung hat höchstens 5 Kritikrunden.',
  'critique-seat-needed': 'Diese Seite öffnet sich, sobald du einen Platz für den Abend hast.',
  'critique-deadline-passed': 'Die Zeit, eine Arbeit mitzubringen oder zu ändern, ist vorbei.',
  'critique-called-off': 'Diese Runde wurde abgesagt.',
  'critique-works-closed':
    'Die Runde hat begonnen, deshalb lassen sich keine Arbeiten mehr mitbringen oder ändern.',
  'critique-work-unfinished': 'Es fehlt noch etwas, bevor das mitgebracht werden kann.',
  'critique-work-planned':
    'Danach wurde ausgelost, wer deine Arbeit hört, deshalb bleibt es jetzt, wie es ist.',
  'critique-work-heard':
    'Diese Arbeit wurde gehört oder wird gerade gehört, deshalb lässt sie sich nicht zurücknehmen.',
  'critique-credits-short': 'Das Guthaben für Kritiken reicht dafür nicht.',
  'critique-file-gone': 'Diese Datei ist schon gelöscht.',
  'critique-letters-private': 'Die Kritik aus dieser Runde bekommen nur die, deren Arbeiten es sind.',
  'critique-phases':
    'Eine Zeit hat 1 bis 12 Phasen von mindestens 10 Sekunden, zusammen 3 bis 90 Minuten, keine zwei mit demselben Schlüssel.',
  'critique-tables': 'Eine Runde in einem einzigen Raum hat einen Tisch.',
  'critique-template': 'Die schriftliche Vorlage ist für Runden, die zu Hause gehört werden, und nur dafür.',
  'critique-planned': 'Danach wurde der Plan gemacht. Nimm erst den Plan zurück und ändere es dann.',
  'critique-started': 'Die Runde hat begonnen, deshalb bleibt ihr Plan.',
  'critique-words-begun':
    'Einige schreiben schon an ihrer Kritik, und wenn du den Plan zurücknimmst, ginge sie verloren. Plane stattdessen neu: Dann bleibt ihr Text.',
  'critique-too-short': 'Der Abend ist zu kurz für zwei Arbeiten dieser Länge.',
  'critique-too-few-works': 'Ein Plan braucht mindestens zwei Arbeiten, deren Autor:innen kommen.',
  'critique-shortage':
    'Hier gibt es nicht genug Menschen, die einander hören dürfen, für so viele Kritiker:innen je Arbeit.',
  'critique-swap-apart': 'Diese beiden können einander hier nicht hören.',
  'critique-swap-late': 'Diese Arbeit wird schon gehört, oder wer sie kritisiert, schreibt bereits.',
  'critique-enough-critics': 'Diese Arbeit hat alle ihre Kritiker:innen.',
  'critique-session-in-use':
    'Zu dieser Runde wurden Arbeiten mitgebracht. Nimm die Arbeiten zurück oder beende die Runde.',
  'critique-not-planned': 'Die Runde kann beginnen, sobald sie geplant ist.',
  'critique-too-early': 'Es ist zu früh: Eine Runde beginnt höchstens zwölf Stunden vor ihrem Abend.',
  'critique-too-late': 'Der Abend ist vorbei, deshalb kann die Runde nicht mehr beginnen.',
  'critique-not-running': 'Die Runde läuft nicht.',
  'critique-table-busy': 'An diesem Tisch ist noch eine andere Arbeit dran. Geh erst von dort weiter.',
  'critique-slot-started': 'Mit dieser Arbeit wurde schon begonnen.',
  'critique-slot-not-running': 'Die Uhr dieser Arbeit läuft nicht.',
  'critique-slot-not-paused': 'Die Uhr dieser Arbeit ist nicht angehalten.',
  'critique-slot-over': 'Die Zeit dieser Arbeit ist um.',
  'critique-extra-minute-used': 'Die zusätzliche Minute dieser Arbeit ist verbraucht.',
  'critique-author-not-missing': 'Hier wird niemand erwartet, der noch fehlt.',
  'critique-author-awaited': 'Wir warten drei Minuten auf die Person, deren Arbeit an der Reihe ist.',
  'critique-critic-not-expected': 'Diese Person wird bei dieser Arbeit nicht erwartet.',
  'critique-critic-not-missing': 'Diese Person war nicht als fehlend markiert.',
  'critique-standby-began':
    'Jemand ist eingesprungen und hat zu schreiben begonnen, deshalb bleibt es dabei.',
  'critique-closed':
    'Zu dieser Arbeit lässt sich nichts mehr schreiben. Was du getippt hast, ist noch auf diesem Handy.',
  'opinion-not-wanted': 'Zu dieser Arbeit sind keine Meinungen gewünscht.',
  'assignment-begun':
    'Diese Arbeit wird schon gehört. Sag der Leitung Bescheid, wenn du nicht bleiben kannst.',
  'picks-closed': 'Diese Wahl ist jetzt nicht offen.',
  'pick-unknown': 'Wähle unter den Menschen deiner Runden.',
  'assignment-over': 'Du hörst diese Arbeit nicht mehr.',
  'file-too-large': 'Diese Datei ist größer, als hier hineinpasst.',
  'files-quota-reached':
    'Hier ist kein Platz für weitere Dateien. Sag dem Host Bescheid oder bring stattdessen einen Link mit.',
  'file-type-refused':
    'Das ist keine vollständige Datei in WAV, MP3, FLAC, AIFF, M4A, MP4 oder PDF. Exportiere sie neu und versuch es noch einmal.',
  'upload-busy': 'Diese Datei ist aus einem anderen Fenster unterwegs.',
  'upload-elsewhere': 'Das Hochladen geht an einer anderen Stelle der Datei weiter.',
  'upload-cut-off': 'Die Verbindung brach ab. Was angekommen ist, bleibt, und der Rest kann folgen.',
  'upload-malformed': 'Das ist kein Hochladen, wie wir es kennen (tus 1.0.0).',
  ...mixerProblems,
  'closes-before-opening': 'Die Anmeldung muss schließen, nachdem sie geöffnet hat.',
  'registration-not-open':
    'Die Anmeldung zu dieser Veranstaltung ist noch nicht offen. Komm wieder, wenn sie es ist.',
  'registration-closed': 'Die Anmeldung zu dieser Veranstaltung ist geschlossen.',
  'not-admitted':
    'Der Host nimmt für diese Veranstaltung keine Anmeldung von dir an. Schreib ihm, wenn du es für ein Versehen hältst.',
  'invitation-needed': 'Zu dieser Veranstaltung kommt man mit Einladung. Bitte den Host um eine.',
  'audience-only':
    'Diese Veranstaltung ist für das eigene Publikum der Organisation. Bitte den Host, dich aufzunehmen.',
  'questions-unanswered': 'Einige Fragen brauchen noch eine Antwort.',
  'waitlist-closed': 'Alle Plätze sind vergeben, und die Warteliste ist geschlossen.',
  'party-too-large': 'Zu dieser Veranstaltung kannst du weniger Begleitung mitbringen.',
  'party-does-not-fit': 'Für so viele gibt es nicht genug freie Plätze. Deine Anmeldung ist, wie sie war.',
  'answers-closed': 'Die Zeit, das zu ändern, ist vorbei. Schreib dem Host.',
  'offer-over': 'Dieses Angebot ist vorbei: Der Platz ging an jemand anderen.',
  'rsvp-not-pending': 'Diese Anmeldung wartet nicht auf eine Zusage.',
  'rsvp-not-waitlisted': 'Diese Person steht nicht auf der Warteliste.',
  'rsvp-not-seatable': 'So, wie es um ihre Anmeldung steht, kann diese Person keinen Platz bekommen.',
  'rsvp-not-live': 'Es gibt keine Anmeldung mehr, die sich ändern ließe.',
  'invitation-over': 'Diese Einladung gilt nicht mehr.',
  'rsvp-not-confirmable': 'Diese Anmeldung lässt sich mit diesem Link nicht mehr bestätigen.',
  'address-unusable': 'Das sieht nicht nach einer E-Mail-Adresse aus, an die wir schreiben können.',
  'list-not-csv':
    'Diese Datei ist keine CSV-Liste. Exportiere die Gästeliste als CSV und versuch es noch einmal.',
  'list-not-utf8':
    'Diese Datei ist nicht in UTF-8. Speichere sie als „CSV UTF-8“ und versuch es noch einmal.',
  'list-empty': 'Diese Datei enthält keine Zeilen.',
  'list-too-large': 'Diese Liste ist zu groß: höchstens 100.000 Zeilen und 20 MB auf einmal.',
  'list-no-usable-column': 'Keine Spalte dieser Datei enthält E-Mail-Adressen.',
  'list-cut-off': 'Das Hochladen brach auf halbem Weg ab. Bitte schick die Datei noch einmal.',
  'list-not-ready': 'Diese Liste ist für diesen Schritt noch nicht bereit.',
  'introduction-not-suggested': 'Diese Vorstellung ist kein Vorschlag mehr.',
  'introduction-not-approved': 'Diese Vorstellung ist nicht freigegeben.',
  'introduction-not-dropped': 'Diese Vorstellung wurde weder verworfen noch zurückgenommen.',
  'introduction-already-asked': 'Die erste Anfrage ist schon hinausgegangen.',
  'introduction-same-person': 'Eine Vorstellung braucht zwei verschiedene Menschen.',
  'introduction-not-opted-in': 'Beide müssen gekommen sein und Ja zu Vorstellungen gesagt haben.',
  'introduction-known-pair': 'Diese beiden kennen sich schon.',
  'introduction-kept-apart': 'Diese beiden werden voneinander ferngehalten.',
  'introduction-event-cap':
    'Jemand von beiden hat aus dieser Veranstaltung so viele Vorstellungen wie gewünscht.',
  'introduction-quarter-cap':
    'Jemand von beiden ist bekannt und hatte hier innerhalb von drei Monaten sechs Vorstellungen. Mehr verlangen wir niemandem ab.',
  'introduction-not-asked': 'Zu dieser Vorstellung läuft gerade keine Anfrage.',
  'introductions-too-many-people':
    'Mehr als 2.000 Menschen möchten hier Vorstellungen, und das sind mehr, als wir auf einmal durchsehen können. Du kannst trotzdem selbst zwei zusammenbringen.',
  'introductions-search-failed':
    'Die Suche nach Paaren brach vor ihrem Ende ab. Nichts hat sich geändert; bitte versuch es noch einmal.',
  'introduction-pair-exists': 'Diese beiden haben schon eine Vorstellung.',
  'introductions-over': 'Dieser Abend ist mehr als 60 Tage her und nimmt keine neuen Vorstellungen auf.',
  'circle-not-open': 'Dieser Kreis ist nicht offen.',
  'circle-size': 'Ein Kreis hat 4 bis 8 Menschen. Bitte wähle so viele.',
  'circle-date':
    'Bitte wähle 3 bis 5 verschiedene Termine, in drei Wochen bis drei Monaten: Erst kommen die Anfragen und die Abstimmung.',
  'circle-not-opted-in': 'Alle in einem Kreis müssen gekommen sein und Ja zu Vorstellungen gesagt haben.',
  'circle-kept-apart': 'Zwei dieser Menschen werden voneinander ferngehalten.',
  'circle-asked-already': 'Eine dieser Personen wird schon zu einem anderen Kreis gefragt.',
  'synonym-taken': 'Ein Wort steht nur in einer Zeile. Füge die anderen der Zeile hinzu, in der es steht.',
  'too-many-synonyms':
    'Hier passen höchstens 200 Zeilen. Entferne erst eine oder ergänze eine, die schon da ist.',
  'ask-over': 'Diese Anfrage ist geschlossen.',
  'door-link-over': 'Dieser Einlass ist geschlossen: Sein Abend ist vorbei.',
  'door-code-wrong': 'Dieser Code passt nicht. Sieh noch einmal hin und tippe ihn neu ein.',
  'too-many-door-links':
    'Eine Veranstaltung hat höchstens 50 Links für ihren Einlass. Nimm einen zurück, den niemand benutzt.',
  'unknown-placeholder': 'Etwas in geschweiften Klammern ist kein Platzhalter, den wir kennen.',
  'misplaced-placeholder': 'Ein Platzhalter steht, wo er nicht ausgefüllt werden kann.',
  'message-empty': 'Eine Nachricht braucht einen Betreff und einen Text, bevor sie gesendet werden kann.',
  'message-left': 'Diese Nachricht ist schon gesendet. Was darin stand, bleibt, wie es ist.',
  'message-too-late': 'Was diese Nachricht ankündigt, ist vorbei.',
  'message-not-waiting': 'Diese Nachricht wartet nicht auf den Versand.',
  'reminder-for-guests':
    'Eine Erinnerung geht an Menschen mit einem Platz. Schreib den anderen eine Mitteilung.',
  'reminder-without-rule':
    'Bei einer Erinnerung muss feststehen, wie lange vor oder nach dem Abend sie gesendet wird.',
  'unknown-question': 'Diese Veranstaltung stellt diese Frage nicht.',
  'nothing-to-tell': 'Deine Gäste kennen Zeit und Ort, wie sie sind.',
  'too-many-messages':
    'Das sind mehr Mails, als deine Organisation an einem Tag senden darf. Bitte wähle weniger Menschen aus oder warte.',
  'too-many-messages-here': 'Eine Veranstaltung hat höchstens 50 Nachrichten. Lösche erst einen Entwurf.',
  'clock-only-forward': 'Die Uhr geht nur vorwärts.',
  'too-busy': 'In diesem Moment fragen viele zugleich. Bitte versuch es in einer Sekunde noch einmal.',
  unavailable: 'Das können wir gerade nicht tun. Bitte versuch es gleich noch einmal.',
  unknown: 'Bei uns ist etwas schiefgegangen. Nichts, was du getippt hast, ist verloren.',
};

export const answerFaults: InOtherWords<typeof faultsEnglish> = {
  missing: 'Hier fehlt noch eine Antwort.',
  'too-long': 'Das ist länger, als hier hineinpasst.',
  'not-an-option': 'Wähle aus dem, was angeboten wird.',
};
