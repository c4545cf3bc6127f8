// The operations behind OAuth 1.0a: Consumer Credit Analytics and Small Business Credit Analytics.
import { metrics as consumerMetrics } from './cca/metrics';
import { scores } from './cca/scores';
import type { Route } from './routes';
import { matches } from './sbca/matches';
import { metrics as locationMetrics } from './sbca/metrics';

const CCA = '/consumer/credit-analytics';
const SBCA = '/small-business/credit-analytics/locations';

export const CREDIT_ANALYTICS: Route[] = [
	{ method: 'POST', path: `${CCA}/scores`, encrypted: true, answer: scores },
	{ method: 'POST', path: `${CCA}/metrics`, encrypted: true, answer: consumerMetrics },
	{ method: 'GET', path: `${SBCA}/matches`, answer: matches },
	{ method: 'GET', path: `${SBCA}/metrics/*`, answer: locationMetrics },
];
