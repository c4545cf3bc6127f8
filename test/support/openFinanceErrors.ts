// The error bodies in the Open Finance specification for an operation.
import { readDocumented } from './documented';

export interface DocumentedError {
	operation: string;
	status: number;
	name: string;
	body: { code: string | number; message: string };
}

/** @param operation As the specification names it, for example `GET /decisioning/sbca/location-matches`. */
export function documentedErrors(operation: string): DocumentedError[] {
	const { errors } = JSON.parse(readDocumented('of-error-examples')) as {
		errors: DocumentedError[];
	};
	return errors.filter((error) => error.operation === operation);
}
