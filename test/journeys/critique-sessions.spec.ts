import { app } from '#libs/words';
import type { Browser, Page } from 'playwright-core';
import { secondsToUndo } from '../../apps/web/src/lib/intentions.ts';
import { type Api, startApi } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import { emptyEvening, exchangeable, hasFocus, hostAt, tabTo } from '../support/critique-host.ts';
import { type PlanRead, makePlanDesk } from '../support/critique-plan.ts';

const { form, plan: words, keys } = app.critiqueSessions;

// An organizer sets up a critique session and says who hears whom, with keys alone, and loses nothing to anybody.

let api: Api;
let browser: Browser;

beforeAll(async () => {
  api = await startApi({ webFolder: await builtWeb(), time: '2026-10-01T12:00:00Z' });
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser.close();
  await api.stop();
});

const labels = (page: Page): Promise<string[]> =>
  page
    .getByLabel(new RegExp(`: ${form.label}$`))
    .evaluateAll((fields) => fields.map((field) => field.getAttribute('value') ?? ''));
const phase = (page: Page, at: number, what: string) => page.getByLabel(`${form.phase(at)}: ${what}`);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const replace = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
};
const critics = (plan: PlanRead): string[] => plan.hearings.map(({ id, critic }) => `${id} ${critic}`).sort();

describe('setting a critique session up', () => {
  it('takes keys alone, says live how many works fit, and moves a phase without losing the focus', async () => {
    const desk = await emptyEvening(api, await makePlanDesk(api));
    const { page, open } = await hostAt(api, browser, desk);
    await open();
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: form.new }).waitFor();
    await page.getByText(form.fits(5, 1, 120), { exact: false }).waitFor();

    await tabTo(page, phase(page, 2, form.minutes));
    await replace(page, '0.');
    await page.keyboard.type('5');
    expect(await phase(page, 2, form.minutes).inputValue()).toBe('0.5');
    await page.getByText(`${form.slotLength(990)} ${form.fits(6, 1, 120)}`).waitFor();

    const down = button(page, form.down('Set up'));
    await tabTo(page, down);
    for (let press = 0; press < 9; press += 1) {
      await page.keyboard.press('Enter');
      expect(await hasFocus(down)).toBe(true);
    }
    expect((await labels(page)).at(-1)).toBe('Set up');
    await page.getByText(form.moved('Set up', 8, 8)).waitFor({ state: 'attached' });
    await tabTo(page, button(page, form.removePhase('Set up')));
    await page.keyboard.press('Enter');
    expect(await hasFocus(button(page, form.removePhase('One thing I will try')))).toBe(true);
    await tabTo(page, button(page, form.addPhase));
    await page.keyboard.press('Enter');
    await replace(page, 'A round of applause');
    expect((await labels(page)).at(-1)).toBe('A round of applause');

    await tabTo(page, button(page, form.addButton));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: words.noWorks }).waitFor();
    const { body } = await api.http
      .get(desk.sessions.replace(/events\/[^/]+/, `events/${desk.event.id}`))
      .set('cookie', desk.cookie);
    const [made] = body.critiqueSessions as { phases: { label: string; seconds: number }[] }[];
    expect(made?.phases.map(({ label }) => label)).toEqual([
      'Play or show',
      'Write in silence',
      'What stayed with me',
      'The author asks',
      'Neutral questions',
      'Opinions, if the author wants them',
      'One thing I will try',
      'A round of applause',
    ]);
    expect(made?.phases[0]?.seconds).toBe(30);
    await page.context().close();
  });

  it('keeps what was typed when it is refused, and leads to the field, whoever refuses', async () => {
    const desk = await makePlanDesk(api);
    await desk.works(3);
    const { page, open } = await hostAt(api, browser, desk);
    await open(`/${desk.id}/settings`);
    await page.getByLabel(form.name, { exact: true }).fill('Mine alone');
    for (const [field, text, sentence] of [
      [phase(page, 3, form.label), '', form.bounds.label],
      [phase(page, 2, form.minutes), '91', form.bounds.phase],
      [phase(page, 2, form.minutes), '89', form.bounds.slot],
      [page.getByLabel(form.critics), '9', form.bounds.critics(4)],
    ] as const) {
      const before = await field.inputValue();
      await field.fill(text);
      await page.getByText(sentence).first().waitFor();
      await button(page, form.save).click();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
      expect(await field.inputValue()).toBe(text);
      await field.fill(before);
      await page.getByText(sentence).first().waitFor({ state: 'detached' });
    }
    await page.getByLabel(form.deadline).fill('2026-09-01T12:00');
    await page.getByText(form.bounds.deadlinePassed).waitFor();
    await page.getByLabel(form.deadline).fill('2026-10-19T20:00');
    await page.getByText(form.bounds.deadlineLate).waitFor();

    // Meanwhile somebody makes the plan: what it was made from cannot change, the title can.
    await desk.post('/plan').expect(200);
    await button(page, form.save).click();
    await page.getByText(form.plannedNote).waitFor();
    await page.getByRole('alert').getByText('The plan was made from this.', { exact: false }).waitFor();
    expect(await page.getByLabel(form.name, { exact: true }).inputValue()).toBe('Mine alone');
    await button(page, form.save).click();
    await page.getByRole('heading', { name: 'Mine alone' }).waitFor();
    await page.context().close();
  });

  it('tells of somebody else’s change, takes it in, and loses neither', async () => {
    const desk = await makePlanDesk(api);
    const { page, open } = await hostAt(api, browser, desk);
    await open(`/${desk.id}/settings`);
    await page.getByLabel(form.name, { exact: true }).fill('Mine');
    await page.getByLabel(form.topics).check();
    const theirs = { settingsVersion: 1, title: 'Theirs', criticsPerWork: 2, rules: 'Kindly.' };
    await api.http.patch(desk.base).set('cookie', desk.cookie).send(theirs).expect(200);
    await button(page, form.save).click();
    await page.getByRole('alert').getByText(form.conflict, { exact: false }).waitFor();
    expect(await page.getByLabel(form.rules).inputValue()).toBe('Kindly.');
    expect(await page.getByLabel(form.critics).inputValue()).toBe('2');
    expect(await page.getByLabel(form.name, { exact: true }).inputValue()).toBe('Mine');
    await page.getByText(form.theirs(form.fields.title, 'Theirs')).waitFor();
    expect((await desk.read()).session).toMatchObject({ title: 'Theirs', topicsMatter: false });
    await button(page, form.saveMine).click();
    await page.getByRole('heading', { name: 'Mine' }).waitFor();
    expect((await desk.read()).session).toMatchObject({
      title: 'Mine',
      criticsPerWork: 2,
      rules: 'Kindly.',
      topicsMatter: true,
    });
    await page.context().close();
  });
});

describe('who hears whom, by keyboard alone', () => {
  it('is planned, changed between two, undone, changed again and saved; the rest is drawn around it', async () => {
    const desk = await makePlanDesk(api, { format: 'live' }, { endsLocal: '2026-10-20T02:00' });
    await desk.works(8);
    const { page, open } = await hostAt(api, browser, desk);
    await page.clock.install();
    await open(`/${desk.id}`);
    await page.keyboard.press('p');
    expect(await hasFocus(button(page, words.plan(8)))).toBe(true);
    // A letter alone mails nobody.
    expect((await desk.read()).session.state).toBe('open');
    await page.keyboard.press('Enter');
    await page.getByText(words.done).waitFor();

    const before = await desk.read();
    const [one, other] = await exchangeable(api, desk);
    const swap = async (): Promise<void> => {
      await tabTo(page, page.locator(`#hearing-${one.id}`));
      await page.keyboard.press('Enter');
      await page.getByRole('region', { name: words.choosing }).waitFor();
      const partner = page.locator(`#hearing-${other.id}[data-partner="true"]`);
      await partner.waitFor();
      await tabTo(page, partner);
      await page.keyboard.press('Enter');
      await page.getByText(words.willSwap(one.critic, other.critic)).first().waitFor();
      expect(await hasFocus(page.locator(`#hearing-${other.id}`))).toBe(true);
    };
    await swap();
    await page.keyboard.press('z');
    await page.getByText(words.willSwap(one.critic, other.critic)).first().waitFor({ state: 'detached' });
    await page.clock.fastForward(2 * secondsToUndo * 1000);
    expect(critics(await desk.read())).toEqual(critics(before));

    await swap();
    await page.clock.fastForward(secondsToUndo * 1000);
    await page.locator(`#hearing-${one.id}[data-fixed="true"]`).waitFor();
    const of = (plan: PlanRead, id: string) => plan.hearings.find((hearing) => hearing.id === id);
    const after = await desk.read();
    expect([of(after, one.id)?.critic, of(after, other.id)?.critic]).toEqual([other.critic, one.critic]);

    await page.keyboard.press('p');
    await page.keyboard.press('Enter');
    await page.getByText(words.redone).waitFor();
    const again = await desk.read();
    expect(again.session.seed).toBe(2);
    for (const { id } of [one, other])
      expect(of(again, id)).toMatchObject({ fixed: true, critic: of(after, id)?.critic });
    expect(critics(again)).not.toEqual(critics(after));
    await page.context().close();
  });

  it('is chosen before the rest is drawn, though its ten seconds are not over', async () => {
    const desk = await makePlanDesk(api, { format: 'live' }, { endsLocal: '2026-10-20T02:00' });
    await desk.works(8);
    await desk.post('/plan').expect(200);
    const [one, other] = await exchangeable(api, desk);
    const { page, open } = await hostAt(api, browser, desk);
    await open(`/${desk.id}`);
    await page.locator(`#hearing-${one.id}`).click();
    await page.locator(`#hearing-${other.id}[data-partner="true"]`).click();
    await button(page, words.rest).click();
    await page.getByText(words.redone).waitFor();
    const { hearings } = await desk.read();
    expect(hearings.find(({ id }) => id === one.id)).toMatchObject({ fixed: true, critic: other.critic });
    await page.context().close();
  });

  it('goes to somebody without a work, and the focus comes back to where it was chosen', async () => {
    const desk = await makePlanDesk(api);
    await desk.works(4);
    await desk.guest('Sam Guest');
    await desk.post('/plan').expect(200);
    const { page, open } = await hostAt(api, browser, desk);
    await page.clock.install();
    await open(`/${desk.id}`);
    const { hearings } = await desk.read();
    const chip = page.locator(`#hearing-${hearings[0]?.id ?? ''}`);
    await tabTo(page, chip);
    await page.keyboard.press('Enter');
    await button(page, `${words.give} Sam Guest`).waitFor();
    await page.keyboard.press('s');
    await page.keyboard.press('Enter');
    expect(await hasFocus(chip)).toBe(true);
    await page.clock.fastForward(secondsToUndo * 1000);
    await chip.getByText('Sam Guest').waitFor();
    await page.keyboard.press('?');
    await page.getByText(keys.plan).waitFor();
    await page.context().close();
  });
});

describe('two organizers at one plan', () => {
  it('do not undo each other: who decides about the same critic later is told, about another is not held up', async () => {
    const desk = await makePlanDesk(api, { format: 'live' }, { endsLocal: '2026-10-20T02:00' });
    await desk.works(8);
    await desk.guest('Sam Guest');
    const guest = await desk.guest('Robin');
    await desk.post('/plan').expect(200);
    const [one, other] = await exchangeable(api, desk);
    const { page, open } = await hostAt(api, browser, desk);
    await page.clock.install();
    await open(`/${desk.id}`);
    await page.locator(`#hearing-${one.id}`).click();
    await page.locator(`#hearing-${other.id}[data-partner="true"]`).click();
    const { session, hearings } = await desk.read();
    const body = { attendeeId: guest.attendeeId, version: session.version };
    await desk.post(`/assignments/${one.id}/replace`, body).expect(200);
    await page.clock.fastForward(secondsToUndo * 1000);
    await page.getByText(words.overtaken, { exact: false }).waitFor();
    await page.locator(`#hearing-${one.id}`).getByText('Robin').waitFor();
    const stands = await desk.read();
    expect(stands.hearings.find(({ id }) => id === other.id)?.critic).toBe(other.critic);

    const free = hearings.find(({ id }) => id !== one.id && id !== other.id)!;
    await page.locator(`#hearing-${free.id}`).click();
    await button(page, `${words.give} Sam Guest`).click();
    const again = { attendeeId: guest.attendeeId, version: stands.session.version };
    await desk.post(`/assignments/${other.id}/replace`, again).expect(200);
    await page.clock.fastForward(secondsToUndo * 1000);
    await page.locator(`#hearing-${free.id}`).getByText('Sam Guest').waitFor();
    expect((await desk.read()).hearings.find(({ id }) => id === other.id)?.critic).toBe('Robin');
    await page.context().close();
  });

  it('read by name who needs more than there is, and nothing is planned', async () => {
    const desk = await makePlanDesk(api);
    const others = await desk.works(4);
    const ana = await desk.work({ name: 'Ana', coAuthors: others.slice(0, 3).map(({ email }) => email) });
    const { page, open } = await hostAt(api, browser, desk);
    await open(`/${desk.id}`);
    await button(page, words.plan(5)).click();
    const sentence = words.shortage.works([words.shortage.work(`Work of ${ana.name}`, ana.name)], 2, 1);
    await page.getByRole('alert').getByText(sentence).waitFor();
    expect((await desk.read()).session.state).toBe('open');
    await page.context().close();
  });
});
