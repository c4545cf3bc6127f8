// What n8n shows of the nodes and credentials outside their forms.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { NodeHelpers, Workflow, type INode, type INodeType, type INodeTypes } from 'n8n-workflow';
import { loadCredentials, loadNodes } from '../support/packageForms';

describe('n8n shows', () => {
	it.each([...loadNodes(), ...loadCredentials()].map(({ name }) => name))(
		'%s with a label and an icon for each theme',
		(name) => {
			const all = [...loadNodes(), ...loadCredentials()];
			const type = all.find((one) => one.name === name);
			expect(type?.displayName).toMatch(/^(CCA|SBCA|Mastercard|Credit Review) \w/);
			const icons = Object.values(type?.icon ?? {}).map((icon: string) =>
				path.join(type?.folder ?? '', icon.replace(/^file:/, '')),
			);
			expect(new Set(icons).size).toBe(2);
			expect(icons.filter((icon) => !icon.endsWith('.svg') || !existsSync(icon))).toEqual([]);
		},
	);

	it.each(loadCredentials().map(({ name }) => name))('where to read about %s', (name) => {
		const type = loadCredentials().find((one) => one.name === name);
		const [, page = ''] = /\/blob\/main\/(docs\/.+\.md)$/.exec(type?.documentationUrl ?? '') ?? [];
		expect(existsSync(path.join(__dirname, '../..', page)) && page !== '').toBe(true);
	});

	it.each([
		['ccaScores', ['mastercardApi']],
		['ccaMetrics', ['mastercardApi']],
		['sbcaMatchLocation', ['mastercardApi', 'mastercardOpenFinanceApi']],
		['sbcaReport', ['mastercardApi', 'mastercardOpenFinanceApi']],
		['sbcaCustomer', ['mastercardOpenFinanceApi']],
	])('%s as a step or a tool with one input and one output, for %p', (name, credentials) => {
		const node = loadNodes().find((one) => one.name === name);
		expect(node).toMatchObject({
			group: ['transform'],
			version: 1,
			description: expect.stringMatching(/^(Get|Find|Create) /),
			defaults: { name: node?.displayName },
			usableAsTool: true,
			inputs: ['main'],
			outputs: ['main'],
			credentials: credentials.map((credential) => ({ name: credential, required: true })),
		});
		for (const authentication of credentials) {
			const chosen = node?.credentials?.filter((credential) =>
				NodeHelpers.displayParameter({ authentication }, credential, { typeVersion: 1 }, null),
			);
			expect(chosen?.map((credential) => credential.name)).toEqual([authentication]);
		}
	});

	it('creditReviewReport as a step or a tool with two inputs, the second one optional, and two outputs', () => {
		const node = loadNodes().find(({ name }) => name === 'creditReviewReport');
		expect(node).toMatchObject({
			group: ['transform'],
			version: 1,
			description: expect.stringMatching(/^Compare /),
			defaults: { name: node?.displayName },
			usableAsTool: true,
			inputs: [
				{ type: 'main', displayName: 'Current', required: true },
				{ type: 'main', displayName: 'Previous', required: false },
			],
			outputs: ['main', 'main'],
			outputNames: ['Rows', 'Report'],
		});
		expect(node?.credentials).toBeUndefined();
		expect(node?.requiredInputs).toBeUndefined();
	});

	it.each<[string, Record<string, unknown>, string]>([
		['ccaScores', { scoreTypes: ['DELINQUENCY', 'NEW'] }, 'DELINQUENCY, NEW'],
		['ccaMetrics', { productType: 'DEBIT_CARD' }, 'DEBIT_CARD'],
		['sbcaMatchLocation', { matchBy: 'merchantId' }, 'by merchant ID'],
		['sbcaMatchLocation', { matchBy: 'taxId' }, 'by tax ID'],
		['sbcaMatchLocation', { matchBy: 'nameAndAddress' }, 'by name and address'],
		[
			'sbcaReport',
			{ metricType: 'retail_sales_analytics', metricFrequency: 'Weekly' },
			'retail_sales_analytics: Weekly',
		],
		['sbcaReport', { authentication: 'mastercardOpenFinanceApi', operation: 'get' }, 'get report'],
		[
			'sbcaReport',
			{ authentication: 'mastercardOpenFinanceApi', operation: 'getMany' },
			'get many reports',
		],
		['sbcaCustomer', { operation: 'createBusiness' }, 'create business record'],
		['sbcaCustomer', { operation: 'createCustomer' }, 'create customer'],
		['creditReviewReport', { subject: 'cards' }, 'cards'],
		['creditReviewReport', { subject: 'businesses' }, 'businesses'],
	])('below the name of %s with %j: %s', (name, parameters, subtitle) => {
		const description = loadNodes().find((one) => one.name === name);
		const type = { description } as INodeType;
		const node = { id: '1', name, type: name, typeVersion: 1, position: [0, 0], parameters };
		const workflow = new Workflow({
			nodes: [node as INode],
			connections: {},
			active: false,
			nodeTypes: { getByNameAndVersion: () => type } as unknown as INodeTypes,
		});
		const text = description?.subtitle;
		expect(workflow.expression.getSimpleParameterValue(node as INode, text, 'internal', {})).toBe(
			subtitle,
		);
	});
});
