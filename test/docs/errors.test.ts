// docs/errors.md lists every code that a row can fail with. The codes are extracted from the source, so none is missed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getAdvice } from '../../mastercard/errors/advice';
import { unusableResponseFailure } from '../../mastercard/errors/responseFailure';
import { getScope } from '../../mastercard/errors/scope';
import {
	failedCall,
	failedRun,
	fileNotStored,
	invalidCredential,
	missingResult,
	rejectedRow,
} from '../../nodes/shared/failure';
import { InvalidParameterError } from '../../mastercard/errors/InvalidParameterError';
import { NETWORK_ERRORS } from '../../nodes/shared/transport/networkErrors';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/errors.md');
const source = ['mastercard', 'nodes'].flatMap((folder) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => read(join(folder, file))),
);

/** The matches of the pattern's first group in the nodes' source. */
const found = (pattern: RegExp, texts = source) =>
	texts.flatMap((text) => [...text.matchAll(pattern)].map(([, code = '']) => code));

const members = (path: string, type: string) =>
	found(/'([A-Z0-9_]+)'/g, found(new RegExp(`type ${type} =([^;]+);`, 'g'), [read(path)]));

/** Codes that begin with the label of a parameter. */
const endings = found(/(?:buildReasonCode\(label, '|\}_)([A-Z_]+)['`]/g);

/** The keys of one table in advice.ts. */
const adviceKeys = (table: string) =>
	found(
		/^\t'?([A-Z0-9_]+(?:: \w+)?)'?:/gm,
		found(new RegExp(`const ${table}\\b[^]*?\\{\n([^]*?)\n\\};`, 'g'), [
			read('mastercard/errors/advice.ts'),
		]),
	);

test.each<[string, string[], number]>([
	['rows that are not sent', found(/new InvalidParameterError\(\s*'([A-Z_]+)'/g), 15],
	['texts of merchants, by ending', endings.map((ending) => `_${ending}`), 4],
	[
		'fields of a credential',
		members('mastercard/keys/CredentialFieldError.ts', 'CredentialFieldErrorCode'),
		20,
	],
	[
		'payload encryption',
		members('mastercard/encryption/PayloadEncryptionError.ts', 'PayloadEncryptionErrorCode'),
		5,
	],
	[
		'calls without a response',
		found(/reasonCode: '([A-Z_]{4,})'/g, [read('nodes/shared/transport/networkErrors.ts')]),
		8,
	],
	[
		'unusable responses',
		found(/(?:UNEXPECTED_RESPONSE =|unusableResponseFailure\([^';]*,)\s*'([A-Z_]+)'/g),
		3,
	],
	['failures made in place', found(/reasonCode:[^,;\n]*'([A-Z_]+)'/g), 2],
	['Mastercard', adviceKeys('BY_REASON_CODE'), 15],
	[
		'a failed authentication',
		found(/^\t'(\d+)':/gm, [read('mastercard/openFinance/accessToken.ts')]),
		4,
	],
])('the page lists every code of %s', (_, codes, atLeast) => {
	// A change of style in the source must not empty the list unnoticed.
	expect(new Set(codes).size).toBeGreaterThanOrEqual(atLeast);
	expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});

test('every code of a rejected row can be extracted from the source', () => {
	const readable = found(
		/new InvalidParameterError\(\s*('[A-Z_]+',|buildReasonCode\(|`\$\{label)/g,
	);
	expect(readable).toHaveLength(found(/(new InvalidParameterError\()/g).length);
});

test('the page gives the same advice as the nodes', () => {
	const byCode = adviceKeys('BY_REASON_CODE').map((code) => [`\`${code}\``, getAdvice(400, code)]);
	const byStatus = adviceKeys('BY_STATUS').map((status) => [
		status,
		getAdvice(Number(status), null),
	]);
	byStatus.push(['3xx', getAdvice(302, null)]);
	expect(byStatus.length).toBeGreaterThanOrEqual(5);
	const rows = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
	const given = new Set(rows.map(([, code, advice]) => `${code}: ${advice}`));
	expect(
		[...byCode, ...byStatus]
			.map(([code, advice]) => `${code}: ${advice}`)
			.filter((row) => !given.has(row)),
	).toEqual([]);
});

describe('the page gives the scope that the nodes give', () => {
	const section = /## What is affected([^]*?)\n## /.exec(page)?.[1] ?? '';
	const rows = section
		.split('\n')
		.map((line) => /^\| (.+?) +\| `(row|call|run)` +\|$/.exec(line) ?? [])
		.map(([, failures = '', scope = '']) => ({ failures, scope }));
	/** The scope beside a code or a status; undefined for one that the page does not name there. */
	const getDocumentedScope = (name: string) =>
		rows.find(({ failures }) => failures.match(/[0-9A-Z_]{4,}|\d(?:\d\d|xx)/g)?.includes(name))
			?.scope;

	const response = { status: 200, headers: {}, body: null };
	const unusable = (code: string) => unusableResponseFailure(response, code, '', '');
	const own = [
		...['NOT_ENCRYPTED', 'UNSUPPORTED_ENCRYPTION', 'DECRYPTION_FAILED'].map(unusable),
		...['UNEXPECTED_RESPONSE', 'CARD_NOT_IN_RESPONSE'].map(unusable),
		failedCall({ kind: 'notSent', reason: 'cancelled', attempts: 0 }),
		failedRun(new Error()),
		fileNotStored(new Error()),
		missingResult(),
	].map(({ reasonCode, scope }) => [reasonCode ?? '', scope] as const);

	test.each([
		...own,
		...Object.values(NETWORK_ERRORS).map(({ reasonCode, scope }) => [reasonCode, scope] as const),
	])('%s: %s', (code, scope) => {
		expect(getDocumentedScope(code)).toBe(scope);
	});

	test("Mastercard's codes, whatever the status", () => {
		const codes = adviceKeys('BY_REASON_CODE');
		for (const status of [400, 401, 403, 404, 429, 500, 503])
			expect(codes.map((code) => [code, getScope(status, code, 1)])).toEqual(
				codes.map((code) => [code, getDocumentedScope(code) ?? 'row']),
			);
	});

	test('statuses without such a code', () => {
		for (let status = 300; status < 600; status++) {
			const family = `${String(status)[0]}xx`;
			const expected = getDocumentedScope(String(status)) ?? getDocumentedScope(family);
			expect([status, getScope(status, 'constructor', 1)]).toEqual([status, expected]);
		}
	});

	test('rows and credentials', () => {
		expect(rejectedRow(new InvalidParameterError('CODE', '', '')).scope).toBe('row');
		expect(invalidCredential(new Error()).scope).toBe('run');
	});

	test('does not blame every card of a request with several', () => {
		expect(getScope(400, null, 20)).toBe('call');
		expect(getScope(400, 'INVALID_ARGUMENT', 20)).toBe('call');
		expect(getScope(401, null, 20)).toBe('run');
	});
});
