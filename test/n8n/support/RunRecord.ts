/** n8n's own record of one run of a workflow. */

type Row = Record<string, unknown>;

interface NodeRun {
	error?: { message?: string };
	data?: { main: Array<Array<{ json: Row; pairedItem?: unknown }> | null> };
}

interface Recorded {
	data: { resultData: { runData: Record<string, NodeRun[]> } };
}

export class RunRecord {
	private constructor(
		private readonly runs: Record<string, NodeRun[]>,
		/** What n8n says when the run stopped before its end. */
		readonly error?: string,
	) {}

	/** @param text A run as n8n writes it. */
	static parse(text: string): RunRecord {
		return new RunRecord((JSON.parse(text) as Recorded).data.resultData.runData);
	}

	/** A run that n8n gave up. */
	static stopped(error: string): RunRecord {
		return new RunRecord({}, error);
	}

	/** The items of a node's output, empty when nothing came out there. */
	rows(node: string, output = 0): Row[] {
		return this.run(node).flatMap(({ data }) => (data?.main[output] ?? []).map(({ json }) => json));
	}

	/** Every item of every node, with the node's name and the number of its output. */
	everything(): Array<{ node: string; output: number; json: Row }> {
		return Object.entries(this.runs).flatMap(([node, runs]) =>
			runs.flatMap(({ data }) =>
				(data?.main ?? []).flatMap((items, output) =>
					(items ?? []).map(({ json }) => ({ node, output, json })),
				),
			),
		);
	}

	/** The names of the nodes that stopped with an error of their own. */
	failedNodes(): string[] {
		return Object.entries(this.runs)
			.filter(([, runs]) => runs.some(({ error }) => error !== undefined))
			.map(([node]) => node);
	}

	/** The names of the nodes that ran. */
	ran(): string[] {
		return Object.keys(this.runs);
	}

	private run(node: string): NodeRun[] {
		return this.runs[node] ?? [];
	}
}
