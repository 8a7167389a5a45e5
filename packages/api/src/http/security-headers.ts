import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { AppEnv } from './request-context.ts';

/** Set on an answer that holds what somebody sent: opened by itself it may run and load nothing. */
export const SANDBOXED = 'isSandboxed';

/** Everything from this origin, no inline script or style, no eval, no frames, no forms that leave. */
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

const NOTHING = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'magnetometer', 'gyroscope', 'accelerometer'];

/** HSTS only where people come by https: sent over http it is ignored, and on a test machine it would lock them out. */
export const giveSecurityHeaders = (isHttps: boolean): MiddlewareHandler<AppEnv> => {
  const secure = secureHeaders({
    contentSecurityPolicy,
    permissionsPolicy: Object.fromEntries(NOTHING.map((feature) => [feature, []])),
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    crossOriginResourcePolicy: 'same-origin',
    strictTransportSecurity: isHttps ? 'max-age=31536000; includeSubDomains' : false,
  });
  return async (c, next) => {
    await secure(c, next);
    if (c.get(SANDBOXED)) c.res.headers.set('Content-Security-Policy', "sandbox; default-src 'none'");
  };
};
