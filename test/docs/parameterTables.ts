/** The tables of parameters in docs/nodes, from the descriptions of the nodes. */
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

/** Read once, though an expression is possible. */
const READ_ONCE = ['simplify'];
/** Whether the node is a tool of an AI agent; its form then has other fields, which docs/ai-tools.md describes. */
const TOOL = '@tool';
/** A longer list, such as that of countries, is left to the editor. */
const MAX_CHOICES = 8;

const isChoice = (one: object): one is INodePropertyOptions => 'value' in one;
const isProperty = (one: object): one is INodeProperties => 'type' in one;
const isCollection = (one: object): one is INodePropertyCollection => 'values' in one;

const getChoices = ({ options = [] }: INodeProperties) => options.filter(isChoice);

/** The fields within a collection. */
export const getFields = ({ options = [] }: INodeProperties): INodeProperties[] =>
	options.flatMap((one) => (isCollection(one) ? one.values : isProperty(one) ? [one] : []));

function getDefault(property: INodeProperties): string {
	const value: unknown = property.default;
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	const choices = getChoices(property);
	const getName = (one: unknown) =>
		choices.find((choice) => choice.value === one)?.name ?? String(one);
	if (Array.isArray(value)) return value.map(getName).join(', ');
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string' || value === '') return '';
	return choices.length > 0 ? getName(value) : `\`${value}\``;
}

/** A sentence from a description, which n8n wants without a full stop when it is the only one. */
const sentence = (text: string) => text.replace(/[^.!?:]$/, '$&.');

function listChoices(property: INodeProperties): string {
	const choices = getChoices(property);
	if (choices.length < 2 || choices.length > MAX_CHOICES) return '';
	return choices
		.map(({ name, description = '' }) => {
			const text = description.charAt(0).toLowerCase() + description.slice(1);
			return `_${name}_${text === '' ? '' : `: ${text}`}`;
		})
		.join('; ')
		.replace(/[^.]$/, '$&.');
}

function getRange({ typeOptions }: INodeProperties): string {
	const { minValue, maxValue } = typeOptions ?? {};
	return minValue === undefined || maxValue === undefined ? '' : `${minValue} to ${maxValue}.`;
}

/** When the editor shows a field, in the words of the form. */
function whenShown({ displayOptions }: INodeProperties, all: readonly INodeProperties[]): string {
	const shown = Object.entries(displayOptions?.show ?? {}).filter(([path]) => path !== TOOL);
	const conditions = shown.map(([path, values = []]) => {
		const name = path.replace(/^\//, '');
		const owner = all.find((one) => one.name === name);
		const names = (values as unknown[]).map((value) => {
			if (typeof value === 'boolean') return value ? 'on' : 'off';
			const choices = owner === undefined ? [] : getChoices(owner);
			return `_${choices.find((choice) => choice.value === value)?.name ?? String(value)}_`;
		});
		return `**${owner?.displayName ?? name}** ${names.join(' or ')}`;
	});
	return conditions.length === 0 ? '' : `With ${conditions.join(', ')}.`;
}

const isReadForEachRow = ({ name, type, noDataExpression }: INodeProperties) =>
	noDataExpression !== true && type !== 'collection' && !READ_ONCE.includes(name);

/** One row for each field, with its default, its choices and when it is shown. @param all where conditions look up labels */
export function toTable(
	fields: readonly INodeProperties[],
	all: readonly INodeProperties[],
	mark = isReadForEachRow,
): string {
	const rows = fields
		.filter(({ type }) => type !== 'notice' && type !== 'collection')
		.filter(({ displayOptions }) => displayOptions?.show?.[TOOL]?.includes(true) !== true)
		.map((field) => {
			const within = field.type === 'fixedCollection' ? getFields(field) : [];
			const meaning = [
				sentence(field.description ?? field.hint ?? ''),
				getRange(field),
				listChoices(field),
				within.length === 0 ? '' : `Fields: ${within.map((one) => one.displayName).join(', ')}.`,
				whenShown(field, all),
			];
			const name = mark(field) ? `${field.displayName} \\*` : field.displayName;
			const cells = [name, getDefault(field), meaning.filter((text) => text !== '').join(' ')];
			return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
		});
	return ['| Name | Default | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
}
