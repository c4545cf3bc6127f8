// The operations this server knows.
import { metrics as consumerMetrics } from './cca/metrics';
import { scores } from './cca/scores';
import type { Answer, Question, Received } from './http';
import { matches } from './sbca/matches';
import { metrics as locationMetrics } from './sbca/metrics';

/** One operation. `*` in the path stands for one segment, handed on as `pathValue`. */
export interface Route {
	method: 'GET' | 'POST';
	path: string;
	/** Request and 200 answers travel as JWE. */
	encrypted: boolean;
	answer(question: Question): Answer;
}

export const ROUTES: Route[] = [
	{ method: 'POST', path: '/consumer/credit-analytics/scores', encrypted: true, answer: scores },
	{
		method: 'POST',
		path: '/consumer/credit-analytics/metrics',
		encrypted: true,
		answer: consumerMetrics,
	},
	{
		method: 'GET',
		path: '/small-business/credit-analytics/locations/matches',
		encrypted: false,
		answer: matches,
	},
	{
		method: 'GET',
		path: '/small-business/credit-analytics/locations/metrics/*',
		encrypted: false,
		answer: locationMetrics,
	},
];

/** The operation a request asks for, with its path value; undefined for none. */
export function findRoute(request: Received): { route: Route; pathValue: string } | undefined {
	for (const route of ROUTES) {
		const [before = '', after] = route.path.split('*');
		const fits =
			after === undefined
				? request.path === route.path
				: request.path.startsWith(before) && request.path.endsWith(after);
		const pathValue = request.path.slice(before.length, request.path.length - (after?.length ?? 0));
		if (route.method === request.method && fits && !pathValue.includes('/')) {
			return { route, pathValue };
		}
	}
	return undefined;
}
