// Every form opens in the editor, whichever options are selected: n8n fills in defaults with these functions.
import { NodeHelpers, type INodeProperties } from 'n8n-workflow';
import { loadNodes } from '../support/packageForms';

/** Every combination of the parameters that other parameters depend on. */
function choices(properties: INodeProperties[]): Record<string, unknown>[] {
	const deciding = new Set(
		properties.flatMap(({ displayOptions }) => [
			...Object.keys(displayOptions?.show ?? {}),
			...Object.keys(displayOptions?.hide ?? {}),
		]),
	);
	// Whether the node is a tool of an AI agent, which no parameter decides.
	deciding.delete('@tool');
	return [...deciding].reduce<Record<string, unknown>[]>(
		(combinations, name) => {
			const values = properties
				.filter((property) => property.name === name)
				.flatMap(({ type, options = [] }): unknown[] =>
					type === 'boolean'
						? [true, false]
						: options.flatMap((o) => ('value' in o ? [o.value] : [])),
				);
			return combinations.flatMap((made) =>
				[...new Set(values)].map((value) => ({ ...made, [name]: value })),
			);
		},
		[{}],
	);
}

describe.each(loadNodes())('$displayName', (description) => {
	it.each(choices(description.properties))(
		'opens with %p and all other parameters empty',
		(chosen) => {
			const node = { typeVersion: 1, parameters: chosen };
			const filled = NodeHelpers.getNodeParameters(
				description.properties,
				chosen as never,
				true,
				false,
				node as never,
				description,
			);
			expect(filled).toMatchObject(
				Object.fromEntries(Object.entries(chosen).filter(([name]) => name in (filled ?? {}))),
			);
			expect(Object.keys(filled ?? {}).length).toBeGreaterThan(1);
			// Missing values are reported in the form, not thrown.
			const issues = NodeHelpers.getNodeParametersIssues(
				description.properties,
				{ ...node, id: '1', name: 'Node', type: description.name, position: [0, 0] } as never,
				description,
			);
			expect(issues?.typeUnknown).toBeUndefined();
		},
	);
});
