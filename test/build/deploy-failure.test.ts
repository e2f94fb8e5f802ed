import { claspFailure, DeployError } from '../../src/build/deploy/failure';

/** Sentences for answers of Google that the fake does not give; the words are Google's, Node's and clasp's. */

const answer = (stderr: string, stdout = '') => ({ exitCode: 1, stdout, stderr });

describe('claspFailure', () => {
  it.each([
    ['No credentials found.', 'Google does not accept the login any more'],
    ['Request had insufficient authentication scopes.', 'Google does not accept the login any more'],
    ['invalid_rapt', 'Google does not accept the login any more'],
    ['SyntaxError: Unexpected token - "Code:12"', 'a syntax error in Code, line 12 (SyntaxError: Unexpected token)'],
    ['The caller does not have permission', 'Your Google account may not change the script'],
    ["Quota exceeded for quota metric 'Management requests'", 'Google is busy or a limit was reached'],
    ['The service is currently unavailable.', 'Google is busy or a limit was reached'],
    ['Request failed with status code 502', 'Google is busy or a limit was reached'],
    [
      'request to https://script.googleapis.com/ failed, reason: getaddrinfo ENOTFOUND script.googleapis.com',
      'Google could not be reached',
    ],
  ])('%s', (words, sentence) => {
    const failure = claspFailure('push the files', answer(`${words}\n`));
    expect(failure).toBeInstanceOf(DeployError);
    expect(failure.message).toContain(sentence);
    expect(failure.message).toContain('then run `npm run deploy` again.');
  });

  it('passes on words it does not know, without what follows the first line', () => {
    expect(claspFailure('push the files', answer('Conflicting files found\r\n    at Files.push')).message).toBe(
      'clasp could not push the files (Conflicting files found): correct what it names, then run `npm run deploy` again.',
    );
  });

  it('reads the output when there is no error text, and says when there is neither', () => {
    expect(claspFailure('push the files', answer('', 'Skipping push.\n')).message).toContain('(Skipping push.)');
    expect(claspFailure('push the files', answer('')).message).toContain(
      '(it said nothing and ended with exit code 1)',
    );
  });
});
