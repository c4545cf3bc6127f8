// Sealed cards as users run them: the built nodes in n8n's engine, with cards that jose has sealed.
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../simulator/server';
import { withCheckDigit } from '../support/cardNumbers';
import { joseEncrypt } from '../support/jose';
import { base64File, keyText, PASSWORD, privateKey } from '../support/keyFixtures';
import { runInEngine, type EngineRun } from '../support/runInEngine';

const PUBLIC_KEY = createPublicKey(privateKey('elliptic.pem'));
const ECDH = { alg: 'ECDH-ES', enc: 'A256GCM' };
const CARD = withCheckDigit('510510510510510');
const OTHER_CARD = withCheckDigit('401288888888188');

const seal = (card: string) => joseEncrypt(card, PUBLIC_KEY, ECDH);

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

function run(cards: unknown[], more: Partial<EngineRun> = {}, credential: object = {}) {
	return runInEngine({
		node: 'ccaScores',
		rows: cards.map((card) => ({ card }) as IDataObject),
		credentials: {
			mastercardApi: {
				...simulator.credential,
				cardReferenceKey: 'a key of our own',
				cardSealingKey: keyText('elliptic.pem'),
				...credential,
			},
		},
		...more,
		parameters: { customerPan: '={{ $json.card }}', hasConsent: true, ...more.parameters },
	});
}

describe.each(['ccaScores', 'ccaMetrics'])('%s', (node) => {
	it('takes sealed and plain cards in any mix, and gives their results in input order', async () => {
		const { outputs, error } = await run([await seal(CARD), OTHER_CARD, await seal(OTHER_CARD)], {
			node,
		});
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json }) => json.customerPAN)).toEqual(
			[CARD, OTHER_CARD, OTHER_CARD].map((card) => `${card.slice(0, 6)}******${card.slice(-4)}`),
		);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2].map((item) => ({ item })),
		);
	});

	it('requests a card once, however often and however differently it was sealed', async () => {
		const tokens = await Promise.all([
			seal(CARD),
			seal(CARD),
			seal(`${CARD.slice(0, 4)} ${CARD.slice(4)}`),
		]);
		expect(new Set(tokens).size).toBe(3);
		const { outputs } = await run([...tokens, CARD], {
			node,
			parameters: { options: { includeRunSummary: true } },
		});
		const [summary] = outputs[0]?.splice(4) ?? [];
		expect(summary?.json).toMatchObject({ runSummary: { calls: 1, duplicates: 3 } });
		const references = outputs[0]?.map(({ json }) => json.cardReference);
		expect(references).toHaveLength(4);
		expect(new Set(references).size).toBe(1);
		expect(references?.[0]).toEqual(expect.any(String));
	});
});

describe('a sealed card that cannot be used fails its row alone', () => {
	const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
	const tamper = (token: string) => {
		const parts = token.split('.');
		const ciphertext = Buffer.from(parts[3] ?? '', 'base64url');
		ciphertext.writeUInt8(ciphertext.readUInt8(0) ^ 1, 0);
		return Object.assign(parts, { 3: ciphertext.toString('base64url') }).join('.');
	};

	it.each<[string, string, () => Promise<string>]>([
		['sealed for another key', 'SEALED_CARD_NOT_OPENED', () => joseEncrypt(CARD, stranger, ECDH)],
		['tampered with', 'SEALED_CARD_NOT_OPENED', async () => tamper(await seal(CARD))],
		['cut off', 'SEALED_CARD_NOT_OPENED', async () => (await seal(CARD)).slice(0, 255)],
		[
			'for ECDH-ES+A256KW',
			'SEALED_CARD_ALGORITHM',
			() => joseEncrypt(CARD, PUBLIC_KEY, { ...ECDH, alg: 'ECDH-ES+A256KW' }),
		],
		[
			'mistyped before it was sealed',
			'PAN_CHECK_DIGIT',
			() => seal(CARD.replace(/.$/, (digit) => String((Number(digit) + 1) % 10))),
		],
		['too short', 'PAN_LENGTH', () => seal(CARD.slice(0, 15))],
		['sealed twice', 'PAN_NOT_DIGITS', async () => seal(await seal(CARD))],
		['of another content', 'PAN_NOT_DIGITS', () => seal(`card ${CARD}`)],
	])('%s: %s', async (_, reasonCode, makeToken) => {
		const token = await makeToken();
		const result = await run([OTHER_CARD, token, await seal(OTHER_CARD)], {
			onError: 'continueRegularOutput',
		});
		const [plain, failed, sealed] = result.outputs[0] ?? [];
		expect(failed?.json.error).toMatchObject({ reasonCode, attempts: 0, source: 'Node' });
		expect([plain?.json.error, sealed?.json.error]).toEqual([undefined, undefined]);
		expect(plain?.json.cardReference).toBe(sealed?.json.cardReference);
		expectNoTraceOf(token, result.stored);

		const stopped = await run([token]);
		expect(stopped.error?.message).toContain("'Customer PAN'");
		expectNoTraceOf(token, stopped.stored);
	});

	/** Of the card, and of the token beyond its header, which is the same for all cards. */
	function expectNoTraceOf(token: string, stored: string) {
		expect(stored).not.toContain(CARD);
		expect(stored).not.toContain(CARD.slice(0, 15));
		for (const part of token.split('.').slice(2)) expect(stored).not.toContain(part);
	}
});

describe("without a usable 'Card Sealing Key'", () => {
	it.each([
		['MISSING', { cardSealingKey: '' }],
		['MISSING', { cardSealingKey: undefined }],
		['UNSUITABLE_KEY', { cardSealingKey: keyText('short.pem') }],
		[
			'WRONG_PASSWORD',
			{ cardSealingKey: base64File('elliptic.p12'), cardSealingKeyPassword: 'wrong' },
		],
	])('%s is said of each sealed row, and plain rows are sent', async (reasonCode, credential) => {
		const { outputs } = await run(
			[await seal(CARD), OTHER_CARD, await seal(CARD)],
			{ onError: 'continueRegularOutput' },
			credential,
		);
		const [first, plain, last] = outputs[0] ?? [];
		for (const row of [first, last])
			expect(row?.json.error).toMatchObject({
				reasonCode,
				message: expect.stringContaining("'Card Sealing Key"),
				attempts: 0,
			});
		expect(plain?.json.scored).toBeDefined();
	});

	it('a .p12 with its password is one', async () => {
		const credential = {
			cardSealingKey: base64File('elliptic.p12'),
			cardSealingKeyPassword: PASSWORD,
		};
		const { outputs } = await run([await seal(CARD)], {}, credential);
		expect(outputs[0]?.[0]?.json.scored).toBeDefined();
	});
});

it('a consent reference that holds the number of the sealed card is found, and not copied to the output', async () => {
	const { outputs } = await run([await seal(CARD)], {
		onError: 'continueRegularOutput',
		parameters: { consentReference: `C-${CARD}` },
	});
	expect(outputs[0]?.[0]?.json.error).toMatchObject({ reasonCode: 'CONSENT_REFERENCE' });
});

it('a row whose sealed card cannot be opened says which consent it has, whatever digits the token has', async () => {
	const { outputs } = await run(['eyJ0..a.b.c'], {
		onError: 'continueRegularOutput',
		parameters: { consentReference: 'C-2001' },
	});
	expect(outputs[0]?.[0]?.json.error).toMatchObject({ consentReference: 'C-2001' });
});

it.each([
	['sealed', () => seal(CARD), 10],
	['plain', async () => CARD, 100],
])(
	'10,000 %s cards leave n8n free to do other work all the while',
	async (_, makeCell, rowsPerTurn) => {
		const COUNT = 10_000;
		const cell = await makeCell();
		let turns = 0;
		let isOpening = true;
		const count = () => {
			turns += 1;
			if (isOpening) setImmediate(count);
		};
		setImmediate(count);
		const { outputs } = await run(Array<string>(COUNT).fill(cell), {
			parameters: { options: { dryRun: true } },
		});
		isOpening = false;
		expect(outputs[0]?.[0]?.json).toMatchObject({ dryRun: { rows: COUNT, ready: COUNT } });
		// On average, no matter how fast the machine is.
		expect(turns).toBeGreaterThan(COUNT / rowsPerTurn);
	},
	120_000,
);

it('cancelling the execution ends the opening', async () => {
	const token = await seal(CARD);
	const { error } = await run(Array<string>(5000).fill(token), { cancelAfterMs: 300 });
	// Item 0 would be named if all of them had been opened, and none sent.
	expect(error?.message).toMatch(/^Not sent: the execution was cancelled \[item [1-9]/);
	expect(simulator.calls).toEqual([]);
});

it("the key's password is covered where Mastercard's response quotes it", async () => {
	const password = 'correct horse battery staple';
	const error = { Source: 'Gateway', ReasonCode: 'INVALID', Description: `Read ${password} there` };
	simulator.injectFault({ kind: 'status', status: 400, body: { Errors: { Error: [error] } } });
	const cardSealingKey = privateKey('elliptic.pem')
		.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: password })
		.toString();
	const { stored, error: stop } = await run(
		[await seal(CARD)],
		{},
		{ cardSealingKey, cardSealingKeyPassword: password },
	);
	expect(stop?.message).toContain('Read *** there');
	expect(stored).not.toContain(password);
});
