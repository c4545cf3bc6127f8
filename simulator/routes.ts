// Finds the operation that a request asks for.
import type { Answer, Question, Received } from './http';

/** One operation. Each `*` in the path stands for one segment, handed on in `pathValues`. */
export interface Route {
	method: 'GET' | 'POST';
	path: string;
	/** Request and 200 answers travel as JWE. */
	encrypted?: true;
	answer(question: Question): Answer;
}

/** The operation a request asks for, with its path values; undefined for none. */
export function findRoute(
	routes: Route[],
	request: Received,
): { route: Route; pathValues: string[] } | undefined {
	const asked = request.path.split('/');
	for (const route of routes) {
		const segments = route.path.split('/');
		const fits =
			route.method === request.method &&
			segments.length === asked.length &&
			segments.every((segment, index) => segment === '*' || segment === asked[index]);
		if (fits) {
			return { route, pathValues: asked.filter((_, index) => segments[index] === '*') };
		}
	}
	return undefined;
}
