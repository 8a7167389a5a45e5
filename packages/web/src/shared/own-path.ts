/** A link could name another site to go back to; only a path of this one is followed. */
export const isOwnPath = (path: string | undefined): path is string => path !== undefined && /^\/(?![/\\])/.test(path);
