// No error quotes a card number, whoever wrote its text: Mastercard, or n8n while it evaluates an expression.
import { startSimulator, type Simulator } from '../../simulator/server';
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

const CARD = '5425233430109903';
const MASKED = '542523******9903';
/** With its arguments mixed up: n8n's error quotes the card number as an unknown algorithm. */
const MISTAKEN_EXPRESSION = "={{ 'sha256'.hash($json.card) }}";

const score = (parameters: EngineRun['parameters'], onError?: EngineRun['onError']) =>
	runInEngine({
		node: 'ccaScores',
		rows: [{ card: CARD }],
		credentials: { mastercardApi: simulator.credential },
		parameters: { customerPan: '={{ $json.card }}', hasConsent: true, ...parameters },
		...(onError && { onError }),
	});

describe.each([
	["a row's parameter", { consentReference: MISTAKEN_EXPRESSION }],
	['an option', { options: { concurrency: MISTAKEN_EXPRESSION } }],
])('an expression in %s that n8n cannot evaluate', (_, parameters) => {
	it('gives an error item with the masked card number', async () => {
		const { outputs, stored } = await score(parameters, 'continueRegularOutput');
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			description: expect.stringContaining(`Unknown algorithm ${MASKED}`),
			attempts: 0,
		});
		expect(stored).not.toContain(CARD);
	});

	it('stops the node with the masked card number', async () => {
		const { error } = await score(parameters);
		expect(error?.description).toContain(`Unknown algorithm ${MASKED}`);
		expect(JSON.stringify({ ...error, stack: undefined })).not.toContain(CARD);
	});
});

it.each(['card_5425233430109903_blocked', 'x5425233430109903', '0.5425233430109903'])(
	"a card of the run is masked in Mastercard's words even where any other number would stay: %s",
	async (quoted) => {
		const error = { Source: 'S', ReasonCode: 'R', Description: `Problem with ${quoted}` };
		simulator.injectFault({ kind: 'status', status: 400, body: { Errors: { Error: [error] } } });
		const { outputs, stored } = await score({}, 'continueRegularOutput');
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			message: expect.stringContaining(quoted.replace(CARD, MASKED)),
		});
		expect(stored).not.toContain(CARD);
	},
);

it('a card of the run is masked even where a part of it looks like another card', async () => {
	const quoted = '5425%25202334%25203010%25209903 5425-2334-3010-9903';
	simulator.injectFault({
		kind: 'status',
		status: 400,
		headers: { 'X-MC-Correlation-ID': quoted },
		body: { Errors: { Error: [{ Source: quoted, ReasonCode: 'R', Description: quoted }] } },
	});
	const { stored } = await score({}, 'continueRegularOutput');
	expect(stored).not.toContain('3010');
});
