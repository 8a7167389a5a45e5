/** Version of the evaluator that stands on every receipt; raised whenever the same policy and facts could decide otherwise. */
export const ENGINE_VERSION = '0.1.0';
