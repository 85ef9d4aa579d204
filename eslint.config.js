import jest from 'eslint-plugin-jest';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The time is tx.now (house.md, Time).',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The time is tx.now (house.md, Time).',
  },
];
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only a config.ts reads the environment.',
};
const doorInDoor = {
  selector: "CallExpression[callee.property.name='write'] CallExpression[callee.object.property.name='db']",
  message: 'One action, one transaction: use the tx you were given.',
};
const literalText = {
  selector:
    ':matches(JSXText, JSXElement > JSXExpressionContainer > Literal, JSXAttribute[name.name=/^(aria-label|alt|title|placeholder|label|description)$/] > Literal)[value=/[A-Za-z]{2}/]',
  message: 'Every sentence a person reads is in #libs/words.',
};

const systemScope = {
  selector: "Property[key.name='kind'][value.value='system']",
  message: 'The system as an actor is `system`; its scope is `everyOrganization`, in the files listed below.',
};
/** Who may see every organization at once: the batches of desk and doors, sweepers, learning, the post, the clock, setup, the demo, and the first owner. */
const mayOpenEverything = [
  'libs/domain/src/actors.ts',
  'apps/worker/src/{worker,sweep}.ts',
  'apps/worker/src/introductions/learn.ts',
  'apps/worker/src/clock/step.ts',
  'apps/worker/src/mail/{mail-row,post-office}.ts',
  'apps/worker/src/bounces/take-in.ts',
  'apps/api/src/mail-reports/mail-reports.service.ts',
  'apps/setup/src/{demo,zones}.ts',
  'apps/api/src/attendees/desk.ts',
  'apps/api/src/check-in/door-desk.ts',
  'apps/api/src/evenings/evening-links.service.ts',
  'apps/api/src/demo/{mailbox,clock}.service.ts',
  'apps/api/src/auth/first-owner.ts',
  // Whoever runs the installation sees how its post is, and tries it.
  'apps/api/src/installation-mail/installation-mail.service.ts',
  'apps/setup/src/mail-test.ts',
  // A person's own data reaches over organizations.
  'apps/api/src/privacy/{ledger,export,erasure}.service.ts',
  'apps/api/src/attendees/my-mail.service.ts',
  'apps/api/src/calendars/my-feed.service.ts',
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      '.data/',
      'apps/web/src/lib/api-types.ts',
      '*.config.js',
      '.dependency-cruiser.js',
      'test/support/*.{js,mjs}',
      'test/mutation/*.js',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // A view or an entity is made from the fields it names; their classes hold nothing else.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'error',
      'no-restricted-syntax': ['error', ...clock, environment, doorInDoor, literalText, systemScope],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '#libs/domain',
              importNames: ['everyOrganization'],
              message: 'Only the files listed in eslint.config.js open every organization.',
            },
          ],
        },
      ],
    },
  },
  {
    files: mayOpenEverything,
    rules: {
      'no-restricted-imports': 'off',
      'no-restricted-syntax': ['error', ...clock, environment, doorInDoor, literalText],
    },
  },
  // Decorated constructors and handlers need their parameter types as values.
  {
    files: ['apps/api/**', 'apps/worker/**'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  // Typed arrays: an index is in range by construction, and a check in the inner loop costs.
  {
    files: ['libs/matching/**', 'libs/domain/src/introductions/room/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  // How long a server takes to start is real time.
  { files: ['libs/embedded-postgres/**'], rules: { 'no-restricted-syntax': ['error', environment] } },
  // The settings of a process and of its terminal; words of a terminal.
  {
    files: ['**/config.ts', 'apps/start/**', 'apps/web/vite.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clock, doorInDoor, literalText] },
  },
  // The browser's own clock shows how long something takes; it decides nothing.
  {
    files: ['apps/web/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules, 'no-restricted-syntax': ['error', literalText] },
  },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx', 'test/**'],
    ...jest.configs['flat/recommended'],
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/no-disabled-tests': 'error',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect*', 'fc.assert', '**.expect'] }],
      'jest/no-standalone-expect': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': 'off',
      'no-restricted-imports': 'off',
    },
  },
);
