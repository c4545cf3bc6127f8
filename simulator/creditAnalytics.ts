// The operations behind OAuth 1.0a: Consumer Credit Analytics and Small Business Credit Analytics.
import { getMetrics } from './cca/metrics';
import { getScores } from './cca/scores';
import type { Route } from './routes';
import { getMatches } from './sbca/matches';
import { getLocationMetrics } from './sbca/metrics';

const CCA = '/consumer/credit-analytics';
const SBCA = '/small-business/credit-analytics/locations';

export const CREDIT_ANALYTICS: Route[] = [
	{ method: 'POST', path: `${CCA}/scores`, encrypted: true, handle: getScores },
	{ method: 'POST', path: `${CCA}/metrics`, encrypted: true, handle: getMetrics },
	{ method: 'GET', path: `${SBCA}/matches`, handle: getMatches },
	{ method: 'GET', path: `${SBCA}/metrics/*`, handle: getLocationMetrics },
];
