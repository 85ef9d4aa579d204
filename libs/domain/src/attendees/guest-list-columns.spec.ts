import { guessColumns, headersAreMissing, settleColumns } from './guest-list-columns.ts';

const guesses = (headers: string[], samples: string[][] = []): Record<string, string> =>
  Object.fromEntries(guessColumns(headers, samples).map(({ header, guess }) => [header, guess]));

describe("the columns of a guest list are guessed from Luma's export", () => {
  const headers = [
    ...[
      'api_id',
      'name',
      'first_name',
      'last_name',
      'email',
      'phone_number',
      'created_at',
      'approval_status',
    ],
    ...[
      'checked_in_at',
      'custom_source',
      'eth_address',
      'ticket_name',
      'What do you do?',
      'What are you working on?',
    ],
    ...['What are you looking for?', 'What can you help with?', 'Where are you on your way?'],
    'May we suggest introductions after the event?',
  ];

  it('with its questions, without its book-keeping', () => {
    expect(guesses(headers)).toEqual({
      api_id: 'ignored',
      name: 'name',
      first_name: 'firstName',
      last_name: 'lastName',
      email: 'email',
      phone_number: 'ignored',
      created_at: 'ignored',
      approval_status: 'status',
      checked_in_at: 'checkedInAt',
      custom_source: 'ignored',
      eth_address: 'ignored',
      ticket_name: 'ignored',
      'What do you do?': 'crafts',
      'What are you working on?': 'workingOn',
      'What are you looking for?': 'lookingFor',
      'What can you help with?': 'canHelpWith',
      'Where are you on your way?': 'stage',
      'May we suggest introductions after the event?': 'introductions',
    });
  });

  it('and each guess says why', () => {
    const why = Object.fromEntries(guessColumns(headers).map((column) => [column.header, column.why]));
    expect(why).toMatchObject({
      api_id: 'not-needed',
      email: 'header',
      phone_number: 'private',
      'What are you working on?': 'question',
    });
  });
});

describe("the columns of a guest list are guessed from Eventbrite's report", () => {
  it('whose numbers of orders and attendees are no names', () => {
    const headers = [
      ...[
        'Order #',
        'Order Date',
        'First Name',
        'Last Name',
        'Email',
        'Quantity',
        'Attendee #',
        'Total Paid',
      ],
      ...['Attendee Status', 'Home City', 'Job Title', 'Company', 'What can you help with?'],
    ];
    expect(Object.values(guesses(headers))).toEqual([
      ...['ignored', 'ignored', 'firstName', 'lastName', 'email', 'ignored', 'ignored', 'ignored'],
      ...['status', 'city', 'jobTitle', 'employer', 'canHelpWith'],
    ]);
  });
});

describe('the columns of any guest list', () => {
  it('are known in other spellings', () => {
    expect(
      guesses(['E-MAIL Address', 'Full name', 'Surname', 'RSVP', 'Checked in?', 'Organisation']),
    ).toEqual({
      'E-MAIL Address': 'email',
      'Full name': 'name',
      Surname: 'lastName',
      RSVP: 'status',
      'Checked in?': 'checkedInAt',
      Organisation: 'employer',
    });
  });

  it('are kept as answers when nobody knows the question', () => {
    expect(guessColumns(['email', 'Favourite microphone'])[1]).toEqual({
      header: 'Favourite microphone',
      guess: 'answer',
      why: 'not-known',
    });
  });

  it("hold the guest's address rather than the buyer's", () => {
    expect(guesses(['Buyer email', 'Attendee email'])).toEqual({
      'Buyer email': 'ignored',
      'Attendee email': 'email',
    });
  });

  it('are recognised by their cells when no header names the address', () => {
    const [, contact] = guessColumns(
      ['Who', 'Reach me at'],
      [
        ['Ana', 'ana@example.org'],
        ['Bo', ''],
      ],
    );
    expect(contact).toEqual({ header: 'Reach me at', guess: 'email', why: 'cells' });
  });

  it('never read consent into a question that is answered otherwise', () => {
    const header = 'Introductions: tell us about yourself';
    expect(guesses(['email', header], [['a@example.org', 'I mix records']])).toMatchObject({
      [header]: 'answer',
    });
    expect(
      guesses(
        ['email', header],
        [
          ['a@example.org', 'Yes'],
          ['b@example.org', ''],
        ],
      ),
    ).toMatchObject({
      [header]: 'introductions',
    });
    expect(guesses(['email', 'Please introduce yourself'])).toMatchObject({
      'Please introduce yourself': 'answer',
    });
  });

  it('follow the correction of the organizer', () => {
    const guessed = guessColumns(['Who', 'Reach me at', 'status']);
    expect(settleColumns(guessed, { 0: 'name', 1: 'email', 2: 'ignored' })).toEqual([
      { header: 'Who', meaning: 'name' },
      { header: 'Reach me at', meaning: 'email' },
      { header: 'status', meaning: 'ignored' },
    ]);
  });

  it('are refused when none holds addresses, also when a correction took it away', () => {
    const refusal = expect.objectContaining({ code: 'list-no-usable-column' }) as Error;
    expect(() => settleColumns(guessColumns(['name']))).toThrow(refusal);
    expect(() => settleColumns(guessColumns(['name', 'email']), { 1: 'ignored' })).toThrow(refusal);
  });

  it('are missing when the first line is already a guest', () => {
    expect(headersAreMissing(['Ana', 'ana@example.org'])).toBe(true);
    expect(headersAreMissing(['name', 'email'])).toBe(false);
  });
});
