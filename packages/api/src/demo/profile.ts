/** What kind of firm it is; `edge` firms stand exactly on a threshold, `sparse` ones have told half. */
export type Profile = 'start-up' | 'gazelle' | 'edge' | 'quasi-unicorn' | 'unicorn' | 'steady' | 'vetoed' | 'sparse';
