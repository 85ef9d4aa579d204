import { type Evening, at, startEvening } from '../support/evening.ts';
import { expectAccessible, launchBrowser, newPhone } from '../support/browser.ts';

const patience = 90_000;
let evening: Evening;
let browser: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => {
  [evening, browser] = await Promise.all([startEvening(), launchBrowser()]);
}, patience);

afterAll(async () => {
  await browser.close();
  await evening.stop();
}, patience);

const letsBeSeen = (personId: string) =>
  evening.api.database.sql(
    `insert into consents (id, organization_id, person_id, purpose, answer, wording, source, answered_at)
     values (gen_random_uuid(), $1, $2, 'name-visible', 'given', '2026-10', 'page', app_now())`,
    [evening.organizationId, personId],
  );

it(
  'the morning after is answered on a phone from its mail, without script or sign-in, and somebody of a list says yes to introductions there',
  async () => {
    const { api, eventId } = evening;
    const ines = await evening.guest({ name: 'Ines Okafor', introductions: 'never asked', profile: {} });
    const [ada, bo] = [await evening.guest({ name: 'Ada Byron' }), await evening.guest({ name: 'Bo Lind' })];
    for (const { personId } of [ada, bo]) await letsBeSeen(personId);
    await api.database.sql('update events set morning_at = $2 where id = $1', [
      eventId,
      at('2026-10-20T09:00'),
    ]);
    await evening.pass('2026-10-20T09:30');
    const mail = (await evening.sent('morning-after')).find(({ to }) => to === ines.email);
    const link = /http\S+\/morning\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';

    const context = await newPhone(browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(link);
    await page.getByText('Ada Byron').click();
    await page.getByLabel('I would like to meet Ada Byron').check();
    await page.getByLabel('I would like to meet Bo Lind').check();
    await page.getByLabel('Somebody else you would like to meet').fill('Cleo Sand');
    await page.getByLabel('How many people did you talk to?').fill('6');
    await page.getByLabel('How many of them were new to you?').fill('4');
    await page.getByLabel('Yes, ask me').check();
    await page.getByRole('button', { name: 'Save my answers' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('At most two people');
    expect(await page.getByLabel('I talked to Ada Byron').isChecked()).toBe(true);

    await page.getByLabel('Somebody else you would like to meet').fill('');
    await page.getByRole('textbox', { name: 'What you do' }).fill('foley, field recording');
    await page.getByRole('button', { name: 'Save my answers' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Your answers are saved.');
    expect(await page.getByLabel('I would like to meet Bo Lind').isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: 'What you do' }).inputValue()).toBe(
      'foley, field recording',
    );
    await context.close();

    const [kept] = await api.database.sql(
      `select m.talked_to, m.new_people, c.answer, c.source,
         (select count(*)::int from told_people t where t.attendee_id = m.attendee_id and t.kind = 'wish') as wishes
       from morning_answers m join consents c on c.person_id = m.person_id and c.purpose = 'introductions'
       where m.attendee_id = $1`,
      [ines.id],
    );
    expect(kept).toEqual({ talked_to: 6, new_people: 4, answer: 'given', source: 'answer', wishes: 2 });
    expect((await evening.board()).people.map(({ name }) => name)).toContain('Ines Okafor');

    const seeing = await newPhone(browser);
    const looked = await seeing.newPage();
    await looked.goto(link);
    await expectAccessible(looked);
    await looked.setViewportSize({ width: 320, height: 700 });
    expect(await looked.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await seeing.close();
  },
  patience,
);
