import { formatted } from './formatted.ts';
import { firstUnfilled } from './markdown.ts';

const values = {
  name: 'Ines',
  event: 'Sound after the cut',
  date: 'Monday 19 October 2026',
  time: '18:00',
  place: 'Arts District',
  link: 'https://acquaint.example/my/018f',
  organization: 'Guild',
};
const html = (source: string, given: Partial<typeof values> = {}) =>
  formatted(source, { ...values, ...given }).html.source;
const text = (source: string, given: Partial<typeof values> = {}) =>
  formatted(source, { ...values, ...given }).text;

describe('what an organizer wrote', () => {
  it('reads well in both parts', () => {
    const source =
      'Hello {name},\n\n**Bring** one of\n\n- a film\n- a *song*\n\n1. come\n2. listen\n\n[Your page]({link})';
    expect(text(source)).toBe(
      'Hello Ines,\n\nBring one of\n\n- a film\n- a song\n\n1. come\n2. listen\n\nYour page <https://acquaint.example/my/018f>',
    );
    expect(html(source)).toContain('<strong>Bring</strong>');
    expect(html(source)).toContain('<li>a <em>song</em></li>');
    expect(html(source)).toContain('<a href="https://acquaint.example/my/018f">Your page</a>');
  });

  it('has a whole link where {link} stands alone', () => {
    expect(html('See {link}')).toContain('<a href="https://acquaint.example/my/018f" style="color:inherit">');
    expect(text('See {link}')).toBe('See https://acquaint.example/my/018f');
  });

  it.each([
    '{link}',
    'See {link}.',
    'Your page ({link}), as always',
    '- **{link}**\n- a list',
    'At https://ok.example/ or {link}',
    '[page]({link}) and [page](<{link}>) and [page][1]\n\n[1]: {link}',
    '[page]( { link } )',
  ])('leads to the page of its reader: %s', (source) => {
    expect(firstUnfilled(source)).toBeNull();
    expect(html(source)).toContain(`<a href="${values.link}"`);
    expect(`${html(source)} ${text(source)}`).not.toContain('{');
    // Alone in both parts: nothing stands before it that could be the start of another address.
    expect(text(source).replace(/[^\s<(]*https:\/\/acquaint/g, 'https://acquaint')).toBe(text(source));
  });

  it.each([
    'https://evil.example/?x={link}',
    'https://evil.example/?x=\\{link}',
    'https://evil.example/?x=\\{ link }',
    '<https://evil.example/?x={link}>',
    '‹https://evil.example/?x={link}>',
    'https://evil.example/?x=**{link}**',
    '**https://evil.example/?x=**{link}',
    '`https://evil.example/?x=`{link}',
    'https://evil.example/?x=({link})',
    'https://evil.example/?x={event}{link}',
    'https://evil.example/?x=&#8203;{link}',
    'https://evil.example/?x=\u00A0{link}',
    'https://evil.example/?x=\u200C{link}',
    '[x](https://evil.example/?x={link})',
    '[https://evil.example/?x={link}](https://evil.example)',
    '[look {link} here](https://evil.example)',
    '[x](https://evil.example/?x=){link}',
    '{link}[x](https://evil.example)',
    '[x][1]\n\n[1]: https://evil.example/?x={link}',
    'www.evil.example/?x={link}',
    'mailto:ada@evil.example?body={link}',
    '{link}@evil.example',
    '[x]({link}?x=1)',
  ])('never has the way in of its reader in another address: %s', (source) => {
    expect(`${html(source)} ${text(source)}`).not.toContain('/my/');
    expect(firstUnfilled(source)).toMatch(/^\{(event|link)\}$/);
  });

  it('has no other value in an address either, and says so of what formatting takes apart', () => {
    const source = 'https://ok.example/?who={name} [x](https://ok.example/{event}) {**date**}';
    expect(text(source)).toContain('?who={name}');
    expect(html(source)).not.toMatch(/Ines|Sound/);
    expect(firstUnfilled(source)).toBe('{name}');
    expect(firstUnfilled('[x](https://ok.example/{event})')).toBe('{event}');
    expect(firstUnfilled('{**date**}')).toBe('{date}');
    expect(firstUnfilled('{\n\nname} {} { } `{name}` {"name": 1}')).toBeNull();
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](data:text/html,x)',
    '[a](//evil.example)',
    '[a](/sign-out)',
    '[a](vbscript:x)',
    '![a](https://evil.example/p.gif)',
    '[a](https://ok.example "onclick=x")',
    '<a href="https://evil.example" style="position:fixed">x</a>',
  ])('can neither run, load nor restyle anything: %s', (source) => {
    const made = html(source).replace(/<\/?(p|a|strong|em)>/g, '');
    expect(made).not.toMatch(/<(?!a href="https:\/\/(ok|evil)\.example[^"]*">)/);
    expect(made).not.toMatch(/<a href="(?!https:)/);
  });

  it('takes a value for words alone, whatever somebody is called', () => {
    const name = '[win](https://evil.example) **<b>www.evil.example';
    const made = html('Hello {name}, [{name}](https://ok.example)', { name });
    expect(made).toContain('[win](https');
    expect(made).toContain('&lt;b&gt;');
    expect(made.match(/href=/g)).toHaveLength(1);
    expect(made).not.toContain('www.evil.example');
    expect(made).not.toContain('https://evil.example');
    expect(text('Hello {name}', { name })).not.toMatch(/www\.evil|https:\/\/evil/);
  });

  it('fills only what is a placeholder, once: a value that looks like one stays', () => {
    expect(text('{name} {nobody}', { name: '{event}' })).toBe('{event} {nobody}');
  });

  it('makes whole addresses links, and nothing that only looks like one', () => {
    expect(html('https://ok.example/a')).toContain('href="https://ok.example/a"');
    expect(html('www.ok.example and a@b.example')).not.toContain('href');
  });

  it('is done in no time with what is made to be slow', () => {
    const started = performance.now();
    for (const hard of [
      '[',
      '*',
      '_',
      '> ',
      '`',
      '{',
      '- ',
      '((',
      '![',
      '<',
      '&',
      '**a',
      '[a](',
      '{name',
      '{link}',
    ])
      formatted(hard.repeat(5000 / hard.length), values);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
