/** The choice between the two APIs for Small Business Credit Analytics, for the nodes that support both. */
import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

const STANDALONE = 'mastercardApi';
const OPEN_FINANCE = 'mastercardOpenFinanceApi';

/** Each value is the name of its credential type, as n8n requires. */
export type Authentication = typeof STANDALONE | typeof OPEN_FINANCE;

export const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Mastercard API',
			value: STANDALONE,
			description: 'The standalone Small Business Credit Analytics API',
		},
		{
			name: 'Mastercard Open Finance API',
			value: OPEN_FINANCE,
			description: 'The same reports as part of Open Finance US',
		},
	],
	default: STANDALONE,
	description: 'Which of your Mastercard contracts to use',
};

/**
 * Hidden by the other's name rather than shown by its own: otherwise n8n's editor hides 'Authentication' and lists the
 * credentials of both in one field, of which it selects the latest in every new node.
 */
export const credentials: INodeCredentialDescription[] = [
	{
		name: STANDALONE,
		required: true,
		displayOptions: { hide: { authentication: [OPEN_FINANCE] } },
	},
	{
		name: OPEN_FINANCE,
		required: true,
		displayOptions: { hide: { authentication: [STANDALONE] } },
	},
];

/** Display conditions for parameters of only one of the two. */
export const onlyStandalone = { authentication: [STANDALONE] };
export const onlyOpenFinance = { authentication: [OPEN_FINANCE] };
