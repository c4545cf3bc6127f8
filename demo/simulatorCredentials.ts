/** The simulator's credentials as n8n imports them, with the IDs that the example workflows refer to. */
import type { Simulator } from '../simulator/server';
import type { ImportedCredential } from './importExamples';

export const simulatorCredentials = (simulator: Simulator): ImportedCredential[] => [
	{
		id: 'mastercardApiDemo',
		name: 'Mastercard API',
		type: 'mastercardApi',
		data: simulator.credential,
	},
	{
		id: 'mastercardOpenFinanceApiDemo',
		name: 'Mastercard Open Finance API',
		type: 'mastercardOpenFinanceApi',
		data: simulator.openFinanceCredential,
	},
];
