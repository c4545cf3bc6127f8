import { runProgram } from '../../demo/runProgram';

test('a program gives its exit code and both of its outputs, and each line as it comes', async () => {
	const lines: string[] = [];
	const script = 'console.log("one\\ntwo"); console.error("three"); process.exitCode = 3';
	const result = await runProgram(process.execPath, ['-e', script], {}, (line) => lines.push(line));
	expect(result).toEqual({ code: 3, stdout: 'one\ntwo\n', stderr: 'three\n' });
	expect(lines).toEqual(expect.arrayContaining(['one', 'two', 'three']));
});

test('a program that is not there gives code -1 and its name', async () => {
	expect(await runProgram('no-such-program-here', [])).toMatchObject({
		code: -1,
		stderr: expect.stringContaining('no-such-program-here'),
	});
});
