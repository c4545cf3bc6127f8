// What each kind of fault changes, and at which stage of the answer.
import { generateKeyPairSync } from 'node:crypto';
import { errorAnswer } from '../errors';
import type { Answer } from '../http';
import type { Seal } from '../jwe/seal';
import type { Wire } from '../wire';
import { cardInBoth, dropCard, extraFields, maskPan, reverseCards } from './cardFaults';
import { JWE_PARTS, type Fault, type FaultKind, type JwePart } from './fault';

/** The stages at which a fault can step in, in the order they happen. */
export interface Behaviour<F> {
	/** The answer before it is written as JSON. `pans` are the request's card numbers. */
	answer?(answer: Answer, fault: F, pans: string[]): Answer;
	/** The JSON text before it is encrypted. */
	text?(text: string, fault: F): string;
	/** How it is encrypted; undefined leaves it as plain text. */
	seal?(seal: Seal | undefined, fault: F): Seal | undefined;
	/** The finished JWE. */
	token?(token: string, fault: F): string;
	/** The name of the field that carries the JWE. */
	fieldName?(fieldName: string, fault: F): string;
	/** The bytes and headers, and how they are sent. */
	wire?(wire: Wire, fault: F): Wire;
}

type Kind = FaultKind['kind'];

const TABLE: { [K in Kind]: Behaviour<Extract<FaultKind, { kind: K }>> } = {
	status: { wire: (wire, fault) => ({ ...wire, ...otherStatus(fault) }) },
	delay: {},
	drip: {
		wire: (wire, { pieceBytes, everyMs }) => ({ ...wire, drip: { pieceBytes, everyMs } }),
	},
	severBeforeHeaders: { wire: (wire) => ({ ...wire, sever: 'beforeHeaders' }) },
	severMidBody: { wire: (wire) => ({ ...wire, sever: 'midBody' }) },
	truncate: { wire: (wire) => ({ ...wire, bytes: firstHalf(wire.bytes) }) },
	wrongContentLength: { wire: (wire) => ({ ...wire, sever: 'shortOfContentLength' }) },
	empty: { wire: (wire) => ({ ...wire, status: 200, bytes: Buffer.alloc(0) }) },
	html: { wire: (wire) => ({ ...wire, status: 200, ...page('Please sign in to the network') }) },
	garbageGzip: {
		wire: (wire) => ({ ...wire, headers: { ...wire.headers, 'Content-Encoding': 'gzip' } }),
	},
	plaintext: { seal: () => undefined },
	wrongKey: { seal: (seal) => seal && { ...seal, publicKey: strangeKey() } },
	tamper: { token: (token, { part, how }) => tampered(token, part, how) },
	forgeHeader: { seal: (seal, { header }) => seal && { ...seal, header } },
	plainBase64: { token: plainBase64 },
	otherFieldName: { fieldName: (_fieldName, { name }) => name },
	answerText: { text: (_text, fault) => fault.text },
	dropCard: { answer: dropCard },
	cardInBoth: { answer: cardInBoth },
	reverseCards: { answer: reverseCards },
	maskPan: { answer: maskPan },
	extraFields: { answer: extraFields },
	quotePan: { answer: (_answer, _fault, pans) => quotingError(pans[0] ?? '') },
	dateSkew: {
		wire: (wire, { seconds }) => ({
			...wire,
			headers: { ...wire.headers, Date: new Date(Date.now() + seconds * 1000).toUTCString() },
		}),
	},
};

/** The behaviour of a fault; one without any effect when there is no fault. */
export function behaviourOf(fault: Fault | undefined): Behaviour<Fault> {
	// Each entry only ever meets faults of its own kind.
	return fault === undefined ? {} : (TABLE[fault.kind] as Behaviour<FaultKind>);
}

function otherStatus(fault: Extract<FaultKind, { kind: 'status' }>): Partial<Wire> {
	if (typeof fault.body === 'string') {
		return {
			status: fault.status,
			headers: { 'Content-Type': 'text/html', ...fault.headers },
			bytes: Buffer.from(fault.body),
		};
	}
	const text = fault.body === undefined ? '' : JSON.stringify(fault.body);
	return {
		status: fault.status,
		headers: { 'Content-Type': 'application/json', ...fault.headers },
		bytes: Buffer.from(text),
	};
}

function page(title: string): Partial<Wire> {
	const html = `<!doctype html><html><head><title>${title}</title></head><body>${title}</body></html>`;
	return { headers: { 'Content-Type': 'text/html' }, bytes: Buffer.from(html) };
}

function firstHalf(bytes: Buffer): Buffer {
	return bytes.subarray(0, Math.floor(bytes.length / 2));
}

function strangeKey() {
	return generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
}

/** The header stays, since it is authenticated in the spelling it was sealed with. */
function plainBase64(token: string): string {
	const [header = '', ...parts] = token.split('.');
	return [header, ...parts.map((part) => Buffer.from(part, 'base64url').toString('base64'))].join(
		'.',
	);
}

function tampered(token: string, part: JwePart, how: 'flip' | 'zero' | 'cut' | 'remove'): string {
	const parts = token.split('.');
	const index = JWE_PARTS.indexOf(part);
	if (how === 'remove') return parts.filter((_, position) => position !== index).join('.');
	const bytes = Buffer.from(parts[index] ?? '', 'base64url');
	if (how === 'flip') bytes[0] = (bytes[0] ?? 0) ^ 1;
	if (how === 'zero') bytes.fill(0);
	const changed = how === 'cut' ? bytes.subarray(0, Math.ceil(bytes.length / 4)) : bytes;
	return parts
		.map((text, position) => (position === index ? changed.toString('base64url') : text))
		.join('.');
}

function quotingError(pan: string): Answer {
	return errorAnswer(400, {
		Source: 'ConsumerCreditAnalytics',
		ReasonCode: 'INVALID_ARGUMENT',
		Description: `The card ${pan} was refused`,
		Recoverable: false,
		Details: `customerPAN=${pan} (${pan.replace(/(\d{4})(?=\d)/g, '$1 ')}) is not supported`,
	});
}
