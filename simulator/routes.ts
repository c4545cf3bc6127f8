// Finds the operation for a request.
import type { OperationRequest, ReceivedRequest, SimulatedResponse } from './http';

/** One operation. Each `*` in the path stands for one segment, passed on in `pathParameters`. */
export interface Route {
	method: 'GET' | 'POST';
	path: string;
	/** The request and a 200 response are encrypted as JWE. */
	encrypted?: true;
	handle(request: OperationRequest): SimulatedResponse;
}

/** The operation for a request, with its path parameters; undefined if there is none. */
export function findRoute(
	routes: Route[],
	request: ReceivedRequest,
): { route: Route; pathParameters: string[] } | undefined {
	const requested = request.path.split('/');
	for (const route of routes) {
		const segments = route.path.split('/');
		const matches =
			route.method === request.method &&
			segments.length === requested.length &&
			segments.every((segment, index) => segment === '*' || segment === requested[index]);
		if (matches) {
			return { route, pathParameters: requested.filter((_, index) => segments[index] === '*') };
		}
	}
	return undefined;
}
