// What each kind of fault changes, and at which stage of the response.
import { generateKeyPairSync } from 'node:crypto';
import { errorResponse } from '../errors';
import type { SimulatedResponse } from '../http';
import type { EncryptionOptions } from '../jwe/encrypt';
import type { RawResponse } from '../sendResponse';
import {
	addUnknownFields,
	duplicateFirstCard,
	maskPans,
	removeFirstCard,
	reverseCards,
} from './cardFaults';
import { toEmptyReport, toForeignReport, toReportInProgress } from './reportFaults';
import { JWE_PARTS, type Fault, type FaultKind, type JweMutation, type JwePart } from './fault';

/** The stages at which a fault can change a response, in order. */
export interface FaultEffects<F> {
	/** The response before it is serialized. `pans` are the request's card numbers. */
	response?(response: SimulatedResponse, fault: F, pans: string[]): SimulatedResponse;
	/** The JSON text before encryption. */
	json?(json: string, fault: F): string;
	/** How the text is encrypted; undefined sends it as plaintext. */
	encryption?(options: EncryptionOptions | undefined, fault: F): EncryptionOptions | undefined;
	/** The encrypted text. */
	jwe?(jwe: string, fault: F): string;
	/** The name of the field that holds the JWE. */
	fieldName?(fieldName: string, fault: F): string;
	/** Status, headers and bytes, and how they are sent. */
	rawResponse?(raw: RawResponse, fault: F): RawResponse;
}

type Kind = FaultKind['kind'];

const EFFECTS: { [K in Kind]: FaultEffects<Extract<FaultKind, { kind: K }>> } = {
	status: { rawResponse: (raw, fault) => ({ ...raw, ...createStatusResponse(fault) }) },
	delay: {},
	trickle: {
		rawResponse: (raw, { chunkBytes, intervalMs }) => ({
			...raw,
			trickle: { chunkBytes, intervalMs },
		}),
	},
	endlessBody: { rawResponse: (raw, { gzip }) => ({ ...raw, endless: { gzip: gzip === true } }) },
	stalledBody: { rawResponse: (raw) => ({ ...raw, isStalled: true }) },
	resetBeforeHeaders: { rawResponse: (raw) => ({ ...raw, reset: 'beforeHeaders' }) },
	resetMidBody: { rawResponse: (raw) => ({ ...raw, reset: 'midBody' }) },
	truncatedBody: { rawResponse: (raw) => ({ ...raw, bytes: getFirstHalf(raw.bytes) }) },
	wrongContentLength: { rawResponse: (raw) => ({ ...raw, reset: 'beforeContentLength' }) },
	emptyBody: { rawResponse: (raw) => ({ ...raw, status: 200, bytes: Buffer.alloc(0) }) },
	htmlPage: {
		rawResponse: (raw) => ({
			...raw,
			status: 200,
			...createHtmlPage('Please sign in to the network'),
		}),
	},
	corruptGzip: {
		rawResponse: (raw) => ({ ...raw, headers: { ...raw.headers, 'Content-Encoding': 'gzip' } }),
	},
	plaintext: { encryption: () => undefined },
	wrongKey: {
		encryption: (options) => options && { ...options, publicKey: generateUnknownKey() },
	},
	tamperedJwe: { jwe: (jwe, { part, mutation }) => tamperJwe(jwe, part, mutation) },
	forgedJweHeader: { encryption: (options, { header }) => options && { ...options, header } },
	standardBase64: { jwe: toStandardBase64 },
	wrongFieldName: { fieldName: (_fieldName, { name }) => name },
	responseText: { json: (_json, { text }) => text },
	missingCard: { response: removeFirstCard },
	duplicatedCard: { response: duplicateFirstCard },
	reversedCards: { response: reverseCards },
	maskedPan: { response: maskPans },
	unknownFields: { response: addUnknownFields },
	reportInProgress: { response: toReportInProgress },
	emptyReport: { response: toEmptyReport },
	foreignReport: { response: toForeignReport },
	panInError: { response: (_response, _fault, pans) => createErrorWithPan(pans[0] ?? '') },
	skewedDate: {
		rawResponse: (raw, { seconds }) => ({
			...raw,
			headers: { ...raw.headers, Date: new Date(Date.now() + seconds * 1000).toUTCString() },
		}),
	},
};

/** The effects of a fault; none if there is no fault. */
export function getFaultEffects(fault: Fault | undefined): FaultEffects<Fault> {
	// Each entry only receives faults of its own kind.
	return fault === undefined ? {} : (EFFECTS[fault.kind] as FaultEffects<FaultKind>);
}

function createStatusResponse(fault: Extract<FaultKind, { kind: 'status' }>): RawResponse {
	const { status, statusText, headers, body } = fault;
	if (typeof body === 'string') {
		return {
			status,
			statusText,
			headers: { 'Content-Type': 'text/html', ...headers },
			bytes: Buffer.from(body),
		};
	}
	return {
		status,
		statusText,
		headers: { 'Content-Type': 'application/json', ...headers },
		bytes: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
	};
}

function createHtmlPage(title: string): Pick<RawResponse, 'headers' | 'bytes'> {
	const html = `<!doctype html><html><head><title>${title}</title></head><body>${title}</body></html>`;
	return { headers: { 'Content-Type': 'text/html' }, bytes: Buffer.from(html) };
}

function getFirstHalf(bytes: Buffer): Buffer {
	return bytes.subarray(0, Math.floor(bytes.length / 2));
}

function generateUnknownKey() {
	return generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
}

/** The header keeps its encoding, because the authentication tag covers it. */
function toStandardBase64(jwe: string): string {
	const [header = '', ...parts] = jwe.split('.');
	return [header, ...parts.map((part) => Buffer.from(part, 'base64url').toString('base64'))].join(
		'.',
	);
}

function tamperJwe(jwe: string, part: JwePart, mutation: JweMutation): string {
	const parts = jwe.split('.');
	const target = JWE_PARTS.indexOf(part);
	if (mutation === 'remove') return parts.filter((_, index) => index !== target).join('.');
	const bytes = Buffer.from(parts[target] ?? '', 'base64url');
	if (mutation === 'flipBit') bytes[0] = (bytes[0] ?? 0) ^ 1;
	if (mutation === 'zero') bytes.fill(0);
	const changed = mutation === 'truncate' ? bytes.subarray(0, Math.ceil(bytes.length / 4)) : bytes;
	return parts
		.map((text, index) => (index === target ? changed.toString('base64url') : text))
		.join('.');
}

function createErrorWithPan(pan: string): SimulatedResponse {
	return errorResponse(400, {
		Source: 'ConsumerCreditAnalytics',
		ReasonCode: 'INVALID_ARGUMENT',
		Description: `The card ${pan} was declined`,
		Recoverable: false,
		Details: `customerPAN=${pan} (${pan.replace(/(\d{4})(?=\d)/g, '$1 ')}) is not supported`,
	});
}
