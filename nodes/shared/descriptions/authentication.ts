/** The choice between the two ways to Small Business Credit Analytics, in the nodes that offer both. */
import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

const STANDALONE = 'mastercardApi';
const OPEN_FINANCE = 'mastercardOpenFinanceApi';

/** Each choice has the name of its credential, as n8n wants it. */
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
			description: 'Small Business Credit Analytics as an API of its own',
		},
		{
			name: 'Mastercard Open Finance API',
			value: OPEN_FINANCE,
			description: 'The same reports as part of Open Finance US',
		},
	],
	default: STANDALONE,
	description: 'Which of your contracts with Mastercard to use',
};

export const credentials: INodeCredentialDescription[] = [STANDALONE, OPEN_FINANCE].map((name) => ({
	name,
	required: true,
	displayOptions: { show: { authentication: [name] } },
}));

/** For parameters that only one of the two has. */
export const onlyStandalone = { authentication: [STANDALONE] };
export const onlyOpenFinance = { authentication: [OPEN_FINANCE] };
