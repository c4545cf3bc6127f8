/** The pictures in the documentation that are made of the real editor. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../../..');
const PICTURES = path.join(root, 'docs', 'images');
/** Not part of the repository. */
const CHANGED = path.join(root, 'demo', '.state', 'pictures');

/**
 * Compares a picture with the one in docs/images. One that has changed is shown, not failed: fonts differ between
 * machines. With UPDATE_PICTURES=1 it takes the place of the other.
 *
 * @param name of the file
 */
export function comparePicture(name: string, picture: Buffer): void {
	const file = path.join(PICTURES, name);
	if (existsSync(file) && readFileSync(file).equals(picture)) return;
	const isUpdate = process.env.UPDATE_PICTURES === '1';
	const folder = isUpdate ? PICTURES : CHANGED;
	mkdirSync(folder, { recursive: true });
	writeFileSync(path.join(folder, name), picture);
	const what = isUpdate ? 'was updated' : `has changed: see ${path.join(folder, name)}`;
	process.stdout.write(`The picture ${path.relative(root, file)} ${what}\n`);
}
