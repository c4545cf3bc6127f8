// The nodes, each with rows for testing the common promises.
import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';
import { METRICS_TEST_CARDS } from '../../simulator/cca/metrics';
import type { Simulator } from '../../simulator/server';
import { BUSINESS, CUSTOMER } from '../support/openFinanceRows';

export interface Subject {
	node: string;
	title: string;
	parameters: Record<string, NodeParameterValueType>;
	/** Different rows for which Mastercard has data; at least three. */
	rows: IDataObject[];
	callsPerRow: number;
	/** Options for one call per row. */
	oneRowPerCall?: IDataObject;
	badRow: IDataObject;
	badRowMessage: RegExp;
	/** Rows for which Mastercard has no data, and how the summary counts them. */
	unavailableRows: IDataObject[];
	unavailableReasons: Record<string, number>;
	/** Texts of the rows that must not appear in output or errors. */
	confidential: string[];
	/** What an error says about a row besides what went wrong: `error` of a good row, and of the bad one. */
	identity?: { goodRow: IDataObject; badRow: IDataObject };
	credentials(simulator: Simulator): Record<string, object>;
	/** Whether the API has sessions. They have their own tests, so here a session is open before each test. */
	logsIn?: true;
	/** Its calls create something, and are not simply repeated. */
	creates?: true;
	/** A field of the credential, an invalid value, and the message about it. */
	credentialFlaw: { field: string; value: string; message: RegExp };
}

const SCORED = ['5425233430109903', '5408577159639842', '5537502036796908', '5779964451763663'];

/** The documented card with metrics, and two others for which the Mastercard simulator has metrics. */
const WITH_METRICS = ['5255923576711240', '5425233430109903', '5408577159639842'];

const wrongPassword: Subject['credentialFlaw'] = {
	field: 'signingKeyPassword',
	value: 'not the password',
	message: /^'Signing Key Password' does not open/,
};

const wrongSecret: Subject['credentialFlaw'] = {
	field: 'partnerSecret',
	value: 'not the secret',
	message: /^'Partner Secret' contains invalid characters/,
};

export const subjects: Subject[] = [
	{
		node: 'ccaScores',
		title: 'consumer scores',
		parameters: {
			customerPan: '={{ $json.card }}',
			hasConsent: '={{ $json.consent }}',
			consentReference: '={{ $json.reference }}',
		},
		rows: SCORED.map((card, row) => ({ card, consent: true, reference: `C-${row}` })),
		callsPerRow: 1,
		oneRowPerCall: { batchSize: 1 },
		badRow: { card: '5425233430109904', consent: true, reference: 'C-bad' },
		badRowMessage: /^'Customer PAN' has a wrong check digit/,
		unavailableRows: [
			{ card: '5407502036052150', consent: true },
			{ card: '2222420000001113', consent: true },
			{ card: '5255923576711240', consent: true },
		],
		unavailableReasons: { NOT_ENOUGH_TRANSACTIONS_TO_SCORE: 1, CARD_TOO_NEW_TO_SCORE: 2 },
		confidential: [...SCORED, '5425233430109904'],
		identity: {
			goodRow: {
				customerPAN: '542523******9903',
				cardReference: expect.stringMatching(/^[\w-]{43}$/),
				consentReference: 'C-0',
			},
			badRow: { consentReference: 'C-bad' },
		},
		credentials: (simulator) => ({ mastercardApi: simulator.credential }),
		credentialFlaw: wrongPassword,
	},
	{
		node: 'ccaMetrics',
		title: 'consumer metrics',
		parameters: {
			customerPan: '={{ $json.card }}',
			hasConsent: '={{ $json.consent }}',
			consentReference: '={{ $json.reference }}',
		},
		rows: WITH_METRICS.map((card, row) => ({ card, consent: true, reference: `C-${row}` })),
		callsPerRow: 1,
		badRow: { card: '5425233430109904', consent: true, reference: 'C-bad' },
		badRowMessage: /^'Customer PAN' has a wrong check digit/,
		unavailableRows: [{ card: METRICS_TEST_CARDS.errorsInBody, consent: true }],
		unavailableReasons: { PAN_NOT_FOUND: 1 },
		confidential: [...WITH_METRICS, '5425233430109904'],
		identity: {
			goodRow: {
				customerPAN: '525592******1240',
				cardReference: expect.stringMatching(/^[\w-]{43}$/),
				consentReference: 'C-0',
			},
			badRow: { consentReference: 'C-bad' },
		},
		credentials: (simulator) => ({ mastercardApi: simulator.credential }),
		credentialFlaw: wrongPassword,
	},
	{
		node: 'sbcaMatchLocation',
		title: 'merchant locations',
		parameters: { matchBy: 'merchantId', idValue: '={{ $json.merchant }}' },
		rows: ['106241230D01', '106241230D02', 'CORNER-7'].map((merchant) => ({ merchant })),
		callsPerRow: 1,
		badRow: { merchant: '' },
		badRowMessage: /^'ID Value' is empty/,
		unavailableRows: [{ merchant: '106241230D0122' }],
		unavailableReasons: { MATCHES_NOT_FOUND: 1 },
		confidential: [],
		credentials: (simulator) => ({ mastercardApi: simulator.credential }),
		credentialFlaw: wrongPassword,
	},
	{
		node: 'sbcaReport',
		title: 'location reports',
		parameters: {
			locationId: '={{ $json.location }}',
			hasConsent: '={{ $json.consent }}',
			metricFrequency: 'Monthly',
		},
		rows: [1, 2, 3, 4].map((number) => ({
			location: `a1b2c3d4-0000-1234-abcd-00000000000${number}`,
			consent: true,
		})),
		callsPerRow: 1,
		badRow: { location: 'a1b2c3d4-0000-1234-abcd-000000000001', consent: 'yes' },
		badRowMessage: /^'Has Consent' is text/,
		unavailableRows: [],
		unavailableReasons: {},
		confidential: [],
		credentials: (simulator) => ({ mastercardApi: simulator.credential }),
		credentialFlaw: wrongPassword,
	},
	{
		node: 'sbcaMatchLocation',
		title: 'merchant locations on Open Finance',
		parameters: {
			authentication: 'mastercardOpenFinanceApi',
			matchBy: 'merchantId',
			idValue: '={{ $json.merchant }}',
		},
		rows: ['106241230D01', '106241230D02', 'CORNER-7'].map((merchant) => ({ merchant })),
		callsPerRow: 1,
		badRow: { merchant: '1'.repeat(101) },
		badRowMessage: /^'ID Value' has 101 characters/,
		unavailableRows: [{ merchant: '106241230D0122' }],
		unavailableReasons: { MATCHES_NOT_FOUND: 1 },
		confidential: [],
		credentials: (simulator) => ({ mastercardOpenFinanceApi: simulator.openFinanceCredential }),
		logsIn: true,
		credentialFlaw: wrongSecret,
	},
	{
		node: 'sbcaReport',
		title: 'location reports on Open Finance',
		parameters: {
			authentication: 'mastercardOpenFinanceApi',
			locationId: '={{ $json.location }}',
			hasConsent: '={{ $json.consent }}',
			metricFrequency: 'Monthly',
			customerId: CUSTOMER,
			businessDetails: BUSINESS,
		},
		rows: [1, 2, 3, 4].map((number) => ({
			location: `a1b2c3d4-0000-1234-abcd-00000000000${number}`,
			consent: true,
		})),
		callsPerRow: 1,
		badRow: { location: 'a1b2c3d4-0000-1234-abcd-000000000001', consent: 'yes' },
		badRowMessage: /^'Has Consent' is text/,
		unavailableRows: [],
		unavailableReasons: {},
		confidential: [],
		credentials: (simulator) => ({ mastercardOpenFinanceApi: simulator.openFinanceCredential }),
		logsIn: true,
		creates: true,
		credentialFlaw: wrongSecret,
	},
];
