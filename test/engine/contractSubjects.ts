// The nodes, each with rows to try the common promises on.
import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';
import type { Sandbox } from '../../sandbox/server';

export interface Subject {
	node: string;
	title: string;
	parameters: Record<string, NodeParameterValueType>;
	/** Different rows that Mastercard has data for; at least three. */
	rows: IDataObject[];
	callsPerRow: number;
	/** Options that give each row its own call. */
	oneRowPerCall?: IDataObject;
	badRow: IDataObject;
	badRowMessage: RegExp;
	/** Rows that Mastercard answers but has no data for, and how the summary counts them. */
	unavailableRows: IDataObject[];
	unavailableReasons: Record<string, number>;
	/** Texts of the rows that must not appear in output or errors. */
	confidential: string[];
	credentials(sandbox: Sandbox): Record<string, object>;
	/** A field of the credential, a value that cannot be right, and what is said about it. */
	credentialFlaw: { field: string; value: string; message: RegExp };
}

const SCORED = ['5425233430109903', '5408577159639842', '5537502036796908', '5779964451763663'];

const wrongPassword: Subject['credentialFlaw'] = {
	field: 'signingKeyPassword',
	value: 'not the password',
	message: /^'Signing Key Password' does not open/,
};

export const subjects: Subject[] = [
	{
		node: 'ccaScores',
		title: 'consumer scores',
		parameters: {
			customerPan: '={{ $json.card }}',
			hasConsent: '={{ $json.consent }}',
		},
		rows: SCORED.map((card) => ({ card, consent: true })),
		callsPerRow: 1,
		oneRowPerCall: { batchSize: 1 },
		badRow: { card: '5425233430109904', consent: true },
		badRowMessage: /^'Customer PAN' is mistyped/,
		unavailableRows: [
			{ card: '5407502036052150', consent: true },
			{ card: '2222420000001113', consent: true },
			{ card: '5255923576711240', consent: true },
		],
		unavailableReasons: { NOT_ENOUGH_TRANSACTIONS_TO_SCORE: 1, CARD_TOO_NEW_TO_SCORE: 2 },
		confidential: [...SCORED, '5425233430109904'],
		credentials: (sandbox) => ({ mastercardApi: sandbox.credential }),
		credentialFlaw: wrongPassword,
	},
];
