import type { PolicyDoc } from '@tidu/rules';
import ladder2018 from '@tidu/rules/policies/nbhtz-ladder/2018-03-01.json' with { type: 'json' };
import ladder2020 from '@tidu/rules/policies/nbhtz-ladder/2020-11-23.json' with { type: 'json' };
import pools2018 from '@tidu/rules/policies/nbhtz-three-pools/2018-03-01.json' with { type: 'json' };
import techSme from '@tidu/rules/policies/tech-sme/2017-05-03.json' with { type: 'json' };
import gazelle from '@tidu/rules/policies/torch-gazelle/2014-01-01.json' with { type: 'json' };

/** For tests alone: the policies that come with Tidu. */
export const SHIPPED = [ladder2018, ladder2020, pools2018, techSme, gazelle] as unknown as readonly PolicyDoc[];
