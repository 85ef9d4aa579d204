/** An evening of the demo with everything of the evening itself: panels, small tables and a door. It is tomorrow. */
export const demoEvening = {
  title: 'Ears first: two panels and small tables',
  description:
    'What you hear before you know what you are hearing. Two short panels, your questions on the screen, and then tables of five where nobody pitches.\n\nAsk already now, by the link in your mail.',
  place: 'Atwater Village, by the river',
  privatePlace: '3191 Casitas Avenue, hall 2',
  panels: {
    rooms: {
      topic: 'What a room does before anybody plays',
      people: {
        hanna: {
          name: 'Hanna Lindqvist',
          part: 'moderator',
          bio: 'Makes radio about places, and edits other people’s.',
        },
        omar: { name: 'Omar Reyes', part: 'panelist', bio: 'Measures concert halls, and mixes in kitchens.' },
        jun: {
          name: 'Jun Takahashi',
          part: 'panelist',
          bio: 'Scoring mixer. Owns one pair of speakers since 1998.',
        },
      },
    },
    first: {
      topic: 'The first minute: how songs, films and games begin',
      people: {
        ada: {
          name: 'Ada Nwosu',
          part: 'moderator',
          bio: 'Supervises music for series, and says no for a living.',
        },
        felix: { name: 'Felix Aubert', part: 'panelist', bio: 'Game audio director.' },
      },
    },
  },
  /** Is asked by mail, and has not answered. */
  invited: { key: 'mina', name: 'Mina Park' },
  /** Name, crafts, what they look for, what they can help with, and how far they are. */
  guests: [
    ['Bea Collins', ['foley'], ['mixing'], ['foley', 'field recording'], 'working'],
    ['Carlos Vega', ['mixing'], ['clients'], ['mixing', 'contracts'], 'established'],
    ['Dilan Kaya', ['game audio'], ['middleware'], ['synthesis'], 'starting out'],
    ['Edith Marsh', ['dialogue editing'], ['foley'], ['dialogue editing'], 'established'],
    ['Farid Aziz', ['composition'], ['players'], ['scores'], 'working'],
    ['Gwen Ito', ['violin'], ['sessions'], ['players'], 'working'],
    ['Hugo Sand', ['sound design'], ['foley'], ['synthesis'], 'starting out'],
    ['Ines Prado', ['production'], ['mixing'], ['budgets'], 'established'],
    ['Jonas Wirth', ['mastering'], ['clients'], ['mastering'], 'working'],
    ['Kofi Mensah', ['songwriting'], ['vocals'], ['lyrics'], 'starting out'],
    ['Lucia Romano', ['vocals'], ['songs'], ['vocals'], 'working'],
    ['Malik Jones', ['podcasts'], ['field recording'], ['editing'], 'starting out'],
    ['Nadia Blum', ['film editing'], ['scores'], ['editing', 'clients'], 'established'],
    ['Otto Reiss', ['acoustics'], ['rooms'], ['rooms'], 'established'],
    ['Pia Sorensen', ['field recording'], ['clients'], ['field recording'], 'working'],
    ['Quentin Roy', ['middleware'], ['game audio'], ['middleware'], 'working'],
    ['Rina Shah', ['music supervision'], ['songs'], ['clients', 'contracts'], 'established'],
    ['Silas Boone', ['guitar'], ['sessions'], ['songs'], 'starting out'],
    ['Tess Holland', ['production sound'], ['rooms'], ['dialogue editing'], 'working'],
    ['Umi Tanaka', ['synthesis'], ['scores'], ['sound design', 'synthesis'], 'working'],
    ['Vera Lund', ['sound archives'], ['field recording'], ['sound archives'], 'established'],
    ['Wes Carter', ['live sound'], ['mixing'], ['rooms'], 'working'],
    ['Xenia Foss', ['animation'], ['foley', 'sound design'], ['budgets'], 'working'],
    ['Yusuf Demir', ['trailers'], ['scores'], ['clients'], 'established'],
  ],
  /** Asked before the evening: by whom of the guests, with how many votes, and whether with their name. */
  questions: [
    [12, 9, true, 'Which room did you fix with the least money, and how?'],
    [3, 7, true, 'What do you listen to first in a rough mix?'],
    [7, 5, false, 'How do you tell a director that the room is the problem?'],
    [18, 2, true, 'Headphones: yes, no, or only at night?'],
  ],
  needs: 'A chair with arms, please, and no steps to the stage.',
  doorNote: 'Ask about access: comes with a service dog.',
} as const;
