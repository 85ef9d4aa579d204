import { authorAt, circle, cookie, criticsAt, leave, phoneOf, seatOf } from './circle.ts';

// Whom people would like to keep talking to, and who hears of it.

/** Two choose each other; one of the same table chooses the author and is not chosen. */
export async function choose(): Promise<void> {
  const author = authorAt(1);
  const [one = '', alone = ''] = criticsAt(1);
  await tick(author, one);
  const first = await everythingTold();
  await tick(one, author);
  const before = await everythingTold();
  // Were it of no use to look, nothing would be seen of the two either.
  expect(before).not.toEqual(first);
  const screens = await screensOf(author);
  await tick(alone, author);
  const own = await phoneOf(alone, `#people/${circle.sessionId}`);
  await own.getByRole('checkbox', { name: author, checked: true }).waitFor();
  await leave(own);
  const after = await everythingTold();
  expect(after.filter((one) => !before.includes(one))).toEqual([]);
  expect(after).toHaveLength(before.length);
  expect(await screensOf(author)).toEqual(screens);
}

export async function tick(name: string, chosen: string): Promise<void> {
  const page = await phoneOf(name, `#people/${circle.sessionId}`);
  await page.getByRole('checkbox', { name: chosen }).click();
  await page.getByRole('checkbox', { name: chosen, checked: true }).waitFor();
  await page.getByText(/^Saved\. You can change it/).waitFor();
  await leave(page);
}

/** What the api tells everybody but the one who chose alone, hosts included, and every mail and introduction there is. */
export async function everythingTold(): Promise<string[]> {
  const [, alone = ''] = criticsAt(1);
  const answers: Promise<string>[] = [];
  const ask = async (url: string, cookies = ''): Promise<string> => {
    const { status, text } = await circle.house.http.get(url).set('cookie', cookies);
    if (status !== 200) throw new Error(`${url} answers ${String(status)}`);
    return `${url} ${text.replace(/"(serverNow|now|nowLocal)":"[^"]+"/g, '')}`;
  };
  for (const { token } of circle.evening.seats.filter(({ name }) => name !== alone))
    for (const part of ['', 'now', 'letter', 'picks', 'work'])
      answers.push(
        ask(`/api/v1/critique/${token}${part === '' ? '' : `/sessions/${circle.sessionId}/${part}`}`),
      );
  const event = circle.api.replace('/critique-sessions', '');
  const guests = circle.evening.seats.map(({ attendeeId }) => `${event}/attendees/${attendeeId}`);
  const staff = [
    circle.api,
    `${circle.api}/${circle.sessionId}`,
    `${circle.api}/${circle.sessionId}/live`,
    event,
    ...guests,
  ];
  for (const part of ['attendees', 'introductions', 'circles', 'insights']) staff.push(`${event}/${part}`);
  for (const part of ['activity', 'insights', 'credits', 'audience'])
    staff.push(`${event.replace(/\/events.*/, '')}/${part}`);
  const signedIn = await cookie();
  answers.push(...staff.map((url) => ask(url, signedIn)));
  const rows = await circle.house.database.sql<{ row: string }>(
    `select concat_ws(' ', id, kind, person_id, state, due_at, text_part) as row from mails
     union all select concat_ws(' ', id, source, state, person_a, person_b) from introductions order by 1`,
  );
  return [...(await Promise.all(answers)), ...rows.map(({ row }) => row)];
}

/** What stands on the screens of whoever was chosen, and on those of the organizer. */
export async function screensOf(name: string): Promise<string[]> {
  const page = await phoneOf(name, `#people/${circle.sessionId}`);
  await page.getByRole('checkbox').first().waitFor();
  const boxes = page.getByRole('checkbox');
  const people = await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked));
  const shown = [JSON.stringify(people), await page.locator('main').innerText()];
  await page.goto(`${circle.house.url}/critique/${seatOf(name).token}#letter/${circle.sessionId}`);
  await page.getByRole('article').waitFor();
  shown.push(await page.locator('main').innerText());
  await leave(page);
  await circle.owner.goto(`${circle.path.replace('/critique-sessions', '')}/introductions`);
  await circle.owner.locator('main h2').first().waitFor();
  shown.push(await circle.owner.locator('main').innerText());
  return shown;
}

/** The next morning the two have one mail each, with both their addresses; nobody else is in it, and nobody else has one. */
export async function expectIntroduced(): Promise<void> {
  await circle.house.moveTo('2026-10-20T12:00');
  const author = seatOf(authorAt(1));
  const [one = '', alone = ''] = criticsAt(1);
  const mails = await circle.house.sent('introduction');
  expect(mails.map(({ to }) => to).sort()).toEqual([author.email, seatOf(one).email].sort());
  for (const { to, text } of mails) {
    expect(text).toContain(to === author.email ? one : author.name);
    expect(text).not.toContain(alone);
  }
  const [pair, ...others] = await circle.house.database.sql<{ source: string; state: string }>(
    'select source, state from introductions',
  );
  expect([pair, others]).toEqual([{ source: 'critique', state: 'introduced' }, []]);
}
