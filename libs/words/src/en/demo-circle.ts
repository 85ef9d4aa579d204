/** Two evenings of a songwriting circle as the demo has them: one that was last week, and one tonight. */
export const demoCircle = {
  tonight: {
    title: 'Unfinished songs: two tables, eight songs',
    description:
      'Bring a song that is not done, and one question about it. The others at your table listen closely, and each writes you what stayed.\n\nNo ranking, no applause meter. Your letter is on your phone when the evening ends.',
    place: 'Echo Park, by the lake',
    privatePlace: '1620 Glendale Boulevard, the back room',
    rules:
      'The song speaks first: say its title and nothing else.\nSpeak of what it did to you, not of what you would do with it.\nOpinions only where the author asks for them.\nWhat is heard here stays here.',
  },
  last: {
    title: 'Unfinished songs: five songs in one room',
    description:
      'Five songs that were not done, five people who listened, and a letter for each the same evening.',
    place: 'Echo Park, by the lake',
    privatePlace: '1620 Glendale Boulevard, the back room',
  },
  people: {
    noor: { name: 'Noor Haddad', crafts: ['songwriting', 'piano'] },
    ivo: { name: 'Ivo Brandt', crafts: ['songwriting', 'pedal steel'] },
    lena: { name: 'Lena Vogt', crafts: ['arranging', 'strings'] },
    marcus: { name: 'Marcus Bell', crafts: ['lyrics'] },
    priya: { name: 'Priya Raman', crafts: ['vocals', 'production'] },
    mara: { name: 'Mara Quist', crafts: ['songwriting', 'mixing'] },
    theo: { name: 'Theo Larsen', crafts: ['guitar'] },
    grace: { name: 'Grace Eze', crafts: ['songwriting', 'vocals'] },
    ruben: { name: 'Rubén Castillo', crafts: ['lyrics', 'guitar'] },
    aiko: { name: 'Aiko Mori', crafts: ['piano', 'film music'] },
    sam: { name: 'Sam Whitlock', crafts: ['songwriting'] },
    elena: { name: 'Elena Petrova', crafts: ['vocals'] },
    rosa: { name: 'Rosa Meyer', crafts: ['radio'] },
  },
  /** Tonight's works in the order they came in; those with a tune are files, the others links. */
  works: {
    mara: {
      title: 'Salt on the radio',
      question: 'Does the second verse tell you anything that the first one has not?',
      wants: 'The moment where you stopped picturing the kitchen.',
      avoid: 'The sound: it is a phone on a fridge.',
      topics: ['lyrics'],
    },
    ivo: {
      title: 'Harbor, five in the morning',
      question: 'Who do you think is leaving, the singer or the ship?',
      wants: '',
      avoid: 'Whether it needs drums.',
      topics: ['lyrics', 'arrangement'],
    },
    noor: {
      title: 'Leave the porch light',
      question: 'I cut the bridge after last week. Do you miss something where it was?',
      wants: 'The way back into the last chorus.',
      avoid: 'The title. It stays.',
      topics: ['form'],
    },
    theo: {
      title: 'Paper boat',
      question: 'Is the chorus a chorus, or just the loud part?',
      wants: '',
      avoid: '',
      topics: ['form'],
    },
    grace: {
      title: 'Nine missed calls',
      question: 'When did you know who was calling?',
      wants: 'The first thirty seconds.',
      avoid: 'My voice; I had a cold.',
      topics: ['lyrics', 'vocals'],
    },
    ruben: {
      title: 'The good knife',
      question: 'Is the joke in the last line one joke too many?',
      wants: '',
      avoid: '',
      topics: ['lyrics'],
    },
    aiko: {
      title: 'Slow elevator',
      question: 'Nobody sings. Where did you start to wait for somebody to?',
      wants: 'What you saw, if you saw something.',
      avoid: '',
      topics: ['form', 'film music'],
    },
    sam: {
      title: 'Your mother’s car',
      question: 'Do you believe that he gives the keys back?',
      wants: 'Lines that sound written rather than said.',
      avoid: 'The key change.',
      topics: ['lyrics'],
    },
    elena: {
      title: 'Interstate lullaby',
      question: 'Would you fall asleep, and would that be a good thing?',
      wants: '',
      avoid: '',
      topics: ['vocals'],
    },
  },
  /** Last week's works in the order they were heard. */
  heard: {
    noor: {
      title: 'Leave the porch light',
      question: 'Does the bridge earn its two minutes?',
      wants: 'The bridge, and only the bridge.',
      avoid: 'The title. It stays.',
    },
    ivo: {
      title: 'Tin roof',
      question: 'What is the weather doing at the end?',
      wants: '',
      avoid: 'The tuning of the steel.',
    },
    lena: {
      title: 'Two left gloves',
      question: 'Is the cello a second singer or a carpet?',
      wants: 'Places where it talks over the voice.',
      avoid: '',
    },
    marcus: {
      title: 'Overdue',
      question: 'Which line would you have cut?',
      wants: 'One line. No more than one.',
      avoid: '',
    },
    priya: {
      title: 'Kindly hold',
      question: 'Do you laugh before the second chorus?',
      wants: 'When, if you did.',
      avoid: 'The hold music. It is meant to be that bad.',
    },
  },
  /** What was written last week: about whose work, by whom. Marks are seconds and words. */
  critiques: [
    {
      author: 'noor',
      critic: 'ivo',
      meaning:
        'I saw somebody switching the light off and on again to see whether it still works. The held note before the second chorus made me hold my breath with it.',
      answer:
        'The first half of the bridge does: it is the only place where she admits that she waits. The second half says it again with other words, and I began to look at the clock.',
      neutralQuestion: 'What happens on the porch while the bridge goes on?',
      opinion: '',
      marks: [
        [6, 'I held my breath here'],
        [13, 'This line again?'],
      ],
      thanked: true,
    },
    {
      author: 'noor',
      critic: 'lena',
      meaning:
        'A house at the end of a road, late in autumn. I kept the picture until the piano went up an octave; then I was in a concert hall and the house was gone.',
      answer: 'It earns one minute. I would follow her anywhere up to “the moths know better than I do”.',
      neutralQuestion: 'Who is the light for, at the very end?',
      opinion: '',
      marks: [
        [9, 'The octave'],
        [17, 'Moths!'],
      ],
      thanked: false,
    },
    {
      author: 'ivo',
      critic: 'lena',
      meaning:
        'Rain first, and then the memory of rain. What stayed is the gap after “it never leaked while he was here”: nobody plays, and I heard the roof.',
      answer: 'It has stopped, I think, and he is disappointed.',
      neutralQuestion: 'Is he inside or outside when it stops?',
      opinion: '',
      marks: [],
      thanked: true,
    },
    {
      author: 'ivo',
      critic: 'marcus',
      meaning:
        'Hands. There are hands in every verse, mending, and in the last one there are none. I noticed that only afterwards, on the stairs, and it got me.',
      answer: 'It is raining harder than ever and he does not hear it any more.',
      neutralQuestion: 'Where did the hands go?',
      opinion: '',
      marks: [],
      thanked: false,
    },
    {
      author: 'lena',
      critic: 'marcus',
      meaning:
        'Two people who look for the same thing in different rooms. The cello knows where the gloves are and does not say so; that was the fun of it for me.',
      answer:
        'A second singer until the middle, then a carpet, then a singer who is cross about having been a carpet.',
      neutralQuestion: 'What would the cello say if it had one line?',
      opinion: '',
      marks: [],
      thanked: true,
    },
    {
      author: 'lena',
      critic: 'priya',
      meaning:
        'Cold fingers, and somebody being patient with me. I liked best where voice and cello breathe in together and only one of them goes on.',
      answer: 'A singer. It talks over her twice in the second verse, on “pocket” and on “stairs”.',
      neutralQuestion: 'Do the two ever agree?',
      opinion: '',
      marks: [],
      thanked: false,
    },
    {
      author: 'marcus',
      critic: 'priya',
      meaning:
        'A library at closing time, and a man who reads out loud so that nobody asks him to go. I believed him completely until he explained himself.',
      answer: 'The line about the fine. By then we have understood that it is not about books.',
      neutralQuestion: 'Who stamped the card the last time?',
      opinion: '',
      marks: [],
      thanked: true,
    },
    {
      author: 'marcus',
      critic: 'noor',
      meaning:
        'The sound of a date stamp, although there is none in the song. I heard it in how you end your lines, flat and a little too early, and I loved that.',
      answer: '“I was never good with time”: the whole song says so already, and better.',
      neutralQuestion: 'Does he want to be found out?',
      opinion: '',
      marks: [],
      thanked: false,
    },
    {
      author: 'priya',
      critic: 'noor',
      meaning:
        'My own kitchen, the phone on speaker, dishes done twice. It stopped being funny at “your call is important” and then it was about my father.',
      answer: 'I laughed at the first “kindly”. After the second chorus I would not have dared to.',
      neutralQuestion: 'Does anybody ever pick up?',
      opinion: '',
      marks: [],
      thanked: true,
    },
    {
      author: 'priya',
      critic: 'ivo',
      meaning:
        'A very small room with a very polite machine in it. The harmony comes in exactly when she gives up, as if the machine took pity on her.',
      answer: 'Yes, at the trumpet, and I was ashamed of it one line later.',
      neutralQuestion: 'What is she calling about?',
      opinion: '',
      marks: [],
      thanked: true,
    },
  ],
} as const;
