import type { demoCircle as english } from '../en/demo-circle.ts';
import type { InOtherWords } from '../speech.ts';

// Author and critic of a critique are keys of the people, not words. A work that is in both lists has one title.
export const demoCircle: InOtherWords<typeof english> = {
  tonight: {
    title: 'Canciones sin terminar: dos mesas, ocho canciones',
    description:
      'Trae una canción que no esté acabada y una pregunta sobre ella. Las demás personas de tu mesa escuchan con atención, y cada una te escribe lo que se le quedó.\n\nSin clasificaciones, sin medir aplausos. Tu carta está en tu teléfono cuando acaba la velada.',
    place: 'Echo Park, junto al lago',
    privatePlace: '1620 Glendale Boulevard, la sala del fondo',
    rules:
      'Primero habla la canción: di su título y nada más.\nCuenta lo que te hizo a ti, no lo que tú harías con ella.\nOpiniones, solo donde se pidan.\nLo que se escucha aquí se queda aquí.',
  },
  last: {
    title: 'Canciones sin terminar: cinco canciones en una sala',
    description:
      'Cinco canciones que no estaban acabadas, cinco personas que escucharon y una carta para cada una esa misma noche.',
    place: 'Echo Park, junto al lago',
    privatePlace: '1620 Glendale Boulevard, la sala del fondo',
  },
  people: {
    noor: { name: 'Noor Haddad', crafts: ['composición de canciones', 'piano'] },
    ivo: { name: 'Ivo Brandt', crafts: ['composición de canciones', 'pedal steel'] },
    lena: { name: 'Lena Vogt', crafts: ['arreglos', 'cuerdas'] },
    marcus: { name: 'Marcus Bell', crafts: ['letras'] },
    priya: { name: 'Priya Raman', crafts: ['voz', 'producción'] },
    mara: { name: 'Mara Quist', crafts: ['composición de canciones', 'mezcla'] },
    theo: { name: 'Theo Larsen', crafts: ['guitarra'] },
    grace: { name: 'Grace Eze', crafts: ['composición de canciones', 'voz'] },
    ruben: { name: 'Rubén Castillo', crafts: ['letras', 'guitarra'] },
    aiko: { name: 'Aiko Mori', crafts: ['piano', 'música de cine'] },
    sam: { name: 'Sam Whitlock', crafts: ['composición de canciones'] },
    elena: { name: 'Elena Petrova', crafts: ['voz'] },
    rosa: { name: 'Rosa Meyer', crafts: ['radio'] },
  },
  works: {
    mara: {
      title: 'Sal en la radio',
      question: '¿Te cuenta la segunda estrofa algo que no te haya contado la primera?',
      wants: 'El momento en que dejaste de imaginar la cocina.',
      avoid: 'El sonido: es un teléfono encima de una nevera.',
      topics: ['letras'],
    },
    ivo: {
      title: 'Puerto, cinco de la mañana',
      question: '¿Quién crees que se va, quien canta o el barco?',
      wants: '',
      avoid: 'Si necesita batería.',
      topics: ['letras', 'arreglos'],
    },
    noor: {
      title: 'Deja la luz del porche',
      question: 'La semana pasada quité el puente. ¿Echas algo de menos donde estaba?',
      wants: 'La vuelta al último estribillo.',
      avoid: 'El título. Se queda.',
      topics: ['forma'],
    },
    theo: {
      title: 'Barco de papel',
      question: '¿El estribillo es un estribillo o solo la parte fuerte?',
      wants: '',
      avoid: '',
      topics: ['forma'],
    },
    grace: {
      title: 'Nueve llamadas perdidas',
      question: '¿Cuándo supiste quién llamaba?',
      wants: 'Los primeros treinta segundos.',
      avoid: 'Mi voz; tenía catarro.',
      topics: ['letras', 'voz'],
    },
    ruben: {
      title: 'El cuchillo bueno',
      question: '¿Sobra el chiste del último verso?',
      wants: '',
      avoid: '',
      topics: ['letras'],
    },
    aiko: {
      title: 'Ascensor lento',
      question: 'No canta nadie. ¿Dónde empezaste a esperar que alguien cantara?',
      wants: 'Lo que viste, si viste algo.',
      avoid: '',
      topics: ['forma', 'música de cine'],
    },
    sam: {
      title: 'El coche de tu madre',
      question: '¿Te crees que devuelve las llaves?',
      wants: 'Los versos que suenan más escritos que dichos.',
      avoid: 'El cambio de tonalidad.',
      topics: ['letras'],
    },
    elena: {
      title: 'Nana de la autopista',
      question: '¿Te dormirías? ¿Y sería algo bueno?',
      wants: '',
      avoid: '',
      topics: ['voz'],
    },
  },
  heard: {
    noor: {
      title: 'Deja la luz del porche',
      question: '¿Se gana el puente sus dos minutos?',
      wants: 'El puente y solo el puente.',
      avoid: 'El título. Se queda.',
    },
    ivo: {
      title: 'Tejado de chapa',
      question: '¿Qué tiempo hace al final?',
      wants: '',
      avoid: 'La afinación del pedal steel.',
    },
    lena: {
      title: 'Dos guantes izquierdos',
      question: '¿El violonchelo es una segunda voz o una alfombra?',
      wants: 'Los sitios donde pisa a la voz.',
      avoid: '',
    },
    marcus: {
      title: 'Fuera de plazo',
      question: '¿Qué verso habrías cortado?',
      wants: 'Un verso. No más de uno.',
      avoid: '',
    },
    priya: {
      title: 'Manténgase a la espera',
      question: '¿Te ríes antes del segundo estribillo?',
      wants: 'Cuándo, si te reíste.',
      avoid: 'La música de espera. Tiene que ser así de mala.',
    },
  },
  critiques: [
    {
      author: 'noor',
      critic: 'ivo',
      meaning:
        'Vi a alguien apagando y encendiendo la luz para comprobar si todavía funciona. La nota sostenida antes del segundo estribillo me hizo contener la respiración con ella.',
      answer:
        'La primera mitad del puente, sí: es el único sitio donde ella admite que espera. La segunda mitad lo repite con otras palabras, y empecé a mirar el reloj.',
      neutralQuestion: '¿Qué pasa en el porche mientras dura el puente?',
      opinion: '',
      marks: [
        [6, 'Aquí contuve la respiración'],
        [13, '¿Otra vez este verso?'],
      ],
      thanked: true,
    },
    {
      author: 'noor',
      critic: 'lena',
      meaning:
        'Una casa al final de un camino, a finales de otoño. Conservé la imagen hasta que el piano subió una octava; entonces estaba en una sala de conciertos y la casa había desaparecido.',
      answer: 'Se gana un minuto. La seguiría a cualquier parte hasta «las polillas lo saben mejor que yo».',
      neutralQuestion: '¿Para quién es la luz, al final del todo?',
      opinion: '',
      marks: [
        [9, 'La octava'],
        [17, 'Polillas'],
      ],
      thanked: false,
    },
    {
      author: 'ivo',
      critic: 'lena',
      meaning:
        'Primero la lluvia y después el recuerdo de la lluvia. Lo que se me quedó es el hueco tras «nunca hubo goteras mientras él estaba»: no toca nadie, y yo oí el tejado.',
      answer: 'Creo que ha parado y que él se siente decepcionado.',
      neutralQuestion: '¿Está dentro o fuera cuando para?',
      opinion: '',
      marks: [],
      thanked: true,
    },
    {
      author: 'ivo',
      critic: 'marcus',
      meaning:
        'Manos. En cada estrofa hay manos que remiendan, y en la última no hay ninguna. Me di cuenta solo después, en la escalera, y me llegó.',
      answer: 'Llueve más fuerte que nunca y él ya no lo oye.',
      neutralQuestion: '¿Adónde se fueron las manos?',
      opinion: '',
      marks: [],
      thanked: false,
    },
    {
      author: 'lena',
      critic: 'marcus',
      meaning:
        'Dos personas que buscan lo mismo en habitaciones distintas. El violonchelo sabe dónde están los guantes y no lo dice; para mí, esa fue la gracia.',
      answer:
        'Una segunda voz hasta la mitad, luego una alfombra y luego una voz que está enfadada por haber sido alfombra.',
      neutralQuestion: '¿Qué diría el violonchelo si tuviera un solo verso?',
      opinion: '',
      marks: [],
      thanked: true,
    },
    {
      author: 'lena',
      critic: 'priya',
      meaning:
        'Dedos fríos y alguien que tiene paciencia conmigo. Lo que más me gustó es cuando la voz y el violonchelo toman aire a la vez y solo uno sigue.',
      answer: 'Una voz. La pisa dos veces en la segunda estrofa, en «bolsillo» y en «escalera».',
      neutralQuestion: '¿Llegan a ponerse de acuerdo alguna vez?',
      opinion: '',
      marks: [],
      thanked: false,
    },
    {
      author: 'marcus',
      critic: 'priya',
      meaning:
        'Una biblioteca a la hora de cerrar y un hombre que lee en voz alta para que nadie le pida que se vaya. Le creí del todo hasta que se explicó.',
      answer: 'El verso de la multa. Para entonces ya hemos entendido que no va de libros.',
      neutralQuestion: '¿Quién selló la ficha la última vez?',
      opinion: '',
      marks: [],
      thanked: true,
    },
    {
      author: 'marcus',
      critic: 'noor',
      meaning:
        'El ruido de un sello de fechas, aunque en la canción no hay ninguno. Lo oí en tu manera de acabar los versos, plana y un poco antes de tiempo, y me encantó.',
      answer: '«Nunca se me dio bien el tiempo»: la canción entera ya lo dice, y mejor.',
      neutralQuestion: '¿Quiere él que lo descubran?',
      opinion: '',
      marks: [],
      thanked: false,
    },
    {
      author: 'priya',
      critic: 'noor',
      meaning:
        'Mi propia cocina, el teléfono en altavoz, los platos fregados dos veces. Dejó de hacer gracia en «su llamada es importante», y entonces trataba de mi padre.',
      answer: 'Me reí con el primer «manténgase». Después del segundo estribillo no me habría atrevido.',
      neutralQuestion: '¿Contesta alguien alguna vez?',
      opinion: '',
      marks: [],
      thanked: true,
    },
    {
      author: 'priya',
      critic: 'ivo',
      meaning:
        'Una habitación muy pequeña con una máquina muy educada dentro. La armonía entra justo cuando ella se rinde, como si la máquina se compadeciera.',
      answer: 'Sí, con la trompeta, y un verso después me dio vergüenza.',
      neutralQuestion: '¿Para qué llama?',
      opinion: '',
      marks: [],
      thanked: true,
    },
  ],
};
