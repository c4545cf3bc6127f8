// CCA Scores as users run it: the built node and credential in n8n's engine, against the Mastercard simulator.
import type { IDataObject } from 'n8n-workflow';
import { getPeakConcurrency, startSimulator, type Simulator } from '../../simulator/server';
import { withCheckDigit } from '../support/cardNumbers';
import { documented } from '../support/documented';
import { runInEngine, type EngineRun } from '../support/runInEngine';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
beforeEach(() => {
	simulator.reset();
});
afterAll(async () => {
	await simulator.close();
});

const PARAMETERS = {
	customerPan: '={{ $json.card }}',
	hasConsent: '={{ $json.consent }}',
	consentReference: '={{ $json.reference }}',
	simplify: false,
};

function score(rows: IDataObject[], run: Partial<EngineRun> = {}) {
	return runInEngine({
		node: 'ccaScores',
		rows,
		credentials: { mastercardApi: simulator.credential },
		...run,
		parameters: { ...PARAMETERS, ...run.parameters },
	});
}

/** Different, well-formed cards. */
function cards(count: number): string[] {
	return Array.from({ length: count }, (_, index) =>
		withCheckDigit(`5${String(100_000_000_000_00 + index)}`),
	);
}

const withConsent = (pans: string[]) => pans.map((card) => ({ card, consent: true }));

interface DocumentedScores {
	predictionDataSuccesses: { customerPAN: string; scores: Record<string, unknown>[] }[];
	predictionDataErrors: { customerPAN: string; errors: Record<string, unknown>[] }[];
}

describe('documented cases', () => {
	it.each([
		'cca-scores-01-available',
		'cca-scores-02-new-prospect',
		'cca-scores-03-without-embedding',
		'cca-scores-04-multiple-models',
	])('%s comes out as documented', async (name) => {
		const { request, response } = documented(name);
		const [card] = (response as DocumentedScores).predictionDataSuccesses;
		const { outputs } = await score(withConsent([card?.customerPAN ?? '']), {
			parameters: {
				hasEmbedding: request.body?.hasEmbedding === true,
				options: { cardNumberOutput: 'full', embeddingFormat: 'raw' },
			},
		});

		const expected = card?.scores.map(({ embeddingFeatures, ...fields }) => ({
			...fields,
			...(embeddingFeatures === undefined ? {} : { embedding: embeddingFeatures }),
		}));
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[0]?.[0]?.json).toMatchObject({
			customerPAN: card?.customerPAN,
			scored: true,
			...expected?.[0],
			scores: expected,
		});
		expect(outputs[0]?.[0]?.json).not.toHaveProperty('reasonCode');
	});

	it.each([
		'cca-scores-neg-01-not-enough-transactions',
		'cca-scores-neg-02-card-too-new',
		'cca-scores-neg-03-card-too-new-multiple-models',
	])('%s comes out as documented', async (name) => {
		const [card] = (documented(name).response as DocumentedScores).predictionDataErrors;
		const { outputs } = await score(withConsent([card?.customerPAN ?? '']));

		const expected = card?.errors.map(({ errorMessage, ...fields }) => ({
			...fields,
			reason: errorMessage,
		}));
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[0]?.[0]?.json).toMatchObject({
			scored: false,
			...expected?.[0],
			scores: [],
			reasons: expected,
		});
	});

	it('reports the missing country code with the documented error', async () => {
		const { response } = documented('cca-scores-err-400-missing-country-code');
		simulator.injectFault({ kind: 'status', status: 400, body: response });
		const { outputs } = await score(withConsent(cards(1)), { onError: 'continueRegularOutput' });
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			message:
				'Mastercard declined the request: The parameter is required but not provided. [item 0]',
			description: expect.stringContaining(
				'The countryCode parameter is required but was not provided.',
			),
			httpCode: 400,
			reasonCode: 'MISSING_REQUIRED_FIELD',
			source: 'ConsumerCreditAnalytics',
			retryable: false,
			attempts: 1,
		});
	});
});

describe('batches', () => {
	it.each([
		[1, 1],
		[19, 1],
		[20, 1],
		[21, 2],
		[40, 2],
		[101, 6],
	])('%i cards: %i calls, with the output in input order', async (count, calls) => {
		const pans = cards(count);
		const { outputs } = await score(withConsent(pans), {
			parameters: { options: { cardNumberOutput: 'full' } },
		});
		expect(simulator.calls).toHaveLength(calls);
		expect(outputs[0]?.map(({ json }) => json.customerPAN)).toEqual(pans);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			pans.map((_, item) => ({ item })),
		);
	});

	it('keeps the input order when responses arrive in another order', async () => {
		simulator.injectFault({ kind: 'delay', delayMs: 300 });
		simulator.injectFault({ kind: 'reversedCards', times: 10 });
		const pans = cards(60);
		const { outputs } = await score(withConsent(pans), {
			parameters: { options: { cardNumberOutput: 'full' } },
		});
		expect(outputs[0]?.map(({ json }) => json.customerPAN)).toEqual(pans);
	});

	it('puts no more cards into a call than the batch size allows', async () => {
		await score(withConsent(cards(12)), { parameters: { options: { batchSize: 5 } } });
		expect(simulator.calls.map(({ cardCount }) => cardCount)).toEqual([5, 5, 2]);
	});

	it('keeps no more requests in flight than the concurrency allows', async () => {
		simulator.injectFault({ kind: 'delay', delayMs: 50, times: 100 });
		await score(withConsent(cards(30)), {
			parameters: { options: { batchSize: 1, concurrency: 3 } },
		});
		expect(simulator.calls).toHaveLength(30);
		expect(getPeakConcurrency(simulator.calls)).toBe(3);
	});

	it('never mixes cards with different settings in one call', async () => {
		const rows = cards(6).map((card, index) => ({
			card,
			consent: true,
			country: index % 2 === 0 ? 'USA' : 'BRA',
			embedding: index < 2,
		}));
		const { outputs } = await score(rows, {
			parameters: {
				countryCode: '={{ $json.country }}',
				hasEmbedding: '={{ $json.embedding }}',
			},
		});
		expect(simulator.calls).toHaveLength(4);
		expect(outputs[0]?.map(({ json }) => 'embedding' in json)).toEqual(
			rows.map(({ embedding }, index) => embedding && outputs[0]?.[index]?.json.scored === true),
		);
	});

	it('requests a repeated card once, and outputs its result for every row', async () => {
		const [one = '', other = ''] = cards(2);
		const rows = [one, other, `${one.slice(0, 4)} ${one.slice(4)}`].map((card, index) => ({
			card,
			consent: true,
			reference: `C-${index}`,
		}));
		const { outputs } = await score(rows, {
			parameters: { options: { includeRunSummary: true } },
		});
		expect(simulator.calls.map(({ cardCount }) => cardCount)).toEqual([2]);
		const [first, , third, summary] = outputs[0] ?? [];
		expect(third?.json).toEqual({ ...first?.json, consentReference: 'C-2' });
		expect(third?.pairedItem).toEqual({ item: 2 });
		expect(summary?.json.runSummary).toMatchObject({ rows: 3, duplicates: 1, calls: 1 });
	});
});

describe('output', () => {
	const TWO_MODELS = '5779964451763663';
	const UNSCORED = '5407502036052150';

	it('perModel: outputs one item per model, for scores and for reasons', async () => {
		const { outputs } = await score(withConsent([TWO_MODELS, UNSCORED]), {
			parameters: { outputMode: 'perModel' },
		});
		expect(
			outputs[0]?.map(({ json, pairedItem }) => [json.modelName, json.score, pairedItem]),
		).toEqual([
			['CCA_CCS_Del_M2_v1.0', 570, { item: 0 }],
			['CCA_CCS_Del_M1_v1.0', 790, { item: 0 }],
			['CCA_CCS_Del_M2_v1.0', undefined, { item: 1 }],
		]);
		expect(outputs[0]?.[2]?.json).toMatchObject({
			scored: false,
			reasonCode: 'NOT_ENOUGH_TRANSACTIONS_TO_SCORE',
		});
	});

	it.each([
		['object', expect.objectContaining({ f1: 0.113484, f4: 0.05963 })],
		['array', expect.arrayContaining([0.113484, 0.070811])],
		['raw', expect.stringMatching(/^\{f1:0\.113484,f2:0\.113484,.*f4:0\.059630/)],
	])('outputs the embedding as %s', async (embeddingFormat, expected) => {
		const { outputs } = await score(withConsent(['5425233430109903']), {
			parameters: { hasEmbedding: true, options: { embeddingFormat } },
		});
		expect(outputs[0]?.[0]?.json.embedding).toEqual(expected);
	});

	it('is one level when simplified, for scored and unscored cards', async () => {
		const { outputs } = await score(withConsent([TWO_MODELS, UNSCORED]), {
			parameters: { simplify: true },
		});
		const items = (outputs[0] ?? []).map(({ json }) => json);
		expect(items.map(({ scored }) => scored)).toEqual([true, false]);
		const cells = items.flatMap((item) => Object.values(item));
		expect(cells.filter((cell) => typeof cell === 'object')).toEqual([]);
	});

	it.each(['={{ "DELINQUENCY" }}', '={{ ["DELINQUENCY", "", null, 5] }}'])(
		'takes the types that an expression gives: %s',
		async (types) => {
			const { outputs } = await score(withConsent(['5425233430109903']), {
				parameters: {
					scoreTypes: types,
					productTypes: types.replace('DELINQUENCY', 'CREDIT_CARD'),
				},
			});
			expect(outputs[0]?.[0]?.json).toMatchObject({ scored: true, score: 8 });
		},
	);

	it.each([
		['scoreTypes', 'Score Types', []],
		['scoreTypes', 'Score Types', '={{ "" }}'],
		['productTypes', 'Product Types', '={{ [""] }}'],
		['productTypes', 'Product Types', '={{ 5 }}'],
	])('requires at least one of %s', async (name, label, types) => {
		const { outputs } = await score(withConsent(['5425233430109903']), {
			parameters: { [name]: types },
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			message: `'${label}' is empty [item 0]`,
			description: 'Choose at least one.',
			reasonCode: 'CHOICE_MISSING',
		});
		expect(simulator.calls).toEqual([]);
	});

	it('leaves out unscored cards on request', async () => {
		const { outputs } = await score(withConsent([UNSCORED, TWO_MODELS]), {
			parameters: { unscoredCards: 'omit' },
		});
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	});

	it('treats unscored cards as errors on request, which stop the node by default', async () => {
		const parameters = { unscoredCards: 'error' };
		const going = await score(withConsent([UNSCORED, TWO_MODELS]), {
			parameters,
			onError: 'continueErrorOutput',
		});
		expect(going.outputs[1]?.[0]?.json.error).toMatchObject({
			message: 'Mastercard cannot score this card [item 0]',
			reasonCode: 'NOT_ENOUGH_TRANSACTIONS_TO_SCORE',
		});
		expect(going.outputs[0]).toHaveLength(1);
		const stopped = await score(withConsent([UNSCORED, TWO_MODELS]), { parameters });
		expect(stopped.error?.message).toBe('Mastercard cannot score this card [item 0]');
	});

	it.each([
		[{ errorMessage: 'Too few purchases.' }, 'Too few purchases.'],
		[{}, 'Mastercard gave no reason.'],
	])('says why a card has no score when that is an error: %j', async (reason, description) => {
		const text = JSON.stringify({
			predictionDataErrors: [
				{ customerPAN: UNSCORED, errors: [{ reasonCode: 'TOO_FEW', ...reason }] },
			],
		});
		simulator.injectFault({ kind: 'responseText', text });
		const { outputs } = await score(withConsent([UNSCORED]), {
			parameters: { unscoredCards: 'error' },
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.[0]?.json.error).toMatchObject({ reasonCode: 'TOO_FEW', description });
	});

	it.each([
		['masked', '542523******9903'],
		['full', '5425233430109903'],
		['none', undefined],
	])('outputs card numbers %s', async (cardNumberOutput, expected) => {
		const { outputs } = await score(withConsent(['5425233430109903']), {
			parameters: { options: { cardNumberOutput } },
		});
		expect(outputs[0]?.[0]?.json.customerPAN).toBe(expected);
	});

	it('outputs the same card reference in every run, and none without a key', async () => {
		const reference = async (cardReferenceKey: string) => {
			const { outputs } = await score(withConsent(['5425233430109903']), {
				credentials: { mastercardApi: { ...simulator.credential, cardReferenceKey } },
			});
			return outputs[0]?.[0]?.json.cardReference;
		};
		expect(await reference('a secret of the lender')).toBe(
			await reference('a secret of the lender'),
		);
		expect(await reference('a secret of the lender')).not.toBe(await reference('another secret'));
		expect(await reference('')).toBeUndefined();
	});

	it('finds the cards when Mastercard masks the numbers it echoes', async () => {
		simulator.injectFault({ kind: 'maskedPan' });
		const { outputs } = await score(withConsent(['5425233430109903', '5408577159639842']));
		expect(outputs[0]?.map(({ json }) => json.score)).toEqual([8, 363]);
	});

	it('passes through fields that Mastercard adds later', async () => {
		simulator.injectFault({ kind: 'unknownFields' });
		const plain = await score(withConsent(['5425233430109903']));
		simulator.reset();
		const documentedOnly = await score(withConsent(['5425233430109903']));
		const names = (run: typeof plain) => Object.keys(run.outputs[0]?.[0]?.json ?? {});
		expect(names(plain).length).toBeGreaterThan(names(documentedOnly).length);
		expect(plain.outputs[0]?.[0]?.json.score).toBe(8);
	});

	it('fails only the card that is missing from the response', async () => {
		simulator.injectFault({ kind: 'missingCard' });
		const { outputs } = await score(withConsent(['5425233430109903', '5408577159639842']), {
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			message: "Mastercard's response does not contain this card [item 0]",
			reasonCode: 'CARD_NOT_IN_RESPONSE',
			httpCode: 200,
		});
		expect(outputs[0]?.[1]?.json.score).toBe(363);
	});
});

describe('invalid card numbers', () => {
	it.each([
		['a missing number', '', "'Customer PAN' is empty"],
		['a short number', '542523343010990', "'Customer PAN' has 15 digits"],
		['a long number', '54252334301099035425', "'Customer PAN' has 20 digits"],
		['letters', '5425-ABCD-3010-9903', "'Customer PAN' contains characters other than digits"],
		['a mistyped number', '5425233430109904', "'Customer PAN' has a wrong check digit"],
		['a rounded number', 5425233430109903000, "'Customer PAN' is a number that has been rounded"],
	])(
		'rejects only the row with %s, before any call, without showing a digit of it',
		async (_, card, message) => {
			const { outputs, stored } = await score(
				[{ card, consent: true }, ...withConsent(['5408577159639842'])],
				{ onError: 'continueRegularOutput' },
			);
			const [rejected, scored] = outputs[0] ?? [];
			expect(rejected?.json.error).toMatchObject({
				message: expect.stringMatching(new RegExp(`^${message}.*\\[item 0\\]$`)),
				attempts: 0,
				httpCode: null,
				source: 'Node',
			});
			expect(scored?.json.score).toBe(363);
			expect(simulator.calls.map(({ cardCount }) => cardCount)).toEqual([1]);
			if (card !== '') expect(stored).not.toContain(String(card));
		},
	);

	it.each([false, 'true', 1, 'yes', null, {}])(
		'does not send a card whose consent is %p',
		async (consent) => {
			const { outputs } = await score([{ card: '5425233430109903', consent }], {
				onError: 'continueRegularOutput',
			});
			expect(outputs[0]?.[0]?.json.error).toMatchObject({ reasonCode: 'CONSENT_NOT_GIVEN' });
			expect(simulator.calls).toEqual([]);
		},
	);
});

describe('the card that an error names', () => {
	const CARD = '5425233430109903';
	const getError = async (row: IDataObject, run: Partial<EngineRun> = {}) => {
		const { outputs } = await score([row], { onError: 'continueErrorOutput', ...run });
		expect(outputs.flat()).toHaveLength(1);
		return outputs[1]?.[0]?.json as { error: Record<string, unknown> };
	};
	const withoutConsent = { card: CARD, consent: false, reference: 'C-7' };

	it('has the same fields as in a result, even if nothing was sent', async () => {
		const { outputs } = await score([{ ...withoutConsent, consent: true }]);
		const { customerPAN, cardReference, consentReference } = outputs[0]?.[0]?.json ?? {};
		expect(customerPAN).toBe('542523******9903');
		const { error } = await getError(withoutConsent);
		expect(error).toMatchObject({ customerPAN, cardReference, consentReference });
	});

	it.each([
		['full', '542523******9903'],
		['none', undefined],
		['={{ $("Nowhere").item.json.x }}', undefined],
	])(
		'is never output in full, with Card Number Output set to %s',
		async (cardNumberOutput, expected) => {
			const { error } = await getError(withoutConsent, {
				parameters: { options: { cardNumberOutput } },
			});
			expect(error.customerPAN).toBe(expected);
			expect(error.consentReference).toBe('C-7');
		},
	);

	it.each([
		['the same mistyped number', '5425 2334 3010 9904', '5425-2334-3010-9904'],
		['the same number, too short to be a card', '542523343010', 'C542523343010'],
		['the card, as the two columns are swapped', 'C-1042', CARD],
		['a card, where the other column is empty', '', CARD.split('').join('.')],
		['a card in other digits', '', '５４２５２３３４３０１０９９０３'],
		['the card number of the row', CARD, `C ${CARD}`],
	])('comes without a consent reference that contains %s', async (_, card, reference) => {
		const item = await getError({ card, consent: true, reference });
		expect(item.error).not.toHaveProperty('consentReference');
		expect(
			JSON.stringify(item)
				.normalize('NFKC')
				.replace(/[^\d*]/g, ''),
		).not.toMatch(/23343010/);
	});

	it('is covered where the error of an expression quotes a part of it', async () => {
		const card = '={{ "x".hash($json.card.slice(0, 12)) }}';
		for (const parameters of [{ customerPan: card }, { options: { timeout: card } }]) {
			const { error } = await getError({ ...withoutConsent, consent: true }, { parameters });
			expect(error.description).toContain('Unknown algorithm ***.');
		}
	});

	it('is not blamed for a failed request with several cards', async () => {
		simulator.injectFault({ kind: 'status', status: 400, body: { Errors: { Error: [] } } });
		const { outputs } = await score(withConsent(cards(2)), { onError: 'continueRegularOutput' });
		expect(outputs[0]?.map(({ json }) => (json.error as IDataObject).scope)).toEqual([
			'call',
			'call',
		]);
	});
});

describe('fields of a card', () => {
	it('rejects a consent reference that contains the card number', async () => {
		const { outputs, stored } = await score(
			[{ card: '5425233430109903', consent: true, reference: 'C 5425 2334 3010 9903' }],
			{ onError: 'continueRegularOutput' },
		);
		expect(outputs[0]?.[0]?.json.error).toMatchObject({ reasonCode: 'CONSENT_REFERENCE' });
		expect(stored).not.toMatch(/2334 ?3010/);
		expect(simulator.calls).toEqual([]);
	});

	it('treats a blank card reference key as no key', async () => {
		const { outputs } = await score(withConsent(['5425233430109903']), {
			credentials: { mastercardApi: { ...simulator.credential, cardReferenceKey: ' ' } },
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({ score: 8 });
		expect(outputs[0]?.[0]?.json).not.toHaveProperty('cardReference');
	});

	it('never replaces our fields with those of a response', async () => {
		const response = {
			predictionDataSuccesses: [
				{
					customerPAN: '5425233430109903',
					scores: [{ score: 8, scored: false, consentReference: 'theirs', customerPAN: 'theirs' }],
				},
			],
			predictionDataErrors: [],
		};
		simulator.injectFault({ kind: 'responseText', text: JSON.stringify(response) });
		const { outputs } = await score([
			{ card: '5425233430109903', consent: true, reference: 'C-1' },
		]);
		expect(outputs[0]?.[0]?.json).toMatchObject({
			customerPAN: '542523******9903',
			consentReference: 'C-1',
			scored: true,
			score: 8,
		});
		expect(JSON.stringify(outputs[0]?.[0]?.json.scores)).not.toContain('customerPAN');
	});

	it('counts an unusual reason code like any other', async () => {
		const reasons = ['constructor', '__proto__'];
		const text = JSON.stringify({
			predictionDataSuccesses: [],
			predictionDataErrors: ['5425233430109903', '5408577159639842'].map((customerPAN, at) => ({
				customerPAN,
				errors: [{ reasonCode: reasons[at] }],
			})),
		});
		simulator.injectFault({ kind: 'responseText', text });
		const { outputs } = await score(withConsent(['5425233430109903', '5408577159639842']), {
			parameters: { options: { includeRunSummary: true } },
		});
		const summary = outputs[0]?.at(-1)?.json.runSummary as IDataObject;
		expect(Object.entries(summary.noData as IDataObject)).toEqual([
			['constructor', 1],
			['__proto__', 1],
		]);
	});
});

describe('untrustworthy responses', () => {
	it.each([
		[{ kind: 'plaintext' }, 'NOT_ENCRYPTED'],
		[{ kind: 'wrongKey' }, 'DECRYPTION_FAILED'],
		[{ kind: 'tamperedJwe', part: 'ciphertext', mutation: 'flipBit' }, 'DECRYPTION_FAILED'],
		[{ kind: 'tamperedJwe', part: 'tag', mutation: 'zero' }, 'DECRYPTION_FAILED'],
		[{ kind: 'tamperedJwe', part: 'tag', mutation: 'truncate' }, 'UNSUPPORTED_ENCRYPTION'],
		[{ kind: 'forgedJweHeader', header: { alg: 'none' } }, 'UNSUPPORTED_ENCRYPTION'],
		[{ kind: 'forgedJweHeader', header: { enc: 'A128CBC-HS256' } }, expect.any(String)],
		[{ kind: 'htmlPage' }, 'UNEXPECTED_RESPONSE'],
		[{ kind: 'emptyBody' }, 'UNEXPECTED_RESPONSE'],
		[{ kind: 'responseText', text: '[]' }, 'UNEXPECTED_RESPONSE'],
	] as const)('fails for %p, without paying for the call twice', async (fault, reasonCode) => {
		simulator.injectFault(fault);
		const { outputs } = await score(withConsent(['5425233430109903']), {
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.[0]?.json).toEqual({
			error: expect.objectContaining({ reasonCode, httpCode: 200, attempts: 1 }),
		});
		expect(simulator.calls).toHaveLength(1);
	});
});
