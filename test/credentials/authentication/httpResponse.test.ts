import { Readable } from 'node:stream';
import {
	parseBody,
	readResponse,
	ResponseTooLargeError,
} from '../../../credentials/authentication/httpResponse';

const stream = (...chunks: string[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

test('reads status and headers, by lower-case names, and all bytes of the body', async () => {
	const response = {
		statusCode: '404',
		headers: { 'X-Id': 7 },
		body: stream('te', 'xt'),
	};
	expect(await readResponse(response, 4)).toEqual({
		status: 404,
		headers: { 'x-id': '7' },
		bytes: Buffer.from('text'),
	});
});

test('reads no body of more bytes than allowed', async () => {
	const response = { statusCode: 200, headers: {}, body: stream('te', 'xt') };
	await expect(readResponse(response, 3)).rejects.toBeInstanceOf(ResponseTooLargeError);
});

test.each([null, 'text', undefined])(
	'takes %j for a response without anything',
	async (response) => {
		expect(await readResponse(response, 1)).toEqual({
			status: NaN,
			headers: {},
			bytes: Buffer.alloc(0),
		});
	},
);

test('keeps a body that is not JSON as text, and says so', () => {
	const parse = (text: string) => parseBody({ status: 200, headers: {}, bytes: Buffer.from(text) });
	expect(parse('{"a":1}')).toMatchObject({ body: { a: 1 }, isJson: true });
	expect(parse('<html>')).toMatchObject({ body: '<html>', isJson: false });
});
