// The forms of the package: the nodes and credentials of package.json with their fields, made anew as n8n makes them.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
	isINodePropertyCollection,
	isINodePropertyOptions,
	type ICredentialType,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';

const root = path.resolve(__dirname, '..', '..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
	n8n: { nodes: string[]; credentials: string[] };
};

interface Loaded<Type> {
	/** The source folder of the class, where its icons are. */
	folder: string;
	Class: new () => Type;
}

function load<Type>(file: string): Loaded<Type> {
	const name = path.basename(file).split('.')[0] ?? '';
	const exported = jest.requireActual<Record<string, new () => Type>>(path.join(root, file));
	const Class = exported[name];
	if (Class === undefined) throw new Error(`${file} exports no ${name}.`);
	return { folder: path.join(root, path.dirname(file).replace(/^dist\//, '')), Class };
}

const nodeClasses = manifest.n8n.nodes.map((file) => load<INodeType>(file));
const credentialClasses = manifest.n8n.credentials.map((file) => load<ICredentialType>(file));

/** The description of every node, and the source folder of its icons. */
export const loadNodes = () =>
	nodeClasses.map(({ folder, Class }) => ({ folder, ...new Class().description }));

/** Every credential type, and the source folder of its icons. */
export const loadCredentials = () =>
	credentialClasses.map(({ folder, Class }) => ({ folder, ...new Class() }));

/** The name and the fields of every node and credential. */
export const loadForms = (): [string, INodeProperties[]][] =>
	[...loadNodes(), ...loadCredentials()].map(({ name, properties }) => [name, properties]);

export interface Field {
	path: string;
	property: INodeProperties;
}

/** Every field, those inside collections as `collection.field`. */
export function getFields(properties: INodeProperties[], within = ''): Field[] {
	return properties.flatMap((property) => {
		const own = within + property.name;
		const inner = (property.options ?? []).flatMap((option) =>
			isINodePropertyCollection(option)
				? getFields(option.values, `${own}.${option.name}.`)
				: isINodePropertyOptions(option)
					? []
					: getFields([option], `${own}.`),
		);
		return [{ path: own, property }, ...inner];
	});
}
