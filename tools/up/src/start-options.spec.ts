import { readStartOptions } from './start-options.ts';

describe('readStartOptions', () => {
  it('takes defaults when nothing is asked for', () => {
    expect(readStartOptions([])).toEqual({ fresh: false, oneProcess: false, port: 8080, name: 'local' });
  });
  it('reads every option', () => {
    expect(readStartOptions(['--fresh', '--one-process', '--port', '9000', '--name', 'other'])).toEqual({ fresh: true, oneProcess: true, port: 9000, name: 'other' });
  });
  it.each([[['--frsh'], /"--frsh" is not understood/], [['--port', 'x'], /--port takes a port number, not "x"/], [['--port'], /not undefined/], [['--name', '../x'], /--name takes small letters/]])('refuses %p by name', (args, message) => {
    expect(() => readStartOptions(args)).toThrow(message);
  });
});
