/** Who may import whom (docs: CONTRIBUTING.md). Two walls: the domain knows nobody, and the door is the only way to the data. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.spec\\.tsx?$' },
  to: { path: '^(apps|libs|test)/', pathNot: [from, ...allowed] },
});

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    only('words-know-nobody', '^libs/words/', []),
    only('matching-knows-nobody', '^libs/matching/', []),
    only('settings-know-nobody', '^libs/settings/', []),
    only('mail-reports-know-nobody', '^libs/mail-reports/', []),
    only('files-know-settings', '^libs/files/', ['^libs/settings/src/index\\.ts']),
    only('embedded-postgres-knows-nobody', '^libs/embedded-postgres/', []),
    only('domain-knows-words-only', '^libs/domain/', ['^libs/words/src/index\\.ts']),
    only('database-knows-the-domain', '^libs/database/', ['^libs/(domain|words)/src/index\\.ts']),
    only('jobs-know-the-door', '^libs/jobs/', ['^libs/(domain|database|words)/src/index\\.ts']),
    only('mail-knows-the-door', '^libs/mail/', ['^libs/(domain|database|words)/src/index\\.ts']),
    only('mail-health-knows-mail', '^libs/mail-health/', [
      '^libs/(mail|domain|database|words)/src/index\\.ts',
    ]),
    only('web-knows-words-only', '^apps/web/', ['^libs/words/src/index\\.ts']),
    only('suggestions-know-the-door-and-the-engine', '^libs/suggestions/', [
      '^libs/(domain|database|matching)/src/index\\.ts',
      '^libs/domain/src/introductions/',
    ]),
    only('api-enters-libs-by-the-front-door', '^apps/api/', ['^libs/[^/]+/src/index\\.ts']),
    {
      // The front door brings every entity and TypeORM: 300 ms and 10 MB a thread, where the plan itself takes 60 ms to load.
      name: 'only-the-plan-of-a-thread-goes-round-the-front-door',
      severity: 'error',
      from: {
        path: '^libs/suggestions/',
        pathNot: '^libs/suggestions/src/suggestion-(plan|problem|history)\\.ts$',
      },
      to: { path: '^libs/domain/src/introductions/' },
    },
    {
      name: 'a-thread-starts-light',
      severity: 'error',
      from: { path: '^libs/suggestions/src/suggestion-thread\\.ts$' },
      to: { path: '^libs/(domain/src/index|database/)|node_modules/', reachable: true },
    },
    only('worker-enters-libs-by-the-front-door', '^apps/worker/', ['^libs/[^/]+/src/index\\.ts']),
    only('setup-enters-libs-by-the-front-door', '^apps/setup/', ['^libs/[^/]+/src/index\\.ts']),
    only('start-knows-postgres-only', '^apps/start/', ['^libs/embedded-postgres/src/index\\.ts']),
    {
      name: 'the-domain-depends-on-little',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: '\\.spec\\.ts$' },
      to: { path: 'node_modules', pathNot: 'node_modules/(typeorm|temporal-polyfill|rrule-temporal)/' },
    },
    {
      name: 'the-data-source-stays-behind-the-door',
      severity: 'error',
      from: { pathNot: ['^libs/database/', '^libs/domain/', '^test/', '\\.spec\\.ts$'] },
      to: { path: 'node_modules/(typeorm|pg)/' },
    },
    {
      name: 'services-know-no-http',
      severity: 'error',
      from: { path: '^apps/api/.*\\.(service|queries)\\.ts$' },
      to: { path: 'node_modules/(fastify|@fastify|@nestjs/(swagger|passport)|passport)' },
    },
    {
      name: 'features-meet-at-service-or-module',
      severity: 'error',
      from: { path: '^apps/api/src/([^/]+)/', pathNot: ['^apps/api/src/pages/', '\\.spec\\.ts$'] },
      to: {
        path: '^apps/api/src/[^/]+/',
        pathNot: ['^apps/api/src/$1/', '\\.(service|module)\\.ts$', '^apps/api/src/(auth|problems|pages)/'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
    },
  },
};
