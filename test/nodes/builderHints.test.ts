// What n8n's own AI reads of the nodes when it builds workflows.
import { getFields, loadNodes } from '../support/packageForms';

const nodes = loadNodes();

it.each(nodes)('$displayName says when to use it, and what goes with it', ({ builderHint }) => {
	expect(builderHint?.searchHint).toMatch(/^[A-Z].{50,400}\.$/);
	const known = nodes.map(({ name }) => `n8n-nodes-mastercard-credit-analytics.${name}`);
	for (const { nodeType } of builderHint?.relatedNodes ?? []) expect(known).toContain(nodeType);
});

it.each(nodes)('$displayName loads: n8n rejects hints on these fields', ({ properties }) => {
	const hinted = getFields(properties).filter(({ property }) => property.builderHint);
	expect(
		hinted.filter(({ property }) => /^(operation|mode|resource)$/.test(property.name)),
	).toEqual([]);
});

it.each(['ccaScores', 'ccaMetrics', 'sbcaReport'])('%s tells it about consent', (name) => {
	const node = nodes.find((one) => one.name === name);
	const consent = node?.properties.filter((one) => one.name === 'hasConsent') ?? [];
	expect(consent).toHaveLength(2);
	for (const { builderHint } of consent)
		expect(builderHint?.propertyHint).toMatch(/never let a model fill it in/);
});
