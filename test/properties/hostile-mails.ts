import fc from 'fast-check';

// Names and addresses that have been used against mail programs: to add a header, a second recipient or a sender.

const cr = '\r';
const lf = '\n';

/** What somebody may call themselves, their organization or their evening. */
export const hostileNames: readonly string[] = [
  `Guild${cr}${lf}Bcc: all@evil.example`,
  `Guild${lf}Bcc: all@evil.example`,
  `Guild${cr}Bcc: all@evil.example`,
  `Guild${cr}${lf}${cr}${lf}<script>alert(1)</script>`,
  'Guild\0Bcc: all@evil.example',
  'Guild\u2028Bcc: all@evil.example\u2029',
  'Guild\u0085Bcc: all@evil.example',
  'Guild\v\fBcc: all@evil.example',
  'a@evil.example, b@evil.example',
  'Ada <ada@evil.example>, Bob',
  '"Ada" <ada@evil.example>',
  'Ada" <ada@evil.example>, "Bob',
  'Ada\\" <ada@evil.example>, \\"Bob',
  '<ada@evil.example>',
  '>ada@evil.example<',
  'Friends: ada@evil.example, bob@evil.example;',
  'Ada (a comment) Okafor',
  'Ada ((((',
  '=?utf-8?q?Ada_=3Cada=40evil.example=3E?=',
  '=?utf-8?b?QmNjOiBhbGxAZXZpbC5leGFtcGxl?=',
  '=?utf-8?q?=0D=0ABcc:_all=40evil.example?=',
  '=?utf-8?b?broken',
  '=?',
  '\u202Egro.elpmaxe@ada\u202C',
  '\u2066Guild\u2069',
  '\uFEFFGuild',
  'Gui\u200Dld 👩🏽‍🚀 \u{1F9D1}\u200D\u{1F91D}\u200D\u{1F9D1}',
  '日本語の名前、とても長い名前'.repeat(6),
  'שלום "עולם" <a@evil.example>',
  'é\u0301'.repeat(40),
  '"'.repeat(60),
  '\\'.repeat(59),
  ','.repeat(60),
  '<>'.repeat(40),
  'x'.repeat(120),
  'Ein sehr langer Name '.repeat(5).trim(),
  '{name} {{event}} ${link}',
  '.',
  '..',
  '@',
  ';',
  '. Guild .',
  'Content-Type: text/html',
  'To: all@evil.example',
];

/** What somebody may type as their address. */
export const hostileAddresses: readonly string[] = [
  'ada@example.org,bob@evil.example',
  'ada@example.org, bob@evil.example',
  'ada@example.org;bob@evil.example',
  'ada@example.org bob@evil.example',
  `ada@example.org${cr}${lf}bcc:bob@evil.example`,
  `ada@example.org${lf}rcpt to:<bob@evil.example>`,
  'ada@example.org\0bob@evil.example',
  'ada@example.org>\x20<bob@evil.example',
  '<ada@example.org>',
  'ada <ada@example.org>',
  '"ada, bob" <ada@example.org>',
  '"ada@evil.example"@example.org',
  '"ada bob"@example.org',
  '"ada\\"@evil.example,"@example.org',
  'ada@evil.example@example.org',
  'ada%evil.example@example.org',
  'evil.example!ada@example.org',
  '@evil.example:ada@example.org',
  'ada(comment)@example.org',
  'friends:ada@example.org,bob@evil.example;',
  '=?utf-8?q?ada=40evil.example=2c?=@example.org',
  '=?x?q?bob=40evil.example=3e=2c=3ca?=@example.org',
  '=?utf-8?b?Ym9iQGV2aWwuZXhhbXBsZSwg?=ada@example.org',
  "'ada'@example.org",
  'ada@[192.0.2.1]',
  'ada@example.org.',
  'ada@exa\u0131mple.org',
  'ad\u0430@example.org',
  'ada@example.org\u202E',
  'ada@ex_ample.org',
  'ada..bob@example.org',
  '.ada@example.org',
  '-f@example.org',
  '{}|`~^/+$#!@example.org',
  `${'a'.repeat(64)}@example.org`,
  `${'a'.repeat(65)}@example.org`,
  `ada@${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(57)}.org`,
];

const pieces = fc.constantFrom(
  ...[
    '\r',
    '\n',
    '\0',
    '\t',
    ' ',
    '"',
    '\\',
    ',',
    ';',
    ':',
    '<',
    '>',
    '(',
    ')',
    '@',
    '.',
    '=',
    '?',
    '=?utf-8?q?',
    '?=',
  ],
  ...[
    'Bcc: ',
    'evil.example',
    'ada',
    '\u202E',
    '\u2028',
    'ü',
    '語',
    '👩🏽‍🚀',
    '\u200D',
    '\uFEFF',
    '-- ',
    '%0d%0a',
  ],
);

/** Made-up ones of the same sort, up to the length that a name may have. */
export const madeUpName: fc.Arbitrary<string> = fc
  .oneof(
    fc.array(pieces, { minLength: 1, maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }),
    fc
      .tuple(fc.constantFrom(...hostileNames), fc.constantFrom(...hostileNames))
      .map(([one, other]) => one + other),
  )
  .map((name) => name.slice(0, 200));

export const madeUpAddress: fc.Arbitrary<string> = fc.oneof(
  fc.array(pieces, { minLength: 1, maxLength: 8 }).map((parts) => `${parts.join('')}@example.org`),
  fc.array(pieces, { minLength: 1, maxLength: 6 }).map((parts) => `ada@${parts.join('')}.org`),
  fc.emailAddress(),
  fc
    .tuple(fc.constantFrom(...hostileAddresses), fc.constantFrom(...hostileAddresses))
    .map(([one, other]) => one + other),
);
