import { NodeOperationError, type IExecuteFunctions, type INode } from 'n8n-workflow';
import {
	failedCall,
	failedRun,
	fileNotStored,
	invalidCredential,
	isUnconfirmed,
	missingResult,
	quoteError,
	toNodeError,
} from '../../../nodes/shared/failure';
import { CredentialFieldError } from '../../../mastercard/keys/CredentialFieldError';
import { parseNumber } from '../../../nodes/shared/execution/runSettings';

const NODE: INode = {
	id: '1',
	name: 'Node',
	type: 'test',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

describe('a call that was not sent', () => {
	test.each([
		['cancelled', /cancelled/],
		['stopped', /earlier call/],
	] as const)('%s: says so, and can be sent again', (reason, words) => {
		expect(failedCall({ kind: 'notSent', reason, attempts: 0 })).toEqual({
			message: expect.stringMatching(words),
			description: expect.stringMatching(/Nothing was charged.*\.$/),
			httpCode: null,
			reasonCode: 'NOT_SENT',
			source: 'Node',
			retryable: true,
			scope: 'run',
			correlationId: null,
		});
	});
});

test('a call that failed for a reason that nobody knows may have been charged', () => {
	const unknown = { kind: 'networkError', cause: 'constructor', retry: 'never' } as const;
	expect(failedCall({ ...unknown, attempts: 1 })).toMatchObject({
		reasonCode: 'REQUEST_NOT_POSSIBLE',
		description: expect.stringContaining('may have charged'),
	});
});

test('a response without a result warns of the charge', () => {
	expect(missingResult(200)).toMatchObject({
		message: expect.stringMatching(/^Unexpected response from Mastercard/),
		description: expect.stringContaining('may have been charged'),
		httpCode: 200,
		source: 'Node',
		retryable: false,
	});
	expect(failedCall({ kind: 'response', status: 200, response: [], attempts: 1 })).toEqual(
		missingResult(),
	);
});

test('a credential that cannot be read for an unknown reason says nothing of its content', () => {
	const failure = invalidCredential(new Error('secret'));
	expect(failure).toMatchObject({
		message: expect.stringContaining('credential'),
		description: expect.stringMatching(/Nothing was sent.*\.$/),
		reasonCode: 'CREDENTIAL',
		attempts: 0,
	});
	expect(JSON.stringify(failure)).not.toContain('secret');
});

test.each([
	['a piece of 54252 and no more', 'a piece of *** and no more'],
	['in groups 5-4-2 5 2.', 'in groups ***.'],
	['four digits 5425 stay', 'four digits 5425 stay'],
	['4 far apart ------- 5425', '4 far apart ------- 5425'],
	['masked 542523******9903 stays, 54252 not', 'masked 542523******9903 stays, *** not'],
	['masked 542523******9903 12 stays whole', 'masked 542523******9903 12 stays whole'],
])('what n8n says about an error, %j, is quoted without digits of a card', (message, quoted) => {
	expect(quoteError(new Error(message))).toBe(quoted);
	expect(quoteError(message)).toBe('');
});

test("a code of Mastercard's that reads like ours says nothing about a lost response", () => {
	const failure = { ...missingResult(), httpCode: null, reasonCode: 'TIMEOUT' };
	expect(isUnconfirmed({ ...failure, source: 'Node' })).toBe(true);
	expect(isUnconfirmed({ ...failure, source: 'Mastercard' })).toBe(false);
});

describe('a run that cannot begin', () => {
	const CARD = '5425233430109903';

	test('says what a setting lacks, without a card number', () => {
		const description = `Choose another for ${CARD}`;
		const error = new NodeOperationError(NODE, `Wrong: ${CARD}`, { description });
		expect(failedRun(error)).toMatchObject({
			message: 'Wrong: 542523******9903',
			description: 'Choose another for 542523******9903',
			reasonCode: 'NODE_SETTING',
		});
	});

	test('needs no description of a setting', () => {
		expect(failedRun(new NodeOperationError(NODE, 'Wrong'))).toMatchObject({
			message: 'Wrong',
			description: '',
		});
	});

	test.each([
		[new Error(`Broken: ${CARD}`), 'Broken: 542523******9903'],
		['no error at all', ''],
	])('calls anything else its own fault', (error, description) => {
		expect(failedRun(error)).toMatchObject({
			message: expect.stringMatching(/\w/),
			description,
			reasonCode: 'NODE_FAULT',
			attempts: 0,
		});
	});
});

test.each([
	[4, 4],
	[' 4.5 ', 4.5],
	['', NaN],
	['  ', NaN],
	['four', NaN],
	[null, NaN],
	[true, NaN],
	[[5], NaN],
])('%j as a number is %p', (value, expected) => {
	expect(parseNumber(value)).toBe(expected);
});

test('a file that could not be stored can be had again, and the reason holds no card number', () => {
	expect(fileNotStored(new Error('No space for 5425 2334 3010 9903'))).toEqual({
		message: "The file from Mastercard could not be stored in n8n's binary data",
		description:
			'Check where n8n keeps binary data, then run the row again. No space for 542523******9903',
		...{ httpCode: null, reasonCode: 'FILE_NOT_STORED', source: 'Node', retryable: true },
		...{ scope: 'run', correlationId: null },
	});
});

test('a run that fails because of the credential names its field', () => {
	const error = new CredentialFieldError('MISSING', 'appKey', "'App Key' is empty");
	expect(failedRun(error)).toEqual(invalidCredential(error));
	expect(failedRun(error)).toMatchObject({ message: "'App Key' is empty", reasonCode: 'MISSING' });
});

test('an error that stops a node says no more than there is to say', () => {
	const context = { getNode: () => NODE } as IExecuteFunctions;
	const failure = missingResult();
	expect(toNodeError(context, failure).description).toBe(failure.description);
	const { description } = toNodeError(context, { ...failure, correlationId: 'c' }, 0, 1);
	expect(description).toMatch(
		/^The call .*\. 1 row had already .*'Continue'\. Correlation ID: c\.$/,
	);
});
