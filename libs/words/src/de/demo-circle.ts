import type { demoCircle as english } from '../en/demo-circle.ts';
import type { InOtherWords } from '../speech.ts';

export const demoCircle: InOtherWords<typeof english> = {
  tonight: {
    title: 'Unfertige Lieder: zwei Tische, acht Lieder',
    description:
      'Bring ein Lied mit, das noch nicht fertig ist, und eine Frage dazu. Die anderen an deinem Tisch hören genau hin, und alle schreiben dir, was geblieben ist.\n\nKeine Rangliste, kein Applausmesser. Dein Brief ist auf deinem Handy, wenn der Abend endet.',
    place: 'Echo Park, am See',
    privatePlace: '1620 Glendale Boulevard, das Hinterzimmer',
    rules:
      'Zuerst spricht das Lied: nenn seinen Titel und sonst nichts.\nSprich davon, was es mit dir gemacht hat, nicht davon, was du damit machen würdest.\nMeinungen nur, wo jemand darum bittet.\nWas hier zu hören ist, bleibt hier.',
  },
  last: {
    title: 'Unfertige Lieder: fünf Lieder in einem Raum',
    description:
      'Fünf Lieder, die nicht fertig waren, fünf Menschen, die zuhörten, und für jedes noch am selben Abend ein Brief.',
    place: 'Echo Park, am See',
    privatePlace: '1620 Glendale Boulevard, das Hinterzimmer',
  },
  people: {
    noor: { name: 'Noor Haddad', crafts: ['Songwriting', 'Klavier'] },
    ivo: { name: 'Ivo Brandt', crafts: ['Songwriting', 'Pedal-Steel'] },
    lena: { name: 'Lena Vogt', crafts: ['Arrangement', 'Streicher'] },
    marcus: { name: 'Marcus Bell', crafts: ['Songtexte'] },
    priya: { name: 'Priya Raman', crafts: ['Gesang', 'Produktion'] },
    mara: { name: 'Mara Quist', crafts: ['Songwriting', 'Mischung'] },
    theo: { name: 'Theo Larsen', crafts: ['Gitarre'] },
    grace: { name: 'Grace Eze', crafts: ['Songwriting', 'Gesang'] },
    ruben: { name: 'Rubén Castillo', crafts: ['Songtexte', 'Gitarre'] },
    aiko: { name: 'Aiko Mori', crafts: ['Klavier', 'Filmmusik'] },
    sam: { name: 'Sam Whitlock', crafts: ['Songwriting'] },
    elena: { name: 'Elena Petrova', crafts: ['Gesang'] },
    rosa: { name: 'Rosa Meyer', crafts: ['Radio'] },
  },
  works: {
    mara: {
      title: 'Salz im Radio',
      question: 'Erzählt dir die zweite Strophe etwas, das die erste nicht schon erzählt hat?',
      wants: 'Den Moment, in dem du die Küche nicht mehr vor dir gesehen hast.',
      avoid: 'Den Klang: das ist ein Handy auf einem Kühlschrank.',
      topics: ['Text'],
    },
    ivo: {
      title: 'Hafen, fünf Uhr früh',
      question: 'Wer geht deiner Meinung nach, die Stimme oder das Schiff?',
      wants: '',
      avoid: 'Ob es Schlagzeug braucht.',
      topics: ['Text', 'Arrangement'],
    },
    noor: {
      title: 'Lass das Licht auf der Veranda',
      question: 'Ich habe nach letzter Woche die Bridge gestrichen. Fehlt dir etwas, wo sie war?',
      wants: 'Den Weg zurück in den letzten Refrain.',
      avoid: 'Den Titel. Er bleibt.',
      topics: ['Form'],
    },
    theo: {
      title: 'Papierboot',
      question: 'Ist der Refrain ein Refrain oder nur der laute Teil?',
      wants: '',
      avoid: '',
      topics: ['Form'],
    },
    grace: {
      title: 'Neun verpasste Anrufe',
      question: 'Wann wusstest du, wer anruft?',
      wants: 'Die ersten dreißig Sekunden.',
      avoid: 'Meine Stimme; ich war erkältet.',
      topics: ['Text', 'Gesang'],
    },
    ruben: {
      title: 'Das gute Messer',
      question: 'Ist der Witz in der letzten Zeile ein Witz zu viel?',
      wants: '',
      avoid: '',
      topics: ['Text'],
    },
    aiko: {
      title: 'Langsamer Aufzug',
      question: 'Niemand singt. Ab wann hast du darauf gewartet?',
      wants: 'Was du gesehen hast, falls du etwas gesehen hast.',
      avoid: '',
      topics: ['Form', 'Filmmusik'],
    },
    sam: {
      title: 'Das Auto deiner Mutter',
      question: 'Glaubst du, dass er die Schlüssel zurückgibt?',
      wants: 'Zeilen, die geschrieben klingen und nicht gesagt.',
      avoid: 'Den Tonartwechsel.',
      topics: ['Text'],
    },
    elena: {
      title: 'Autobahnwiegenlied',
      question: 'Würdest du einschlafen, und wäre das gut?',
      wants: '',
      avoid: '',
      topics: ['Gesang'],
    },
  },
  heard: {
    noor: {
      title: 'Lass das Licht auf der Veranda',
      question: 'Ist die Bridge ihre zwei Minuten wert?',
      wants: 'Die Bridge, und nur die Bridge.',
      avoid: 'Den Titel. Er bleibt.',
    },
    ivo: {
      title: 'Blechdach',
      question: 'Was macht das Wetter am Ende?',
      wants: '',
      avoid: 'Die Stimmung der Steel-Gitarre.',
    },
    lena: {
      title: 'Zwei linke Handschuhe',
      question: 'Ist das Cello eine zweite Stimme oder ein Teppich?',
      wants: 'Stellen, an denen es der Stimme dazwischenredet.',
      avoid: '',
    },
    marcus: {
      title: 'Überfällig',
      question: 'Welche Zeile hättest du gestrichen?',
      wants: 'Eine Zeile. Nicht mehr als eine.',
      avoid: '',
    },
    priya: {
      title: 'Bitte bleiben Sie dran',
      question: 'Lachst du vor dem zweiten Refrain?',
      wants: 'Wann, falls du gelacht hast.',
      avoid: 'Die Warteschleifenmusik. Sie soll so schlimm sein.',
    },
  },
  critiques: [
    {
      author: 'noor',
      critic: 'ivo',
      meaning:
        'Ich sah jemanden das Licht aus- und wieder einschalten, um zu sehen, ob es noch geht. Beim gehaltenen Ton vor dem zweiten Refrain habe ich mit den Atem angehalten.',
      answer:
        'Die erste Hälfte der Bridge schon: Nur dort gibt sie zu, dass sie wartet. Die zweite Hälfte sagt es noch einmal mit anderen Worten, und ich fing an, auf die Uhr zu sehen.',
      neutralQuestion: 'Was geschieht auf der Veranda, während die Bridge läuft?',
      opinion: '',
      marks: [
        [6, 'Hier habe ich den Atem angehalten'],
        [13, 'Die Zeile noch einmal?'],
      ],
      thanked: true,
    },
    {
      author: 'noor',
      critic: 'lena',
      meaning:
        'Ein Haus am Ende einer Straße, spät im Herbst. Ich hatte das Bild, bis das Klavier eine Oktave höher ging; dann saß ich in einem Konzertsaal, und das Haus war weg.',
      answer:
        'Eine Minute ist sie wert. Bis „die Motten wissen es besser als ich“ würde ich ihr überallhin folgen.',
      neutralQuestion: 'Für wen ist das Licht, ganz am Ende?',
      opinion: '',
      marks: [
        [9, 'Die Oktave'],
        [17, 'Motten!'],
      ],
      thanked: false,
    },
    {
      author: 'ivo',
      critic: 'lena',
      meaning:
        'Erst Regen, und dann die Erinnerung an Regen. Geblieben ist mir die Lücke nach „es war nie undicht, solange er da war“: niemand spielt, und ich habe das Dach gehört.',
      answer: 'Es hat aufgehört, glaube ich, und er ist enttäuscht.',
      neutralQuestion: 'Ist er drinnen oder draußen, als es aufhört?',
      opinion: '',
      marks: [],
      thanked: true,
    },
    {
      author: 'ivo',
      critic: 'marcus',
      meaning:
        'Hände. In jeder Strophe sind Hände, die etwas flicken, und in der letzten sind keine. Das fiel mir erst danach auf, auf der Treppe, und da hat es mich erwischt.',
      answer: 'Es regnet stärker denn je, und er hört es nicht mehr.',
      neutralQuestion: 'Wo sind die Hände hin?',
      opinion: '',
      marks: [],
      thanked: false,
    },
    {
      author: 'lena',
      critic: 'marcus',
      meaning:
        'Zwei, die in verschiedenen Zimmern dasselbe suchen. Das Cello weiß, wo die Handschuhe sind, und sagt es nicht; das war für mich der Spaß daran.',
      answer:
        'Eine zweite Stimme bis zur Mitte, dann ein Teppich, dann eine Stimme, die sich ärgert, dass sie ein Teppich war.',
      neutralQuestion: 'Was würde das Cello sagen, wenn es eine Zeile hätte?',
      opinion: '',
      marks: [],
      thanked: true,
    },
    {
      author: 'lena',
      critic: 'priya',
      meaning:
        'Kalte Finger, und jemand, der Geduld mit mir hat. Am liebsten war mir, wie Stimme und Cello zusammen einatmen und nur eines von beiden weitermacht.',
      answer:
        'Eine Stimme. In der zweiten Strophe redet es ihr zweimal dazwischen, bei „Tasche“ und bei „Treppe“.',
      neutralQuestion: 'Sind sich die beiden je einig?',
      opinion: '',
      marks: [],
      thanked: false,
    },
    {
      author: 'marcus',
      critic: 'priya',
      meaning:
        'Eine Bibliothek kurz vor Schluss, und ein Mann, der laut liest, damit ihn niemand bittet zu gehen. Ich habe ihm alles geglaubt, bis er sich erklärt hat.',
      answer: 'Die Zeile mit der Mahngebühr. Da haben wir längst verstanden, dass es nicht um Bücher geht.',
      neutralQuestion: 'Wer hat die Karte zuletzt gestempelt?',
      opinion: '',
      marks: [],
      thanked: true,
    },
    {
      author: 'marcus',
      critic: 'noor',
      meaning:
        'Das Geräusch eines Datumsstempels, obwohl im Lied keiner ist. Ich habe es gehört, so wie du deine Zeilen enden lässt, flach und ein bisschen zu früh, und das fand ich wunderbar.',
      answer: '„Mit der Zeit kam ich nie zurecht“: Das sagt schon das ganze Lied, und besser.',
      neutralQuestion: 'Will er, dass man ihm auf die Schliche kommt?',
      opinion: '',
      marks: [],
      thanked: false,
    },
    {
      author: 'priya',
      critic: 'noor',
      meaning:
        'Meine eigene Küche, das Telefon auf laut, das Geschirr zweimal gespült. Bei „Ihr Anruf ist uns wichtig“ war es nicht mehr komisch, und dann ging es um meinen Vater.',
      answer:
        'Beim ersten „bitte“ habe ich gelacht. Nach dem zweiten Refrain hätte ich mich nicht mehr getraut.',
      neutralQuestion: 'Nimmt je irgendwer ab?',
      opinion: '',
      marks: [],
      thanked: true,
    },
    {
      author: 'priya',
      critic: 'ivo',
      meaning:
        'Ein sehr kleiner Raum mit einer sehr höflichen Maschine darin. Die zweite Stimme setzt genau dann ein, als sie aufgibt, als hätte die Maschine Mitleid mit ihr.',
      answer: 'Ja, bei der Trompete, und eine Zeile später habe ich mich dafür geschämt.',
      neutralQuestion: 'Weswegen ruft sie an?',
      opinion: '',
      marks: [],
      thanked: true,
    },
  ],
};
