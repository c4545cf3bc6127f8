/** A chat model with OpenAI's interface that calls each of its tools once, and then says that it is done. */
import { startRecordingServer } from '../../support/recordingServer';

export interface FakeModel {
	url: string;
	/** Everything that it was sent. */
	received(): string;
	close(): Promise<void>;
}

/** @param getArguments of the call of each tool */
export async function startFakeModel(
	getArguments: () => Record<string, unknown>,
): Promise<FakeModel> {
	const server = await startRecordingServer(({ body }) => {
		const { tools = [], messages } = JSON.parse(body.toString()) as {
			tools?: Array<{ function: { name: string } }>;
			messages: Array<{ role: string }>;
		};
		const isFirst = !messages.some(({ role }) => role === 'tool');
		const calls = tools.map((tool, index) => ({
			id: `call_${index}`,
			type: 'function',
			function: { name: tool.function.name, arguments: JSON.stringify(getArguments()) },
		}));
		const message = isFirst
			? { role: 'assistant', content: null, tool_calls: calls }
			: { role: 'assistant', content: 'Done.' };
		return {
			status: 200,
			body: {
				id: 'x',
				object: 'chat.completion',
				created: 0,
				model: 'model',
				choices: [{ index: 0, message, finish_reason: isFirst ? 'tool_calls' : 'stop' }],
				usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
			},
		};
	});
	return {
		url: server.url,
		received: () => server.requests.map(({ body }) => body.toString()).join('\n'),
		close: server.close,
	};
}
