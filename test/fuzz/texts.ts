// Redaction, tokens and files: what is known is found wherever it stands, the rest stays, and work is bounded.
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { openSealedCard } from '../../mastercard/cca/sealedCard';
import { InvalidParameterError } from '../../mastercard/errors/InvalidParameterError';
import { truncate } from '../../mastercard/errors/truncate';
import { decryptPayload } from '../../mastercard/encryption/decryptPayload';
import { PayloadEncryptionError } from '../../mastercard/encryption/PayloadEncryptionError';
import { createRedactor, createSecretRedactor } from '../../redaction/redactText';
import { redactJson } from '../../redaction/redactJson';
import { createCardSealer } from '../../seal/cardSealer';
import { PARSER_OPTIONS } from '../../seal/csvFormat';
import { SealError } from '../../seal/SealError';
import { sealFile } from '../../seal/sealFile';
import { keyText, privateKey } from '../support/keyFixtures';
import { encrypt } from '../support/referenceJwe';
import { oddBody } from './documents';
import { CARDS, expectNoSecret, expectNothingKnown, hostileText, SECRETS } from './known';
import { fuzzTarget, type FuzzTarget } from './target';

const redact = createRedactor({ pans: CARDS, secrets: SECRETS });
const redactSecrets = createSecretRedactor(SECRETS);

function countTexts(value: unknown): number {
	if (typeof value !== 'object' || value === null) return 1;
	const entries = Object.entries(value);
	const own = Array.isArray(value) ? 0 : entries.length;
	return entries.reduce((sum, [, inner]) => sum + countTexts(inner), own);
}

const depthOf = (value: unknown): number =>
	typeof value !== 'object' || value === null
		? 0
		: 1 + Math.max(0, ...Object.values(value).map(depthOf));

const key = privateKey('decryption.pkcs8.pem');
const publicKey = createPublicKey(key);
const tokens = ['A256GCM', 'A128GCM', 'A128CBC-HS256'].map((enc) =>
	encrypt(JSON.stringify({ a: 12345678901234567890n.toString() }), publicKey, { enc }),
);
const tokenEdit = fc.record({
	at: fc.nat(),
	remove: fc.nat({ max: 3 }),
	insert: fc.constantFrom('', '.', 'A', '=', '-', 'eyJ', '\n', '漢'),
});
const damaged = (texts: readonly string[]) =>
	fc
		.tuple(fc.constantFrom(...texts), fc.array(tokenEdit, { minLength: 1, maxLength: 3 }))
		.map(([text, edits]) =>
			edits.reduce((token, { at, remove, insert }) => {
				const start = at % (token.length + 1);
				return token.slice(0, start) + insert + token.slice(start + remove);
			}, text),
		);

function checkToken(text: string): void {
	for (const envelope of [{ encryptedData: text }, { EncryptedValue: text }, text, [text]]) {
		try {
			const body: unknown = decryptPayload(envelope, {
				privateKey: key,
				fieldName: 'encryptedData',
			});
			expect(typeof body).toBe('object');
		} catch (error) {
			expect(error).toBeInstanceOf(PayloadEncryptionError);
			expectNothingKnown((error as Error).message);
		}
	}
}

const seal = createCardSealer(keyText('mastercard.certificate.pem'));
let sealed: Promise<string> | undefined;

async function checkSealedCard(change: (token: string) => string): Promise<void> {
	sealed ??= seal(CARDS[0] ?? '');
	const text = change(await sealed);
	const result = await openSealedCard(text, privateKey('mastercard.pkcs8.pem')).catch(
		(error: unknown) => error,
	);
	if (result instanceof InvalidParameterError) expectNothingKnown([result.message, result.hint]);
	else expect(result).toBe(CARDS[0]);
}

const cell = fc.oneof(
	hostileText,
	fc.constantFrom(...CARDS, '', '"', '""', ',', ';', '\r\n', '\0', '5425 2334 3010 9903'),
	fc.string({ unit: 'binary', maxLength: 8 }),
);
const csv = fc
	.array(fc.array(cell, { maxLength: 4 }), { maxLength: 6 })
	.map((rows) => ['card,name', ...rows.map((row) => row.join(','))].join('\n'));

/** Seals a file; only its column of cards is promised to be cleared. */
async function checkSealing(text: string): Promise<void> {
	const folder = mkdtempSync(path.join(tmpdir(), 'fuzz-'));
	const [input, keyFile, output] = ['in.csv', 'key.pem', 'out.csv'].map((name) =>
		path.join(folder, name),
	) as [string, string, string];
	try {
		writeFileSync(input, text);
		writeFileSync(keyFile, keyText('mastercard.certificate.pem'));
		const rows = await sealFile({ input, column: 'card', keyFile, output }, () => undefined);
		const [, ...written] = parse(readFileSync(output), {
			delimiter: ',',
			...PARSER_OPTIONS,
		}) as string[][];
		const cells = written.map(([first = '']) => first.trim());
		expect(cells.filter((text) => !text.startsWith('eyJ') && text !== 'NOT SEALED')).toEqual([]);
		expect(cells).toHaveLength(rows.sealed + rows.alreadySealed + rows.marked);
	} catch (error) {
		if (!(error instanceof SealError)) throw error;
		expectNothingKnown(error.message);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

export const textTargets: FuzzTarget[] = [
	fuzzTarget('redacted text', hostileText, (text) => {
		const redacted = redact(text);
		expectNothingKnown(redacted);
		expect(redact(redacted)).toBe(redacted);
		expect(redacted.length).toBeLessThanOrEqual(2 * text.length);
		expectNoSecret(redactSecrets(text));
	}),
	fuzzTarget('redacted JSON', oddBody, (body) => {
		if (depthOf(body) > 200) return;
		let calls = 0;
		const counting = (text: string) => {
			calls++;
			return redact(text);
		};
		const redacted = redactJson(body, counting);
		expect(calls).toBeLessThanOrEqual(countTexts(body));
		expect(countTexts(redacted)).toBe(countTexts(body));
		expectNothingKnown(redacted);
	}),
	fuzzTarget(
		'shortened text',
		fc.tuple(hostileText, fc.integer({ min: 4, max: 300 })),
		([text, bytes]) => {
			const short = truncate(redact(text), bytes);
			expect(Buffer.byteLength(JSON.stringify(short)) - 2).toBeLessThanOrEqual(bytes);
			expectNothingKnown(short);
		},
	),
	fuzzTarget('JWE', fc.oneof(damaged(tokens), hostileText), checkToken, 500),
	fuzzTarget(
		'sealed card',
		fc.oneof(
			damaged(['']).map((part) => (token: string) => token + part),
			tokenEdit.map(({ at, remove, insert }) => (token: string) => {
				const start = at % (token.length + 1);
				return token.slice(0, start) + insert + token.slice(start + remove);
			}),
			hostileText.map((text) => () => `eyJ${text}`),
		),
		checkSealedCard,
		300,
	),
	fuzzTarget('CSV of npm run seal', csv, checkSealing, 100),
];
