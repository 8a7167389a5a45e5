/** Version of the build, from the root package.json. */
declare const __TIDU_VERSION__: string;
