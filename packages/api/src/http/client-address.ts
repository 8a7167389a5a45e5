import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * Who is asking, for rate limits only. Behind `trustedProxies` proxies it is the address the outermost of them saw; what a
 * client wrote into the header itself stands further left and is never believed. IPv6 counts by its /64: one household.
 */
export const clientAddress =
  (trustedProxies: number) =>
  (c: Context): string => {
    const named = (c.req.header('X-Forwarded-For') ?? '').split(',').map((part) => part.trim());
    const forwarded = trustedProxies > 0 ? named.at(-trustedProxies) : undefined;
    return prefixOf(forwarded || connectedAddress(c));
  };

// Without a socket (tests that call the app directly) everyone is the same client.
function connectedAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'local';
  }
}

function prefixOf(address: string): string {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (v4 !== undefined) return v4;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const zeros = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length;
  return [...groups, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...(tail ?? '').split(':')]
    .slice(0, 4)
    .join(':');
}
