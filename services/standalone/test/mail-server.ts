import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  messageId: string;
  to: string;
  subject: string;
  text: string;
}

/** A real SMTP server that keeps what it takes; addresses in `refused` get that reply code instead. */
export async function startMailServer() {
  const received: ReceivedMail[] = [];
  const refused = new Map<string, number>();
  const server = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth({ username, password }, _session, done) {
      if (username === 'clearline' && password === 'mail secret') done(null, { user: username });
      else done(new Error('wrong name or password'));
    },
    onRcptTo({ address }, _session, done) {
      const code = refused.get(address);
      if (code === undefined) done();
      else done(Object.assign(new Error('not now'), { responseCode: code }));
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then(({ messageId, subject, text }) => {
          const to = envelope.rcptTo.map(({ address }) => address).join();
          received.push({
            messageId: messageId ?? '',
            to,
            subject: subject ?? '',
            text: text ?? '',
          });
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://clearline:${encodeURIComponent('mail secret')}@127.0.0.1:${port}`,
    received,
    refused,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
export type MailServer = Awaited<ReturnType<typeof startMailServer>>;
