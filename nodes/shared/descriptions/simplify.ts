import type { INodeProperties } from 'n8n-workflow';

/** n8n's usual "Simplify": items of one level, which read as a table in the editor. */
export const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};
