/** What a template calls itself and the phases of its slot; an organizer may reword both. */
export const critiqueTemplateWords = {
  titles: {
    songwriting: 'Songwriting circle',
    mix: 'Mix listening',
    film: 'Film scenes',
    written: 'Written critique',
  },
  phases: {
    'set-up': 'Set up',
    listen: 'Play or show',
    write: 'Write in silence',
    meaning: 'What stayed with me',
    'author-asks': 'The author asks',
    'neutral-questions': 'Neutral questions',
    opinions: 'Opinions, if the author wants them',
    'one-thing': 'One thing I will try',
  },
} as const;

/** What the activity says of setting a session up and of its plan. */
export const critiquePlanActivity = {
  'critique-session.changed': 'changed a critique session',
  'critique-session.planned': 'planned who hears whom',
  'critique-session.unplanned': 'took the plan of a critique session back',
  'critique-session.called-off': 'called a critique session off',
  'critique-session.critics-changed': 'changed by hand who hears whom',
} as const;
