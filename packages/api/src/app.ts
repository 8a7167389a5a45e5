import { OpenAPIHono } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { Logger } from 'pino';
import { allocationsRoutes } from './allocations/routes.ts';
import { applicationsRoutes } from './applications/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { calendarRoutes } from './calendar/routes.ts';
import type { Limits } from './config.ts';
import { dayInChina } from './day-in-china.ts';
import type { Database } from './db/open-database.ts';
import { lettersRoutes } from './decisions/letters/routes.ts';
import { decisionsRoutes } from './decisions/routes.ts';
import { demoRoutes } from './demo/routes.ts';
import { evaluationsRoutes } from './evaluations/routes.ts';
import type { FilesDeps } from './files/files-deps.ts';
import { filesRoutes } from './files/routes.ts';
import { bankRoutes } from './firms/bank/routes.ts';
import type { SealingKey } from './firms/bank/sealing-key.ts';
import { factsRoutes } from './firms/facts/routes.ts';
import { membersRoutes } from './firms/members/routes.ts';
import { firmsRoutes } from './firms/routes.ts';
import { healthRoutes } from './health/routes.ts';
import { checkOrigin } from './http/check-origin.ts';
import { clientAddress } from './http/client-address.ts';
import { onError, onNotFound, onWrongMethod } from './http/error-responses.ts';
import { keepAnswers } from './http/idempotency.ts';
import { onlyRoutes } from './http/only-routes.ts';
import { limitRate } from './http/rate-limit.ts';
import { type AppEnv, findActorWith, giveRequestId, type Identify, logRequests } from './http/request-context.ts';
import { giveSecurityHeaders } from './http/security-headers.ts';
import { serveWebFiles, serveWebPage } from './http/web-files.ts';
import type { Accounts } from './identity/accounts/open-accounts.ts';
import { accountRoutes } from './identity/accounts/routes.ts';
import { joiningRoutes } from './identity/joining/routes.ts';
import { peopleRoutes } from './identity/people/routes.ts';
import { signInRoutes } from './identity/sign-in/routes.ts';
import { notificationsRoutes } from './notifications/routes.ts';
import { panelsRoutes } from './panels/routes.ts';
import { sheetsRoutes } from './panels/sheets/routes.ts';
import { ordersRoutes } from './payments/orders/routes.ts';
import { paymentsRoutes } from './payments/routes.ts';
import { policiesRoutes } from './policies/routes.ts';
import { publicityRoutes } from './publicity/routes.ts';
import { referenceRoutes } from './reference/routes.ts';
import { casesRoutes } from './review/cases/routes.ts';
import { deskRoutes } from './review/desk/routes.ts';
import { schemesRoutes } from './schemes/routes.ts';
import { studioCasesRoutes } from './studio/cases/routes.ts';
import { studioChecksRoutes } from './studio/checks/routes.ts';
import { consultationsRoutes } from './studio/consultations/routes.ts';
import { studioDraftsRoutes } from './studio/drafts/routes.ts';
import { studioForceRoutes } from './studio/force/routes.ts';
import { libraryRoutes } from './studio/library/routes.ts';
import { studioPopulationsRoutes } from './studio/populations/routes.ts';
import { studioTrialsRoutes } from './studio/trials/routes.ts';

export interface AppDeps {
  readonly database: Database;
  readonly log: Logger;
  /** The clock of the whole app; tests set it. */
  readonly clock: () => Date;
  /** Finds the person behind a request. */
  readonly identify: Identify;
  readonly accounts: Accounts;
  readonly limits: Limits;
  readonly files: FilesDeps;
  readonly sealingKey: SealingKey;
  readonly version: string;
  /** Folder of the built web; without it only the API answers. */
  readonly webDir?: string;
  readonly isHttps?: boolean;
  /** Opens the door of the demonstration. */
  readonly isDemo?: boolean;
}

/** The whole application on one origin: features, the reference of the API, and the web. */
export function createApp(deps: AppDeps) {
  const { accounts, database, clock, limits, version } = deps;
  const app = new OpenAPIHono<AppEnv>();
  const client = clientAddress(limits.trustedProxies);
  const now = () => clock().getTime();
  const guard = (perMinute: number) => ({ perMinute, now, client });
  const studio = {
    database,
    clock,
    log: deps.log,
    bodyBytes: limits.bodyBytes,
    files: deps.files,
    uploadBytes: deps.files.limitBytes,
    commentRate: guard(limits.objectionsPerMinute),
  };

  app.use(giveRequestId(), logRequests(deps.log), giveSecurityHeaders(deps.isHttps ?? false), compress());
  app.use(methodNotAllowed({ app: onlyRoutes(app), onMethodNotAllowed: onWrongMethod }));
  app.use('/api/*', limitRate(guard(limits.requestsPerMinute)));
  app.use('/api/*', checkOrigin(accounts.site));
  app.use('/api/*', findActorWith(deps.identify), keepAnswers({ database, clock }));
  app.onError(onError(deps.log));
  app.notFound(onNotFound);

  // One by one, not in a chain: nobody reads the type of the whole, and adding it up took the compiler half a minute.
  app.route('/', policiesRoutes({ database, today: () => dayInChina(clock()) }));
  app.route(
    '/',
    evaluationsRoutes({
      database,
      clock,
      log: deps.log,
      bodyBytes: limits.bodyBytes,
      batch: { rate: guard(limits.batchesPerMinute), atOnce: limits.batchesAtOnce, lines: limits.batchLines },
    }),
  );
  app.route('/', schemesRoutes({ database, clock, bodyBytes: limits.bodyBytes }));
  app.route('/', applicationsRoutes({ database, clock, bodyBytes: limits.bodyBytes }));
  app.route('/', calendarRoutes({ database, clock, bodyBytes: limits.bodyBytes }));
  app.route('/', firmsRoutes({ database, clock, bodyBytes: limits.bodyBytes }));
  app.route('/', membersRoutes({ database, accounts, clock, bodyBytes: limits.bodyBytes }));
  app.route('/', factsRoutes({ database, clock, bodyBytes: limits.bodyBytes }));
  app.route('/', bankRoutes({ database, clock, bodyBytes: limits.bodyBytes, sealingKey: deps.sealingKey }));
  app.route('/', filesRoutes({ database, clock, log: deps.log, files: deps.files }));
  app.route('/', signInRoutes({ accounts, client }));
  app.route('/', joiningRoutes({ accounts }));
  app.route('/', accountRoutes({ accounts, client }));
  app.route('/', peopleRoutes({ accounts }));
  app.route('/', notificationsRoutes({ database, clock }));
  app.route('/', auditRoutes({ database, clock, log: deps.log }));
  app.route('/', deskRoutes({ database, clock, bodyBytes: limits.bodyBytes }));
  app.route('/', casesRoutes({ database, clock, bodyBytes: limits.bodyBytes }));
  app.route('/', panelsRoutes({ database, clock, bodyBytes: limits.bodyBytes, files: deps.files }));
  app.route('/', sheetsRoutes({ database, clock, bodyBytes: limits.bodyBytes }));
  app.route('/', allocationsRoutes({ database, clock, bodyBytes: limits.bodyBytes }));
  app.route('/', decisionsRoutes({ database, clock, bodyBytes: limits.bodyBytes }));
  app.route('/', lettersRoutes({ database, clock, bodyBytes: limits.bodyBytes }));
  app.route(
    '/',
    publicityRoutes({
      database,
      clock,
      bodyBytes: limits.bodyBytes,
      log: deps.log,
      files: deps.files,
      objectionRate: guard(limits.objectionsPerMinute),
    }),
  );
  app.route('/', paymentsRoutes({ database, clock, bodyBytes: limits.bodyBytes, sealingKey: deps.sealingKey }));
  app.route('/', ordersRoutes({ database, clock, bodyBytes: limits.bodyBytes, sealingKey: deps.sealingKey }));
  app.route('/', libraryRoutes(studio));
  app.route('/', studioDraftsRoutes(studio));
  app.route('/', studioChecksRoutes(studio));
  app.route('/', studioCasesRoutes(studio));
  app.route('/', studioPopulationsRoutes(studio));
  app.route('/', studioTrialsRoutes(studio));
  app.route('/', studioForceRoutes(studio));
  app.route('/', consultationsRoutes(studio));
  app.route('/', healthRoutes({ database, version }));
  if (deps.isDemo) app.route('/', demoRoutes({ accounts, isHttps: deps.isHttps ?? false }));
  app.route('/', referenceRoutes(app, version));
  if (deps.webDir !== undefined) app.use('*', serveWebFiles(deps.webDir), serveWebPage(deps.webDir));
  return app;
}
