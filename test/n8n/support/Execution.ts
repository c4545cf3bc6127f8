/** One execution of a workflow, from the data n8n saves. */

type Row = Record<string, unknown>;

interface NodeRun {
	error?: { message?: string };
	data?: { main: Array<Array<{ json: Row; pairedItem?: unknown }> | null> };
}

interface ExecutionData {
	data: { resultData: { runData: Record<string, NodeRun[]> } };
}

export class Execution {
	private constructor(
		private readonly runs: Record<string, NodeRun[]>,
		/** n8n's error message if the execution did not finish. */
		readonly error?: string,
	) {}

	/** @param text The execution as n8n writes it to a file. */
	static parse(text: string): Execution {
		return new Execution((JSON.parse(text) as ExecutionData).data.resultData.runData);
	}

	/** An execution that n8n aborted. */
	static failed(error: string): Execution {
		return new Execution({}, error);
	}

	/** The JSON of the items at a node's output. */
	items(node: string, output = 0): Row[] {
		return this.run(node).flatMap(({ data }) => (data?.main[output] ?? []).map(({ json }) => json));
	}

	/** The items of all nodes, with the node's name and the index of the output. */
	allItems(): Array<{ node: string; output: number; json: Row }> {
		return Object.entries(this.runs).flatMap(([node, runs]) =>
			runs.flatMap(({ data }) =>
				(data?.main ?? []).flatMap((items, output) =>
					(items ?? []).map(({ json }) => ({ node, output, json })),
				),
			),
		);
	}

	/** The names of the nodes that threw an error. */
	failedNodes(): string[] {
		return Object.entries(this.runs)
			.filter(([, runs]) => runs.some(({ error }) => error !== undefined))
			.map(([node]) => node);
	}

	/** The names of the nodes that were executed. */
	executedNodes(): string[] {
		return Object.keys(this.runs);
	}

	private run(node: string): NodeRun[] {
		return this.runs[node] ?? [];
	}
}
